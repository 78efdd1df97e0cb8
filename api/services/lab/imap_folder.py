"""A folder on an IMAP server, read and left as it was: nothing is deleted, moved or marked as seen.

What was read is remembered by UID (RFC 9051 §2.3.1.1): the caller keeps a :class:`FolderState` and hands it in again. A
folder that was made anew has another UIDVALIDITY; then everything is read again, and fingerprints tell what is known.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import imaplib
import re
import ssl
from base64 import b64encode
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Final

import msgspec

from api.services.lab.composing import Facts
from api.services.lab.incoming import LIMITS, Inbox, ReadingLimits, collect
from api.services.lab.outgoing import Security, is_this_machine
from api.services.lab.reading_mail import RawMessage

_INTERNAL_DATE: Final = re.compile(rb'INTERNALDATE "([^"]{10,40})"')
_SIZE: Final = re.compile(rb"RFC822\.SIZE (\d+)")


class FolderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The mailbox that replies of a study come in at."""

    host: str
    port: int
    security: Security = "tls"
    user: str
    password: str
    folder: str = "INBOX"
    certificates: str | None = None
    """A file of certificates (PEM) to trust instead of the machine's own."""
    timeout: float = 30.0
    """Seconds without an answer after which the line counts as broken."""

    def __repr__(self) -> str:
        return f"FolderSettings(host={self.host!r}, port={self.port}, user={self.user!r}, folder={self.folder!r})"


class FolderState(msgspec.Struct, frozen=True, kw_only=True):
    """How far a folder was read."""

    uid_validity: int
    last_uid: int = 0


class FolderRead(msgspec.Struct, frozen=True, kw_only=True):
    """What was new. ``more``: the limit was reached, ask again with the new state."""

    inbox: Inbox
    state: FolderState
    more: bool = False


class MailboxClosed(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing was read. Text: ``lab-mail-<code>``. ``later``: trying again may help."""

    code: str
    facts: Facts = {}
    later: bool = False


async def read_folder(
    settings: FolderSettings | None,
    state: FolderState | None = None,
    limits: ReadingLimits = LIMITS,
    known: frozenset[str] = frozenset(),
) -> FolderRead | MailboxClosed:
    """The messages that came since ``state``, in a thread. ``None`` for the settings: this study reads no mailbox."""
    if settings is None:
        return MailboxClosed(code="reading-is-off")
    if settings.security == "none" and not is_this_machine(settings.host):
        return MailboxClosed(code="password-in-the-open", facts={"host": settings.host})
    if not f"{settings.user}{settings.password}".isascii():
        return MailboxClosed(code="login-not-ascii")
    return await asyncio.to_thread(_read, settings, state, limits, known)


def _read(
    settings: FolderSettings, state: FolderState | None, limits: ReadingLimits, known: frozenset[str]
) -> FolderRead | MailboxClosed:
    place: Facts = {"host": settings.host, "port": str(settings.port)}
    try:
        server = _connected(settings)
        try:
            return _new_messages(server, settings, state, limits, known)
        finally:
            with contextlib.suppress(imaplib.IMAP4.error, OSError):
                server.logout()
    except ssl.SSLCertVerificationError as fault:
        return MailboxClosed(code="certificate-not-trusted", facts={**place, "why": fault.verify_message})
    except (imaplib.IMAP4.abort, OSError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else type(fault).__name__
        return MailboxClosed(code="server-not-reachable", facts={**place, "why": why}, later=True)
    except imaplib.IMAP4.error as fault:
        return MailboxClosed(code="mailbox-refused", facts={**place, "words": _told(fault)})


def _told(fault: Exception) -> str:
    words = fault.args[0] if fault.args else ""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    return " ".join(text.split())[:300]


def _connected(settings: FolderSettings) -> imaplib.IMAP4:
    context = None if settings.security == "none" else ssl.create_default_context(cafile=settings.certificates)
    if settings.security == "tls":
        return imaplib.IMAP4_SSL(settings.host, settings.port, ssl_context=context, timeout=settings.timeout)
    server = imaplib.IMAP4(settings.host, settings.port, timeout=settings.timeout)
    if settings.security == "starttls":
        try:
            server.starttls(ssl_context=context)
        except BaseException:
            with contextlib.suppress(OSError):  # the encryption may have closed it already
                server.shutdown()
            raise
    return server


def _new_messages(
    server: imaplib.IMAP4,
    settings: FolderSettings,
    state: FolderState | None,
    limits: ReadingLimits,
    known: frozenset[str],
) -> FolderRead | MailboxClosed:
    server.login(settings.user, settings.password)
    answer, _ = server.select(mailbox_name(settings.folder), readonly=True)
    if answer != "OK":
        return MailboxClosed(code="mailbox-unknown", facts={"folder": settings.folder})
    _, validity = server.response("UIDVALIDITY")
    number = int(validity[0]) if validity and isinstance(validity[0], bytes) else 0
    last = state.last_uid if state is not None and state.uid_validity == number else 0
    _, found = server.uid("SEARCH", f"UID {last + 1}:*")
    # RFC 9051 §6.4.8: "*" is the last message, also where that has a lower number than asked for.
    uids = sorted(uid for uid in map(int, b" ".join(part for part in found if part).split()) if uid > last)
    now = uids[: limits.messages]
    inbox = collect(_fetched(server, now, limits.message_bytes), limits, known)
    reached = FolderState(uid_validity=number, last_uid=now[-1] if now else last)
    return FolderRead(inbox=inbox, state=reached, more=len(uids) > len(now))


def _fetched(server: imaplib.IMAP4, uids: list[int], largest: int) -> Iterator[RawMessage]:
    for uid in uids:
        _, answer = server.uid("FETCH", str(uid), f"(INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.{largest}>)")
        content = next((part[1] for part in answer if isinstance(part, tuple)), None)
        if content is None:
            continue  # somebody took it away between our search and now
        told = b" ".join(part[0] if isinstance(part, tuple) else part for part in answer if part)
        size = _SIZE.search(told)
        yield RawMessage(
            place=f"uid {uid}",
            content=content,
            size=int(size[1]) if size else len(content),
            received_at=_internal_date(told),
        )


def _internal_date(told: bytes) -> dt.datetime | None:
    found = _INTERNAL_DATE.search(told)
    if found is None:
        return None
    try:
        return parsedate_to_datetime(found[1].decode("ascii").strip().replace("-", " ", 2)).astimezone(dt.UTC)
    except (ValueError, TypeError):  # a server with a calendar of its own
        return None


def mailbox_name(folder: str) -> str:
    """The folder as IMAP4rev1 spells it: modified UTF-7 (RFC 3501 §5.1.3), in quotes."""
    out = []
    for piece in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", folder):
        if piece.isascii() and piece.isprintable():
            out.append(piece.replace("&", "&-"))
        else:
            coded = b64encode(piece.encode("utf-16-be")).decode("ascii").rstrip("=").replace("/", ",")
            out.append(f"&{coded}-")
    return '"' + "".join(out).replace("\\", "\\\\").replace('"', '\\"') + '"'
