"""How often somebody may ask."""

from __future__ import annotations

from api.messages.faults import TooManyRequests
from api.services.pool import Pool
from db import rate_limits
from db.pool import transaction


async def spend(pool: Pool, bucket: str, *, limit: int, window_seconds: int) -> None:
    """Count a request of ``bucket``. The window is at most an hour.

    Raises
    ------
    TooManyRequests
        More than ``limit`` in this window; facts: seconds until the next one.
    """
    async with transaction(pool) as connection:
        hit = await rate_limits.hit(connection, bucket, window_seconds)
    if hit.hits > limit:
        raise TooManyRequests(seconds=hit.seconds)
