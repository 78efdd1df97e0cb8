"""Match runs as people see them: made, listed, read, cancelled. ``db.running`` has the worker's side."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """A run. ``decided`` and ``overridden`` count the students that the asker may see.

    ``error`` names students by number: without its rows for whoever may not see all of them. ``lottery_sha256``: the
    commitment of its lottery; ``lottery_seed`` comes when that is revealed.
    """

    run_id: uuid.UUID
    round_id: uuid.UUID
    number: int
    state: str
    stage: str
    progress: float
    tries: int
    cancel_requested: bool
    students: int
    offers: int
    input_sha256: str
    policy: dict[str, Any]
    error: dict[str, Any] | None
    report: dict[str, Any] | None
    created_by: str
    created_at: dt.datetime
    started_at: dt.datetime | None
    finished_at: dt.datetime | None
    decided: int
    overridden: int
    lottery_sha256: str | None
    lottery_seed: str | None
    kind: str
    parent_run_id: uuid.UUID | None
    parent_number: int | None
    changes: dict[str, Any] | None


_COLUMNS_AND_TABLES = """
    select r.run_id, r.round_id, r.number, r.state, r.stage, r.progress, r.tries, r.cancel_requested, r.students,
           r.offers, r.input_sha256, r.policy,
           case when $2::text[] is null or r.programmes <@ $2 then r.error else r.error - 'rows' end as error,
           r.report, a.display_name as created_by, r.created_at, r.started_at, r.finished_at, c.decided, c.overridden,
           l.commitment_sha256 as lottery_sha256, case when l.opened_at is not null then l.seed end as lottery_seed,
           r.kind, r.parent_run_id, m.number as parent_number, r.changes
    from placement.match_run r
    join placement.account a on a.account_id = r.created_by
    left join placement.lottery l on l.lottery_id = r.lottery_id
    left join placement.match_run m on m.run_id = r.parent_run_id
    cross join lateral (
        select count(*) as decided, count(*) filter (where d.kind = 'override') as overridden
        from placement.decision d
        join placement.student s on s.round_id = r.round_id and s.student_number = d.student_number
        where d.run_id = r.run_id and ($2::text[] is null or s.crebo = any ($2))) c
"""

_BY_ID = Query(
    _COLUMNS_AND_TABLES + "where r.run_id = $1 and ($2::text[] is null or r.programmes && $2)",
    RunRow,
)


async def get(connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None) -> RunRow | None:
    """The run, where a student of one of the programmes takes part in it (None: any programme)."""
    return await _BY_ID.first(connection, run_id, programmes)


_OF_ROUND = Query(
    _COLUMNS_AND_TABLES + "where r.round_id = $1 and ($2::text[] is null or r.programmes && $2) order by r.number desc",
    RunRow,
)


async def of_round(connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None) -> list[RunRow]:
    """The runs of a round, newest first."""
    return await _OF_ROUND.all(connection, round_id, programmes)


_LOCK_ROUND = Query(
    "select round_id from placement.placement_round where round_id = $1 for no key update",
    uuid.UUID,
)


async def lock_round(connection: asyncpg.Connection, round_id: uuid.UUID) -> bool:
    """Keep imports, runs and decisions of this round waiting until the transaction ends; False: no such round."""
    return await _LOCK_ROUND.first(connection, round_id) is not None


_ROUND_EXISTS = Query(
    "select exists (select from placement.placement_round where round_id = $1) as there",
    bool,
)


async def round_exists(connection: asyncpg.Connection, round_id: uuid.UUID) -> bool:
    """Whether there is such a round."""
    return await _ROUND_EXISTS.one(connection, round_id)


_BUSY = Query(
    """
    select exists (
        select from placement.match_run where round_id = $1 and state in ('queued', 'running')) as busy
    """,
    bool,
)


async def busy(connection: asyncpg.Connection, round_id: uuid.UUID) -> bool:
    """Whether a run of the round waits or runs."""
    return await _BUSY.one(connection, round_id)


_INSERT = Query(
    """
    insert into placement.match_run
        (round_id, number, policy, instance, input_sha256, programmes, students, offers, created_by, lottery_id, kind,
         parent_run_id, changes)
    select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8,
           coalesce($9, (select p.lottery_id from placement.match_run p where p.run_id = $10)),
           case when $10::uuid is null then 'match' else 'what_if' end, $10, $11
    from placement.match_run where round_id = $1
    returning run_id
    """,
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection,
    round_id: uuid.UUID,
    *,
    policy: msgspec.Struct,
    instance: bytes,
    input_sha256: str,
    programmes: list[str],
    students: int,
    offers: int,
    created_by: uuid.UUID,
    lottery_id: uuid.UUID | None = None,
    parent_run_id: uuid.UUID | None = None,
    changes: msgspec.Struct | None = None,
) -> uuid.UUID:
    """A new run that waits; its number follows the highest of the round.

    With a parent and changes: a what-if, with the lottery of the parent.
    """
    return await _INSERT.one(
        connection,
        round_id,
        policy,
        instance,
        input_sha256,
        programmes,
        students,
        offers,
        created_by,
        lottery_id,
        parent_run_id,
        changes,
    )


_CANCEL = Query(
    """
    update placement.match_run
    set cancel_requested = true,
        state = case when state = 'queued' then 'cancelled' else state end,
        stage = case when state = 'queued' then 'cancelled' else stage end,
        finished_at = case when state = 'queued' then now() end
    where run_id = $1 and state in ('queued', 'running')
    returning state
    """,
    str,
)


async def cancel(connection: asyncpg.Connection, run_id: uuid.UUID) -> str | None:
    """Cancel a run that waits, ask a running one to stop; its state now, or None where it was over already."""
    return await _CANCEL.first(connection, run_id)


_PROGRAMMES = Query("select unnest(programmes) as crebo from placement.match_run where run_id = $1", str)


async def programmes(connection: asyncpg.Connection, run_id: uuid.UUID) -> list[str]:
    """The crebos of the students in a run."""
    return await _PROGRAMMES.all(connection, run_id)


_WHAT_IFS = Query(
    _COLUMNS_AND_TABLES + "where r.parent_run_id = $1 and ($2::text[] is null or r.programmes && $2) order by r.number",
    RunRow,
)


async def what_ifs(connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None) -> list[RunRow]:
    """The what-ifs of a run, the oldest first."""
    return await _WHAT_IFS.all(connection, run_id, programmes)


_FROZEN = Query("select instance from placement.match_run where run_id = $1", bytes)


async def frozen(connection: asyncpg.Connection, run_id: uuid.UUID) -> bytes:
    """The frozen instance: canonical JSON, gzip."""
    return await _FROZEN.one(connection, run_id)


_FAIRNESS = Query("select fairness from placement.match_run where run_id = $1", dict)


async def fairness(connection: asyncpg.Connection, run_id: uuid.UUID) -> dict[str, Any] | None:
    """The fairness report of a run; None where it has none."""
    return await _FAIRNESS.first(connection, run_id)
