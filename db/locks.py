"""Locks: an offer that a person fixed for a student, with a reason."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class LockRow(msgspec.Struct, frozen=True, kw_only=True):
    """A lock with the name of who set it."""

    offer_id: str
    reason: str
    locked_by: str
    locked_at: dt.datetime


_GET = Query(
    """
    select o.offer_id, b.reason, a.display_name as locked_by, b.locked_at
    from placement.student s
    join placement.student_lock b on b.student_id = s.student_id
    join placement.offer o on o.offer_uid = b.offer_uid
    join placement.account a on a.account_id = b.locked_by
    where s.round_id = $1 and s.student_number = $2
    """,
    LockRow,
)


async def get(connection: asyncpg.Connection, round_id: uuid.UUID, student_number: str) -> LockRow | None:
    """The lock that a person set for a student."""
    return await _GET.first(connection, round_id, student_number)


_SET = Statement(
    """
    insert into placement.student_lock as b (student_id, offer_uid, reason, locked_by)
    select s.student_id, o.offer_uid, $4, $5
    from placement.student s join placement.offer o on o.round_id = s.round_id and o.offer_id = $3
    where s.round_id = $1 and s.student_number = $2
    on conflict on constraint student_lock_pkey do update
        set offer_uid = excluded.offer_uid, reason = excluded.reason, locked_by = excluded.locked_by, locked_at = now()
    """
)


async def put(
    connection: asyncpg.Connection,
    round_id: uuid.UUID,
    student_number: str,
    offer_id: str,
    reason: str,
    locked_by: uuid.UUID,
) -> None:
    """Lock a student to an offer of his round, in the place of the lock that he had."""
    await _SET.run(connection, round_id, student_number, offer_id, reason, locked_by)


_REMOVE = Statement(
    """
    delete from placement.student_lock b using placement.student s
    where b.student_id = s.student_id and s.round_id = $1 and s.student_number = $2
    """
)
_CLEAR_IMPORTED = Statement(
    """
    update placement.student set locked_offer = null
    where round_id = $1 and student_number = $2 and locked_offer is not null
    """
)


async def remove(connection: asyncpg.Connection, round_id: uuid.UUID, student_number: str) -> bool:
    """Remove the lock that a person set, and the one that came with a file; False where there was none."""
    removed = await _REMOVE.run(connection, round_id, student_number)
    return removed + await _CLEAR_IMPORTED.run(connection, round_id, student_number) > 0


class FixedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A student who is locked to an offer and holds no place yet."""

    student_number: str
    offer_id: str


_FIXED = Query(
    """
    with fixed as (
        select s.student_id, s.student_number, o.offer_id
        from placement.offer o
        join placement.student_lock b on b.offer_uid = o.offer_uid
        join placement.student s on s.student_id = b.student_id
        where o.round_id = $1 and o.offer_id = any ($2::text[])
        union all
        select s.student_id, s.student_number, s.locked_offer
        from placement.student s
        where s.round_id = $1 and s.locked_offer = any ($2)
          and not exists (select from placement.student_lock b where b.student_id = s.student_id))
    select student_number, offer_id
    from fixed
    where not exists (
        select from placement.placement l
        where l.student_id = fixed.student_id and l.status in ('provisional', 'complete', 'printed', 'definitive'))
    order by student_number
    """,
    FixedRow,
)


async def fixed(connection: asyncpg.Connection, round_id: uuid.UUID, offer_ids: list[str]) -> list[FixedRow]:
    """Who is locked to one of these offers and does not hold a place yet: one place each is spoken for."""
    return await _FIXED.all(connection, round_id, offer_ids)
