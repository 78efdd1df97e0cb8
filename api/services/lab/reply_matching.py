"""From a message that came in to a row: which application it answers, what kind it is, and what coders may read."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from api.services.lab.dispatch_documents import lines_of
from api.services.lab.known_strings import KnownStrings
from api.services.lab.reading_mail import InboundMessage, RawMessage
from api.services.lab.redaction import redact
from api.services.lab.tokens import withdrawal_token
from api.services.lab.work_list import application_of, entry_of
from db.lab.dispatches import DispatchRow, SentRow
from db.lab.replies import NewReplyRow
from testing_lab.fieldwork.mail import DeliveryReport, InboundMail, SentDispatch
from testing_lab.fieldwork.mail_kinds import Kind, mail_kind
from testing_lab.fieldwork.replies import Ambiguous, Matched, match_reply

#: What a message is, as the database names it. A letter that is late is no answer.
KINDS: Final[dict[Kind, str]] = {
    "answer": "reply", "automatic": "automatic", "delayed": "automatic", "undeliverable": "bounce",
}  # fmt: skip


def inbound(message: InboundMessage, now: dt.datetime) -> InboundMail:
    """The message by its headers. Without a date, or with one that has not come, it came now: the clock starts."""
    received = min(message.received_at or now, now)
    report = message.delivery
    return InboundMail(
        message_id=message.message_id or message.fingerprint,
        from_address=message.from_address,
        to_addresses=message.to_addresses,
        subject=message.subject,
        received=received,
        in_reply_to=(message.in_reply_to,) if message.in_reply_to else (),
        references=message.references,
        auto_submitted=None if message.auto_submitted == "no" else message.auto_submitted,
        delivery=None
        if report is None
        else DeliveryReport(
            action=report.action,
            final_recipient=report.recipient or None,
            original_message_id=message.original_message_id,
        ),
    )


def sent_dispatches(rows: Sequence[SentRow], own_domain: str) -> list[SentDispatch]:
    """What a message may answer: the letters, and the withdrawals, which belong to the same dispatch."""
    found = []
    for row in rows:
        letter = SentDispatch(
            dispatch_id=row.dispatch_id,
            from_address=row.from_address,
            to_address=row.to_address or "",
            subject=row.subject or "",
            sent=row.sent_at,
            message_id=row.message_id,
            token=row.token,
        )
        found.append(letter)
        if row.withdrawn_at is not None:
            token = withdrawal_token(row.token)
            found.append(
                msgspec.structs.replace(
                    letter, sent=row.withdrawn_at, message_id=f"<{token}@{own_domain}>", token=token
                )
            )
    return found


def matched(message: InboundMessage, dispatches: Sequence[SentDispatch], now: dt.datetime) -> NewReplyRow:
    """The row of a message, without what coders read: that needs the pair."""
    mail = inbound(message, now)
    kind = mail_kind(mail)
    found = match_reply(mail, dispatches)
    how: dict[str, Any] = {"kind_rule": kind.rule}
    if isinstance(found, Matched):
        how["rules"] = found.how
    elif isinstance(found, Ambiguous):
        how |= {"rules": found.how, "candidates": found.dispatch_ids, "contradiction": found.contradiction}
    return NewReplyRow(
        dispatch_id=found.dispatch_id if isinstance(found, Matched) else None,
        fingerprint=message.fingerprint,
        kind=KINDS[kind.kind],
        how=how,
        received_at=mail.received,
        message=msgspec.to_builtins(message),
        redacted=None,
    )


def unreadable(raw: RawMessage, now: dt.datetime) -> NewReplyRow:
    """A message that no program could take apart, with its bytes: a person looks at it."""
    return NewReplyRow(
        dispatch_id=None,
        fingerprint=hashlib.sha256(raw.content).hexdigest(),
        kind="reply",
        how={"unreadable": True},
        received_at=min(raw.received_at or now, now),
        message={"base64": base64.b64encode(raw.content).decode(), "text": raw.content.decode("utf-8", "replace")},
        redacted=None,
    )


def known_strings(pair: Sequence[DispatchRow], listed_names: Sequence[str]) -> KnownStrings:
    """What coders may not read in a reply to one of these applications."""
    entry = next((found for one in pair if (found := entry_of(one)) is not None), None)
    companies = (entry.company, entry.establishment) if entry else ()
    sides = (entry.contact_email, entry.phone, entry.kvk, entry.establishment_number) if entry else ()
    return KnownStrings(
        names=tuple(dict.fromkeys(one.name for one in pair)),
        listed_names=tuple(listed_names),
        companies=tuple(one for one in companies if one),
        others=tuple(one for one in (*sides, *(one.from_address for one in pair)) if one),
        letters=tuple("\n".join(lines_of(application_of(one).letter)) for one in pair),
    )


def redacted(message: dict[str, Any], known: KnownStrings) -> str:
    """Subject and text as a coder may read them."""
    subject = redact(str(message.get("subject") or ""), known).text
    said = redact(str(message.get("text") or ""), known).text
    return f"{subject}\n\n{said}" if subject else said
