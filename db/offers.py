"""Offers of a round, as people look at them. One that a case blocks is blocked, whatever its own status."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class OfferListRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer in a list. ``taken`` counts live placements, ``named_by`` students who named it."""

    offer_id: str
    company: str
    establishment: str
    places: int
    taken: int
    named_by: int
    crebos: tuple[str, ...]
    place: str
    start_date: dt.date | None
    end_date: dt.date | None
    recognition_checked_on: dt.date | None
    status: str
    reserves: tuple[dict[str, Any], ...]
    maximum_share: tuple[dict[str, Any], ...]
    minimum: int
    shared_capacity: dict[str, Any] | None


class OfferSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is limited to. Empty text limits nothing."""

    round_id: uuid.UUID
    search: str
    crebo: str
    status: str


_LIST = Query(
    """
    with found as (
        select o.offer_id, coalesce(c.name, '') as company, coalesce(e.name, '') as establishment, o.places,
               (select count(*) from placement.placement p where p.offer_uid = o.offer_uid
                    and p.status in ('provisional', 'complete', 'printed', 'definitive'))::integer as taken,
               (select count(*) from placement.preference f where f.offer_uid = o.offer_uid)::integer as named_by,
               o.crebos, o.place, o.start_date, o.end_date, o.recognition_checked_on, s.status, o.reserves,
               o.maximum_share, o.minimum, o.shared_capacity
        from placement.offer o
        left join placement.establishment e on e.establishment_id = o.establishment_id
        left join placement.company c on c.company_id = e.company_id
        cross join lateral (select case when exists (select from placement.blocked_offer b
            where b.offer_uid = o.offer_uid) then 'blocked' else o.status end as status) s
        where o.round_id = $1
          and ($2 = '' or strpos(lower(o.offer_id), lower($2)) > 0 or strpos(lower(coalesce(c.name, '')), lower($2)) > 0
               or strpos(lower(o.place), lower($2)) > 0)
          and ($3::text = '' or $3 = any (o.crebos))
          and ($4 = '' or s.status = $4)
    )
    select offer_id, company, establishment, places, taken, named_by, crebos, place, start_date, end_date,
           recognition_checked_on, status, reserves, maximum_share, minimum, shared_capacity
    from found
    order by
        case when not $6::boolean then
            case $5::text when 'company' then lower(company) when 'place' then lower(place) end end asc,
        case when $6 then case $5 when 'company' then lower(company) when 'place' then lower(place) end end desc,
        case when not $6 then case $5 when 'places' then places when 'named_by' then named_by end end asc,
        case when $6 then case $5 when 'places' then places when 'named_by' then named_by end end desc,
        case when $6 and $5 = 'offer_id' then offer_id end desc,
        offer_id
    limit $7 offset $8
    """,
    OfferListRow,
)

_COUNT = Query(
    """
    select count(*)::integer as offers
    from placement.offer o
    left join placement.establishment e on e.establishment_id = o.establishment_id
    left join placement.company c on c.company_id = e.company_id
    cross join lateral (select case when exists (select from placement.blocked_offer b
        where b.offer_uid = o.offer_uid) then 'blocked' else o.status end as status) s
    where o.round_id = $1
      and ($2 = '' or strpos(lower(o.offer_id), lower($2)) > 0 or strpos(lower(coalesce(c.name, '')), lower($2)) > 0
           or strpos(lower(o.place), lower($2)) > 0)
      and ($3::text = '' or $3 = any (o.crebos))
      and ($4 = '' or s.status = $4)
    """,
    int,
)


async def listed(
    connection: asyncpg.Connection, wanted: OfferSearch, *, sort: str, descending: bool, limit: int, offset: int
) -> list[OfferListRow]:
    """Offers of a round; offers with equal keys by id."""
    return await _LIST.all(
        connection, wanted.round_id, wanted.search, wanted.crebo, wanted.status, sort, descending, limit, offset
    )


async def count(connection: asyncpg.Connection, wanted: OfferSearch) -> int:
    """How many offers the list has over all its pages."""
    return await _COUNT.one(connection, wanted.round_id, wanted.search, wanted.crebo, wanted.status)
