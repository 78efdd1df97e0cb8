"""Match runs as the worker lives through them: claimed, alive, and one of five ends.

A run is never lost. The worker that claims it gets a fencing token and says every moment that it is alive; whoever
finds a run whose worker fell silent (:func:`rescue`: workers and the web process alike) lets it wait again, or gives
up after ``MOST_TRIES``. A worker that wakes up late holds an old token, and writes nothing.
"""

from __future__ import annotations

import datetime as dt
import gzip
import uuid
from typing import Final

import msgspec

from api.messages.runs import RunError
from api.services import events, lottery_seeds
from api.services.pool import Pool
from db import proposals, queue
from db import running as rows
from db.pool import transaction
from db.proposals import NewProposal
from matching.fairness.words import FairnessReport
from matching.policy import Policy
from matching.result import Explanation, Result

MOST_TRIES: Final = 3
STALE_AFTER: Final = dt.timedelta(seconds=15)


class Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """A run that is ours. ``instance`` is canonical JSON, gzip.

    ``commitment``: the seed in the policy belongs to a committed lottery, and is not to be stored or told.
    """

    run_id: uuid.UUID
    fence: int
    tries: int
    policy: Policy
    instance: bytes
    commitment: str | None = None


class NoLongerOurs(Exception):
    """Another worker has the run now, or it is over."""


async def claim(pool: Pool, run_id: uuid.UUID, *, stale_after: dt.timedelta = STALE_AFTER) -> Claimed | None:
    """Take a run; None where it is over, or where another worker is alive with it."""
    async with transaction(pool) as connection:
        row = await rows.claim(connection, run_id, stale_after=stale_after, most_tries=MOST_TRIES)
        if row is None:
            return None
        policy, commitment = await lottery_seeds.with_seed(connection, run_id, msgspec.convert(row.policy, Policy))
    return Claimed(
        run_id=run_id,
        fence=row.fence,
        tries=row.tries,
        policy=policy,
        instance=row.instance,
        commitment=commitment,
    )


async def is_over(pool: Pool, run_id: uuid.UUID) -> bool:
    """Whether no worker needs to look at the run any more."""
    async with pool.acquire() as connection:
        return await rows.state(connection, run_id) not in ("queued", "running")


async def beat(pool: Pool, run: Claimed, stage: str, progress: float) -> bool:
    """Say that the run is alive and how far it is; whether somebody asked to stop it.

    Raises
    ------
    NoLongerOurs
        The token is old.
    """
    async with pool.acquire() as connection:
        asked_to_stop = await rows.beat(connection, run.run_id, run.fence, stage, min(max(progress, 0.0), 1.0))
    if asked_to_stop is None:
        raise NoLongerOurs
    return asked_to_stop


async def finish(pool: Pool, run: Claimed, result: Result, fairness: FairnessReport | None = None) -> bool:
    """Store everything that the run found, at once; False where somebody asked to stop it just before.

    Raises
    ------
    NoLongerOurs
        The token is old; nothing is stored.
    """
    certificate = gzip.compress(msgspec.json.encode(result.certificate), mtime=0)
    found = [_proposal(explanation) for explanation in result.explanations]
    report = result.report if run.commitment is None else lottery_seeds.sealed_report(result.report, run.commitment)
    async with transaction(pool) as connection:
        asked_to_stop = await rows.beat(connection, run.run_id, run.fence, "storing", 1.0)
        if asked_to_stop is None:
            raise NoLongerOurs
        if asked_to_stop:
            return False
        await proposals.insert(connection, run.run_id, found)
        if not await rows.finish(
            connection, run.run_id, run.fence, report=report, certificate=certificate, fairness=fairness
        ):
            raise NoLongerOurs
        await events.record(
            connection,
            None,
            "run_finished",
            f"run:{run.run_id}",
            students=result.report.students,
            placed=result.report.placed,
            input_sha256=result.report.input_sha256,
        )
    return True


def _proposal(told: Explanation) -> NewProposal:
    return NewProposal(
        student_number=told.student_number,
        offer_id=told.offer_id,
        rank=told.rank,
        utility=told.utility,
        travel_minutes=told.travel_minutes,
        lot_number=told.lot_number,
        reason_code=told.reason_code,
        explanation=msgspec.json.encode(told).decode(),
    )


async def fail(pool: Pool, run: Claimed, error: RunError) -> None:
    """The run cannot be made; say why.

    Raises
    ------
    NoLongerOurs
        The token is old.
    """
    async with transaction(pool) as connection:
        if not await rows.fail(connection, run.run_id, run.fence, error):
            raise NoLongerOurs
        await events.record(connection, None, "run_failed", f"run:{run.run_id}", code=error.code)


async def cancelled(pool: Pool, run: Claimed) -> None:
    """The run stopped because somebody asked.

    Raises
    ------
    NoLongerOurs
        The token is old.
    """
    async with transaction(pool) as connection:
        if not await rows.cancelled(connection, run.run_id, run.fence):
            raise NoLongerOurs
        await events.record(connection, None, "run_cancelled", f"run:{run.run_id}")


async def give_back(pool: Pool, run: Claimed) -> bool:
    """This worker stops: another may have the run, and this try does not count. False where it is no longer ours."""
    async with transaction(pool) as connection:
        return await rows.give_back(connection, run.run_id, run.fence, try_counts=False)


async def try_again(pool: Pool, run: Claimed) -> None:
    """The solving process died: the run waits for its next try.

    Raises
    ------
    NoLongerOurs
        The token is old, or somebody asked to stop the run.
    """
    async with transaction(pool) as connection:
        if not await rows.give_back(connection, run.run_id, run.fence, try_counts=True):
            raise NoLongerOurs
        await events.record(connection, None, "run_waits_again", f"run:{run.run_id}", tries=run.tries)


async def rescue(pool: Pool, *, stale_after: dt.timedelta = STALE_AFTER) -> int:
    """Look after runs that nobody looks after: the number of them. Anyone may call this at any time."""
    async with transaction(pool) as connection:
        lost = await rows.rescue(connection, stale_after=stale_after, most_tries=MOST_TRIES)
        forgotten = await queue.forgotten_runs(connection)
        for run_id in forgotten:
            await queue.enqueue(connection, run_id)
        for run in lost:
            kind = {"queued": "run_waits_again", "failed": "run_failed", "cancelled": "run_cancelled"}[run.state]
            await events.record(connection, None, kind, f"run:{run.run_id}", tries=run.tries)
    return len(lost) + len(forgotten)
