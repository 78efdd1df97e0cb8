"""Replies to the letters of a study: a mailbox as a file or over IMAP, to messages that can be matched to dispatches.

Theory of operation. Every message that is there ends in exactly one of three places: *messages*; *repeated*, the same
mail once more; or *unreadable*, with its bytes, for a person. So nothing gets lost, and reading twice changes nothing.
What was odd about a message stands in ``findings`` with its number. Two mails are the same when their fingerprints
are: Message-ID, sender, date, subject and text. A Message-ID alone is not enough: some programs use one twice.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from api.services.lab.mailbox_file import is_mailbox, messages_in
from api.services.lab.reading_mail import InboundMessage, RawMessage, read_message
from testing_lab.findings import Finding


class ReadingLimits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is read at most: bytes of a file, bytes of a message, messages."""

    file_bytes: int = 2 * 1024**3
    message_bytes: int = 25 * 1024**2
    messages: int = 20_000


class Inbox(msgspec.Struct, frozen=True, kw_only=True):
    """What was in a mailbox. ``repeated``: places of mails that had been read before."""

    messages: tuple[InboundMessage, ...] = ()
    repeated: tuple[str, ...] = ()
    unreadable: tuple[RawMessage, ...] = ()
    findings: tuple[Finding, ...] = ()


LIMITS: Final = ReadingLimits()


def read_mailbox(source: bytes | Path, limits: ReadingLimits = LIMITS, known: frozenset[str] = frozenset()) -> Inbox:
    """The messages of an mbox file, or of one saved message. Large files take seconds: call it in a thread.

    ``known``: fingerprints of mails that were read before.
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.file_bytes:
        return _nothing(
            Finding(path="file", code="mailbox-too-large", facts={"bytes": size, "most": limits.file_bytes})
        )
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        start = stream.read(4096)
        if not start.strip():
            return _nothing(Finding(path="file", code="mailbox-empty", level="warning"))
        if not is_mailbox(start):
            return _nothing(Finding(path="file", code="mailbox-of-another-kind"))
        stream.seek(0)
        return collect(messages_in(stream, limits.message_bytes), limits, known)


def _nothing(finding: Finding) -> Inbox:
    return Inbox(findings=(finding,))


def collect(raws: Iterable[RawMessage], limits: ReadingLimits = LIMITS, known: frozenset[str] = frozenset()) -> Inbox:
    """Messages from anywhere, each in its one place."""
    messages: dict[str, InboundMessage] = {}
    used: dict[str, str] = {}
    repeated: list[str] = []
    unreadable: list[RawMessage] = []
    findings: list[Finding] = []
    for count, raw in enumerate(raws):
        if count == limits.messages:
            findings.append(Finding(path=raw.place, code="mailbox-too-long", facts={"most": limits.messages}))
            break
        try:
            message, found = read_message(raw)
        except Exception as fault:  # Python's mail parser raises dozens of kinds; nothing may get lost
            unreadable.append(raw)
            findings.append(Finding(path=raw.place, code="mail-unreadable", facts={"why": type(fault).__name__}))
            continue
        if message.fingerprint in known or message.fingerprint in messages:
            repeated.append(raw.place)
            continue
        messages[message.fingerprint] = message
        findings += found
        if message.message_id is not None:
            if message.message_id in used:
                twice = Finding(
                    path=raw.place,
                    code="mail-id-used-twice",
                    level="warning",
                    facts={"other": used[message.message_id]},
                )
                findings.append(twice)
            used.setdefault(message.message_id, raw.place)
    return Inbox(
        messages=tuple(messages.values()),
        repeated=tuple(repeated),
        unreadable=tuple(unreadable),
        findings=tuple(findings),
    )
