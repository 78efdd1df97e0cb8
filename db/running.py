"""Match runs as the worker sees them. Every write carries the fencing token: who lost it writes nothing."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class ClaimedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A run that is ours as long as ``fence`` stays the newest."""

    run_id: uuid.UUID
    fence: int
    tries: int
    policy: dict[str, Any]
    instance: bytes


_CLAIM = Query(
    """
    update placement.match_run
    set state = 'running', stage = 'starting', progress = 0, fence = fence + 1, tries = tries + 1,
        heartbeat_at = now(), started_at = coalesce(started_at, now())
    where run_id = $1 and not cancel_requested and tries < $3
      and (state = 'queued' or (state = 'running' and heartbeat_at < now() - $2::interval))
    returning run_id, fence, tries, policy, instance
    """,
    ClaimedRow,
)


async def claim(
    connection: asyncpg.Connection, run_id: uuid.UUID, *, stale_after: dt.timedelta, most_tries: int
) -> ClaimedRow | None:
    """Take a run that waits, or whose worker fell silent; None where it is over, or somebody else's."""
    return await _CLAIM.first(connection, run_id, stale_after, most_tries)


_STATE = Query("select state from placement.match_run where run_id = $1", str)


async def state(connection: asyncpg.Connection, run_id: uuid.UUID) -> str | None:
    """The state of the run; None where it was removed."""
    return await _STATE.first(connection, run_id)


_BEAT = Query(
    """
    update placement.match_run set stage = $3, progress = $4, heartbeat_at = now()
    where run_id = $1 and fence = $2 and state = 'running'
    returning cancel_requested
    """,
    bool,
)


async def beat(
    connection: asyncpg.Connection, run_id: uuid.UUID, fence: int, stage: str, progress: float
) -> bool | None:
    """Say that the run is alive and how far it is: whether somebody asked to stop; None where it is no longer ours."""
    return await _BEAT.first(connection, run_id, fence, stage, progress)


_FINISH = Statement(
    """
    update placement.match_run
    set state = 'finished', stage = 'finished', progress = 1, report = $3, certificate = $4, fairness = $5,
        heartbeat_at = null, finished_at = now()
    where run_id = $1 and fence = $2 and state = 'running' and not cancel_requested
    """
)


async def finish(
    connection: asyncpg.Connection,
    run_id: uuid.UUID,
    fence: int,
    *,
    report: msgspec.Struct,
    certificate: bytes,
    fairness: msgspec.Struct | None,
) -> bool:
    """Whether the run was still ours, and nobody had asked to stop it."""
    return await _FINISH.run(connection, run_id, fence, report, certificate, fairness) == 1


_FAIL = Statement(
    """
    update placement.match_run
    set state = 'failed', stage = 'failed', error = $3, heartbeat_at = null, finished_at = now()
    where run_id = $1 and fence = $2 and state = 'running'
    """
)


async def fail(connection: asyncpg.Connection, run_id: uuid.UUID, fence: int, error: msgspec.Struct) -> bool:
    """Whether the run was still ours."""
    return await _FAIL.run(connection, run_id, fence, error) == 1


_CANCELLED = Statement(
    """
    update placement.match_run
    set state = 'cancelled', stage = 'cancelled', heartbeat_at = null, finished_at = now()
    where run_id = $1 and fence = $2 and state = 'running' and cancel_requested
    """
)


async def cancelled(connection: asyncpg.Connection, run_id: uuid.UUID, fence: int) -> bool:
    """The run stopped because somebody asked; whether it was still ours."""
    return await _CANCELLED.run(connection, run_id, fence) == 1


_GIVE_BACK = Statement(
    """
    update placement.match_run
    set state = 'queued', stage = 'queued', progress = 0, heartbeat_at = null, fence = fence + 1,
        tries = tries - case when $3 then 0 else 1 end
    where run_id = $1 and fence = $2 and state = 'running' and not cancel_requested
    """
)


async def give_back(connection: asyncpg.Connection, run_id: uuid.UUID, fence: int, *, try_counts: bool) -> bool:
    """Let the run wait again; whether it was still ours."""
    return await _GIVE_BACK.run(connection, run_id, fence, try_counts) == 1


class LostRow(msgspec.Struct, frozen=True, kw_only=True):
    """A run whose worker fell silent, and what became of it."""

    run_id: uuid.UUID
    state: str
    tries: int


_RESCUE = Query(
    """
    update placement.match_run
    set state = verdict.state, stage = verdict.state, progress = 0, fence = fence + 1, heartbeat_at = null,
        finished_at = case when verdict.state <> 'queued' then now() end,
        error = case when verdict.state = 'failed'
            then jsonb_build_object('code', 'worker_lost', 'facts', jsonb_build_object('tries', tries)) end
    from (
        select run_id, case when cancel_requested then 'cancelled' when tries >= $2 then 'failed' else 'queued' end
                as state
        from placement.match_run
        where state = 'running' and heartbeat_at < now() - $1::interval
        order by run_id
        for update skip locked) verdict
    where match_run.run_id = verdict.run_id
    returning match_run.run_id, match_run.state, match_run.tries
    """,
    LostRow,
)


async def rescue(connection: asyncpg.Connection, *, stale_after: dt.timedelta, most_tries: int) -> list[LostRow]:
    """Runs without a heartbeat wait again, or fail after `most_tries`, or are cancelled where that was asked."""
    return await _RESCUE.all(connection, stale_after, most_tries)
