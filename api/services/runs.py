"""Match runs: asked for, listed, read, cancelled. The worker's side is :mod:`api.services.running`."""

from __future__ import annotations

import asyncio
import uuid

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.runs import NewRun, RunView
from api.services import events, freezing, lottery_seeds, policies, running
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import queue
from db import runs as rows
from db.pool import transaction
from db.runs import RunRow
from matching.commitment import SEALED


def view_of(row: RunRow) -> RunView:
    """The stored run as people see it; with its seed, where that is no secret any more."""
    return lottery_seeds.unsealed(msgspec.convert(msgspec.structs.asdict(row), RunView), row.lottery_seed)


async def start_run(pool: Pool, actor: Actor, round_id: uuid.UUID, new: NewRun) -> RunView:
    """Freeze the round within the actor's programmes and ask the workers to match it, all in one transaction.

    Where the round has a committed lottery, the run uses that one.

    Raises
    ------
    NotFound
        There is no such round.
    Conflict
        ``run_busy``: another run of this round is not over yet. ``together_outside``: a student must be with somebody
        who takes no part.
    Unusable
        There are no students (field ``students``) or no offers (field ``offers``) to match; the policy has
        faults (field ``policy.<key>`` each); or the round has a committed lottery (``seed``: ``lottery_committed``).
    """
    require(actor, "coordinator")
    if faults := policies.faults_of(msgspec.to_builtins(new.policy)):
        raise Unusable({f"policy.{fault.key}": fault.code for fault in faults})
    if new.policy.seed.startswith(SEALED):
        raise Unusable({"seed": "looks_sealed"})
    await running.rescue(pool)
    async with transaction(pool) as connection:
        if not await rows.lock_round(connection, round_id):
            raise NotFound(what="round")
        if await rows.busy(connection, round_id):
            raise Conflict("run_busy")
        copied = await freezing.copy(connection, round_id, scope(actor))
        missing = {"students": "no_students"} if not copied.students else {}
        missing |= {"offers": "no_offers"} if not copied.offers else {}
        if missing:
            raise Unusable(missing)
        frozen = await asyncio.to_thread(freezing.freeze, copied, rematch=new.policy.rematch is not None)
        policy, lottery_id = await lottery_seeds.take(connection, round_id, new.policy)
        run_id = await rows.insert(
            connection,
            round_id,
            policy=policy,
            instance=frozen.content,
            input_sha256=frozen.sha256,
            programmes=frozen.programmes,
            students=frozen.students,
            offers=frozen.offers,
            created_by=actor.account_id,
            lottery_id=lottery_id,
        )
        await queue.enqueue(connection, run_id)
        run = await rows.get(connection, run_id, None)
        await events.record(
            connection, actor, "run_asked_for", f"run:{run_id}", round_id=str(round_id), input_sha256=frozen.sha256
        )
        if lottery_id is not None:
            await events.record(connection, actor, "lottery_used", f"round:{round_id}", run_id=str(run_id))
    if run is None:
        raise LookupError(run_id)
    return view_of(run)


async def get_run(pool: Pool, actor: Actor, run_id: uuid.UUID) -> RunView:
    """One run, where students of the actor's programmes take part in it.

    Looking at a run whose worker fell silent lets it wait again, so that it never looks busy for ever, not even where
    no worker is left to notice.
    """
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        run = await rows.get(connection, run_id, scope(actor))
    if run is not None and run.state == "running" and await running.rescue(pool):
        async with pool.acquire() as connection:
            run = await rows.get(connection, run_id, scope(actor))
    if run is None:
        raise NotFound(what="run")
    return view_of(run)


async def list_runs(pool: Pool, actor: Actor, round_id: uuid.UUID) -> tuple[RunView, ...]:
    """The runs of a round in which students of the actor's programmes take part, newest first."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        if not await rows.round_exists(connection, round_id):
            raise NotFound(what="round")
        return tuple(view_of(row) for row in await rows.of_round(connection, round_id, scope(actor)))


async def cancel_run(pool: Pool, actor: Actor, run_id: uuid.UUID) -> RunView:
    """Stop a run: at once where it waits, soon where it runs. Cancelling twice is no fault.

    Raises
    ------
    Conflict
        ``run_over``: it has finished or failed already.
    """
    require(actor, "coordinator")
    async with transaction(pool) as connection:
        if (run := await rows.get(connection, run_id, scope(actor))) is None:
            raise NotFound(what="run")
        now = await rows.cancel(connection, run_id)
        run = await rows.get(connection, run_id, scope(actor)) or run
        if now is None and run.state != "cancelled":
            raise Conflict("run_over", state=run.state)
        if now is not None:
            await events.record(connection, actor, "run_cancel_asked_for", f"run:{run_id}")
    return view_of(run)
