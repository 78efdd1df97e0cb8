"""Copies of registered offers in rounds."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement
from db.register.offers import HELD

if TYPE_CHECKING:
    import asyncpg

#: What a copy takes over from ``r``, as columns of an offer of a round. Nothing else of the register goes to a run.
_COPIED = """
    r.establishment_id, r.crebos, case r.kind when 'internship' then 'BOL' when 'apprenticeship' then 'BBL' end
        as learning_path, r.start_date, r.end_date, r.weekdays, r.days_per_week, e.postcode4, e.place,
    r.support_offered,
    (select case when count(*) = cardinality(r.crebos) then min(g.checked_on) end from placement.recognition g
     where g.establishment_id = r.establishment_id and g.crebo = any (r.crebos) and g.checked_on is not null)
        as recognition_checked_on
"""


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A copy of an offer in a round. ``differs``: what a copy takes over is not what the register says now."""

    round_id: uuid.UUID
    round_name: str
    offer_id: str
    places: int
    placed: int
    status: str
    differs: bool


_COPIES = Query(
    f"""
    with r as (select r.registered_offer_id, {_COPIED} from placement.registered_offer r
               join placement.establishment e on e.establishment_id = r.establishment_id
               where r.registered_offer_id = $1)
    select d.round_id, d.name as round_name, o.offer_id, o.places,
           (select count(*) from placement.placement p where p.offer_uid = o.offer_uid
                and p.status in ('provisional', 'complete', 'printed', 'definitive'))::integer as placed,
           case when exists (select from placement.blocked_offer b where b.offer_uid = o.offer_uid) then 'blocked'
                else o.status end as status,
           (o.establishment_id, o.crebos, o.learning_path, o.start_date, o.end_date, o.weekdays, o.days_per_week,
            o.support_offered) is distinct from
           (r.establishment_id, r.crebos, r.learning_path, r.start_date, r.end_date, r.weekdays, r.days_per_week,
            r.support_offered) as differs
    from placement.offer o
    join placement.placement_round d on d.round_id = o.round_id
    cross join r
    where o.registered_offer_id = $1
    order by d.starts_on desc, d.name
    """,  # noqa: S608  # columns from this file
    CopyRow,
)


async def copies(connection: asyncpg.Connection, registered_offer_id: uuid.UUID) -> list[CopyRow]:
    """The copies of an offer, the newest round first."""
    return await _COPIES.all(connection, registered_offer_id)


class AvailableRow(msgspec.Struct, frozen=True, kw_only=True):
    """A live offer that a round can take. ``free``: places that no round has; ``here``: places this round has."""

    registered_offer_id: uuid.UUID
    number: int
    company: str
    place: str
    title: str
    crebos: tuple[str, ...]
    start_date: dt.date | None
    end_date: dt.date | None
    places: int
    free: int
    here: int | None


_AVAILABLE = Query(
    """
    select r.registered_offer_id, r.number, c.name as company, e.place, r.title, r.crebos, r.start_date, r.end_date,
           r.places, r.places - h.promised as free, m.places as here
    from placement.registered_offer r
    join placement.establishment e on e.establishment_id = r.establishment_id
    join placement.company c on c.company_id = e.company_id
    join placement.placement_round d on d.round_id = $2
    left join placement.offer m on m.round_id = d.round_id and m.registered_offer_id = r.registered_offer_id
    cross join lateral ("""  # noqa: S608  # SQL from these files alone
    + HELD
    + """) h
    where r.stage = 'live' and r.kind in ('internship', 'apprenticeship') and cardinality(r.crebos) > 0
      and coalesce(r.end_date, 'infinity') >= greatest(d.starts_on, $1::date)
      and coalesce(r.start_date, '-infinity') <= d.ends_on
      and (h.promised < r.places or m.offer_uid is not null)
      and not exists (select from placement.blocked_registered_offer b
                      where b.registered_offer_id = r.registered_offer_id)
      and ($3::uuid[] is null or r.registered_offer_id = any ($3))
    order by r.number
    limit $4
    """,
    AvailableRow,
)


