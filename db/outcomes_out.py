"""Proposals and decisions of a run, as they go into a file."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class OutcomeOutRow(msgspec.Struct, frozen=True, kw_only=True):
    """One student: the proposal with the company, and the decision where there is one."""

    student_number: str
    name: str
    crebo: str
    team: str
    offer_id: str | None
    company: str | None
    work_place: str | None
    rank: int | None
    utility: int | None
    travel_minutes: int | None
    lot_number: int
    reason_code: str | None
    decision: str | None
    decided_offer_id: str | None
    decided_company: str | None
    decision_reason: str | None
    decided_by: str | None
    decided_on: dt.date | None


_OF_RUN = Query(
    """
    with offers as (
        select o.offer_id, c.name as company, coalesce(nullif(o.place, ''), e.place) as work_place
        from placement.match_run r
        join placement.offer o on o.round_id = r.round_id
        left join placement.establishment e on e.establishment_id = o.establishment_id
        left join placement.company c on c.company_id = e.company_id
        where r.run_id = $1)
    select p.student_number, s.name, s.crebo, s.team, p.offer_id, f.company, f.work_place, p.rank, p.utility,
           p.travel_minutes, p.lot_number, p.reason_code, d.kind as decision, d.offer_id as decided_offer_id,
           g.company as decided_company, nullif(d.reason, '') as decision_reason, a.display_name as decided_by,
           (d.decided_at at time zone 'Europe/Amsterdam')::date as decided_on
    from placement.proposal p
    join placement.match_run r on r.run_id = p.run_id
    join placement.student s on s.round_id = r.round_id and s.student_number = p.student_number
    left join offers f on f.offer_id = p.offer_id
    left join placement.decision d on d.run_id = p.run_id and d.student_number = p.student_number
    left join offers g on g.offer_id = d.offer_id
    left join placement.account a on a.account_id = d.decided_by
    where p.run_id = $1 and ($2::text[] is null or s.crebo = any ($2))
    order by p.student_number
    """,
    OutcomeOutRow,
)


async def of_run(
    connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None
) -> list[OutcomeOutRow]:
    """Every student of the run within the programmes, by number."""
    return await _OF_RUN.all(connection, run_id, programmes)
