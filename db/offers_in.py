"""Offers, companies, establishments and recognitions as an import compares and writes them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement
from db.students_in import BATCH

if TYPE_CHECKING:
    import asyncpg


class StoredOffer(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that an import writes about an offer, with the company and the establishment that it belongs to.

    ``reserves`` and ``maximum_share`` hold {grouping, value, places}, ``shared_capacity`` {name, places}.
    """

    offer_id: str
    training_company_id: str | None
    company: str
    establishment: str
    places: int
    crebos: tuple[str, ...]
    levels: tuple[int, ...]
    learning_path: str | None
    start_date: dt.date | None
    end_date: dt.date | None
    weekdays: tuple[str, ...]
    days_per_week: int | None
    postcode4: str | None
    place: str
    tags: tuple[str, ...]
    support_offered: tuple[str, ...]
    recognition_checked_on: dt.date | None
    status: str
    reserves: tuple[dict[str, Any], ...]
    maximum_share: tuple[dict[str, Any], ...]
    minimum: int
    shared_capacity: dict[str, Any] | None
    extra: dict[str, str]


class StoredCompany(msgspec.Struct, frozen=True, kw_only=True):
    """A company; ``places`` are those of its establishments."""

    company_id: uuid.UUID
    name: str
    training_company_id: str | None
    places: tuple[str, ...]


class OfferToWrite(msgspec.Struct, frozen=True, kw_only=True):
    """An offer with the company that was found or made for it; None: the file names no company."""

    company_id: uuid.UUID | None
    offer: StoredOffer


_STORED = Query(
    """
    select o.offer_id, c.training_company_id, coalesce(c.name, '') as company, coalesce(e.name, '') as establishment,
           o.places, o.crebos, o.levels, o.learning_path, o.start_date, o.end_date, o.weekdays, o.days_per_week,
           o.postcode4, o.place, o.tags, o.support_offered, o.recognition_checked_on, o.status, o.reserves,
           o.maximum_share, o.minimum, o.shared_capacity, o.extra
    from placement.offer o
    left join placement.establishment e on e.establishment_id = o.establishment_id
    left join placement.company c on c.company_id = e.company_id
    where o.round_id = $1
    """,
    StoredOffer,
)
_IDS = Query("select offer_id from placement.offer where round_id = $1", str)
_COMPANIES = Query(
    """
    select c.company_id, c.name, c.training_company_id,
           coalesce(array_agg(distinct e.place) filter (where e.place is not null), '{}') as places
    from placement.company c left join placement.establishment e on e.company_id = c.company_id
    where c.training_company_id = any ($1::text[])
       or (c.training_company_id is null and lower(c.name) = any ($2::text[]))
    group by c.company_id
    order by c.company_id
    """,
    StoredCompany,
)
_WRITE_COMPANIES = Statement(
    """
    insert into placement.company (company_id, name, training_company_id)
    select r.company_id, r.name, r.training_company_id
    from json_to_recordset($1) as r (company_id uuid, name text, training_company_id text)
    on conflict (company_id) do update set name = excluded.name
    """
)
_WRITE_ESTABLISHMENTS = Statement(
    """
    insert into placement.establishment (company_id, name, postcode4, place)
    select distinct r.company_id, r.offer->>'establishment', r.offer->>'postcode4', r.offer->>'place'
    from json_to_recordset($1) as r (company_id uuid, offer json)
    where r.company_id is not null
    on conflict on constraint establishment_unique do nothing
    """
)
_WRITE = Statement(
    """
    insert into placement.offer as o (round_id, establishment_id, offer_id, places, crebos, levels, learning_path,
        start_date, end_date, weekdays, days_per_week, postcode4, place, tags, support_offered, recognition_checked_on,
        status, reserves, maximum_share, minimum, shared_capacity, extra)
    select $1, e.establishment_id, f.offer_id, f.places, f.crebos, f.levels, f.learning_path, f.start_date, f.end_date,
        f.weekdays, f.days_per_week, f.postcode4, f.place, f.tags, f.support_offered, f.recognition_checked_on,
        f.status, f.reserves, f.maximum_share, f.minimum, f.shared_capacity, f.extra
    from json_to_recordset($2) as r (company_id uuid, offer json)
    cross join lateral json_to_record(r.offer) as f (offer_id text, establishment text, places integer, crebos text[],
        levels smallint[], learning_path text, start_date date, end_date date, weekdays text[], days_per_week smallint,
        postcode4 text, place text, tags text[], support_offered text[], recognition_checked_on date, status text,
        reserves jsonb, maximum_share jsonb, minimum integer, shared_capacity jsonb, extra jsonb)
    left join placement.establishment e on e.company_id = r.company_id and e.name = f.establishment
        and e.place = f.place and e.postcode4 is not distinct from f.postcode4
    on conflict on constraint offer_id_unique do update set
        establishment_id = excluded.establishment_id, places = excluded.places, crebos = excluded.crebos,
        levels = excluded.levels, learning_path = excluded.learning_path, start_date = excluded.start_date,
        end_date = excluded.end_date, weekdays = excluded.weekdays, days_per_week = excluded.days_per_week,
        postcode4 = excluded.postcode4, place = excluded.place, tags = excluded.tags,
        support_offered = excluded.support_offered, recognition_checked_on = excluded.recognition_checked_on,
        status = excluded.status, reserves = excluded.reserves, maximum_share = excluded.maximum_share,
        minimum = excluded.minimum, shared_capacity = excluded.shared_capacity, extra = excluded.extra
    """
)
_WRITE_RECOGNITIONS = Statement(
    """
    insert into placement.recognition as r (establishment_id, crebo, checked_on)
    select o.establishment_id, c.crebo, max(o.recognition_checked_on)
    from placement.offer o cross join lateral unnest(o.crebos) as c (crebo)
    where o.round_id = $1 and o.offer_id = any ($2::text[]) and o.establishment_id is not null
    group by 1, 2
    on conflict on constraint recognition_pkey do update
        set checked_on = greatest(r.checked_on, excluded.checked_on)
    """
)


async def stored(connection: asyncpg.Connection, round_id: uuid.UUID) -> dict[str, StoredOffer]:
    """Every offer of the round, by id."""
    return {offer.offer_id: offer for offer in await _STORED.all(connection, round_id)}


async def ids(connection: asyncpg.Connection, round_id: uuid.UUID) -> frozenset[str]:
    """The ids of the offers of the round."""
    return frozenset(await _IDS.all(connection, round_id))


async def companies(
    connection: asyncpg.Connection, training_company_ids: Sequence[str], lower_names: Sequence[str]
) -> list[StoredCompany]:
    """Companies with one of these leerbedrijf-IDs, or without one and with one of these names."""
    return await _COMPANIES.all(connection, list(training_company_ids), list(lower_names))


async def write_companies(connection: asyncpg.Connection, found: Sequence[StoredCompany]) -> None:
    """Add these companies, or give them their new name."""
    if found:
        await _WRITE_COMPANIES.run(connection, list(found))


async def write(connection: asyncpg.Connection, round_id: uuid.UUID, offers: Sequence[OfferToWrite]) -> None:
    """Add or replace these offers, with their establishments and recognitions. Companies must be there."""
    for start in range(0, len(offers), BATCH):
        batch = offers[start : start + BATCH]
        await _WRITE_ESTABLISHMENTS.run(connection, batch)
        await _WRITE.run(connection, round_id, batch)
        await _WRITE_RECOGNITIONS.run(connection, round_id, [item.offer.offer_id for item in batch])
