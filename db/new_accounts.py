"""Making accounts of the placing half. Everything else about accounts is alike in both halves (``db.accounts``)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg

_INSERT = Query(
    """
    insert into placement.account (sign_in_name, display_name, password_hash, language, all_programmes)
    values ($1, $2, $3, $4, $5) returning account_id
    """,
    uuid.UUID,
)
_INSERT_ROLES = Statement("insert into placement.account_role (account_id, role) select $1, unnest($2::text[])")
_INSERT_PROGRAMMES = Statement(
    "insert into placement.account_programme (account_id, crebo) select distinct $1::uuid, unnest($2::text[])"
)


async def insert(
    connection: asyncpg.Connection,
    *,
    sign_in_name: str,
    display_name: str,
    password_hash: str,
    language: str,
    all_programmes: bool,
    roles: list[str],
    programmes: list[str],
) -> uuid.UUID:
    """Make an account with its roles and programmes."""
    account_id = await _INSERT.one(connection, sign_in_name, display_name, password_hash, language, all_programmes)
    await _INSERT_ROLES.run(connection, account_id, roles)
    await _INSERT_PROGRAMMES.run(connection, account_id, programmes)
    return account_id
