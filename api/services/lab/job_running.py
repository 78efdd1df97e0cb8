"""Doing a job that somebody asked for: the service that a page would call, as the person who asked.

A try says every few seconds that it is alive. One that is silent counts as dead, and another worker takes the job up;
the number of the try tells whose word counts. Doing a job twice does no harm: letters are made again, a mail that came
in before is known, and a plan is drawn once.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import suppress
from typing import Any, Final

import msgspec
import structlog

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, NotFound, Refused, Unusable
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.jobs import StoredRefusal
from api.messages.lab.plans import DrawPlan
from api.services.constraints import database_is_away
from api.services.lab import dispatch_files, plans, replies
from api.services.operators import operator
from api.services.pool import Pool
from db.lab import jobs
from db.lab.jobs import ClaimedRow
from db.pool import transaction

_log: Final = structlog.get_logger(__name__)

#: Seconds between signs of life, and after how many without one a try counts as dead.
BEAT: Final = 2.0
STALE: Final = dt.timedelta(seconds=30)
MOST_TRIES: Final = 3
_ALL: Final = 1_000_000


async def do_one(pool: Pool) -> bool:
    """Do the job that waits the longest; whether there was one. Cancelled, it gives the job back."""
    async with transaction(pool) as connection:
        job = await jobs.claim(connection, STALE)
    if job is None:
        return False
    beating = asyncio.create_task(_beat(pool, job))
    try:
        await _do(pool, job)
    except asyncio.CancelledError:
        async with pool.acquire() as connection:
            await jobs.give_back(connection, job.job_id, job.tries)
        raise
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
    return True


async def _beat(pool: Pool, job: ClaimedRow) -> None:
    while True:
        await asyncio.sleep(BEAT)
        with suppress(OSError):
            async with pool.acquire() as connection:
                await jobs.beat(connection, job.job_id, job.tries)


async def _do(pool: Pool, job: ClaimedRow) -> None:
    state, answer, refusal, file = "done", None, None, None
    try:
        actor = await operator(pool, job.sign_in_name)
        if actor is None:
            raise NotAllowed
        answer, file = await _done(pool, actor, job)
    except Refused as fault:
        state, refusal = "refused", stored(fault)
    except Exception as fault:
        if database_is_away(fault):
            raise
        _log.error("job_failed", job=str(job.job_id), kind=job.kind, number_of_try=job.tries, exc_info=fault)
        if job.tries < MOST_TRIES:
            async with pool.acquire() as connection:
                await jobs.give_back(connection, job.job_id, job.tries)
            return
        state = "failed"
    async with transaction(pool) as connection:
        await jobs.end(connection, job.job_id, job.tries, state, answer=answer, refusal=refusal, file=file)
    _log.info("job_ended", job=str(job.job_id), kind=job.kind, state=state)


async def _done(pool: Pool, actor: Actor, job: ClaimedRow) -> tuple[Any, bytes | None]:
    """The answer and the file of a job."""
    if job.kind == "letters":
        made = await dispatch_files.files_of_today(pool, actor, job.study_id, most=_ALL)
        return None, made.content
    if job.kind == "replies":
        return msgspec.to_builtins(await replies.import_file(pool, actor, job.study_id, job.mailbox or b"")), None
    asked = msgspec.convert(job.asked, DrawPlan)
    try:
        await plans.draw(pool, actor, job.study_id, asked, now=dt.datetime.now(dt.UTC))
    except StudyRefused as fault:
        # A try before this one drew it, and died before it could say so.
        if job.tries == 1 or fault.reason != "study-plan-drawn":
            raise
    return None, None


def stored(fault: Refused) -> dict[str, Any]:
    """A refusal as data."""
    kept = StoredRefusal(
        code=fault.code,
        facts=fault.facts,
        fields=fault.fields if isinstance(fault, Unusable) else {},
        findings=fault.findings if isinstance(fault, FindingsRefused) else (),
    )
    told: dict[str, Any] = msgspec.to_builtins(kept)
    return told


def told_again(kept: StoredRefusal) -> Refused:
    """The refusal that was kept, to be told as if it came now."""
    facts: dict[str, Any] = dict(kept.facts)
    if kept.code == StudyRefused.code:
        return StudyRefused(**facts)
    if kept.code == FindingsRefused.code:
        return FindingsRefused(kept.findings)
    if kept.code == Conflict.code:
        return Conflict(**facts)
    if kept.code == Unusable.code:
        return Unusable(kept.fields, **facts)
    return NotFound(**facts) if kept.code == NotFound.code else NotAllowed(**facts)
