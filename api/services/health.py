"""Whether the program can do its work."""

from __future__ import annotations

from api.services.pool import Pool
from db import health


async def ask_database(pool: Pool) -> None:
    """Return when the database answers; raise what it raises otherwise."""
    async with pool.acquire(timeout=5) as connection:
        await health.answers(connection)
