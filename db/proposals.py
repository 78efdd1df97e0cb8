"""Proposals of a run: written once by the worker, read with the names that people know."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg


class NewProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A row to write. ``explanation`` is JSON text."""

    student_number: str
    offer_id: str | None
    rank: int | None
    utility: int | None
    travel_minutes: int | None
    lot_number: int
    reason_code: str | None
    explanation: str


_INSERT = Statement(
    """
    insert into placement.proposal
        (run_id, student_number, offer_id, rank, utility, travel_minutes, lot_number, reason_code, explanation)
    select $1, n.student_number, n.offer_id, n.rank, n.utility, n.travel_minutes, n.lot_number, n.reason_code,
           n.explanation::jsonb
    from unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[], $9::text[])
        as n(student_number, offer_id, rank, utility, travel_minutes, lot_number, reason_code, explanation)
    """
)


_ANALYSE = Statement("analyze placement.proposal")


async def insert(connection: asyncpg.Connection, run_id: uuid.UUID, rows: list[NewProposal]) -> None:
    """Write all proposals of a run, and let the planner know."""
    columns = [[getattr(row, field) for row in rows] for field in NewProposal.__struct_fields__]
    await _INSERT.run(connection, run_id, *columns)
    await _ANALYSE.run(connection)


class ProposalRow(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal with the student's name, the company, and the decision where there is one.

    ``check``: what a person has to check because a rule could not be asked. ``holds``: the place that he has now.
    """

    student_number: str
    name: str
    crebo: str
    programme: str
    team: str
    offer_id: str | None
    company: str
    rank: int | None
    utility: int | None
    travel_minutes: int | None
    lot_number: int
    reason_code: str | None
    decision: str | None
    decided_offer_id: str | None
    check: list[str]
    holds: str | None


_COLUMNS = """
    select p.student_number, s.name, s.crebo, coalesce(g.name, '') as programme, s.team, p.offer_id,
           coalesce(c.name, '') as company, p.rank, p.utility, p.travel_minutes, p.lot_number, p.reason_code,
           d.kind as decision, d.offer_id as decided_offer_id,
           array(select jsonb_array_elements_text(p.explanation -> 'check')) as "check", held.offer_id as holds
"""
_TABLES = """
    from placement.proposal p
    join placement.match_run r on r.run_id = p.run_id
    join placement.student s on s.round_id = r.round_id and s.student_number = p.student_number
    left join placement.programme g on g.crebo = s.crebo
    left join placement.offer o on o.round_id = r.round_id and o.offer_id = p.offer_id
    left join placement.establishment e on e.establishment_id = o.establishment_id
    left join placement.company c on c.company_id = e.company_id
    left join placement.decision d on d.run_id = p.run_id and d.student_number = p.student_number
    left join lateral (
        select h.offer_id
        from placement.placement l join placement.offer h on h.offer_uid = l.offer_uid
        where l.student_id = s.student_id and l.status in ('provisional', 'complete', 'printed', 'definitive')) held
        on true
"""
_OF_A_RUN = """
    where p.run_id = $1 and ($2::text[] is null or s.crebo = any ($2))
"""
_FILTER = """
    left join unnest($9::text[], $10::text[]) as told (student_number, offer_id)
        on told.student_number = p.student_number
    where p.run_id = $1 and ($2::text[] is null or s.crebo = any ($2))
      and ($3::text = '' or strpos(lower(p.student_number), lower($3)) > 0 or strpos(lower(s.name), lower($3)) > 0
           or strpos(lower(p.offer_id), lower($3)) > 0 or strpos(lower(c.name), lower($3)) > 0)
      and ($4::text = '' or s.crebo = $4)
      and ($5::boolean is null or (p.offer_id is not null) = $5)
      and ($6::boolean is null or (d.decision_id is not null) = $6)
      and ($7::boolean is null or (jsonb_array_length(coalesce(p.explanation -> 'check', '[]')) > 0
           or (d.decision_id is null and held.offer_id is not null and held.offer_id is distinct from p.offer_id)) = $7)
      and ($8::boolean is null
           or (told.offer_id is not null and told.offer_id is distinct from p.offer_id) = $8)
"""
_ORDER = """
    order by case when not $12::boolean then text_key end, case when $12 then text_key end desc,
             case when not $12 then number_key end nulls last, case when $12 then number_key end desc nulls last,
             student_number
    limit $13 offset $14
"""
_KEYS = """
    , case $11::text
          when 'student_number' then p.student_number when 'name' then lower(s.name) when 'crebo' then s.crebo
          when 'offer_id' then coalesce(p.offer_id, '') end as text_key,
      case $11 when 'rank' then p.rank when 'utility' then p.utility when 'travel_minutes' then p.travel_minutes
          when 'lot_number' then p.lot_number end as number_key
"""

_COUNT = Query("select count(*) as total" + _TABLES + _FILTER, int)
_PAGE = """
    select student_number, name, crebo, programme, team, offer_id, company, rank, utility, travel_minutes, lot_number,
           reason_code, decision, decided_offer_id, "check", holds
    from ("""
_LIST = Query(
    _PAGE + _COLUMNS + _KEYS + _TABLES + _FILTER + ") page" + _ORDER,
    ProposalRow,
)


async def find(
    connection: asyncpg.Connection,
    run_id: uuid.UUID,
    programmes: list[str] | None,
    *,
    search: str,
    crebo: str,
    placed: bool | None,
    decided: bool | None,
    flagged: bool | None,
    changed: bool | None,
    told: Mapping[str, str],
    sort: str,
    descending: bool,
    limit: int,
    offset: int,
) -> tuple[int, list[ProposalRow]]:
    """How many proposals fit, and one page of them. An empty rank, score or time comes last.

    ``flagged``: a rule could not be asked, or the place that the student holds would change. ``changed``: another offer
    than the student was ``told``, or none.
    """
    chosen = (run_id, programmes, search, crebo, placed, decided, flagged, changed, list(told), list(told.values()))
    total = await _COUNT.one(connection, *chosen)
    return total, await _LIST.all(connection, *chosen, sort, descending, limit, offset)


_ONE = Query(_COLUMNS + _TABLES + _OF_A_RUN + "and p.student_number = $3", ProposalRow)


async def get(
    connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None, student_number: str
) -> ProposalRow | None:
    """The proposal for one student."""
    return await _ONE.first(connection, run_id, programmes, student_number)


_SOME = Query(
    _COLUMNS + _TABLES + _OF_A_RUN + "and p.student_number = any ($3::text[]) order by p.student_number",
    ProposalRow,
)


async def some(
    connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None, student_numbers: list[str]
) -> list[ProposalRow]:
    """The proposals for these students, by number."""
    return await _SOME.all(connection, run_id, programmes, student_numbers)


class ExplanationRow(msgspec.Struct, frozen=True, kw_only=True):
    """Why a student got what he got."""

    explanation: dict[str, Any]


_EXPLANATION = Query(
    "select explanation from placement.proposal where run_id = $1 and student_number = $2",
    ExplanationRow,
)


async def explanation(connection: asyncpg.Connection, run_id: uuid.UUID, student_number: str) -> dict[str, Any]:
    """The explanation as the worker stored it."""
    return (await _EXPLANATION.one(connection, run_id, student_number)).explanation


_SAMPLE = Query(
    """
    select student_number
    from (
        select p.student_number, count(*) over () as placed,
               row_number() over (
                   order by sha256(convert_to((r.report ->> 'seed') || '|sample|' || p.student_number, 'UTF8'))) as turn
        from placement.proposal p
        join placement.match_run r on r.run_id = p.run_id
        join placement.student s on s.round_id = r.round_id and s.student_number = p.student_number
        where p.run_id = $1 and ($2::text[] is null or s.crebo = any ($2)) and p.offer_id is not null) drawn
    where turn <= least(20, greatest(5, ceil(placed * 0.05)))
    order by student_number
    """,
    str,
)


async def sample(connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None) -> list[str]:
    """Student numbers drawn by the seed of the run: 5 % of the placed ones, at least 5 and at most 20.

    The seed of a committed lottery is not in the report: there its hash draws, before and after it is revealed.
    """
    return await _SAMPLE.all(connection, run_id, programmes)
