"""What two runs propose for the same students, side by side, with the names that people know."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class SideBySideRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A student in two runs. ``in_left`` and ``in_right``: whether he takes part."""

    student_number: str
    name: str
    crebo: str
    programme: str
    team: str
    in_left: bool
    left_offer_id: str | None
    left_company: str
    left_rank: int | None
    left_utility: int | None
    left_travel_minutes: int | None
    left_reason_code: str | None
    in_right: bool
    right_offer_id: str | None
    right_company: str
    right_rank: int | None
    right_utility: int | None
    right_travel_minutes: int | None
    right_reason_code: str | None


_SIDE_BY_SIDE = Query(
    """
    with l as (select * from placement.proposal where run_id = $1),
         r as (select * from placement.proposal where run_id = $2),
         companies as (
             select o.offer_id, c.name
             from placement.offer o
             join placement.establishment e on e.establishment_id = o.establishment_id
             join placement.company c on c.company_id = e.company_id
             where o.round_id = $3)
    select student_number, s.name, s.crebo, coalesce(g.name, '') as programme, s.team,
           l.run_id is not null as in_left, l.offer_id as left_offer_id, coalesce(lc.name, '') as left_company,
           l.rank as left_rank, l.utility as left_utility, l.travel_minutes as left_travel_minutes,
           l.reason_code as left_reason_code,
           r.run_id is not null as in_right, r.offer_id as right_offer_id, coalesce(rc.name, '') as right_company,
           r.rank as right_rank, r.utility as right_utility, r.travel_minutes as right_travel_minutes,
           r.reason_code as right_reason_code
    from l
    full join r using (student_number)
    join placement.student s using (student_number)
    left join placement.programme g on g.crebo = s.crebo
    left join companies lc on lc.offer_id = l.offer_id
    left join companies rc on rc.offer_id = r.offer_id
    where s.round_id = $3 and ($4::text[] is null or s.crebo = any ($4))
    order by student_number
    """,
    SideBySideRow,
)


async def side_by_side(
    connection: asyncpg.Connection,
    left: uuid.UUID,
    right: uuid.UUID,
    round_id: uuid.UUID,
    programmes: list[str] | None,
) -> list[SideBySideRow]:
    """Every student of the programmes (None: all) who takes part in one of two runs of a round."""
    return await _SIDE_BY_SIDE.all(connection, left, right, round_id, programmes)
