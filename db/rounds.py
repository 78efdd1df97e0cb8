"""Placement rounds, with the counts that one asker may see."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class RoundRow(msgspec.Struct, frozen=True, kw_only=True):
    """A round. ``students`` and ``placed`` count those of the programmes asked for."""

    round_id: uuid.UUID
    name: str
    starts_on: dt.date
    ends_on: dt.date
    students: int
    placed: int
    offers: int
    places: int
    runs: int
    last_run_id: uuid.UUID | None
    last_run_state: str | None


class ProgrammeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A programme that students of a round follow; ``name`` is empty where nobody gave it one."""

    crebo: str
    name: str
    level: int | None
    students: int


_INSERT = Query(
    """
    insert into placement.placement_round (name, starts_on, ends_on, created_by)
    values ($1, $2, $3, $4) returning round_id
    """,
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection, *, name: str, starts_on: dt.date, ends_on: dt.date, created_by: uuid.UUID
) -> uuid.UUID:
    """Make a round."""
    return await _INSERT.one(connection, name, starts_on, ends_on, created_by)


_COUNT = Query("select count(*)::integer as rounds from placement.placement_round", int)


async def count(connection: asyncpg.Connection) -> int:
    """How many rounds there are."""
    return await _COUNT.one(connection)


# $1: one round, or null for all; $2: programmes of the asker, or null for all.
_LIST = Query(
    """
    select r.round_id, r.name, r.starts_on, r.ends_on, s.students, s.placed, o.offers, o.places, m.runs,
           m.last_run_id, m.last_run_state
    from placement.placement_round r
    cross join lateral (
        select count(*)::integer as students, count(p.student_id)::integer as placed
        from placement.student s
        left join placement.placement p on p.student_id = s.student_id
            and p.status in ('provisional', 'complete', 'printed', 'definitive')
        where s.round_id = r.round_id and ($2::text[] is null or s.crebo = any ($2))) s
    cross join lateral (
        select count(*)::integer as offers, coalesce(sum(o.places), 0)::integer as places
        from placement.offer o where o.round_id = r.round_id) o
    cross join lateral (
        select count(*)::integer as runs,
               (array_agg(m.run_id order by m.number desc))[1] as last_run_id,
               (array_agg(m.state order by m.number desc))[1] as last_run_state
        from placement.match_run m where m.round_id = r.round_id and m.kind = 'match') m
    where $1::uuid is null or r.round_id = $1
    order by r.starts_on desc, lower(r.name)
    limit $3 offset $4
    """,
    RoundRow,
)


async def listed(
    connection: asyncpg.Connection, programmes: list[str] | None, *, limit: int, offset: int
) -> list[RoundRow]:
    """Rounds, the newest first."""
    return await _LIST.all(connection, None, programmes, limit, offset)


async def by_id(connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None) -> RoundRow | None:
    """One round."""
    return await _LIST.first(connection, round_id, programmes, 1, 0)


_EXISTS = Query("select true as found from placement.placement_round where round_id = $1", bool)


async def exists(connection: asyncpg.Connection, round_id: uuid.UUID) -> bool:
    """Whether there is such a round."""
    return await _EXISTS.first(connection, round_id) is not None


_PROGRAMMES = Query(
    """
    select s.crebo, coalesce(p.name, '') as name, coalesce(p.level, min(s.level)) as level,
           count(*)::integer as students
    from placement.student s left join placement.programme p using (crebo)
    where s.round_id = $1 and ($2::text[] is null or s.crebo = any ($2))
    group by s.crebo, p.name, p.level
    order by coalesce(p.name, ''), s.crebo
    """,
    ProgrammeRow,
)


async def programmes_of(
    connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None
) -> list[ProgrammeRow]:
    """Programmes of the students of a round, by name."""
    return await _PROGRAMMES.all(connection, round_id, programmes)
