"""One letter to one company, by SMTP. Off until somebody fills in the settings of the study's own domain.

Theory of operation. An attempt has one of three ends: *sent* (the server took it), *refused* (no attempt like this will
succeed) or *try later*. One case is neither: the line broke after the letter was handed over and before the server
answered. That is *try later* with ``perhaps_sent``: a person looks first, because a second letter to the same company
spoils the test. The token of the dispatch makes a second attempt the same mail with the same Message-ID: a mail program
that gets it twice can tell. Nothing here remembers what was sent: the caller does.

Blocking by nature, so it runs in a thread (docs/decisions/0401). A cancelled caller does not stop the thread: a letter
that is under way stays under way, and the caller who must know awaits it.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import smtplib
import ssl
from typing import Final, Literal

import msgspec

from api.services.lab.addresses import plain_domain
from api.services.lab.composing import ComposedMail, Facts, OutgoingLetter, Refused, compose

Security = Literal["none", "starttls", "tls"]
Step = Literal["greeting", "login", "sender", "recipient", "content"]


class MailSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The mail server of a study. ``allowed_recipient_domains`` is the test mode: letters go to those domains only."""

    host: str
    port: int
    security: Security = "starttls"
    user: str | None = None
    password: str | None = None
    own_domain: str
    allowed_recipient_domains: frozenset[str] | None = None
    certificates: str | None = None
    """A file of certificates (PEM) to trust instead of the machine's own."""
    timeout: float = 30.0
    """Seconds without an answer after which the line counts as broken."""

    def __repr__(self) -> str:
        return f"MailSettings(host={self.host!r}, port={self.port}, security={self.security!r}, user={self.user!r})"


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """The server took the letter. Whether a company's server takes it too, a bounce will say."""

    message_id: str


class TryLater(msgspec.Struct, frozen=True, kw_only=True):
    """It was not sent now, and may be later. Text: ``lab-mail-<code>``."""

    code: str
    facts: Facts = {}
    perhaps_sent: bool = False
    """The line broke before the answer came: the company may have the letter. Look before you send again."""


Outcome = Sent | Refused | TryLater

_LONGEST_REPLY: Final = 300


async def send_letter(settings: MailSettings | None, letter: OutgoingLetter) -> Outcome:
    """Send one letter. ``None`` for the settings is how a study begins: then nothing is sent."""
    if settings is None:
        return Refused(code="sending-is-off")
    composed = compose(letter, settings.own_domain)
    if isinstance(composed, Refused):
        return composed
    allowed = settings.allowed_recipient_domains
    if allowed is not None and composed.recipient.domain not in {plain_domain(domain) for domain in allowed}:
        return Refused(code="recipient-not-allowed", facts={"domain": composed.recipient.domain})
    if settings.password is not None and settings.security == "none" and not is_this_machine(settings.host):
        return Refused(code="password-in-the-open", facts={"host": settings.host})
    if not f"{settings.user}{settings.password}".isascii():
        return Refused(code="login-not-ascii")
    return await asyncio.to_thread(_deliver, settings, composed)


def is_this_machine(host: str) -> bool:
    """Whether what goes to the host stays on this machine."""
    if host == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _deliver(settings: MailSettings, mail: ComposedMail) -> Outcome:
    place: Facts = {"host": settings.host, "port": str(settings.port)}
    handed_over = False
    try:
        server = _connected(settings)
        try:
            if settings.user is not None:
                server.login(settings.user, settings.password or "")
            options = [f"SIZE={len(mail.content)}"] if server.has_extn("size") else []
            number, words = server.mail(str(mail.sender), options)
            if number != 250:
                return _answered(number, words, "sender")
            number, words = server.rcpt(str(mail.recipient))
            if number not in (250, 251):
                return _answered(number, words, "recipient")
            handed_over = True
            number, words = server.data(mail.content)
            return Sent(message_id=mail.message_id) if number == 250 else _answered(number, words, "content")
        finally:
            _leave(server)
    except smtplib.SMTPNotSupportedError:
        return Refused(code="server-cannot", facts={**place, "security": settings.security})
    except smtplib.SMTPAuthenticationError as refusal:
        return _answered(refusal.smtp_code, refusal.smtp_error, "login")
    except smtplib.SMTPDataError as refusal:  # it said no before the content: nothing was handed over
        return _answered(refusal.smtp_code, refusal.smtp_error, "content")
    except smtplib.SMTPResponseException as refusal:
        if handed_over:
            return TryLater(code="line-broke-after-letter", facts=place, perhaps_sent=True)
        return _answered(refusal.smtp_code, refusal.smtp_error, "greeting")
    except ssl.SSLCertVerificationError as fault:
        return Refused(code="certificate-not-trusted", facts={**place, "why": fault.verify_message})
    except OSError as fault:  # smtplib's own exceptions are of this kind too
        if handed_over:
            return TryLater(code="line-broke-after-letter", facts=place, perhaps_sent=True)
        if type(fault) is smtplib.SMTPException:  # no way to log in that both know
            return Refused(code="server-cannot", facts={**place, "security": settings.security})
        return TryLater(code="server-not-reachable", facts={**place, "why": fault.strerror or type(fault).__name__})


def _connected(settings: MailSettings) -> smtplib.SMTP:
    """A greeted server. ``local_hostname``: else our machine's own name would stand in every letter."""
    context = None if settings.security == "none" else ssl.create_default_context(cafile=settings.certificates)
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.host,
            settings.port,
            local_hostname=settings.own_domain,
            timeout=settings.timeout,
            context=context,
        )
    else:
        server = smtplib.SMTP(
            settings.host, settings.port, local_hostname=settings.own_domain, timeout=settings.timeout
        )
    try:
        server.ehlo_or_helo_if_needed()
        if settings.security == "starttls":
            server.starttls(context=context)
            server.ehlo()
    except BaseException:
        server.close()
        raise
    return server


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye. What the server thinks of that changes nothing: it has the letter or it has not."""
    with contextlib.suppress(smtplib.SMTPException, OSError):
        server.quit()
    server.close()


def _answered(number: int, words: bytes | str, step: Step) -> Refused | TryLater:
    """RFC 5321 §4.2.1: 4yz is "Transient Negative Completion", 5yz "Permanent Negative Completion"."""
    told = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    facts: Facts = {"reply": str(number), "words": " ".join(told.split())[:_LONGEST_REPLY], "step": step}
    if 500 <= number < 600:
        return Refused(code="server-refused", facts=facts)
    # An answer outside the protocol after the letter was handed over says nothing about the letter.
    return TryLater(code="server-busy", facts=facts, perhaps_sent=step == "content" and not 400 <= number < 500)
