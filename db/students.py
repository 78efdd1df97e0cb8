"""Students of a round, as people look at them. Every query takes the programmes of the asker."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class StudentListRow(msgspec.Struct, frozen=True, kw_only=True):
    """A student in a list."""

    student_number: str
    name: str
    crebo: str
    programme: str
    level: int | None
    team: str
    place: str
    preferences: int
    placed_offer_id: str | None


class StudentDetailRow(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one student. ``preferences`` holds the offers of each rank, the best rank first.

    ``together_with``: student numbers, ``!`` before one that is a must. The last four: the lock that a person set.
    """

    student_number: str
    name: str
    email: str
    team: str
    location: str
    crebo: str
    programme: str
    level: int | None
    learning_path: str | None
    study_year: int | None
    start_date: dt.date | None
    end_date: dt.date | None
    weekdays: tuple[str, ...]
    days_per_week: int | None
    postcode4: str | None
    place: str
    transport: str | None
    max_travel_minutes: int | None
    preferences: tuple[tuple[str, ...], ...]
    only_preferences: bool
    learning_wishes: tuple[str, ...]
    support_needs: tuple[str, ...]
    failed_applications: int
    locked_offer: str | None
    forbidden_offers: tuple[str, ...]
    together_with: tuple[str, ...]
    extra: dict[str, Any]
    placed_offer_id: str | None
    lock_offer_id: str | None
    lock_reason: str | None
    locked_by: str | None
    locked_at: dt.datetime | None


# The list is sorted by one of a closed set of columns, each named here; strpos finds what was typed as it stands,
# so that % and _ mean themselves.
_LIST = Query(
    """
    select s.student_number, s.name, s.crebo, coalesce(g.name, '') as programme, s.level, s.team, s.place,
           (select count(*) from placement.preference f where f.student_id = s.student_id)::integer as preferences,
           o.offer_id as placed_offer_id
    from placement.student s
    left join placement.programme g on g.crebo = s.crebo
    left join placement.placement p on p.student_id = s.student_id
        and p.status in ('provisional', 'complete', 'printed', 'definitive')
    left join placement.offer o on o.offer_uid = p.offer_uid
    where s.round_id = $1
      and ($2::text[] is null or s.crebo = any ($2))
      and ($3 = '' or strpos(lower(s.name), lower($3)) > 0 or strpos(lower(s.student_number), lower($3)) > 0)
      and ($4 = '' or s.crebo = $4)
      and ($5 = '' or s.team = $5)
      and ($6::boolean is null or (p.student_id is not null) = $6)
    order by
        case when not $8::boolean then
            case $7::text when 'name' then lower(s.name) when 'crebo' then s.crebo when 'team' then lower(s.team)
                when 'place' then lower(s.place) else s.student_number end end asc,
        case when $8 then
            case $7 when 'name' then lower(s.name) when 'crebo' then s.crebo when 'team' then lower(s.team)
                when 'place' then lower(s.place) else s.student_number end end desc,
        s.student_number
    limit $9 offset $10
    """,
    StudentListRow,
)

_COUNT = Query(
    """
    select count(*)::integer as students
    from placement.student s
    left join placement.placement p on p.student_id = s.student_id
        and p.status in ('provisional', 'complete', 'printed', 'definitive')
    where s.round_id = $1
      and ($2::text[] is null or s.crebo = any ($2))
      and ($3 = '' or strpos(lower(s.name), lower($3)) > 0 or strpos(lower(s.student_number), lower($3)) > 0)
      and ($4 = '' or s.crebo = $4)
      and ($5 = '' or s.team = $5)
      and ($6::boolean is null or (p.student_id is not null) = $6)
    """,
    int,
)


class StudentSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is limited to. Empty text and None limit nothing."""

    round_id: uuid.UUID
    programmes: list[str] | None
    search: str
    crebo: str
    team: str
    placed: bool | None


async def listed(
    connection: asyncpg.Connection, wanted: StudentSearch, *, sort: str, descending: bool, limit: int, offset: int
) -> list[StudentListRow]:
    """Students of a round; students with equal keys by number."""
    return await _LIST.all(
        connection,
        wanted.round_id,
        wanted.programmes,
        wanted.search,
        wanted.crebo,
        wanted.team,
        wanted.placed,
        sort,
        descending,
        limit,
        offset,
    )


async def count(connection: asyncpg.Connection, wanted: StudentSearch) -> int:
    """How many students the list has over all its pages."""
    return await _COUNT.one(
        connection, wanted.round_id, wanted.programmes, wanted.search, wanted.crebo, wanted.team, wanted.placed
    )


_BY_NUMBER = Query(
    """
    select s.student_number, s.name, s.email, s.team, s.location, s.crebo, coalesce(g.name, '') as programme,
           s.level, s.learning_path, s.study_year, s.start_date, s.end_date, s.weekdays, s.days_per_week,
           s.postcode4, s.place, s.transport, s.max_travel_minutes,
           (select coalesce(jsonb_agg(t.offers order by t.rank), '[]'::jsonb)
            from (select f.rank, jsonb_agg(w.offer_id order by w.offer_id) as offers
                  from placement.preference f join placement.offer w using (offer_uid)
                  where f.student_id = s.student_id group by f.rank) t) as preferences,
           s.only_preferences, s.learning_wishes, s.support_needs, s.failed_applications, s.locked_offer,
           s.forbidden_offers, s.together_with, s.extra, o.offer_id as placed_offer_id, k.offer_id as lock_offer_id,
           b.reason as lock_reason, a.display_name as locked_by, b.locked_at
    from placement.student s
    left join placement.programme g on g.crebo = s.crebo
    left join placement.student_lock b on b.student_id = s.student_id
    left join placement.offer k on k.offer_uid = b.offer_uid
    left join placement.account a on a.account_id = b.locked_by
    left join placement.placement p on p.student_id = s.student_id
        and p.status in ('provisional', 'complete', 'printed', 'definitive')
    left join placement.offer o on o.offer_uid = p.offer_uid
    where s.round_id = $1 and s.student_number = $2 and ($3::text[] is null or s.crebo = any ($3))
    """,
    StudentDetailRow,
)


async def by_number(
    connection: asyncpg.Connection, round_id: uuid.UUID, student_number: str, programmes: list[str] | None
) -> StudentDetailRow | None:
    """One student of a round, if he follows one of the programmes."""
    return await _BY_NUMBER.first(connection, round_id, student_number, programmes)
