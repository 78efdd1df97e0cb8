"""Server-side sessions. The token is stored as a hash only: a copy of the table signs nobody in."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A live session with its account. ``stale``: last seen more than a minute ago."""

    account_id: uuid.UUID
    display_name: str
    language: str
    all_programmes: bool
    roles: tuple[str, ...]
    programmes: tuple[str, ...]
    csrf_token: str
    stale: bool


_INSERT = Statement(
    """
    insert into session (token_hash, account_id, csrf_token, expires_at)
    values ($1, $2, $3, now() + interval '24 hours')
    """
)


async def insert(connection: asyncpg.Connection, token_hash: bytes, account_id: uuid.UUID, csrf_token: str) -> None:
    """Begin a session: it ends after 24 hours, or after 8 hours without a request."""
    await _INSERT.run(connection, token_hash, account_id, csrf_token)


_LIVE = Query(
    """
    select a.account_id, a.display_name, a.language, a.all_programmes, a.roles, a.programmes,
           s.csrf_token, s.last_seen_at < now() - interval '1 minute' as stale
    from session s join account_in_full a using (account_id)
    where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - interval '8 hours'
    """,
    SessionRow,
)


async def live(connection: asyncpg.Connection, token_hash: bytes) -> SessionRow | None:
    """The session, unless it has ended."""
    return await _LIVE.first(connection, token_hash)


_TOUCH = Statement("update session set last_seen_at = now() where token_hash = $1")


async def touch(connection: asyncpg.Connection, token_hash: bytes) -> None:
    """The person is still there."""
    await _TOUCH.run(connection, token_hash)


_REMOVE = Query("delete from session where token_hash = $1 returning account_id", uuid.UUID)


async def remove(connection: asyncpg.Connection, token_hash: bytes) -> uuid.UUID | None:
    """End a session; whose it was."""
    return await _REMOVE.first(connection, token_hash)


_REMOVE_ALL_OF = Statement("delete from session where account_id = $1")


async def remove_all_of(connection: asyncpg.Connection, account_id: uuid.UUID) -> int:
    """End every session of an account."""
    return await _REMOVE_ALL_OF.run(connection, account_id)


_REMOVE_ENDED = Statement("delete from session where expires_at <= now() or last_seen_at <= now() - interval '8 hours'")


async def remove_ended(connection: asyncpg.Connection) -> int:
    """Remove sessions that have ended by themselves."""
    return await _REMOVE_ENDED.run(connection)
