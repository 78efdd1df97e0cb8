"""What a run takes from a round: students within some programmes with what they hold, offers with what others hold."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class StudentCopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A student without name or e-mail. ``wish_ranks`` and ``wish_offers`` run together.

    ``holds`` is the offer of a live placement, ``fixed_offer`` the one that a person locked him to. ``together_with``:
    student numbers, ``!`` before one that is a must.
    """

    student_number: str
    crebo: str
    level: int | None
    learning_path: str | None
    study_year: int | None
    team: str
    location: str
    start_date: dt.date | None
    end_date: dt.date | None
    weekdays: tuple[str, ...]
    days_per_week: int | None
    postcode4: str | None
    place: str
    transport: str | None
    max_travel_minutes: int | None
    only_preferences: bool
    learning_wishes: tuple[str, ...]
    support_needs: tuple[str, ...]
    failed_applications: int
    locked_offer: str | None
    forbidden_offers: tuple[str, ...]
    together_with: tuple[str, ...]
    groups: dict[str, str]
    wish_ranks: tuple[int, ...]
    wish_offers: tuple[str, ...]
    holds: str | None
    fixed_offer: str | None


# Student by student, by index: joined to groups over all wishes, a round that came in a moment ago (of which the
# planner knows nothing yet) took minutes.
_STUDENT_TABLES = """
    select s.student_number, s.crebo, s.level, s.learning_path, s.study_year, s.team, s.location, s.start_date,
           s.end_date, s.weekdays, s.days_per_week, s.postcode4, s.place, s.transport, s.max_travel_minutes,
           s.only_preferences, s.learning_wishes, s.support_needs, s.failed_applications, s.locked_offer,
           s.forbidden_offers, s.together_with, s.groups, coalesce(w.ranks, '{}') as wish_ranks,
           coalesce(w.offers, '{}') as wish_offers,
           h.offer_id as holds, k.offer_id as fixed_offer
    from placement.student s
    left join lateral (
        select array_agg(f.rank order by f.rank, o.offer_id) as ranks,
               array_agg(o.offer_id order by f.rank, o.offer_id) as offers
        from placement.preference f join placement.offer o on o.offer_uid = f.offer_uid
        where f.student_id = s.student_id) w on true
    left join lateral (
        select o.offer_id
        from placement.placement l join placement.offer o on o.offer_uid = l.offer_uid
        where l.student_id = s.student_id and l.status in ('provisional', 'complete', 'printed', 'definitive')) h
        on true
    left join lateral (
        select o.offer_id
        from placement.student_lock b join placement.offer o on o.offer_uid = b.offer_uid
        where b.student_id = s.student_id) k on true
    where s.round_id = $1
"""
_STUDENTS = Query(
    _STUDENT_TABLES + "and ($2::text[] is null or s.crebo = any ($2)) order by s.student_number", StudentCopyRow
)


async def students(
    connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None
) -> list[StudentCopyRow]:
    """The students of the round within the programmes."""
    return await _STUDENTS.all(connection, round_id, programmes)


_STUDENT = Query(_STUDENT_TABLES + "and s.student_number = $2", StudentCopyRow)


async def student(connection: asyncpg.Connection, round_id: uuid.UUID, student_number: str) -> StudentCopyRow | None:
    """One student of the round."""
    return await _STUDENT.first(connection, round_id, student_number)


_HOLDERS_OUTSIDE = Query(
    _STUDENT_TABLES
    + "and not s.crebo = any ($2::text[]) and coalesce(h.offer_id, k.offer_id, s.locked_offer) is not null"
    + " order by s.student_number",
    StudentCopyRow,
)


async def holders_outside(
    connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str]
) -> list[StudentCopyRow]:
    """The students outside the programmes who hold a place, or are locked to one."""
    return await _HOLDERS_OUTSIDE.all(connection, round_id, programmes)


class OfferCopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer. ``reserves`` and ``maximum_share``: {grouping, value, places}; ``shared_capacity``: {name, places}."""

    offer_id: str
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


_OFFER_TABLES = """
    select o.offer_id, o.places, o.crebos, o.levels, o.learning_path, o.start_date, o.end_date, o.weekdays,
           o.days_per_week, coalesce(o.postcode4, e.postcode4) as postcode4,
           coalesce(nullif(o.place, ''), e.place, '') as place, o.tags, o.support_offered, o.recognition_checked_on,
           case when exists (select from placement.blocked_offer b where b.offer_uid = o.offer_uid) then 'blocked'
                else o.status end as status,
           o.reserves, o.maximum_share, o.minimum, o.shared_capacity
    from placement.offer o
    left join placement.establishment e on e.establishment_id = o.establishment_id
    where o.round_id = $1
"""
_OFFERS = Query(_OFFER_TABLES + "order by o.offer_id", OfferCopyRow)


async def offers(connection: asyncpg.Connection, round_id: uuid.UUID) -> list[OfferCopyRow]:
    """All offers of the round."""
    return await _OFFERS.all(connection, round_id)


_OFFER = Query(_OFFER_TABLES + "and o.offer_id = $2", OfferCopyRow)


async def offer(connection: asyncpg.Connection, round_id: uuid.UUID, offer_id: str) -> OfferCopyRow | None:
    """One offer of the round."""
    return await _OFFER.first(connection, round_id, offer_id)


class EquivalentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A programme that counts for another."""

    crebo: str
    equivalent_crebo: str


_EQUIVALENTS = Query(
    "select crebo, equivalent_crebo from placement.equivalent_programme where crebo = any ($1::text[]) order by 1, 2",
    EquivalentRow,
)


async def equivalents(connection: asyncpg.Connection, crebos: list[str]) -> list[EquivalentRow]:
    """What counts for these programmes."""
    return await _EQUIVALENTS.all(connection, crebos)
