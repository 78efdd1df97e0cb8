"""One mail with one recipient, from its parts to its bytes.

The same letter gives the same bytes. Nothing in it tells what made it: no mailer's name, no name of this machine.
"""

from __future__ import annotations

import datetime as dt
import re
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import Final

import msgspec

from api.services.clock import CLOCK
from api.services.lab.addresses import TOKEN, Address, plain_address, recipient_address

#: Bytes of all attachments together; base64 makes them a third larger, and many servers stop at 10 MB.
MOST_ATTACHED: Final = 5 * 1024 * 1024
_LONGEST_HEADER: Final = 200
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MESSAGE_ID: Final = re.compile(r"<[!-;=?-~]{1,250}>")
_KINDS: Final = {
    ".pdf": ("application", "pdf"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_SEVEN_BIT: Final = SMTP.clone(cte_type="7bit")

Facts = dict[str, str | int]


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """It was not sent, and sending it again as it is will not help. Text: ``lab-mail-<code>``."""

    code: str
    facts: Facts = {}


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """A file that goes along: the ending of its name (.pdf or .docx) says what it is."""

    name: str
    content: bytes


class OutgoingLetter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter of one dispatch. ``answers``: Message-ID of the reply that this answers, with its brackets."""

    token: str
    from_address: str
    from_name: str
    to_address: str
    to_name: str = ""
    subject: str
    text: str
    date: dt.datetime
    attachments: tuple[Attached, ...] = ()
    answers: str | None = None


class ComposedMail(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes ready for a server, and the envelope around them."""

    message_id: str
    sender: Address
    recipient: Address
    content: bytes


def message_id_of(token: str, own_domain: str) -> str:
    """The Message-ID of the letter with this token, with its brackets."""
    return f"<{token}@{own_domain}>"


def compose(letter: OutgoingLetter, own_domain: str) -> ComposedMail | Refused:
    """The mail, or the first thing that is wrong with it.

    Raises
    ------
    ValueError
        The date has no time zone: the caller must say which moment it is.
    """
    if letter.date.tzinfo is None:
        raise ValueError("the date of a letter needs a time zone")
    sender, recipient = plain_address(letter.from_address), recipient_address(letter.to_address)
    wrong = _wrong_header(letter) or _wrong_attachment(letter)
    if wrong:
        return wrong
    if re.search(r"[,;\s]|@.*@", letter.to_address.strip()):
        return Refused(code="several-recipients")
    if recipient is None:
        return Refused(code="recipient-unreadable")
    if sender is None:
        return Refused(code="sender-unreadable")
    if sender.domain != own_domain.lower():
        return Refused(code="sender-of-another-domain", facts={"domain": sender.domain, "own": own_domain})
    if not TOKEN.fullmatch(letter.token):
        return Refused(code="token-guessable")
    reply_to = sender.tagged(letter.token)
    if len(reply_to.local) > 64:
        return Refused(code="sender-too-long")
    return ComposedMail(
        message_id=message_id_of(letter.token, own_domain),
        sender=reply_to,
        recipient=recipient,
        content=_bytes(letter, sender, reply_to, recipient, own_domain),
    )


def _wrong_header(letter: OutgoingLetter) -> Refused | None:
    """Header injection: a line break in a name or a subject would begin a header that we did not write."""
    one_line = {
        "from_address": letter.from_address,
        "from_name": letter.from_name,
        "to_address": letter.to_address,
        "to_name": letter.to_name,
        "subject": letter.subject,
        **{f"attachments.{place}": attached.name for place, attached in enumerate(letter.attachments, start=1)},
    }
    for field, value in one_line.items():
        if _CONTROL.search(value):
            return Refused(code="line-break-in-header", facts={"field": field})
        if len(value) > _LONGEST_HEADER:
            return Refused(code="header-too-long", facts={"field": field, "most": _LONGEST_HEADER})
    if letter.answers is not None and not _MESSAGE_ID.fullmatch(letter.answers):
        return Refused(code="answered-message-unreadable")
    return None


def _wrong_attachment(letter: OutgoingLetter) -> Refused | None:
    for attached in letter.attachments:
        if _ending(attached.name) not in _KINDS or re.search(r'[/\\:"]', attached.name):
            return Refused(code="attachment-of-another-kind", facts={"name": attached.name})
    size = sum(len(attached.content) for attached in letter.attachments)
    if size > MOST_ATTACHED:
        return Refused(code="attachments-too-large", facts={"bytes": size, "most": MOST_ATTACHED})
    return None


def _ending(name: str) -> str:
    return name[name.rfind(".") :].lower() if "." in name[1:] else ""


def _bytes(letter: OutgoingLetter, sender: Address, reply_to: Address, recipient: Address, own_domain: str) -> bytes:
    mail = EmailMessage(policy=_SEVEN_BIT)
    # Quoted-printable keeps every line under the 998 characters of RFC 5322 §2.1.1, however long a paragraph is.
    mail.set_content("\n".join(letter.text.splitlines()) + "\n", charset="utf-8", cte="quoted-printable")
    for attached in letter.attachments:
        maintype, subtype = _KINDS[_ending(attached.name)]
        mail.add_attachment(attached.content, maintype=maintype, subtype=subtype, filename=attached.name)
    if letter.attachments:
        # Else the library draws one at random; a token is as unlikely to stand in a file as that.
        mail.set_boundary(f"=_{letter.token}")
    # These headers are written by hand: EmailMessage of Python 3.11 wraps a long Message-ID as an encoded word, so that
    # no program knows it again, and loses blanks where it folds words with accents.
    headers = {
        "Message-ID": message_id_of(letter.token, own_domain),
        "Date": format_datetime(letter.date.astimezone(CLOCK)),
        "From": _mailbox("From", letter.from_name, sender),
        "To": _mailbox("To", letter.to_name, recipient),
        "Reply-To": _mailbox("Reply-To", letter.from_name, reply_to),
        "Subject": _words("Subject", letter.subject),
    }
    if letter.answers:
        headers |= {"In-Reply-To": letter.answers, "References": letter.answers}
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode("ascii") + mail.as_bytes()


def _words(header: str, text: str) -> str:
    """The text as a header may carry it: RFC 2047 where it is not plain ASCII."""
    if text.isascii() and "=?" not in text:
        return text
    return Header(text, "utf-8", header_name=header, maxlinelen=76).encode(linesep="\r\n")


def _mailbox(header: str, name: str, address: Address) -> str:
    if name.isascii() and "=?" not in name:
        return formataddr((name, str(address)))
    return f"{_words(header, name)}\r\n <{address}>"
