"""Making accounts of the lab. Everything else about accounts is alike in both halves (``db.accounts``)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg

_INSERT = Query(
    """
    insert into lab.account (sign_in_name, display_name, password_hash, language)
    values ($1, $2, $3, $4) returning account_id
    """,
    uuid.UUID,
)
_INSERT_ROLES = Statement("insert into lab.account_role (account_id, role) select $1, unnest($2::text[])")


async def insert(
    connection: asyncpg.Connection,
    *,
    sign_in_name: str,
    display_name: str,
    password_hash: str,
    language: str,
    roles: list[str],
) -> uuid.UUID:
    """Make an account with its roles."""
    account_id = await _INSERT.one(connection, sign_in_name, display_name, password_hash, language)
    await _INSERT_ROLES.run(connection, account_id, roles)
    return account_id
