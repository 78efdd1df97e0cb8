"""Wishes of a company that the law forbids: cases, their steps, and what they block."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A case with people and company by name, and what it blocks."""

    request_id: uuid.UUID
    number: int
    company_id: uuid.UUID
    company: str
    registered_offer_id: uuid.UUID | None
    offer_number: int | None
    ground: str
    channel: str
    words: str
    opened_by_id: uuid.UUID
    opened_by: str
    opened_at: dt.datetime
    outcome: str | None
    closing_words: str
    closed_by: str
    closed_at: dt.datetime | None
    blocked_registered: int
    blocked_in_rounds: int


_COLUMNS = """
    select d.request_id, d.number, c.company_id, c.name as company, d.registered_offer_id, r.number as offer_number,
           d.ground, d.channel, d.words, d.opened_by as opened_by_id, a.display_name as opened_by, d.opened_at,
           d.outcome, d.closing_words, coalesce(x.display_name, '') as closed_by, d.closed_at,
           (select count(*) from placement.registered_offer o
            join placement.establishment e on e.establishment_id = o.establishment_id
            where e.company_id = c.company_id and (d.registered_offer_id is null
                  or d.registered_offer_id = o.registered_offer_id))::integer as blocked_registered,
           (select count(*) from placement.offer o
            join placement.establishment e on e.establishment_id = o.establishment_id
            where e.company_id = c.company_id and (d.registered_offer_id is null
                  or d.registered_offer_id = o.registered_offer_id))::integer as blocked_in_rounds
    from placement.discriminatory_request d
    join placement.company c on c.company_id = d.company_id
    join placement.account a on a.account_id = d.opened_by
    left join placement.account x on x.account_id = d.closed_by
    left join placement.registered_offer r on r.registered_offer_id = d.registered_offer_id
"""
_LIST = Query(
    _COLUMNS
    + """
    where ($1::boolean is null or (d.closed_at is null) = $1) and ($2::uuid is null or d.company_id = $2)
    order by d.number desc limit $3 offset $4
    """,
    CaseRow,
)
_COUNT = Query(
    "select count(*)::integer as cases from placement.discriminatory_request d"
    " where $1::boolean is null or (d.closed_at is null) = $1",
    int,
)
_BY_ID = Query(_COLUMNS + "where d.request_id = $1", CaseRow)
_LOCK = Query(
    "select request_id from placement.discriminatory_request where request_id = $1 for update",
    uuid.UUID,
)
_INSERT = Query(
    """
    insert into placement.discriminatory_request (company_id, registered_offer_id, ground, channel, words, opened_by)
    values ($1, $2, $3, $4, $5, $6) returning request_id
    """,
    uuid.UUID,
)
_CLOSE = Statement(
    """
    update placement.discriminatory_request
    set outcome = $2, closing_words = $3, closed_by = $4, closed_at = now() where request_id = $1
    """
)


async def listed(
    connection: asyncpg.Connection, *, is_open: bool | None, company_id: uuid.UUID | None, limit: int, offset: int = 0
) -> list[CaseRow]:
    """Cases, the newest first; the open ones, the closed ones, or all."""
    return await _LIST.all(connection, is_open, company_id, limit, offset)


async def count(connection: asyncpg.Connection, *, is_open: bool | None) -> int:
    """How many there are."""
    return await _COUNT.one(connection, is_open)


async def by_id(connection: asyncpg.Connection, request_id: uuid.UUID) -> CaseRow | None:
    """One case."""
    return await _BY_ID.first(connection, request_id)


async def lock(connection: asyncpg.Connection, request_id: uuid.UUID) -> bool:
    """Keep others from changing it until the transaction ends; False where there is none."""
    return await _LOCK.first(connection, request_id) is not None


async def insert(
    connection: asyncpg.Connection,
    company_id: uuid.UUID,
    *,
    registered_offer_id: uuid.UUID | None,
    ground: str,
    channel: str,
    words: str,
    by: uuid.UUID,
) -> uuid.UUID:
    """Open a case; its id."""
    return await _INSERT.one(connection, company_id, registered_offer_id, ground, channel, words, by)


async def close(
    connection: asyncpg.Connection, request_id: uuid.UUID, *, outcome: str, words: str, by: uuid.UUID
) -> None:
    """Close it."""
    await _CLOSE.run(connection, request_id, outcome, words, by)


class StepRow(msgspec.Struct, frozen=True, kw_only=True):
    """A step with who took it."""

    step: str
    words: str
    taken_by: str
    taken_at: dt.datetime


_STEPS = Query(
    """
    select s.step, s.words, a.display_name as taken_by, s.taken_at
    from placement.request_step s join placement.account a on a.account_id = s.taken_by
    where s.request_id = $1 order by s.taken_at, s.step_id
    """,
    StepRow,
)
_INSERT_STEP = Statement(
    "insert into placement.request_step (request_id, step, words, taken_by) values ($1, $2, $3, $4)"
)


async def steps(connection: asyncpg.Connection, request_id: uuid.UUID) -> list[StepRow]:
    """What was done, the first first."""
    return await _STEPS.all(connection, request_id)


async def insert_step(
    connection: asyncpg.Connection, request_id: uuid.UUID, *, step: str, words: str, by: uuid.UUID
) -> None:
    """Add a step."""
    await _INSERT_STEP.run(connection, request_id, step, words, by)


class GroundRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many cases there were on a ground."""

    ground: str
    cases: int


_GROUNDS = Query(
    """
    select ground, count(*)::integer as cases from placement.discriminatory_request
    where opened_at >= $1 and opened_at < $2 and outcome is distinct from 'mistake' group by ground order by ground
    """,
    GroundRow,
)
_BLANK = Query(
    """
    with old as (
        update placement.discriminatory_request set words = '', closing_words = ''
        where closed_at < $1 and (words <> '' or closing_words <> '') returning request_id),
    steps as (delete from placement.request_step s using old where s.request_id = old.request_id)
    select count(*)::integer as cases from old
    """,
    int,
)


async def grounds(connection: asyncpg.Connection, since: dt.datetime, before: dt.datetime) -> list[GroundRow]:
    """Cases by ground between two moments; what was opened by mistake does not count."""
    return await _GROUNDS.all(connection, since, before)


async def blank(connection: asyncpg.Connection, closed_before: dt.datetime) -> int:
    """Empty the words and steps of cases that were closed before; how many."""
    return await _BLANK.one(connection, closed_before)
