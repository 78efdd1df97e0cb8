"""Registered offers: the list that school and service point share, one offer, and its changes."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class OfferListRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer in the list. ``promised``: places that rounds have; ``placed``: live placements."""

    registered_offer_id: uuid.UUID
    number: int
    company_id: uuid.UUID
    company: str
    place: str
    kind: str
    title: str
    crebos: tuple[str, ...]
    places: int
    promised: int
    placed: int
    stage: str
    blocked: bool
    start_date: dt.date | None
    end_date: dt.date | None
    owner_name: str
    due_on: dt.date | None


class OfferSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What the list is limited to; empty text and None limit nothing. ``today`` decides what is over and due."""

    today: dt.date
    search: str = ""
    status: str = ""
    kind: str = ""
    crebo: str = ""
    place: str = ""
    owner: uuid.UUID | None = None
    due_before: dt.date | None = None
    company_id: uuid.UUID | None = None

    @property
    def arguments(self) -> tuple[object, ...]:
        """In the order of ``$1`` to ``$9``."""
        return (
            self.today,
            self.search,
            self.status,
            self.kind,
            self.crebo,
            self.place,
            self.owner,
            self.due_before,
            self.company_id,
        )


#: What rounds hold of ``r``: a round that goes on has its places, one that is over what is placed.
HELD = """
    select coalesce(sum(case when d.ends_on >= $1::date and o.status = 'open' then greatest(o.places, l.placed)
                             else l.placed end), 0)::integer as promised,
           coalesce(sum(l.placed), 0)::integer as placed
    from placement.offer o
    join placement.placement_round d on d.round_id = o.round_id
    cross join lateral (
        select count(*)::integer as placed from placement.placement p
        where p.offer_uid = o.offer_uid and p.status in ('provisional', 'complete', 'printed', 'definitive')) l
    where o.registered_offer_id = r.registered_offer_id
"""
#: Offers of which every place is placed, or is with a round: read once for the whole list.
_FULL = """
    (select o.registered_offer_id
     from placement.offer o
     join placement.registered_offer q on q.registered_offer_id = o.registered_offer_id
     join placement.placement_round d on d.round_id = o.round_id
     cross join lateral (
         select count(*)::integer as placed from placement.placement p
         where p.offer_uid = o.offer_uid and p.status in ('provisional', 'complete', 'printed', 'definitive')) l
     group by o.registered_offer_id, q.places
     having sum(l.placed) >= q.places)
"""
_GIVEN = _FULL.replace(
    "sum(l.placed)",
    "sum(case when d.ends_on >= $1 and o.status = 'open' then greatest(o.places, l.placed) else l.placed end)",
)
#: The status that people see, as ``api.services.register.lifecycle.status_of`` says it.
_STATUS = f"""
    case $3
        when 'lapsed' then r.stage = 'lapsed' or (r.end_date < $1 and r.registered_offer_id not in {_FULL})
        when 'filled' then r.stage <> 'lapsed' and r.registered_offer_id in {_FULL}
        when 'blocked' then exists (select from placement.blocked_registered_offer b
                                    where b.registered_offer_id = r.registered_offer_id)
        when 'live' then r.stage = 'live' and coalesce(r.end_date >= $1, true)
            and r.registered_offer_id not in {_GIVEN}
        when 'reserved' then r.stage = 'live' and coalesce(r.end_date >= $1, true)
            and r.registered_offer_id in {_GIVEN} and r.registered_offer_id not in {_FULL}
        else r.stage = $3 and coalesce(r.end_date >= $1, true) and r.registered_offer_id not in {_FULL}
    end
"""
_BLOCKED = """exists (select from placement.blocked_registered_offer b
                      where b.registered_offer_id = r.registered_offer_id)"""
_FOUND = (
    """
    from placement.registered_offer r
    join placement.establishment e on e.establishment_id = r.establishment_id
    join placement.company c on c.company_id = e.company_id
    where ($2::text = '' or strpos(lower(c.name), lower($2)) > 0 or strpos(lower(r.title), lower($2)) > 0
           or r.number::text = $2)
      and ($3::text = '' or """  # noqa: S608  # SQL from this file alone
    + _STATUS
    + """)
      and ($4::text = '' or r.kind = $4)
      and ($5::text = '' or r.crebos @> array[$5])
      and ($6::text = '' or strpos(lower(e.place), lower($6)) > 0 or e.postcode4 = $6)
      and ($7::uuid is null or r.owner = $7)
      and ($8::date is null or r.registered_offer_id in (
               select a.registered_offer_id from placement.next_action a where a.done_at is null and a.due_on <= $8))
      and ($9::uuid is null or c.company_id = $9)
