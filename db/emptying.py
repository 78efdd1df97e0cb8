"""Throws away everything in a database: for the demo, whose data are invented."""

from __future__ import annotations

import asyncpg

from db.query import Query

_SCHEMAS = Query(
    """
    select format('drop schema %I cascade', nspname) from pg_namespace
    where nspname not like 'pg\\_%' and nspname <> 'information_schema'
    order by nspname
    """,
    str,
)


async def empty(connection: asyncpg.Connection) -> None:
    """Drop every schema with all that is in it, and make ``public`` anew; all or nothing."""
    async with connection.transaction():
        for statement in await _SCHEMAS.all(connection):
            await connection.execute(statement)
        await connection.execute("create schema public")
