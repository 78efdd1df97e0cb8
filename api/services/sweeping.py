"""What has passed is removed: sessions, failures, windows and answers, files without a decision, checked texts,
contacts and talks.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import asyncpg

from api.services import events
from api.services.clock import CLOCK
from api.services.passed import remove_passed
from api.services.pool import Pool
from api.services.register import talks
from db import imports, text_checks
from db.pool import transaction

#: Days that a file waits for a decision, and that rejected rows can be fetched.
KEPT_DAYS: Final = 14


async def sweep(pool: Pool) -> None:
    """Remove it all. Anyone may call this at any time; workers do so every quarter of an hour."""
    await remove_passed(pool)
    async with transaction(pool) as connection:
        await expire_files(connection)
        await forget_texts(connection)
    async with transaction(pool) as connection:
        await talks.remove_expired(connection)


async def expire_files(connection: asyncpg.Connection) -> None:
    """Delete the bytes of old files, and write down how many there were."""
    if expired := await imports.expire(connection, KEPT_DAYS):
        await events.record(connection, None, "imports_expired", "imports", files=expired, days=KEPT_DAYS)


async def forget_texts(connection: asyncpg.Connection) -> None:
    """Take checked texts away whose days have passed, and write down how many there were."""
    if gone := await text_checks.forget_bodies(connection, dt.datetime.now(CLOCK).date()):
        await events.record(connection, None, "texts_forgotten", "text_checks", texts=gone)
