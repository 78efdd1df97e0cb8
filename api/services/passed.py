"""What has passed in either half is removed: ended sessions, old failures to sign in, windows of limits, kept answers.

SQL that names no schema: the connection decides which half it is. The placing half has workers, which do this with
more of their own (:mod:`api.services.sweeping`); the lab has none, so its website does it, and ``stagekans lab sweep``.
"""

from __future__ import annotations

import asyncio
from typing import Final

import structlog

from api.services.pool import Pool
from db import idempotency, rate_limits, sessions, sign_in_failures
from db.pool import transaction

_log: Final = structlog.get_logger(__name__)

#: Seconds between removals. The sessions and answers themselves say when they end.
EVERY: Final = 900.0


async def remove_passed(pool: Pool) -> None:
    """Remove it all. Anyone may call this at any time."""
    async with transaction(pool) as connection:
        for remove in (
            sessions.remove_ended,
            sign_in_failures.remove_old,
            rate_limits.remove_old,
            idempotency.remove_old,
        ):
            await remove(connection)


async def keep_removing(pool: Pool, *, every: float = EVERY) -> None:
    """Do so now and time and again, until cancelled. A round that fails is told in the log, and the next one comes."""
    while True:
        try:
            await remove_passed(pool)
        except Exception as fault:  # a database that is away comes back; whatever else it is, the website stays up
            _log.warning("sweep_failed", detail=type(fault).__name__)
        await asyncio.sleep(every)
