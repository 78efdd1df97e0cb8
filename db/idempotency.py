"""The first answer to a post with an idempotency key."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class AnswerRow(msgspec.Struct, frozen=True, kw_only=True):
    """``status`` is None while the first request is being answered."""

    request_sha256: str
    status: int | None
    body: bytes | None
    media_type: str


# A request that died without an answer (its process was killed) gives the key back after ten minutes.
_CLAIM = Query(
    """
    insert into idempotency_key as k (account_id, key, request_sha256) values ($1, $2, $3)
    on conflict (account_id, key) do update
        set request_sha256 = excluded.request_sha256, status = null, body = null, created_at = now()
        where k.created_at < now() - interval '24 hours'
           or (k.status is null and k.created_at < now() - interval '10 minutes')
    returning true as claimed
    """,
    bool,
)


async def claim(connection: asyncpg.Connection, account_id: uuid.UUID, key: str, request_sha256: str) -> bool:
    """Whether this request is the first with the key, and may go on."""
    return await _CLAIM.first(connection, account_id, key, request_sha256) is not None


_ANSWER = Query(
    """
    select request_sha256, status, body, media_type
    from idempotency_key where account_id = $1 and key = $2
    """,
    AnswerRow,
)


async def answer(connection: asyncpg.Connection, account_id: uuid.UUID, key: str) -> AnswerRow | None:
    """What stands under the key."""
    return await _ANSWER.first(connection, account_id, key)


_STORE = Statement(
    """
    update idempotency_key set status = $3, body = $4, media_type = $5
    where account_id = $1 and key = $2 and status is null
    """
)


async def store(
    connection: asyncpg.Connection, account_id: uuid.UUID, key: str, status: int, body: bytes, media_type: str
) -> None:
    """Keep the answer for repeats."""
    await _STORE.run(connection, account_id, key, status, body, media_type)


_RELEASE = Statement("delete from idempotency_key where account_id = $1 and key = $2 and status is null")


async def release(connection: asyncpg.Connection, account_id: uuid.UUID, key: str) -> None:
    """The request broke: a repeat may try again."""
    await _RELEASE.run(connection, account_id, key)


_REMOVE_OLD = Statement("delete from idempotency_key where created_at < now() - interval '24 hours'")


async def remove_old(connection: asyncpg.Connection) -> int:
    """Remove answers older than a day."""
    return await _REMOVE_OLD.run(connection)
