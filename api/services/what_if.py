"""What-if: the frozen round of a finished run, matched again with a few changes. Nobody decides about one."""

from __future__ import annotations

import asyncio
import gzip
import uuid
from typing import TYPE_CHECKING

import msgspec

from api.messages.faults import Conflict, Unusable
from api.services import events, places, running
from api.services.outcomes import finished_run
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.runs import view_of
from db import queue
from db import runs as rows
from db.pool import transaction
from matching.faults import ChangesUnusable, RowFault
from matching.instance import decode
from matching.policy import Policy
from matching.what_if import what_if

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from api.messages.accounts import Actor
    from api.messages.runs import NewWhatIf, RunView
    from api.services.pool import Pool
    from db.runs import RunRow
    from matching.changes import Changes


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """The round with its changes, as it is stored."""

    content: bytes
    sha256: str
    students: int
    offers: int
    policy: Policy


async def start_what_if(pool: Pool, actor: Actor, run_id: uuid.UUID, new: NewWhatIf) -> RunView:
    """Ask the workers to match the round of a finished run again, with the changes. The lottery stays the same.

    Raises
    ------
    NotFound
        There is no such run, or no student of the asker's programmes takes part in it.
    Conflict
        ``run_not_finished``; ``run_busy``: another run of this round is not over yet.
    Unusable
        Changes that cannot be made: ``more_places.1.offer_id`` and so on, ``changes`` where there are none.
    """
    (run,) = await start_variants(pool, actor, run_id, (new.changes,))
    return run


async def start_variants(
    pool: Pool, actor: Actor, run_id: uuid.UUID, variants: Sequence[Changes]
) -> tuple[RunView, ...]:
    """Ask several what-ifs of one run at once, all or none; raises what :func:`start_what_if` raises."""
    require(actor, "coordinator")
    await running.rescue(pool)
    async with pool.acquire() as connection:
        parent = await finished_run(connection, actor, run_id)
        content = await rows.frozen(connection, run_id)
    changed = [await asyncio.to_thread(_changed, content, parent, changes) for changes in variants]
    async with transaction(pool) as connection:
        await rows.lock_round(connection, parent.round_id)
        if await rows.busy(connection, parent.round_id):
            raise Conflict("run_busy")
        return tuple([await _insert(connection, actor, parent, *one) for one in zip(changed, variants, strict=True)])


async def _insert(
    connection: asyncpg.Connection, actor: Actor, parent: RunRow, changed: Changed, changes: Changes
) -> RunView:
    made = await rows.insert(
        connection,
        parent.round_id,
        policy=changed.policy,
        instance=changed.content,
        input_sha256=changed.sha256,
        programmes=await rows.programmes(connection, parent.run_id),
        students=changed.students,
        offers=changed.offers,
        created_by=actor.account_id,
        parent_run_id=parent.run_id,
        changes=changes,
    )
    await queue.enqueue(connection, made)
    await events.record(
        connection, actor, "what_if_asked_for", f"run:{made}", parent=str(parent.run_id), input_sha256=changed.sha256
    )
    run = await rows.get(connection, made, None)
    if run is None:
        raise LookupError(made)
    return view_of(run)


async def list_what_ifs(pool: Pool, actor: Actor, run_id: uuid.UUID) -> tuple[RunView, ...]:
    """The what-ifs of a finished run, the oldest first."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await finished_run(connection, actor, run_id)
        return tuple(view_of(row) for row in await rows.what_ifs(connection, run_id, scope(actor)))


def _changed(content: bytes, parent: RunRow, changes: Changes) -> Changed:
    instance, policy = decode(gzip.decompress(content)), msgspec.convert(parent.policy, Policy)
    try:
        instance, policy = what_if(instance, policy, changes, (parent.report or {})["seed"], spot=places.spot)
    except ChangesUnusable as fault:
        raise Unusable({_field(row): row.code for row in fault.rows}) from fault
    canonical = instance.canonical()
    return Changed(
        content=gzip.compress(canonical, mtime=0),
        sha256=instance.sha256(),
        students=len(instance.students),
        offers=len(instance.offers),
        policy=policy,
    )


def _field(row: RowFault) -> str:
    """``more_places.1.offer_id``"""
    return ".".join(part for part in (*row.row_key.split(), row.column) if part)
