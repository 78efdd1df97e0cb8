"""A person fixes an offer for a student, with a reason, or takes that back. Runs leave it as it is.

A lock is a decision already taken: it must obey the hard rules and fit in the places, together with what others hold
and with the other locks. Whoever holds a place can be locked to that one only: a re-match then does not move him.
"""

from __future__ import annotations

import asyncio
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.rounds import LockView, NewLock
from api.services import events, freezing
from api.services.constraints import translated
from api.services.decisions import LONGEST_REASON, SHORTEST_REASON
from api.services.permissions import require, scope
from api.services.pool import Pool
from db import decisions, locks, round_copy, runs, students
from db.pool import transaction
from db.round_copy import StudentCopyRow


async def lock(pool: Pool, actor: Actor, round_id: uuid.UUID, student_number: str, asked: NewLock) -> LockView:
    """Fix an offer for a student. The same again gives the same answer.

    Raises
    ------
    Unusable
        The reason is shorter than ten characters, or too long; there is no such offer (``offer_id``).
    Conflict
        ``already_placed`` elsewhere; ``lock_breaks_rule`` with the ``rule``; ``lock_exceeds_places``.
    """
    require(actor, "coordinator")
    reason, offer_id = asked.reason.strip(), asked.offer_id.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Unusable({"reason": "too_short" if len(reason) < SHORTEST_REASON else "too_long"})
    with translated():
        async with transaction(pool) as connection:
            student = await _student(connection, actor, round_id, student_number)
            before = await locks.get(connection, round_id, student_number)
            if before is None or (before.offer_id, before.reason) != (offer_id, reason):
                await _refuse_what_cannot_stand(connection, round_id, student, offer_id)
                await locks.put(connection, round_id, student_number, offer_id, reason, actor.account_id)
                await events.record(
                    connection,
                    actor,
                    "student_locked",
                    f"round:{round_id}",
                    student_number=student_number,
                    offer_id=offer_id,
                    offer_id_before=None if before is None else before.offer_id,
                    reason=reason,
                )
            made = await locks.get(connection, round_id, student_number)
    if made is None:
        raise LookupError(student_number)
    return msgspec.convert(msgspec.structs.asdict(made), LockView)


async def unlock(pool: Pool, actor: Actor, round_id: uuid.UUID, student_number: str) -> None:
    """Take a lock back, one that came with a file too. A student without a lock stays as he is."""
    require(actor, "coordinator")
    async with transaction(pool) as connection:
        student = await _student(connection, actor, round_id, student_number)
        if await locks.remove(connection, round_id, student_number):
            await events.record(
                connection,
                actor,
                "student_unlocked",
                f"round:{round_id}",
                student_number=student_number,
                offer_id=student.fixed_offer or student.locked_offer,
            )


async def _student(
    connection: asyncpg.Connection, actor: Actor, round_id: uuid.UUID, student_number: str
) -> StudentCopyRow:
    """A student of the actor's programmes, with the lock of the round."""
    await runs.lock_round(connection, round_id)
    known = await students.by_number(connection, round_id, student_number, scope(actor))
    row = None if known is None else await round_copy.student(connection, round_id, student_number)
    if row is None:
        raise NotFound(what="student")
    return row


async def _refuse_what_cannot_stand(
    connection: asyncpg.Connection, round_id: uuid.UUID, student: StudentCopyRow, offer_id: str
) -> None:
    if student.holds is not None and student.holds != offer_id:
        raise Conflict("already_placed", offer_id=student.holds)
    offer = await round_copy.offer(connection, round_id, offer_id)
    if offer is None:
        raise Unusable({"offer_id": "no_such_offer"})
    equivalents = await round_copy.equivalents(connection, [student.crebo])
    steps = tuple((row.crebo, row.equivalent_crebo) for row in equivalents)
    rule = await asyncio.to_thread(freezing.rule_against, student, offer, steps)
    if rule is not None:
        raise Conflict("lock_breaks_rule", offer_id=offer_id, rule=rule)
    if student.holds is not None:
        return
    (places,) = await decisions.lock_offers(connection, round_id, [offer_id])
    spoken_for = await locks.fixed(connection, round_id, [offer_id])
    others = sum(row.student_number != student.student_number for row in spoken_for)
    if places.free - others < 1:
        raise Conflict("lock_exceeds_places", offer_id=offer_id, places=offer.places)
