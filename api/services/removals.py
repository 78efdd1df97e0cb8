"""A place that a re-match takes away from a student: one person asks with a reason, a school lead confirms or refuses.

Until then the student keeps his place and the proposal stays undecided. Nobody confirms what he asked himself; the
constraint removal_four_eyes says the same.
"""

from __future__ import annotations

import uuid

import asyncpg

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.runs import AnswerRemoval, AskRemoval, RemovalView
from api.services import events, rematch
from api.services.constraints import translated
from api.services.decisions import LONGEST_REASON, SHORTEST_REASON
from api.services.outcomes import finished_run, removal_of
from api.services.permissions import SEE_STUDENTS, holds, require, scope
from api.services.pool import Pool
from db import decisions, placements, proposals, runs
from db.decisions import NewDecision, OpenProposalRow
from db.placements import RemovalRow
from db.pool import transaction
from db.runs import RunRow


async def ask(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str, asked: AskRemoval) -> RemovalView:
    """Ask to take away the place of a student, as the re-match proposes. The same again gives the same answer.

    Raises
    ------
    Unusable
        The reason is shorter than ten characters, or too long.
    Conflict
        ``no_removal``: the run does not propose to take away a place that the student still holds, or somebody decided
        about him; ``removal_answered``: a school lead has refused.
    """
    require(actor, "coordinator")
    reason = asked.reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Unusable({"reason": "too_short" if len(reason) < SHORTEST_REASON else "too_long"})
    with translated():
        async with transaction(pool) as connection:
            run = await _lock(connection, actor, run_id, student_number)
            before = await placements.removal(connection, run_id, scope(actor), student_number)
            if before is not None and before.answer is not None:
                raise Conflict("removal_answered")
            if before is None:
                row = await _taken_away(connection, actor, run, student_number)
                await placements.ask_removal(
                    connection, run_id, student_number, row.student_id, reason, actor.account_id
                )
                await decisions.looked_at(connection, run_id, student_number, actor.account_id)
                await events.record(
                    connection,
                    actor,
                    "removal_asked_for",
                    f"run:{run_id}",
                    student_number=student_number,
                    offer_id=row.live_offer_id,
                    reason=reason,
                )
            return removal_of(await _one(connection, actor, run_id, student_number))


async def answer(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str, given: AnswerRemoval) -> RemovalView:
    """Confirm or refuse a removal; whoever asked may take it back. The same again gives the same answer.

    Raises
    ------
    NotAllowed
        Only a school lead confirms, and only a school lead or whoever asked refuses.
    Conflict
        ``same_person``: whoever asked cannot confirm; ``removal_answered`` otherwise; ``no_removal``: the student no
        longer holds that place.
    """
    require(actor, *SEE_STUDENTS)
    wanted = "confirmed" if given.confirm else "refused"
    with translated():
        async with transaction(pool) as connection:
            run = await _lock(connection, actor, run_id, student_number)
            row = await _one(connection, actor, run_id, student_number)
            if not holds(actor, "school_lead") and (given.confirm or row.asked_by != actor.account_id):
                raise NotAllowed
            if row.answer is None:
                if given.confirm:
                    await _take_away(connection, actor, run, row)
                await placements.answer_removal(connection, run_id, student_number, wanted, actor.account_id)
                await events.record(
                    connection,
                    actor,
                    f"removal_{wanted}",
                    f"run:{run_id}",
                    student_number=student_number,
                    offer_id=row.offer_id,
                    asked_by=str(row.asked_by),
                )
            elif row.answer != wanted:
                raise Conflict("removal_answered")
            return removal_of(await _one(connection, actor, run_id, student_number))


async def waiting(pool: Pool, actor: Actor, run_id: uuid.UUID) -> tuple[RemovalView, ...]:
    """Removals of a run that wait for a second person, the oldest first."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await finished_run(connection, actor, run_id)
        return tuple(map(removal_of, await placements.waiting(connection, run_id, scope(actor))))


async def _take_away(connection: asyncpg.Connection, actor: Actor, run: RunRow, row: RemovalRow) -> None:
    """End the place, and decide in the name of whoever asked."""
    if row.asked_by == actor.account_id:
        raise Conflict("same_person")
    open_row = await _taken_away(connection, actor, run, row.student_number)
    if not row.live or open_row.live_offer_id != row.offer_id:
        raise Conflict("no_removal")
    decision = NewDecision(
        student_number=row.student_number,
        kind="accept",
        proposed_offer_id=None,
        offer_id=None,
        reason=row.reason,
        student_id=row.student_id,
        offer_uid=None,
    )
    await placements.end(connection, [row.student_id], actor.account_id)
    await decisions.insert(connection, run.run_id, row.asked_by, [decision])


async def _lock(connection: asyncpg.Connection, actor: Actor, run_id: uuid.UUID, student_number: str) -> RunRow:
    run = await finished_run(connection, actor, run_id)
    if await proposals.get(connection, run_id, scope(actor), student_number) is None:
        raise NotFound(what="student")
    await runs.lock_round(connection, run.round_id)
    return run


async def _one(connection: asyncpg.Connection, actor: Actor, run_id: uuid.UUID, student_number: str) -> RemovalRow:
    row = await placements.removal(connection, run_id, scope(actor), student_number)
    if row is None:
        raise NotFound(what="removal")
    return row


async def _taken_away(
    connection: asyncpg.Connection, actor: Actor, run: RunRow, student_number: str
) -> OpenProposalRow:
    """The open proposal that takes away what the student holds."""
    row = await decisions.open_one(connection, run.run_id, scope(actor), actor.account_id, student_number)
    if row is None or row.offer_id is not None or row.fixed_offer_id is not None:
        raise Conflict("no_removal")
    if not rematch.moves(row, None, await rematch.published_of(connection, run)):
        raise Conflict("no_removal")
    return row
