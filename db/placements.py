"""Placements that end, and places that a re-match would take away."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg

_END = Statement(
    """
    update placement.placement
    set status = 'withdrawn', end_reason = $3, ended_by = $2, ended_at = now()
    where student_id = any ($1::uuid[]) and status in ('provisional', 'complete', 'printed', 'definitive')
    """
)


async def end(
    connection: asyncpg.Connection, student_ids: list[uuid.UUID], ended_by: uuid.UUID, reason: str = "rematch"
) -> int:
    """End the live placements of these students; how many there were. Say who does it."""
    return await _END.run(connection, student_ids, ended_by, reason)


class RemovalRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place to be taken away, with the names of who asked and who answered. ``offer_id``: the place."""

    student_number: str
    name: str
    student_id: uuid.UUID
    offer_id: str
    live: bool
    reason: str
    asked_by: uuid.UUID
    asked_by_name: str
    asked_at: dt.datetime
    answer: str | None
    answered_by_name: str | None
    answered_at: dt.datetime | None


_REMOVALS = """
    select m.student_number, s.name, s.student_id, o.offer_id,
           l.status in ('provisional', 'complete', 'printed', 'definitive') as live, m.reason, m.asked_by,
           a.display_name as asked_by_name, m.asked_at, m.answer, b.display_name as answered_by_name, m.answered_at
    from placement.removal m
    join placement.placement l on l.placement_id = m.placement_id
    join placement.student s on s.student_id = l.student_id
    join placement.offer o on o.offer_uid = l.offer_uid
    join placement.account a on a.account_id = m.asked_by
    left join placement.account b on b.account_id = m.answered_by
    where m.run_id = $1 and ($2::text[] is null or s.crebo = any ($2))
"""
_REMOVAL = Query(_REMOVALS + "and m.student_number = $3", RemovalRow)
_WAITING = Query(_REMOVALS + "and m.answer is null order by m.asked_at, m.student_number", RemovalRow)


async def removal(
    connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None, student_number: str
) -> RemovalRow | None:
    """The removal of the place of one student in a run."""
    return await _REMOVAL.first(connection, run_id, programmes, student_number)


async def waiting(connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None) -> list[RemovalRow]:
    """Removals of a run that nobody has answered yet, the oldest first."""
    return await _WAITING.all(connection, run_id, programmes)


_ASK = Statement(
    """
    insert into placement.removal (run_id, student_number, placement_id, reason, asked_by)
    select $1, $2, l.placement_id, $4, $5
    from placement.placement l
    where l.student_id = $3 and l.status in ('provisional', 'complete', 'printed', 'definitive')
    """
)


async def ask_removal(
    connection: asyncpg.Connection,
    run_id: uuid.UUID,
    student_number: str,
    student_id: uuid.UUID,
    reason: str,
    asked_by: uuid.UUID,
) -> None:
    """Ask to take the live place of a student away."""
    await _ASK.run(connection, run_id, student_number, student_id, reason, asked_by)


_ANSWER = Statement(
    """
    update placement.removal set answer = $3, answered_by = $4, answered_at = now()
    where run_id = $1 and student_number = $2 and answer is null
    """
)


async def answer_removal(
    connection: asyncpg.Connection, run_id: uuid.UUID, student_number: str, answer: str, answered_by: uuid.UUID
) -> None:
    """Confirm or refuse a removal that waits."""
    await _ANSWER.run(connection, run_id, student_number, answer, answered_by)
