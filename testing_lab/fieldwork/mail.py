"""Mail as the fieldwork sees it: what was sent, what came in, and how addresses and subjects are compared."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

import msgspec

_REPLY_MARK: Final = re.compile(
    r"^\s*(?:re|antw|antwoord|aw|fw|fwd|doorgestuurd|sv|tr)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE
)


class SentDispatch(msgspec.Struct, frozen=True, kw_only=True):
    """An application that was sent. ``token``: the plus-tag of its reply address, if it has one."""

    dispatch_id: str
    from_address: str
    to_address: str
    subject: str
    sent: dt.datetime
    message_id: str | None = None
    token: str | None = None


class DeliveryReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a delivery status notification says (RFC 3464): the action, the recipient, the message that it is about."""

    action: str
    final_recipient: str | None = None
    original_message_id: str | None = None


class InboundMail(msgspec.Struct, frozen=True, kw_only=True):
    """A message that came in, by its headers; ``to_addresses`` also from Cc, Delivered-To and X-Original-To.

    ``return_path``: "" for the empty one of notifications, ``None`` where it is not known.
    """

    message_id: str
    from_address: str
    to_addresses: tuple[str, ...]
    subject: str
    received: dt.datetime
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    auto_submitted: str | None = None
    precedence: str | None = None
    autoreply_header: bool = False
    content_type: str = "text/plain"
    return_path: str | None = None
    delivery: DeliveryReport | None = None


@lru_cache(maxsize=16_384)
def plain_address(address: str) -> str:
    """An address in small letters, without name and plus-tag.

    >>> plain_address("Jan de Wit <J.deWit+k7f2@Study.example>")
    'j.dewit@study.example'
    """
    local, at, domain = _bare(address).rpartition("@")
    return local.partition("+")[0] + at + domain


def tag_of(address: str) -> str | None:
    """The plus-tag of an address, if it has one.

    >>> tag_of("j.dewit+k7f2@study.example")
    'k7f2'
    """
    _, plus, tag = _bare(address).rpartition("@")[0].partition("+")
    return tag if plus and tag else None


def domain_of(address: str) -> str:
    """What stands behind the @."""
    return _bare(address).rpartition("@")[2]


def plain_subject(subject: str) -> str:
    """A subject without the marks of replying and forwarding.

    >>> plain_subject("RE: Antw: [1] Sollicitatie  stage"), plain_subject("Sollicitatie Stage")
    ('[1] sollicitatie stage', 'sollicitatie stage')
    """
    while _REPLY_MARK.match(subject):
        subject = _REPLY_MARK.sub("", subject, count=1)
    return " ".join(subject.casefold().split())


def plain_message_id(message_id: str) -> str:
    """A message id without its brackets."""
    return message_id.strip().strip("<>").strip()


def _bare(address: str) -> str:
    found = re.search(r"<([^<>]*)>\s*$", address)
    return (found[1] if found else address).strip().lower()
