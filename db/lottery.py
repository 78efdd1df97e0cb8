"""Committed lotteries of rounds. Salt, secret and seed leave this file only where they are revealed, or for a run."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class LotteryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A lottery as people may see it: ``salt``, ``secret`` and ``seed`` are None until it is revealed or replaced."""

    lottery_id: uuid.UUID
    round_id: uuid.UUID
    number: int
    state: str
    commitment_sha256: str
    drawn: bool
    earlier_runs: int
    committed_by: str
    committed_at: dt.datetime
    public_text: str | None
    source: str | None
    witness: str | None
    frozen_sha256: str | None
    frozen_students: int | None
    frozen_offers: int | None
    witnessed_by: str | None
    witnessed_at: dt.datetime | None
    used_at: dt.datetime | None
    opened_by: str | None
    opened_at: dt.datetime | None
    reason: str | None
    salt: str | None
    secret: str | None
    seed: str | None


_OF_ROUND = Query(
    """
    select l.lottery_id, l.round_id, l.number, l.state, l.commitment_sha256, l.drawn, l.earlier_runs,
           c.display_name as committed_by, l.committed_at, l.public_text, l.source, l.witness, l.frozen_sha256,
           l.frozen_students, l.frozen_offers, w.display_name as witnessed_by, l.witnessed_at, l.used_at,
           o.display_name as opened_by, l.opened_at, l.reason,
           case when l.opened_at is not null then l.salt end as salt,
           case when l.opened_at is not null then l.secret end as secret,
           case when l.opened_at is not null then l.seed end as seed
    from placement.lottery l
    join placement.account c on c.account_id = l.committed_by
    left join placement.account w on w.account_id = l.witnessed_by
    left join placement.account o on o.account_id = l.opened_by
    where l.round_id = $1
    order by l.number desc
    """,
    LotteryRow,
)


async def of_round(connection: asyncpg.Connection, round_id: uuid.UUID) -> list[LotteryRow]:
    """The lotteries of a round, newest first: at most the first one is not replaced."""
    return await _OF_ROUND.all(connection, round_id)


_INSERT = Query(
    """
    insert into placement.lottery
        (round_id, number, commitment_sha256, salt, secret, drawn, earlier_runs, committed_by)
    select $1, (select coalesce(max(number), 0) + 1 from placement.lottery where round_id = $1), $2, $3, $4, $5,
           (select count(*) from placement.match_run where round_id = $1), $6
    returning lottery_id
    """,
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection,
    round_id: uuid.UUID,
    *,
    commitment_sha256: str,
    salt: str,
    secret: str,
    drawn: bool,
    committed_by: uuid.UUID,
) -> uuid.UUID:
    """Commit: the next lottery of the round."""
    return await _INSERT.one(connection, round_id, commitment_sha256, salt, secret, drawn, committed_by)


class OpeningRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the commitment hides. Only for working out the seed of a run."""

    salt: str
    secret: str
    public_text: str


_OPENING = Query(
    "select salt, secret, coalesce(public_text, '') as public_text from placement.lottery where lottery_id = $1",
    OpeningRow,
)


async def opening(connection: asyncpg.Connection, lottery_id: uuid.UUID) -> OpeningRow:
    """Salt, secret and public text: never for a view."""
    return await _OPENING.one(connection, lottery_id)


_WITNESS = Statement(
    """
    update placement.lottery
    set state = $2, public_text = $3, source = $4, witness = $5, frozen_sha256 = $6, frozen_students = $7,
        frozen_offers = $8, witnessed_by = $9, witnessed_at = now()
    where lottery_id = $1
    """
)


async def witness(
    connection: asyncpg.Connection,
    lottery_id: uuid.UUID,
    *,
    state: str,
    public_text: str,
    source: str,
    witness: str,
    frozen: tuple[str, int, int],
    witnessed_by: uuid.UUID,
) -> None:
    """Write down the public text, and the round as it was then (hash, students, offers)."""
    await _WITNESS.run(connection, lottery_id, state, public_text, source, witness, *frozen, witnessed_by)


_USE = Statement(
    """
    update placement.lottery set state = $2, seed = coalesce(seed, $3), used_at = coalesce(used_at, now())
    where lottery_id = $1
    """
)


async def use(connection: asyncpg.Connection, lottery_id: uuid.UUID, *, state: str, seed: str) -> None:
    """A run takes it. The first one fixes the seed."""
    await _USE.run(connection, lottery_id, state, seed)


_OPEN = Statement(
    """
    update placement.lottery set state = $2, opened_by = $3, opened_at = coalesce(opened_at, now()), reason = $4
    where lottery_id = $1
    """
)


async def open_up(
    connection: asyncpg.Connection, lottery_id: uuid.UUID, *, state: str, opened_by: uuid.UUID, reason: str | None
) -> None:
    """From now on salt, secret and seed are public."""
    await _OPEN.run(connection, lottery_id, state, opened_by, reason)


class LotteryRunRow(msgspec.Struct, frozen=True, kw_only=True):
    """A run of a lottery."""

    lottery_id: uuid.UUID
    run_id: uuid.UUID
    number: int
    state: str
    created_at: dt.datetime
    finished_at: dt.datetime | None
    students: int
    input_sha256: str


_RUNS = Query(
    """
    select r.lottery_id, r.run_id, r.number, r.state, r.created_at, r.finished_at, r.students, r.input_sha256
    from placement.match_run r
    join placement.lottery l on l.lottery_id = r.lottery_id
    where l.round_id = $1
    order by r.number
    """,
    LotteryRunRow,
)


async def runs(connection: asyncpg.Connection, round_id: uuid.UUID) -> list[LotteryRunRow]:
    """The runs that used a lottery of the round, oldest first."""
    return await _RUNS.all(connection, round_id)


class RunLotteryRow(msgspec.Struct, frozen=True, kw_only=True):
    """The lottery of one run, with its seed: for the worker alone."""

    commitment_sha256: str
    seed: str


_OF_RUN = Query(
    """
    select l.commitment_sha256, coalesce(l.seed, '') as seed
    from placement.match_run r join placement.lottery l on l.lottery_id = r.lottery_id
    where r.run_id = $1
    """,
    RunLotteryRow,
)


async def of_run(connection: asyncpg.Connection, run_id: uuid.UUID) -> RunLotteryRow | None:
    """The committed lottery of a run; None where the run has a seed of its own."""
    return await _OF_RUN.first(connection, run_id)


class LotRow(msgspec.Struct, frozen=True, kw_only=True):
    """The lot number of a student in a run."""

    student_number: str
    lot_number: int


_LOTS = Query(
    """
    select p.student_number, p.lot_number
    from placement.proposal p
    join placement.match_run r on r.run_id = p.run_id
    left join placement.student s on s.round_id = r.round_id and s.student_number = p.student_number
    where p.run_id = $1 and ($2::text[] is null or s.crebo = any ($2))
    order by p.lot_number
    """,
    LotRow,
)


async def lots(connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None) -> list[LotRow]:
    """The lot numbers of a run, for the students of the programmes (None: all), in the order of the lots."""
    return await _LOTS.all(connection, run_id, programmes)
