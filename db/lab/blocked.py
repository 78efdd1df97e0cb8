"""Companies that every study leaves alone."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class BlockedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A company, why it is left alone, and who said so."""

    blocked_id: int
    identity: dict[str, Any]
    reason: str
    person: str
    at: dt.datetime


_LISTED = Query(
    """
    select b.blocked_id, b.identity, b.reason, a.display_name as person, b.at
    from lab.blocked_company b join lab.account a using (account_id)
    order by lower(b.identity ->> 'company'), b.blocked_id
    """,
    BlockedRow,
)


async def listed(connection: asyncpg.Connection) -> list[BlockedRow]:
    """All of them, by name."""
    return await _LISTED.all(connection)


_IDENTITIES = Query("select identity from lab.blocked_company", dict)


async def identities(connection: asyncpg.Connection) -> list[dict[str, Any]]:
    """Who they are, without the rest."""
    return await _IDENTITIES.all(connection)


_INSERT = Query(
    "insert into lab.blocked_company (identity, reason, account_id) values ($1, $2, $3) returning blocked_id", int
)


async def insert(connection: asyncpg.Connection, identity: dict[str, Any], reason: str, account_id: uuid.UUID) -> int:
    """Leave a company alone from now on; the number of its row."""
    return await _INSERT.one(connection, identity, reason, account_id)


_DELETE = Statement("delete from lab.blocked_company where blocked_id = $1")


async def delete(connection: asyncpg.Connection, blocked_id: int) -> bool:
    """Take a company off the list; False where it was not on it."""
    return await _DELETE.run(connection, blocked_id) == 1
