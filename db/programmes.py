"""The programmes by their code: name and level, for people to read."""

from __future__ import annotations

import asyncpg

from db.query import Statement

_UPSERT = Statement(
    """
    insert into placement.programme (crebo, name, level) values ($1, $2, $3)
    on conflict (crebo) do update set name = excluded.name, level = excluded.level
    """
)


async def upsert_many(connection: asyncpg.Connection, programmes: list[tuple[str, str, int]]) -> None:
    """Keep these (crebo, name, level); codes that were known get the new name."""
    await _UPSERT.run_many(connection, programmes)
