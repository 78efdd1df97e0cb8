"""The plan of a study: how it was drawn, and its dispatches."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg

_IS_DRAWN = Query("select exists (select from lab.plan where study_id = $1) as drawn", bool)


async def is_drawn(connection: asyncpg.Connection, study_id: uuid.UUID) -> bool:
    """Whether the study has its plan."""
    return await _IS_DRAWN.one(connection, study_id)


class PlanRow(msgspec.Struct, frozen=True, kw_only=True):
    """How the plan was drawn, by whom."""

    sample: dict[str, Any]
    seed: str
    redraws: int
    balance: dict[str, Any]
    recipe: dict[str, Any]
    plan_hash: str
    letters_hash: str
    person: str
    drawn_at: dt.datetime


_OF = Query(
    """
    select p.sample, p.seed, p.redraws, p.balance, p.recipe, p.plan_hash, p.letters_hash,
        a.display_name as person, p.drawn_at
    from lab.plan p join lab.account a using (account_id)
    where p.study_id = $1
    """,
    PlanRow,
)


async def of(connection: asyncpg.Connection, study_id: uuid.UUID) -> PlanRow | None:
    """The plan; None where it has not been drawn."""
    return await _OF.first(connection, study_id)


_INSERT = Statement(
    """
    insert into lab.plan (study_id, sample, design, hours, seed, redraws, balance, recipe, plan_hash, letters_hash,
        account_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    """
)


async def insert(connection: asyncpg.Connection, *values: object) -> None:
    """Keep how a plan was drawn."""
    await _INSERT.run(connection, *values)


_ADD_DISPATCH = Statement(
    """
    insert into lab.dispatch (study_id, dispatch_id, number, place, identity, template, sender, name, quality,
        composition, application, due_at, token, from_address)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    """
)


async def add_dispatches(connection: asyncpg.Connection, rows: list[tuple[Any, ...]]) -> None:
    """Add the applications of a plan."""
    await _ADD_DISPATCH.run_many(connection, rows)


class PlannedRow(msgspec.Struct, frozen=True, kw_only=True):
    """An application of the plan, by pseudonym."""

    number: int
    dispatch_id: str
    place: int
    sector: str
    size_class: str | None
    identity: str
    template: str
    look: str
    sender: str
    name: str
    quality: str
    composition: str
    due_at: dt.datetime


_PLANNED = Query(
    """
    select d.number, d.dispatch_id, d.place, e.stratum as sector, e.size_class, d.identity, d.template,
        coalesce(d.application ->> 'look', '') as look, d.sender, d.name, d.quality, d.composition, d.due_at
    from lab.dispatch d join lab.frame_entry e using (study_id, number)
    where d.study_id = $1
    order by d.number, d.place
    """,
    PlannedRow,
)


async def planned(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[PlannedRow]:
    """Every application of the plan."""
    return await _PLANNED.all(connection, study_id)


class DayRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many applications are due on a day, by Dutch clocks."""

    day: dt.date
    number: int


_DAYS = Query(
    """
    select (due_at at time zone 'Europe/Amsterdam')::date as day, count(*)::integer as number
    from lab.dispatch where study_id = $1
    group by 1
    order by 1
    """,
    DayRow,
)


async def days(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[DayRow]:
    """Applications due on each day."""
    return await _DAYS.all(connection, study_id)
