"""Whether the database answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.query import Query

if TYPE_CHECKING:
    import asyncpg

_ANSWERS = Query("select true as answers", bool)


async def answers(connection: asyncpg.Connection) -> bool:
    """True, or the error of a database that is away."""
    return await _ANSWERS.one(connection)
