"""Rounds, and the students and offers in them, for whoever may see them.

Who sees what: a coordinator and a school lead see rounds, offers, and the students of their programmes; the service
point sees rounds and offers and not one student; the privacy officer and the administrator see no
round at all (the list is empty, an address is refused).
"""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound, Unusable
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.rounds import (
    NewRound,
    OfferFilter,
    OfferRow,
    ProgrammeView,
    RoundView,
    StudentFilter,
    StudentRow,
    StudentView,
)
from api.services import events
from api.services.constraints import translated
from api.services.files.side_rules import together_of
from api.services.paging import offset_of
from api.services.permissions import SEE_OFFERS, SEE_STUDENTS, holds, require, scope
from api.services.pool import Pool
from db import offers, rounds, students
from db.pool import transaction

EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


async def list_rounds(pool: Pool, actor: Actor, *, number: int = 1, size: int = DEFAULT_SIZE) -> PageOf[RoundView]:
    """Rounds, the newest first; none for a role that has nothing to do with placing."""
    offset = offset_of(number, size)
    if not holds(actor, *SEE_OFFERS):
        return PageOf(items=(), number=number, size=size, total=0)
    with translated():
        async with pool.acquire() as connection:
            found = await rounds.listed(connection, scope(actor), limit=size, offset=offset)
            total = await rounds.count(connection)
    return PageOf(items=tuple(_view(row, actor) for row in found), number=number, size=size, total=total)


async def create_round(pool: Pool, actor: Actor, new_round: NewRound) -> RoundView:
    """Make a round.

    Raises
    ------
    Unusable
        The name is empty or long, or the period is reversed or far away.
    Conflict
        ``name_taken``.
    """
    require(actor, *SEE_STUDENTS)
    name = new_round.name.strip()
    fields: dict[str, str] = {}
    if not 1 <= len(name) <= 200 or not name.isprintable():
        fields["name"] = "length"
    for field, day in (("starts_on", new_round.starts_on), ("ends_on", new_round.ends_on)):
        if not EARLIEST <= day <= LATEST:
            fields[field] = "out_of_range"
    if not fields and new_round.ends_on < new_round.starts_on:
        fields["ends_on"] = "period_reversed"
    if fields:
        raise Unusable(fields)
    with translated():
        async with transaction(pool) as connection:
            round_id = await rounds.insert(
                connection,
                name=name,
                starts_on=new_round.starts_on,
                ends_on=new_round.ends_on,
                created_by=actor.account_id,
            )
            await events.record(connection, actor, "round_created", f"round:{round_id}", name=name)
            return await _get(connection, actor, round_id)


async def get_round(pool: Pool, actor: Actor, round_id: uuid.UUID) -> RoundView:
    """One round."""
    require(actor, *SEE_OFFERS)
    async with pool.acquire() as connection:
        return await _get(connection, actor, round_id)


async def _get(connection: asyncpg.Connection, actor: Actor, round_id: uuid.UUID) -> RoundView:
    row = await rounds.by_id(connection, round_id, scope(actor))
    if row is None:
        raise NotFound(what="round")
    return _view(row, actor)


def _view(row: rounds.RoundRow, actor: Actor) -> RoundView:
    view = RoundView(**msgspec.structs.asdict(row))
    return view if holds(actor, *SEE_STUDENTS) else msgspec.structs.replace(view, students=None, placed=None)


async def list_students(
    pool: Pool,
    actor: Actor,
    round_id: uuid.UUID,
    wanted: StudentFilter,
    *,
    number: int = 1,
    size: int = DEFAULT_SIZE,
) -> PageOf[StudentRow]:
    """Students of the actor's programmes in a round."""
    require(actor, *SEE_STUDENTS)
    offset = offset_of(number, size)
    search = students.StudentSearch(
        round_id=round_id,
        programmes=scope(actor),
        search=wanted.search.strip(),
        crebo=wanted.crebo.strip(),
        team=wanted.team.strip(),
        placed=wanted.placed,
    )
    with translated():
        async with pool.acquire() as connection:
            await _must_exist(connection, round_id)
            found = await students.listed(
                connection, search, sort=wanted.sort, descending=wanted.descending, limit=size, offset=offset
            )
            total = await students.count(connection, search)
    items = tuple(StudentRow(**msgspec.structs.asdict(row)) for row in found)
    return PageOf(items=items, number=number, size=size, total=total)


async def get_student(pool: Pool, actor: Actor, round_id: uuid.UUID, student_number: str) -> StudentView:
    """One student, of one of the actor's programmes."""
    require(actor, *SEE_STUDENTS)
    with translated():
        async with pool.acquire() as connection:
            row = await students.by_number(connection, round_id, student_number, scope(actor))
    if row is None:
        raise NotFound(what="student")
    return student_view(row)


def student_view(row: students.StudentDetailRow) -> StudentView:
    """The stored student as people see him."""
    facts = msgspec.structs.asdict(row)
    facts["extra"] = {name: str(value) for name, value in row.extra.items()}
    facts["together_with"] = [msgspec.structs.asdict(rule) for rule in together_of(row.together_with)]
    if row.lock_offer_id is not None:
        facts["lock"] = {
            "offer_id": row.lock_offer_id,
            "reason": row.lock_reason,
            "locked_by": row.locked_by,
            "locked_at": row.locked_at,
        }
    return msgspec.convert(facts, StudentView)


async def list_offers(
    pool: Pool,
    actor: Actor,
    round_id: uuid.UUID,
    wanted: OfferFilter,
    *,
    number: int = 1,
    size: int = DEFAULT_SIZE,
) -> PageOf[OfferRow]:
    """Offers of a round: all of them, since an offer of another programme may be an equivalent."""
    require(actor, *SEE_OFFERS)
    offset = offset_of(number, size)
    search = offers.OfferSearch(
        round_id=round_id, search=wanted.search.strip(), crebo=wanted.crebo.strip(), status=wanted.status.strip()
    )
    with translated():
        async with pool.acquire() as connection:
            await _must_exist(connection, round_id)
            found = await offers.listed(
                connection, search, sort=wanted.sort, descending=wanted.descending, limit=size, offset=offset
            )
            total = await offers.count(connection, search)
    items = tuple(msgspec.convert(msgspec.structs.asdict(row), OfferRow) for row in found)
    return PageOf(items=items, number=number, size=size, total=total)


async def list_programmes(pool: Pool, actor: Actor, round_id: uuid.UUID) -> tuple[ProgrammeView, ...]:
    """The actor's programmes that students of the round follow, by name."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await _must_exist(connection, round_id)
        found = await rounds.programmes_of(connection, round_id, scope(actor))
    return tuple(ProgrammeView(**msgspec.structs.asdict(row)) for row in found)


async def _must_exist(connection: asyncpg.Connection, round_id: uuid.UUID) -> None:
    """An empty list is not the same as no round."""
    if not await rounds.exists(connection, round_id):
        raise NotFound(what="round")
