"""Letters that came back: delivery reports (RFC 3464), and the older kinds that say so in their own words."""

from __future__ import annotations

import re
from email import message_from_string
from email.message import Message
from typing import Final, Literal

import msgspec

from api.services.lab.mail_words import header_of, headers_of

Action = Literal["failed", "delayed", "delivered", "relayed", "expanded", "unknown"]
Automatic = Literal["no", "auto-generated", "auto-replied", "other"]

_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,500}>")
_ID_IN_TEXT: Final = re.compile(r"^[> ]{0,10}Message-ID:\s{0,80}(<[^<>\s]{1,500}>)", re.IGNORECASE | re.MULTILINE)
_DAEMON: Final = re.compile(r"\b(?:mailer-daemon|postmaster|mail delivery (?:sub)?system)\b", re.IGNORECASE)
_ACTIONS: Final[dict[str, Action]] = {
    "failed": "failed",
    "delayed": "delayed",
    "delivered": "delivered",
    "relayed": "relayed",
    "expanded": "expanded",
}


class DeliveryReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail server says of a letter. ``status``: RFC 3463, such as 5.1.1; empty where it gave none."""

    action: Action
    status: str = ""
    recipient: str = ""
    diagnostic: str = ""


def message_ids(text: str) -> tuple[str, ...]:
    """Every Message-ID in a header, with its brackets; a bare one gets them."""
    found = tuple(_MESSAGE_ID.findall(text))
    if found or "@" not in text or " " in text.strip():
        return found
    return (f"<{text.strip()}>",)


def delivery_report(message: Message) -> DeliveryReport | None:
    """The report that this mail is, or None. Of several recipients, the one whose letter failed."""
    reports = [
        _of_recipient(block)
        for part in _parts(message, "message/delivery-status")
        for block in _blocks(part)
        if header_of(block, "Action")
    ]
    if reports:
        return next((report for report in reports if report.action == "failed"), reports[0])
    failed = header_of(message, "X-Failed-Recipients")
    from_nobody = "<>" in headers_of(message, "Return-Path")
    if failed or (from_nobody and _DAEMON.search(header_of(message, "From"))):
        return DeliveryReport(action="failed", recipient=failed[:320])
    return None


def _of_recipient(block: Message) -> DeliveryReport:
    def last(name: str) -> str:
        return header_of(block, name).rpartition(";")[2].strip()

    return DeliveryReport(
        # RFC 3464 §2.3.3: words after the value may explain it.
        action=_ACTIONS.get(re.split(r"[^a-z]", header_of(block, "Action").lower())[0], "unknown"),
        status=(re.findall(r"[245]\.\d{1,3}\.\d{1,3}", header_of(block, "Status")) or [""])[0],
        recipient=(last("Final-Recipient") or last("Original-Recipient"))[:320],
        diagnostic=last("Diagnostic-Code")[:500],
    )


def original_message_id(message: Message, text: str) -> str | None:
    """The Message-ID of the letter that came back: from the copy of it, from its headers, or from the text."""
    for part in _parts(message, "message/rfc822"):
        for copy in _blocks(part):
            if ids := message_ids(header_of(copy, "Message-ID")):
                return ids[0]
    for part in _parts(message, "text/rfc822-headers"):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            ids = message_ids(header_of(message_from_string(payload.decode("utf-8", "replace")), "Message-ID"))
            if ids:
                return ids[0]
    quoted = _ID_IN_TEXT.search(text)
    if quoted:
        return quoted[1]
    answered = [one for header in headers_of(message, "In-Reply-To", "References") for one in message_ids(header)]
    return answered[-1] if answered else None


def automatic(message: Message) -> Automatic:
    """Whether a machine wrote it: RFC 3834 §5, and what was in use before.

    "auto-replied" is an answer that a program gave at once, such as an out-of-office message or a confirmation of
    receipt; which of these it is, the mail does not say.
    """
    told = header_of(message, "Auto-Submitted").lower()
    value = re.split(r"[;\s(]", told)[0]
    if value in ("auto-generated", "auto-replied"):
        return "auto-generated" if value == "auto-generated" else "auto-replied"
    if value not in ("", "no"):
        return "other"
    if headers_of(message, "X-Autoreply", "X-Autorespond") or header_of(message, "Precedence").lower() == "auto_reply":
        return "auto-replied"
    is_receipt = bool(_parts(message, "message/disposition-notification"))
    return "auto-replied" if is_receipt else "no"


def _parts(message: Message, kind: str) -> list[Message]:
    """Direct parts only: what a forwarded mail has inside is about another letter."""
    payload = message.get_payload() if message.get_content_maintype() == "multipart" else []
    parts = [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []
    return [part for part in parts if part.get_content_type() == kind]


def _blocks(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [block for block in payload if isinstance(block, Message)] if isinstance(payload, list) else []