async def available(
    connection: asyncpg.Connection,
    round_id: uuid.UUID,
    today: dt.date,
    *,
    among: list[uuid.UUID] | None = None,
    limit: int = 1000,
) -> list[AvailableRow]:
    """Live offers of the round's days with a free place, or with a copy in it already; internships for a programme."""
    return await _AVAILABLE.all(connection, today, round_id, among, limit)


_LOCK = Query(
    """
    select registered_offer_id from placement.registered_offer where registered_offer_id = any ($1::uuid[])
    order by registered_offer_id for update
    """,
    uuid.UUID,
)
_TAKE = Query(
    f"""
    insert into placement.offer as o (round_id, offer_id, registered_offer_id, places, establishment_id, crebos,
        learning_path, start_date, end_date, weekdays, days_per_week, postcode4, place, support_offered,
        recognition_checked_on)
    select $1, 'R' || lpad(r.number::text, 5, '0'), r.registered_offer_id, t.places, {_COPIED}
    from unnest($2::uuid[], $3::integer[]) t (registered_offer_id, places)
    join placement.registered_offer r on r.registered_offer_id = t.registered_offer_id
    join placement.establishment e on e.establishment_id = r.establishment_id
    on conflict on constraint offer_id_unique do update set
        places = excluded.places, establishment_id = excluded.establishment_id, crebos = excluded.crebos,
        learning_path = excluded.learning_path, start_date = excluded.start_date, end_date = excluded.end_date,
        weekdays = excluded.weekdays, days_per_week = excluded.days_per_week, postcode4 = excluded.postcode4,
        place = excluded.place, support_offered = excluded.support_offered, status = 'open',
        recognition_checked_on = excluded.recognition_checked_on
    where o.registered_offer_id = excluded.registered_offer_id
      and (o.places, o.establishment_id, o.crebos, o.learning_path, o.start_date, o.end_date, o.weekdays,
           o.days_per_week, o.postcode4, o.place, o.support_offered, o.status, o.recognition_checked_on)
          is distinct from
          (excluded.places, excluded.establishment_id, excluded.crebos, excluded.learning_path, excluded.start_date,
           excluded.end_date, excluded.weekdays, excluded.days_per_week, excluded.postcode4, excluded.place,
           excluded.support_offered, 'open', excluded.recognition_checked_on)
    returning o.registered_offer_id
    """,  # noqa: S608  # columns from this file
    uuid.UUID,
)


async def lock(connection: asyncpg.Connection, registered_offer_ids: list[uuid.UUID]) -> None:
    """Keep others from changing these offers until the transaction ends."""
    await _LOCK.all(connection, registered_offer_ids)


async def take(
    connection: asyncpg.Connection, round_id: uuid.UUID, wanted: list[tuple[uuid.UUID, int]]
) -> set[uuid.UUID]:
    """Copy offers with so many places into a round, or renew their copies; those that changed something."""
    return set(await _TAKE.all(connection, round_id, [offer for offer, _ in wanted], [places for _, places in wanted]))


_GIVE_BACK = Statement(
    """
    delete from placement.offer o
    where o.round_id = $1 and o.registered_offer_id = $2
      and not exists (select from placement.placement p where p.offer_uid = o.offer_uid)
      and not exists (select from placement.preference f where f.offer_uid = o.offer_uid)
      and not exists (select from placement.student_lock b where b.offer_uid = o.offer_uid)
    """
)
_CLOSE = Statement(
    "update placement.offer set status = 'closed' where round_id = $1 and registered_offer_id = $2 and status = 'open'"
)


async def give_back(connection: asyncpg.Connection, round_id: uuid.UUID, registered_offer_id: uuid.UUID) -> str | None:
    """Take a copy out of a round: ``removed``, or ``closed`` where somebody named or holds it; None: nothing to do."""
    if await _GIVE_BACK.run(connection, round_id, registered_offer_id):
        return "removed"
    return "closed" if await _CLOSE.run(connection, round_id, registered_offer_id) else None
