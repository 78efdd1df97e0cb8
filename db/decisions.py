"""Decisions of people about proposals, and the placements that they make."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class DecisionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A decision with the name of who took it."""

    kind: str
    proposed_offer_id: str | None
    offer_id: str | None
    reason: str
    decided_by: str
    decided_at: dt.datetime


_GET = Query(
    """
    select d.kind, d.proposed_offer_id, d.offer_id, d.reason, a.display_name as decided_by, d.decided_at
    from placement.decision d join placement.account a on a.account_id = d.decided_by
    where d.run_id = $1 and d.student_number = $2
    """,
    DecisionRow,
)


async def get(connection: asyncpg.Connection, run_id: uuid.UUID, student_number: str) -> DecisionRow | None:
    """The decision about one student of a run."""
    return await _GET.first(connection, run_id, student_number)


class OpenProposalRow(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal without a decision. ``live_offer_id``: the place that the student holds already;
    ``fixed_offer_id``: the one that a person locked him to.

    ``flagged``: a rule could not be checked, or the place that the student holds would change, and this person has not
    looked. ``checked``: the same, and this person has looked.
    """

    student_number: str
    student_id: uuid.UUID
    offer_id: str | None
    live_offer_id: str | None
    fixed_offer_id: str | None
    flagged: bool
    checked: bool


_OPEN_TABLES = """
    select p.student_number, s.student_id, p.offer_id, held.offer_id as live_offer_id,
           fixed.offer_id as fixed_offer_id,
           look.wanted and v.student_number is null as flagged, look.wanted and v.student_number is not null as checked
    from placement.proposal p
    join placement.match_run r on r.run_id = p.run_id
    join placement.student s on s.round_id = r.round_id and s.student_number = p.student_number
    left join (
        select l.student_id, o.offer_id
        from placement.placement l join placement.offer o on o.offer_uid = l.offer_uid
        where l.status in ('provisional', 'complete', 'printed', 'definitive')) held on held.student_id = s.student_id
    left join (
        select b.student_id, o.offer_id
        from placement.student_lock b join placement.offer o on o.offer_uid = b.offer_uid) fixed
        on fixed.student_id = s.student_id
    left join placement.sample_review v
        on v.run_id = p.run_id and v.student_number = p.student_number and v.reviewed_by = $3
    cross join lateral (
        select jsonb_array_length(coalesce(p.explanation -> 'check', '[]')) > 0
            or coalesce(held.offer_id <> p.offer_id, false) as wanted) look
    where p.run_id = $1 and ($2::text[] is null or s.crebo = any ($2))
      and not exists (
          select from placement.decision d where d.run_id = p.run_id and d.student_number = p.student_number)
"""

_OPEN_PLACED = Query(_OPEN_TABLES + "and p.offer_id is not null order by p.lot_number", OpenProposalRow)
_OPEN_ONE = Query(_OPEN_TABLES + "and p.student_number = $4", OpenProposalRow)


async def open_placed(
    connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None, reader: uuid.UUID
) -> list[OpenProposalRow]:
    """Proposals of a place that nobody has decided about, by lot number."""
    return await _OPEN_PLACED.all(connection, run_id, programmes, reader)


async def open_one(
    connection: asyncpg.Connection,
    run_id: uuid.UUID,
    programmes: list[str] | None,
    reader: uuid.UUID,
    student_number: str,
) -> OpenProposalRow | None:
    """The proposal for one student, where nobody has decided about it."""
    return await _OPEN_ONE.first(connection, run_id, programmes, reader, student_number)


class OfferPlacesRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer as it stands now. ``free`` = places that no live placement holds."""

    offer_id: str
    offer_uid: uuid.UUID
    status: str
    free: int


_LOCK_OFFERS = Query(
    """
    with held as (
        select offer_uid, offer_id, status, places from placement.offer
        where round_id = $1 and offer_id = any ($2::text[])
        order by offer_uid for update)
    select held.offer_id, held.offer_uid,
           case when exists (select from placement.blocked_offer b where b.offer_uid = held.offer_uid) then 'blocked'
                else held.status end as status, held.places - (
        select count(*) from placement.placement l
        where l.offer_uid = held.offer_uid and l.status in ('provisional', 'complete', 'printed', 'definitive')
    )::int as free
    from held
    """,
    OfferPlacesRow,
)


async def lock_offers(
    connection: asyncpg.Connection, round_id: uuid.UUID, offer_ids: list[str]
) -> list[OfferPlacesRow]:
    """The offers with their free places. Hold the lock of the round (``db.runs.lock_round``) before asking.

    The count is taken from the snapshot of this statement; the lock of the round, not that of the rows, is what
    keeps another decision from slipping in between.
    """
    return await _LOCK_OFFERS.all(connection, round_id, offer_ids)


class NewDecision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision to write; with ``offer_uid`` it makes a placement."""

    student_number: str
    kind: str
    proposed_offer_id: str | None
    offer_id: str | None
    reason: str
    student_id: uuid.UUID
    offer_uid: uuid.UUID | None


_INSERT = Statement(
    """
    with chosen as (
        select * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[])
            as n(student_number, kind, proposed_offer_id, offer_id, reason, student_id, offer_uid)),
    decided as (
        insert into placement.decision (run_id, decided_by, student_number, kind, proposed_offer_id, offer_id, reason)
        select $1, $2, student_number, kind, proposed_offer_id, offer_id, reason from chosen
        returning decision_id, student_number)
    insert into placement.placement (student_id, offer_uid, decision_id)
    select c.student_id, c.offer_uid, d.decision_id
    from chosen c join decided d on d.student_number = c.student_number
    where c.offer_uid is not null
    """
)


_ANALYSE = Statement("analyze placement.decision, placement.placement")


async def analyse(connection: asyncpg.Connection) -> None:
    """Let the planner know of many decisions at once."""
    await _ANALYSE.run(connection)


async def insert(
    connection: asyncpg.Connection, run_id: uuid.UUID, decided_by: uuid.UUID, rows: list[NewDecision]
) -> int:
    """Write decisions and their placements; the number of new placements."""
    columns = [[getattr(row, field) for row in rows] for field in NewDecision.__struct_fields__]
    return await _INSERT.run(connection, run_id, decided_by, *columns)


_LOOKED_AT = Statement(
    """
    insert into placement.sample_review (run_id, student_number, reviewed_by) values ($1, $2, $3)
    on conflict on constraint sample_review_pkey do nothing
    """
)


async def looked_at(connection: asyncpg.Connection, run_id: uuid.UUID, student_number: str, reader: uuid.UUID) -> bool:
    """Remember that this person looked at the proposal; False where that was known."""
    return await _LOOKED_AT.run(connection, run_id, student_number, reader) == 1


_REVIEWED = Query(
    "select student_number from placement.sample_review where run_id = $1 and reviewed_by = $2 order by student_number",
    str,
)


async def reviewed(connection: asyncpg.Connection, run_id: uuid.UUID, reader: uuid.UUID) -> list[str]:
    """The proposals of the run that this person looked at."""
    return await _REVIEWED.all(connection, run_id, reader)


class ChoiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of the round as people know it, with the places that are free now."""

    offer_id: str
    company: str
    place: str
    status: str
    free: int


_CHOICES = Query(
    """
    select o.offer_id, coalesce(c.name, '') as company, coalesce(nullif(o.place, ''), e.place, '') as place,
           case when exists (select from placement.blocked_offer b where b.offer_uid = o.offer_uid) then 'blocked'
                else o.status end as status,
           o.places - count(l.placement_id)::int as free
    from placement.offer o
    left join placement.establishment e on e.establishment_id = o.establishment_id
    left join placement.company c on c.company_id = e.company_id
    left join placement.placement l
        on l.offer_uid = o.offer_uid and l.status in ('provisional', 'complete', 'printed', 'definitive')
    where o.round_id = $1 and o.offer_id = any ($2::text[])
    group by o.offer_uid, c.company_id, e.establishment_id
    """,
    ChoiceRow,
)


async def choices(connection: asyncpg.Connection, round_id: uuid.UUID, offer_ids: list[str]) -> list[ChoiceRow]:
    """These offers as they stand now."""
    return await _CHOICES.all(connection, round_id, offer_ids)