"""
)
_DUE = """(select min(a.due_on) from placement.next_action a
            where a.registered_offer_id = r.registered_offer_id and a.done_at is null)"""
# The page first, then what costs a look elsewhere for its rows alone.
_LIST = Query(
    """
    with page as materialized (
        select r.registered_offer_id, r.number, c.company_id, c.name as company, e.place, r.kind, r.title, r.crebos,
               r.places, r.stage, r.start_date, r.end_date, r.owner
    """  # noqa: S608  # SQL from these files alone
    + _FOUND
    + """
        order by
            case when $10::text = 'company' and not $11::boolean then lower(c.name) end asc,
            case when $10 = 'company' and $11 then lower(c.name) end desc,
            case when $10 = 'due' and not $11 then """
    + _DUE
    + """ end asc nulls last,
            case when $10 = 'due' and $11 then """
    + _DUE
    + """ end desc nulls last,
            case when $10 = 'number' and not $11 then r.number end asc,
            r.number desc
        limit $12 offset $13
    )
    select r.registered_offer_id, r.number, r.company_id, r.company, r.place, r.kind, r.title, r.crebos, r.places,
           h.promised, h.placed, r.stage, """
    + _BLOCKED
    + """ as blocked, r.start_date, r.end_date, w.display_name as owner_name,
           """
    + _DUE
    + """ as due_on
    from page r
    join placement.account w on w.account_id = r.owner
    cross join lateral ("""
    + HELD
    + """) h
    order by
        case when $10 = 'company' and not $11 then lower(r.company) end asc,
        case when $10 = 'company' and $11 then lower(r.company) end desc,
        case when $10 = 'due' and not $11 then """
    + _DUE
    + """ end asc nulls last,
        case when $10 = 'due' and $11 then """
    + _DUE
    + """ end desc nulls last,
        case when $10 = 'number' and not $11 then r.number end asc,
        r.number desc
    """,
    OfferListRow,
)


class OwnerRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may look after offers."""

    account_id: uuid.UUID
    name: str


class AroundRow(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around a list: the number of offers in it, and who may own one ({account_id, name})."""

    offers: int
    owners: tuple[dict[str, Any], ...]


_OWNERS = """
    coalesce((select jsonb_agg(jsonb_build_object('account_id', w.account_id, 'name', w.display_name)
                               order by w.display_name)
              from placement.account w
              where exists (select from placement.account_role t
                            where t.account_id = w.account_id and t.role in ('service_point', 'coordinator'))), '[]')
"""
_AROUND = Query(
    "select (select count(*) " + _FOUND + ")::integer as offers, " + _OWNERS + " as owners",
    AroundRow,
)
_OWNERS_ALONE = Query("select 0 as offers, " + _OWNERS + " as owners", AroundRow)


async def listed(
    connection: asyncpg.Connection, wanted: OfferSearch, *, sort: str, descending: bool, limit: int, offset: int
) -> list[OfferListRow]:
    """A page of the list; ``sort``: number, company or due."""
    return await _LIST.all(connection, *wanted.arguments, sort, descending, limit, offset)


async def around(connection: asyncpg.Connection, wanted: OfferSearch) -> AroundRow:
    """How many offers the list has over all its pages, and who may own one."""
    return await _AROUND.one(connection, *wanted.arguments)


async def owners(connection: asyncpg.Connection) -> tuple[OwnerRow, ...]:
    """Who may look after an offer, by name."""
    found = (await _OWNERS_ALONE.one(connection)).owners
    return tuple(OwnerRow(account_id=uuid.UUID(one["account_id"]), name=one["name"]) for one in found)
