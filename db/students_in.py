"""Students as an import compares and writes them: whole rows, in bulk."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg

#: Rows in one statement: keeps a JSON parameter far below PostgreSQL's limit of 256 MB.
BATCH = 5_000


class StoredStudent(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that an import writes about a student. ``wish_ranks`` and ``wish_offers`` run together.

    ``together_with``: student numbers by number, ``!`` before one that is a must.
    """

    student_number: str
    name: str
    email: str
    team: str
    location: str
    crebo: str
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
    only_preferences: bool
    learning_wishes: tuple[str, ...]
    support_needs: tuple[str, ...]
    failed_applications: int
    locked_offer: str | None
    forbidden_offers: tuple[str, ...]
    together_with: tuple[str, ...]
    groups: dict[str, str]
    extra: dict[str, str]
    wish_ranks: tuple[int, ...]
    wish_offers: tuple[str, ...]


_STORED = Query(
    """
    select s.student_number, s.name, s.email, s.team, s.location, s.crebo, s.level, s.learning_path, s.study_year,
           s.start_date, s.end_date, s.weekdays, s.days_per_week, s.postcode4, s.place, s.transport,
           s.max_travel_minutes, s.only_preferences, s.learning_wishes, s.support_needs, s.failed_applications,
           s.locked_offer, s.forbidden_offers, s.together_with, s.groups, s.extra,
           coalesce(w.ranks, '{}') as wish_ranks, coalesce(w.offers, '{}') as wish_offers
    from placement.student s
    left join lateral (
        select array_agg(f.rank order by f.rank, o.offer_id collate "C") as ranks,
               array_agg(o.offer_id order by f.rank, o.offer_id collate "C") as offers
        from placement.preference f join placement.offer o on o.offer_uid = f.offer_uid
        where f.student_id = s.student_id) w on true
    where s.round_id = $1
    """,
    StoredStudent,
)
_WRITE = Statement(
    """
    insert into placement.student as s (round_id, student_number, name, email, team, location, crebo, level,
        learning_path, study_year, start_date, end_date, weekdays, days_per_week, postcode4, place, transport,
        max_travel_minutes, only_preferences, learning_wishes, support_needs, failed_applications, locked_offer,
        forbidden_offers, together_with, groups, extra)
    select $1, r.student_number, r.name, r.email, r.team, r.location, r.crebo, r.level, r.learning_path, r.study_year,
        r.start_date, r.end_date, r.weekdays, r.days_per_week, r.postcode4, r.place, r.transport, r.max_travel_minutes,
        r.only_preferences, r.learning_wishes, r.support_needs, r.failed_applications, r.locked_offer,
        r.forbidden_offers, r.together_with, r.groups, r.extra
    from json_to_recordset($2) as r (student_number text, name text, email text, team text, location text, crebo text,
        level smallint, learning_path text, study_year smallint, start_date date, end_date date, weekdays text[],
        days_per_week smallint, postcode4 text, place text, transport text, max_travel_minutes integer,
        only_preferences boolean, learning_wishes text[], support_needs text[], failed_applications integer,
        locked_offer text, forbidden_offers text[], together_with text[], groups jsonb, extra jsonb)
    on conflict on constraint student_number_unique do update set
        name = excluded.name, email = excluded.email, team = excluded.team, location = excluded.location,
        crebo = excluded.crebo, level = excluded.level, learning_path = excluded.learning_path,
        study_year = excluded.study_year, start_date = excluded.start_date, end_date = excluded.end_date,
        weekdays = excluded.weekdays, days_per_week = excluded.days_per_week, postcode4 = excluded.postcode4,
        place = excluded.place, transport = excluded.transport, max_travel_minutes = excluded.max_travel_minutes,
        only_preferences = excluded.only_preferences, learning_wishes = excluded.learning_wishes,
        support_needs = excluded.support_needs, failed_applications = excluded.failed_applications,
        locked_offer = excluded.locked_offer, forbidden_offers = excluded.forbidden_offers,
        together_with = excluded.together_with, groups = excluded.groups, extra = excluded.extra
    """
)
_CLEAR_WISHES = Statement(
    """
    delete from placement.preference f using placement.student s
    where f.student_id = s.student_id and s.round_id = $1 and s.student_number = any ($2::text[])
    """
)
_WRITE_WISHES = Statement(
    """
    insert into placement.preference (student_id, offer_uid, rank)
    select s.student_id, o.offer_uid, w.rank
    from unnest($2::text[], $3::text[], $4::integer[]) as w (student_number, offer_id, rank)
    join placement.student s on s.round_id = $1 and s.student_number = w.student_number
    join placement.offer o on o.round_id = $1 and o.offer_id = w.offer_id
    """
)


async def stored(connection: asyncpg.Connection, round_id: uuid.UUID) -> dict[str, StoredStudent]:
    """Every student of the round, by number."""
    return {student.student_number: student for student in await _STORED.all(connection, round_id)}


async def write(connection: asyncpg.Connection, round_id: uuid.UUID, students: Sequence[StoredStudent]) -> None:
    """Add or replace these students and their wishes. Wishes for offers that do not exist must have been refused."""
    for start in range(0, len(students), BATCH):
        batch = students[start : start + BATCH]
        await _WRITE.run(connection, round_id, batch)
        await _CLEAR_WISHES.run(connection, round_id, [student.student_number for student in batch])
        wishes = [
            (student.student_number, offer, rank)
            for student in batch
            for offer, rank in zip(student.wish_offers, student.wish_ranks, strict=True)
        ]
        columns = [list(column) for column in zip(*wishes, strict=True)] or [[], [], []]
        await _WRITE_WISHES.run(connection, round_id, *columns)
