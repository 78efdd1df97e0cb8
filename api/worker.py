"""The worker: takes runs from the queue until it is told to stop. Start as many as you like, on as many machines.

The queue (pgqueuer) only says that a run waits; the row of the run says what is true. So a job that comes twice, comes
late or is lost does no harm: a second claim is refused by the fencing token, and the watch below finds runs that
nobody asked for or whose worker died. SIGTERM gives a run back within a second or two, for another worker.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import signal
import time
import uuid
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

import structlog
from pgqueuer.core.qm import QueueManager
from pgqueuer.domain.errors import FailingListenerError, RetryRequested
from pgqueuer.domain.models import Job

from api.services import running, sweeping
from api.services.attempt import Timing, attempt
from api.services.constraints import database_is_away
from api.services.passed import EVERY
from api.services.pool import Pool
from db import queue
from db.pool import open_pool

_log: Final = structlog.get_logger(__name__)

#: Runs at once in one worker. pgqueuer asks for at least twice the batch size of one.
_AT_ONCE: Final = 2
#: Seconds between tries to reach a database that went away.
_PAUSE: Final = 1.0


def timing_of(environment: Mapping[str, str]) -> Timing:
    """``STAGEKANS_WORKER_BEAT`` and ``STAGEKANS_WORKER_STALE``, in seconds; :class:`ValueError` for nonsense."""
    standard = Timing()
    beat = float(environment.get("STAGEKANS_WORKER_BEAT") or standard.beat)
    stale = float(environment.get("STAGEKANS_WORKER_STALE") or standard.stale)
    if not 0 < 2 * beat <= min(stale, standard.stale):  # the web process rescues by the standard
        most = standard.stale / 2
        raise ValueError(f"STAGEKANS_WORKER_BEAT must be above 0, at most {most}, and at most half of .._STALE.")
    return Timing(beat=beat, stale=stale)


async def work(database_url: str, *, timing: Timing | None = None, solve_workers: int = 1) -> None:
    """Work until SIGTERM, SIGINT or cancellation. A database that goes away is waited for.

    ``solve_workers`` processes solve each run.
    """
    timing = timing or timing_of(os.environ)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not in the main thread, or not on this system
            loop.add_signal_handler(number, stopping.set)
    while not stopping.is_set():
        try:
            await _serve(database_url, timing, stopping, solve_workers)
        except Exception as error:
            if not (database_is_away(error) or isinstance(error, FailingListenerError)):
                raise
            _log.warning("database_away", detail=type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), _PAUSE)


async def _serve(database_url: str, timing: Timing, stopping: asyncio.Event, solve_workers: int) -> None:
    """Serve the queue on one pool, until told to stop or until the database goes away."""
    pool = await open_pool(database_url, size=_AT_ONCE + 6)
    manager = QueueManager(queue.of_pool(pool))

    @manager.entrypoint(queue.MATCH_RUN)
    async def take_up(job: Job) -> None:
        end = await attempt(pool, uuid.UUID((job.payload or b"").decode()), timing, stopping, solve_workers)
        if end == "again":
            raise RetryRequested(dt.timedelta(0) if stopping.is_set() else timing.stale_after / 2)

    serving = asyncio.create_task(
        manager.run(
            batch_size=1,
            max_concurrent_tasks=_AT_ONCE,
            dequeue_timeout=timing.stale_after / 2,
            heartbeat_timeout=timing.stale_after,
            shutdown_on_listener_failure=True,
        )
    )
    watching = asyncio.create_task(_watch(pool, timing))
    stop = asyncio.create_task(stopping.wait())
    _log.info("worker_ready")
    try:
        await asyncio.wait({serving, watching, stop}, return_when=asyncio.FIRST_COMPLETED)
        manager.shutdown.set()
        await serving
        if watching.done():
            await watching
    finally:
        for task in (serving, watching, stop):
            task.cancel()
        await asyncio.gather(serving, watching, stop, return_exceptions=True)
        pool.terminate()


async def _watch(pool: Pool, timing: Timing) -> None:
    """Find lost and forgotten runs, time and again; now and then remove what has passed."""
    swept = -EVERY
    while True:
        if time.monotonic() - swept >= EVERY:
            swept = time.monotonic()
            await sweeping.sweep(pool)
        if found := await running.rescue(pool, stale_after=timing.stale_after):
            _log.warning("runs_rescued", number=found)
        await asyncio.sleep(timing.stale / 2)
