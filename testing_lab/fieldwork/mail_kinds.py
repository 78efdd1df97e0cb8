"""Did a person write this? Automatic answers and reports of failed delivery are recognised, and by which rule."""

from __future__ import annotations

import re
from typing import Final, Literal

import msgspec

from testing_lab.fieldwork.mail import InboundMail, plain_address

Kind = Literal["answer", "automatic", "delayed", "undeliverable"]

_FAILED_SUBJECT: Final = re.compile(
    r"^(?:undeliver(?:able|ed)|onbestelbaar|niet bezorgd|delivery (?:status notification \(failure\)|has failed)"
    r"|mail delivery (?:failed|subsystem)|returned mail|failure notice)",
    re.IGNORECASE,
)
_AUTOMATIC_SUBJECT: Final = re.compile(
    r"^(?:automatisch(?:e)? (?:antwoord|reactie|bericht)|automatic reply|auto(?:-| )?reply"
    r"|out of (?:the )?office"
    r"|afwezig(?:heid)?\b|afwezigheidsbericht|niet aanwezig|ontvangstbevestiging)",
    re.IGNORECASE,
)
_DAEMONS: Final = ("mailer-daemon", "postmaster")


class MailKind(msgspec.Struct, frozen=True, kw_only=True):
    """What a message is, and the rule that says so. ``answer``: no rule spoke, a person has to read it."""

    kind: Kind
    rule: str


def mail_kind(mail: InboundMail) -> MailKind:
    """The kind of a message by the first rule that speaks, the surest first.

    Notes
    -----
    A delivery report by RFC 3464, section 2.3.3: "failed", "delayed", "delivered", "relayed", "expanded"; only the
    first says that the letter did not arrive. RFC 3834, section 5: an Auto-Submitted field with another value than "no"
    marks mail that no person wrote. The rest are habits of mail programs.
    """
    if mail.delivery is not None:
        action = mail.delivery.action.strip().lower()
        kinds: dict[str, Kind] = {"failed": "undeliverable", "delayed": "delayed"}
        return MailKind(kind=kinds.get(action, "automatic"), rule="delivery-report")
    sender = plain_address(mail.from_address).partition("@")[0]
    notified = mail.return_path is not None and mail.return_path.strip() in ("", "<>")
    if (sender in _DAEMONS or notified) and _FAILED_SUBJECT.match(mail.subject.strip()):
        return MailKind(kind="undeliverable", rule="failure-subject")
    if mail.auto_submitted is not None and mail.auto_submitted.partition(";")[0].strip().lower() not in ("no", ""):
        return MailKind(kind="automatic", rule="auto-submitted")
    if sender in _DAEMONS or mail.content_type.lower().startswith("multipart/report"):
        return MailKind(kind="automatic", rule="mail-daemon")
    if mail.autoreply_header or (mail.precedence or "").strip().lower() in ("auto_reply", "bulk", "junk"):
        return MailKind(kind="automatic", rule="autoreply-header")
    if _AUTOMATIC_SUBJECT.match(mail.subject.strip()):
        return MailKind(kind="automatic", rule="automatic-subject")
    return MailKind(kind="answer", rule="none")
