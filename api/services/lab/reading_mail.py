"""One mail, from its bytes to what a study needs of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

import msgspec

from api.services.lab.delivery_reports import (
    Automatic,
    DeliveryReport,
    automatic,
    delivery_report,
    message_ids,
    original_message_id,
)
from api.services.lab.mail_text import LONGEST_TEXT, Body, FileSeen, body_of
from api.services.lab.mail_words import header_of, headers_of, plain_words
from testing_lab.findings import Finding

#: Where the address that a letter was sent to can stand: forwarding moves it.
_TO: Final = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Forwarded-To")
_MOST_ADDRESSES: Final = 100
_MOST_REFERENCES: Final = 50
_ADDRESS: Final = re.compile(r"[^\s<>,;:\"()\[\]]{1,64}@[^\s<>,;:\"()\[\]]{1,255}")


class RawMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A mail as it was found. ``size``: its bytes there; ``content`` has fewer where it was cut."""

    place: str
    content: bytes
    size: int
    received_at: dt.datetime | None = None


class InboundMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that came in. ``place`` says which it was in its file or folder.

    ``fingerprint`` is the same for the same mail, also when it is read from somewhere else. ``received_at`` is the
    clock of our own server where it stamped the mail, else that of the sender.
    """

    place: str
    fingerprint: str
    message_id: str | None
    from_address: str
    from_name: str
    to_addresses: tuple[str, ...]
    subject: str
    received_at: dt.datetime | None
    in_reply_to: str | None
    references: tuple[str, ...]
    auto_submitted: Automatic
    is_bounce: bool
    delivery: DeliveryReport | None
    original_message_id: str | None
    text: str
    files: tuple[FileSeen, ...]


def read_message(raw: RawMessage) -> tuple[InboundMessage, list[Finding]]:
    """The mail, and what a person must know about how it was read."""
    message = message_from_bytes(raw.content)
    body = body_of(message)
    text = body.text()
    report = delivery_report(message)
    bounced = report is not None and report.action == "failed"
    ids = message_ids(header_of(message, "Message-ID"))
    name, address = _sender(message)
    subject = plain_words(header_of(message, "Subject"))
    answered = message_ids(header_of(message, "In-Reply-To"))
    read = InboundMessage(
        place=raw.place,
        fingerprint=_fingerprint(message, ids, text),
        message_id=ids[0] if ids else None,
        from_address=address,
        from_name=name,
        to_addresses=_recipients(message),
        subject=subject[:1000],
        received_at=raw.received_at or _moment(message),
        in_reply_to=answered[0] if answered else None,
        references=message_ids(header_of(message, "References"))[-_MOST_REFERENCES:],
        auto_submitted=automatic(message),
        is_bounce=bounced,
        delivery=report,
        original_message_id=original_message_id(message, text) if report is not None else None,
        text=text[:LONGEST_TEXT],
        files=tuple(body.files),
    )
    return read, _findings(raw, message, read, body, len(text))


def _fingerprint(message: Message, ids: tuple[str, ...], text: str) -> str:
    """Not over the whole of the bytes: every server on the way adds a header."""
    said = [
        ids[0] if ids else "",
        header_of(message, "From"),
        header_of(message, "Date"),
        header_of(message, "Subject"),
    ]
    return hashlib.sha256("\x00".join([*said, text]).encode("utf-8", "surrogatepass")).hexdigest()


def _pairs(values: list[str]) -> list[tuple[str, str]]:
    try:
        pairs = getaddresses(values)
    except (ValueError, IndexError, TypeError):  # Python 3.11 trips over some brackets
        pairs = []
    good = [(plain_words(name), _tidy(address)) for name, address in pairs if _ADDRESS.fullmatch(address)]
    return good or [("", _tidy(address)) for value in values for address in _ADDRESS.findall(value)]


def _tidy(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower().rstrip('.')}"


def _sender(message: Message) -> tuple[str, str]:
    return next(iter(_pairs(headers_of(message, "From")[:1]) or _pairs(headers_of(message, "Sender")[:1])), ("", ""))


def _recipients(message: Message) -> tuple[str, ...]:
    found = dict.fromkeys(address for _, address in _pairs(headers_of(message, *_TO)))
    return tuple(found)[:_MOST_ADDRESSES]


def _moment(message: Message) -> dt.datetime | None:
    stamped = [header.rpartition(";")[2] for header in headers_of(message, "Received")[:1] if ";" in header]
    for told in [*stamped, *headers_of(message, "Date")[:1]]:
        try:
            moment = parsedate_to_datetime(told)
            return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
        except (ValueError, TypeError, IndexError, OverflowError):  # whatever stands there, it is no date
            continue
    return None


def _findings(raw: RawMessage, message: Message, read: InboundMessage, body: Body, length: int) -> list[Finding]:
    found = []

    def warn(finding: Finding) -> None:
        found.append(msgspec.structs.replace(finding, path=raw.place, level="warning"))

    if raw.size > len(raw.content):
        warn(Finding(path="", code="mail-cut", facts={"bytes": raw.size, "kept": len(raw.content)}))
    if not read.from_address:
        warn(Finding(path="", code="mail-without-sender"))
    if read.received_at is None:
        warn(Finding(path="", code="mail-without-date"))
    if body.guessed_charset:
        warn(Finding(path="", code="mail-charset-guessed"))
    if body.too_deep:
        warn(Finding(path="", code="mail-too-deep"))
    if length > LONGEST_TEXT:
        warn(Finding(path="", code="mail-text-cut", facts={"characters": length, "kept": LONGEST_TEXT}))
    defects = sorted({type(defect).__name__ for part in message.walk() for defect in part.defects})
    if defects:
        warn(Finding(path="", code="mail-malformed", facts={"defects": ", ".join(defects)}))
    for file in read.files:
        name = file.name or file.media_type
        warn(Finding(path="", code="mail-file-not-kept", facts={"name": name, "kilobytes": -(-file.size // 1024)}))
    return found
