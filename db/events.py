"""The event log: append-only, each event hashed together with the one before it.

``hash = sha256(previous_hash || row)``, where ``row`` is the JSON array ``[event_number, at, account_id, kind,
subject, facts]`` in UTF-8 without blanks: object keys sorted, ``at`` in ISO 8601 and UTC, whole numbers written
without a fraction. The first event follows 32 zero bytes. Whoever keeps a copy of the newest number and hash (the
*head*) can later prove that nothing before it was changed, removed or slipped in; without such a copy only the
loss of events at the very end goes unseen.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Mapping
from typing import Any, Literal

import asyncpg
import msgspec

from db.query import Query, Statement

FIRST_PREVIOUS_HASH = bytes(32)

#: Any fixed number: the key of the advisory lock that makes appending a queue of one.
_LOCK = 7_319_043_116
_PAGE = 5_000


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it is stored."""

    event_number: int
    at: dt.datetime
    account_id: uuid.UUID | None
    kind: str
    subject: str
    facts: dict[str, Any]
    previous_hash: bytes
    hash: bytes

    def expected_hash(self) -> bytes:
        """What `hash` must be, given the rest of the row."""
        who = None if self.account_id is None else str(self.account_id)
        when = self.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
        row = [self.event_number, when, who, self.kind, self.subject, _plain(self.facts)]
        return hashlib.sha256(self.previous_hash + msgspec.json.encode(row, order="deterministic")).digest()


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    event_number: int
    hash: bytes
    at: dt.datetime


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """What a walk over the whole log found."""

    events: int
    head: bytes
    fault: Literal["altered", "unlinked", "missing"] | None
    """``altered``: the row does not give its own hash; ``unlinked``: it does not follow the row before it;
    ``missing``: numbers are skipped."""
    at_event: int | None
    """The first event where the fault shows."""


_LATEST = Query(
    """
    select coalesce(latest.event_number, 0) as event_number, coalesce(latest.hash, $1) as hash, clock_timestamp() as at
    from (select 1) as always left join lateral
        (select event_number, hash from event order by event_number desc limit 1) as latest on true
    """,
    _Head,
)
_INSERT = Statement(
    """
    insert into event (event_number, at, account_id, kind, subject, facts, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    """
)
_PAGE_AFTER = Query(
    """
    select event_number, at, account_id, kind, subject, facts, previous_hash, hash
    from event where event_number > $1 order by event_number limit $2
    """,
    Event,
)


async def append(
    connection: asyncpg.Connection, *, account_id: uuid.UUID | None, kind: str, subject: str, facts: Mapping[str, Any]
) -> int:
    """Add one event at the end, inside the caller's transaction; its number.

    Appending waits for every other transaction that appended and has not ended: call it late in the transaction.
    """
    if not connection.is_in_transaction():
        raise RuntimeError("an event belongs to the transaction of the change that it tells about")
    await connection.execute("select pg_advisory_xact_lock($1)", _LOCK)
    latest = await _LATEST.one(connection, FIRST_PREVIOUS_HASH)
    event = Event(
        event_number=latest.event_number + 1,
        at=latest.at,
        account_id=account_id,
        kind=kind,
        subject=subject,
        facts=msgspec.json.decode(msgspec.json.encode(dict(facts))),
        previous_hash=latest.hash,
        hash=b"",
    )
    await _INSERT.run(
        connection,
        event.event_number,
        event.at,
        event.account_id,
        event.kind,
        event.subject,
        event.facts,
        event.previous_hash,
        event.expected_hash(),
    )
    return event.event_number


_IS_RECORDED = Query("select exists (select from event where kind = $1 and subject = $2) as recorded", bool)


async def is_recorded(connection: asyncpg.Connection, *, kind: str, subject: str) -> bool:
    """Whether an event of this kind was ever written about the subject."""
    return await _IS_RECORDED.one(connection, kind, subject)


async def verify_chain(connection: asyncpg.Connection) -> Chain:
    """Walk the log from its first event to its last, and stop at the first fault."""
    events, head = 0, FIRST_PREVIOUS_HASH
    while page := await _PAGE_AFTER.all(connection, events, _PAGE):
        for event in page:
            fault = _fault(event, events, head)
            if fault is not None:
                return Chain(events=events, head=head, fault=fault, at_event=event.event_number)
            events, head = event.event_number, event.hash
    return Chain(events=events, head=head, fault=None, at_event=None)


def _fault(event: Event, before: int, head: bytes) -> Literal["altered", "unlinked", "missing"] | None:
    if event.event_number != before + 1:
        return "missing"
    if event.previous_hash != head:
        return "unlinked"
    return None if event.hash == event.expected_hash() else "altered"


def _plain(value: Any) -> Any:
    """The value as jsonb gives it back: 2.0 and 2 are one number there."""
    match value:
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case float() if value.is_integer():
            return int(value)
    return value
