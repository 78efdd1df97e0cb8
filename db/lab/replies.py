"""What companies sent or said, and the withdrawals that they are owed."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, Final

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class ReplyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A reply. ``dispatch_id`` None: a person decides where it belongs."""

    reply_id: uuid.UUID
    dispatch_id: str | None
    kind: str
    how: dict[str, Any]
    received_at: dt.datetime
    message: dict[str, Any] | None
    positive: bool | None


class NewReplyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A reply to be stored."""

    dispatch_id: str | None
    fingerprint: str
    kind: str
    how: dict[str, Any]
    received_at: dt.datetime
    message: dict[str, Any]
    redacted: str | None
    positive: bool | None = None


_INSERT = Query(
    """
    insert into lab.reply (study_id, dispatch_id, fingerprint, kind, how, received_at, message, redacted, recorded_by,
        positive)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (study_id, fingerprint) do nothing
    returning reply_id
    """,
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection, study_id: uuid.UUID, reply: NewReplyRow, *, by: uuid.UUID
) -> uuid.UUID | None:
    """Keep a reply; None where it is there already."""
    return await _INSERT.first(
        connection, study_id, reply.dispatch_id, reply.fingerprint, reply.kind, reply.how, reply.received_at,
        reply.message, reply.redacted, by, reply.positive,
    )  # fmt: skip


_FINGERPRINTS = Query("select fingerprint from lab.reply where study_id = $1", str)


async def fingerprints(connection: asyncpg.Connection, study_id: uuid.UUID) -> frozenset[str]:
    """The messages that are there."""
    return frozenset(await _FINGERPRINTS.all(connection, study_id))


_WHOLE: Final = """
select reply_id, dispatch_id, kind, how, received_at, message, positive
from lab.reply
"""
_BY_ID_LOCKED = Query(
    f"""
    {_WHOLE} where study_id = $1 and reply_id = $2 for update
    """,
    ReplyRow,
)


async def by_id_locked(connection: asyncpg.Connection, study_id: uuid.UUID, reply_id: uuid.UUID) -> ReplyRow | None:
    """One reply, to change it."""
    return await _BY_ID_LOCKED.first(connection, study_id, reply_id)


_OF_DISPATCH = Query(
    f"""
    {_WHOLE} where study_id = $1 and dispatch_id = $2
    order by received_at, reply_id
    """,
    ReplyRow,
)


async def of_dispatch(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> list[ReplyRow]:
    """The replies to one application, the oldest first."""
    return await _OF_DISPATCH.all(connection, study_id, dispatch_id)


_LOOSE = Query(
    f"""
    {_WHOLE} where study_id = $1 and dispatch_id is null and (how ? 'set_aside') = $2
    order by received_at, reply_id
    limit $3 offset $4
    """,
    ReplyRow,
)
_LOOSE_COUNT = Query(
    """
    select count(*)::integer as number
    from lab.reply where study_id = $1 and dispatch_id is null and (how ? 'set_aside') = $2
    """,
    int,
)


async def loose(
    connection: asyncpg.Connection, study_id: uuid.UUID, *, set_aside: bool, limit: int, offset: int
) -> list[ReplyRow]:
    """Replies without a dispatch: to be decided on, or set aside."""
    return await _LOOSE.all(connection, study_id, set_aside, limit, offset)


async def loose_count(connection: asyncpg.Connection, study_id: uuid.UUID, *, set_aside: bool) -> int:
    """How many there are."""
    return await _LOOSE_COUNT.one(connection, study_id, set_aside)


_NOT_JUDGED = Query(
    f"""
    {_WHOLE} where study_id = $1 and dispatch_id is not null and positive is null
        and kind in ('reply', 'call', 'letter')
    order by received_at, reply_id
    limit $2
    """,
    ReplyRow,
)


async def not_judged(connection: asyncpg.Connection, study_id: uuid.UUID, *, limit: int) -> list[ReplyRow]:
    """Replies of which nobody said whether they are positive: their clock may be running."""
    return await _NOT_JUDGED.all(connection, study_id, limit)


_ASSIGN = Statement(
    "update lab.reply set dispatch_id = $3, how = $4, redacted = $5 where study_id = $1 and reply_id = $2"
)


async def assign(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    reply_id: uuid.UUID,
    *,
    dispatch_id: str | None,
    how: dict[str, Any],
    redacted: str | None,
) -> None:
    """A person said where it belongs."""
    await _ASSIGN.run(connection, study_id, reply_id, dispatch_id, how, redacted)


_SET_POSITIVE = Statement("update lab.reply set positive = $3 where study_id = $1 and reply_id = $2")


async def set_positive(
    connection: asyncpg.Connection, study_id: uuid.UUID, reply_id: uuid.UUID, *, positive: bool | None
) -> None:
    """Whether the company wants to go on with the applicant."""
    await _SET_POSITIVE.run(connection, study_id, reply_id, positive)


_OTHER_DOMAINS = Query(
    """
    select distinct lower(protocol->'fieldwork'->>'mail_domain') as domain
    from lab.study
    where study_id <> $1 and state not in ('draft', 'registered')
        and protocol->'fieldwork'->>'mail_domain' <> ''
    """,
    str,
)


async def other_domains(connection: asyncpg.Connection, study_id: uuid.UUID) -> frozenset[str]:
    """The mail domains of the other studies."""
    return frozenset(await _OTHER_DOMAINS.all(connection, study_id))


_FOLDER = Query("select inbox from lab.study where study_id = $1", dict)


async def folder(connection: asyncpg.Connection, study_id: uuid.UUID) -> dict[str, Any] | None:
    """How far the mailbox on the server was read."""
    return await _FOLDER.first(connection, study_id)


_SET_FOLDER = Statement("update lab.study set inbox = $2 where study_id = $1")


async def set_folder(connection: asyncpg.Connection, study_id: uuid.UUID, state: dict[str, Any]) -> None:
    """How far it was read now."""
    await _SET_FOLDER.run(connection, study_id, state)
