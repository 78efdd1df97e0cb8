"""The worker of the lab: does the jobs that people asked for, one at a time, until it is told to stop.

Jobs stand in the lab's own schema (decision 0451). SIGTERM gives the job at hand back within a second or two, for
another worker; a worker that is killed is noticed after half a minute.
"""

from __future__ import annotations

import asyncio
import signal
import time
from contextlib import suppress
from typing import Final

import structlog

from api.services.constraints import database_is_away
from api.services.lab import job_running, jobs
from api.services.pool import Pool
from db.halves import LAB
from db.pool import open_pool

_log: Final = structlog.get_logger(__name__)

#: Seconds between two looks at what waits, and between two clean-ups.
_LOOK: Final = 1.0
_CLEAN: Final = 900.0


async def work(database_url: str) -> None:
    """Work until SIGTERM, SIGINT or cancellation. A database that goes away is waited for."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not in the main thread, or not on this system
            loop.add_signal_handler(number, stopping.set)
    pool = await open_pool(database_url, LAB, size=4)
    stop = asyncio.create_task(stopping.wait())
    working = asyncio.create_task(_work(pool))
    try:
        await asyncio.wait({stop, working}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
    finally:
        for task in (stop, working):
            task.cancel()
        await asyncio.gather(stop, working, return_exceptions=True)
        pool.terminate()


async def _work(pool: Pool) -> None:
    cleaned = -_CLEAN
    while True:
        try:
            if time.monotonic() - cleaned >= _CLEAN:
                cleaned = time.monotonic()
                await jobs.clean(pool)
            if await job_running.do_one(pool):
                continue
        except Exception as error:
            if not database_is_away(error):
                raise
            _log.warning("database_away", detail=type(error).__name__)
        await asyncio.sleep(_LOOK)
