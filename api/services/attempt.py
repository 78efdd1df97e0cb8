"""One try at one run, from claim to end, beside a solving process that does the work.

The database may go away meanwhile: the process goes on, and the heartbeats come back when it does. The run is ours
as long as nobody took it over in between; the fencing token tells.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Awaitable, Callable
from typing import Final, Literal, TypeVar

import msgspec
import structlog

from api.messages.runs import RunError
from api.services import running
from api.services.constraints import database_is_away
from api.services.pool import Pool
from api.services.running import Claimed, NoLongerOurs
from api.services.solving import ProcessLost, Solving, solving
from api.services.solving_frames import Broken, Finished, Refused

_log: Final = structlog.get_logger(__name__)

Value = TypeVar("Value")

#: ``over``: nothing is left to do. ``again``: the run waits, or is somebody else's; look again later.
End = Literal["over", "again"]


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds between heartbeats, and after how many without one a worker counts as dead."""

    beat: float = 1.0
    stale: float = running.STALE_AFTER.total_seconds()

    @property
    def stale_after(self) -> dt.timedelta:
        """``stale`` as a duration."""
        return dt.timedelta(seconds=self.stale)


async def attempt(
    pool: Pool, run_id: uuid.UUID, timing: Timing, stopping: asyncio.Event, solve_workers: int = 1
) -> End:
    """Try the run, unless it is over or another worker is alive with it. ``stopping`` gives it back at once.

    ``solve_workers`` processes solve it.
    """
    run = await running.claim(pool, run_id, stale_after=timing.stale_after)
    if run is None:
        return "over" if await running.is_over(pool, run_id) else "again"
    log = _log.bind(run_id=str(run_id), number_of_try=run.tries)
    log.info("run_claimed")
    try:
        async with solving(run, solve_workers) as process:
            answer = await _wait(pool, run, process, timing, stopping)
        if answer is None:
            await _insist(lambda: running.cancelled(pool, run), timing)
        elif isinstance(answer, Finished):
            if answer.processes_lost:
                log.warning("solve_processes_lost", detail="one was killed; the rest was solved by one process")
            result, fairness = answer.result, answer.fairness
            if not await _insist(lambda: running.finish(pool, run, result, fairness), timing):
                await _insist(lambda: running.cancelled(pool, run), timing)
        else:
            error = _error(answer, log)
            await _insist(lambda: running.fail(pool, run, error), timing)
    except NoLongerOurs:
        log.warning("run_taken_over")
    except _Stopping:
        log.info("run_given_back")
        await running.give_back(pool, run)
        return "again"
    except ProcessLost as lost:
        log.warning("solving_process_lost", detail=str(lost))
        return await _lost(pool, run, timing)
    else:
        log.info("run_over")
    return "over"


class _Stopping(Exception):
    """This worker was asked to stop."""


async def _wait(
    pool: Pool, run: Claimed, process: Solving, timing: Timing, stopping: asyncio.Event
) -> Finished | Refused | Broken | None:
    """The answer of the process, with a heartbeat every moment until it comes; None where somebody cancelled."""
    answer = asyncio.create_task(process.answer())
    stop = asyncio.create_task(stopping.wait())
    try:
        while not answer.done():
            if stop.done():
                raise _Stopping
            await asyncio.wait({answer, stop}, timeout=timing.beat, return_when=asyncio.FIRST_COMPLETED)
            try:
                if not answer.done() and await running.beat(pool, run, process.stage, process.fraction):
                    return None
            except Exception as error:
                if not database_is_away(error):
                    raise
        return answer.result()
    finally:
        answer.cancel()
        stop.cancel()


async def _insist(write: Callable[[], Awaitable[Value]], timing: Timing) -> Value:
    """Write the end of a run, again and again while the database is away: the work is done, it must not be lost."""
    while True:
        try:
            return await write()
        except Exception as error:
            if not database_is_away(error):
                raise
        await asyncio.sleep(timing.beat)


def _error(answer: Refused | Broken, log: structlog.stdlib.BoundLogger) -> RunError:
    if isinstance(answer, Refused):
        return RunError(code=answer.code, facts=answer.facts, rows=answer.rows)
    incident = uuid.uuid4().hex[:12]
    log.error("run_broken", incident=incident, traceback=answer.traceback)
    return RunError(code="internal", facts={"incident": incident})


async def _lost(pool: Pool, run: Claimed, timing: Timing) -> End:
    """The process died: this try counts, and the last one ends the run."""
    try:
        if run.tries < running.MOST_TRIES:
            await _insist(lambda: running.try_again(pool, run), timing)
            return "again"
        error = RunError(code="worker_lost", facts={"tries": run.tries})
        await _insist(lambda: running.fail(pool, run, error), timing)
    except NoLongerOurs:
        return "again"
    return "over"
