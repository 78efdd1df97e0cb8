"""What has passed is removed: ended sessions, old failures, windows and answers, files that nobody decided about,
contacts and talks.
"""

from __future__ import annotations

from typing import Final

import asyncpg

from api.services import events
from api.services.passed import remove_passed
from api.services.pool import Pool
from api.services.register import talks
from db import imports
from db.pool import transaction

#: Days that a file waits for a decision, and that rejected rows can be fetched.
KEPT_DAYS: Final = 14


async def sweep(pool: Pool) -> None:
    """Remove it all. Anyone may call this at any time; workers do so every quarter of an hour."""
    await remove_passed(pool)
    async with transaction(pool) as connection:
        await expire_files(connection)
    async with transaction(pool) as connection:
        await talks.remove_expired(connection)


async def expire_files(connection: asyncpg.Connection) -> None:
    """Delete the bytes of old files, and write down how many there were."""
    if expired := await imports.expire(connection, KEPT_DAYS):
        await events.record(connection, None, "imports_expired", "imports", files=expired, days=KEPT_DAYS)
