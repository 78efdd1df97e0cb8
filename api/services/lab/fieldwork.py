"""The steps of the fieldwork: start it, stop it, go on, and close it."""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import CallsToDo, FieldworkView, KeptRecording, StepView, UnheardCall
from api.messages.lab.frame import pseudonym
from api.services.clock import CLOCK
from api.services.lab.chain import protocol_of
from api.services.lab.gates import check_gates
from api.services.lab.log_words import checked_reason
from api.services.lab.studies import found, is_of_calls, take_step, taken
from api.services.pool import Pool
from db.lab import calls, dispatches, replies, studies, withdrawals
from db.lab.dispatches import StateRow
from db.pool import transaction
from testing_lab.fieldwork.study_states import StudyState, steps_from

#: Days without an answer where the protocol says nothing.
_NO_ANSWER_DAYS = 28
_STEPS = frozenset({"start", "stop", "resume", "close"})


async def get_fieldwork(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None
) -> FieldworkView:
    """Where the fieldwork stands."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        counted = await dispatches.states(connection, study_id)
        passed = await _passed(connection, study_id, now or dt.datetime.now(dt.UTC))
        last = await withdrawals.last_step(connection, study_id)
        loose = await replies.loose_count(connection, study_id, set_aside=False)
        not_judged = len(await replies.not_judged(connection, study_id, limit=1000))
        waiting = await _calls_to_do(connection, actor, row) if is_of_calls(row) else None
    state: StudyState = row.state  # type: ignore[assignment]  # the database holds no other state
    return msgspec.convert(
        {
            "steps": tuple(step for step in steps_from(state) if step in _STEPS),
            "by_state": {one.state: one.number for one in counted},
            "unclear": sum(one.unclear for one in counted),
            "loose": loose,
            "not_judged": not_judged,
            "passed": passed,
            "last_step": None if last is None else StepView(kind=last.kind, at=last.at, reason=last.reason or ""),
            "calls": waiting,
        },
        FieldworkView,
        builtin_types=(dt.datetime,),
        from_attributes=True,
    )


async def _calls_to_do(connection: asyncpg.Connection, actor: Actor, row: studies.StudyRow) -> CallsToDo:
    today = dt.datetime.now(CLOCK).date()
    listened = protocol_of(row).fieldwork.second_listener
    return CallsToDo(
        unheard=tuple(
            UnheardCall(
                dispatch_id=one.dispatch_id, pseudonym=pseudonym(one.number), caller=one.caller,
                started_at=one.started_at, own=one.account_id == actor.account_id,
            )
            for one in (await calls.unheard(connection, row.study_id) if listened else ())
        ),
        recordings=tuple(
            KeptRecording(
                dispatch_id=one.dispatch_id, pseudonym=pseudonym(one.number), until=one.recording_until,
                late=one.recording_until < today,
            )
            for one in await calls.recordings(connection, row.study_id)
        ),
    )  # fmt: skip


async def _passed(connection: asyncpg.Connection, study_id: uuid.UUID, moment: dt.datetime) -> int:
    return await dispatches.listed_count(connection, study_id, states=["planned", "due"], since=None, until=moment)


async def start(pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None) -> None:
    """Begin to send. The log keeps how many moments of the plan had passed by then.

    Raises
    ------
    StudyRefused
        The protocol is not registered, or no plan was drawn (``no-plan``).
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        number = sum(one.number for one in await dispatches.states(connection, study_id))
        await check_gates(connection, row)
        passed = await _passed(connection, study_id, now or dt.datetime.now(dt.UTC))
        state = await take_step(connection, actor, row, "start", dispatches=number, passed=passed)
        if not number:
            raise StudyRefused("no-plan", state=state)


async def stop(pool: Pool, actor: Actor, study_id: uuid.UUID, reason: str) -> None:
    """The stop button: nothing is sent until somebody goes on, with a reason. What is owed stays owed."""
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        why = await checked_reason(connection, study_id, reason)
        await take_step(connection, actor, row, "stop", reason=why)


async def resume(pool: Pool, actor: Actor, study_id: uuid.UUID, reason: str) -> None:
    """Go on after a stop. Only who leads the study does so."""
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        why = await checked_reason(connection, study_id, reason)
        await check_gates(connection, row)
        await take_step(connection, actor, row, "resume", reason=why)


async def close(
    pool: Pool, actor: Actor, study_id: uuid.UUID, reason: str = "", *, now: dt.datetime | None = None
) -> None:
    """End the fieldwork: what was sent and not answered counts as unanswered, what was not sent stays unsent.

    Raises
    ------
    Conflict
        ``dispatch_unclear``: of a letter nobody knows whether it was sent.
    Unusable
        Letters are still to be sent, or the days for an answer are not over, and no ``reason`` says why it ends now.
    """
    moment = now or dt.datetime.now(dt.UTC)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        days = protocol_of(row).outcomes.no_answer_days or _NO_ANSWER_DAYS
        counted = await dispatches.states(connection, study_id)
        if sum(one.unclear for one in counted):
            raise Conflict("dispatch_unclear")
        early = await dispatches.waiting(connection, study_id, moment - dt.timedelta(days=days)) + _open(counted)
        why = await checked_reason(connection, study_id, reason) if reason.strip() else ""
        await take_close(connection, actor, row, why=why, early=early)
        await studies.end_fieldwork(connection, study_id, moment)


async def take_close(
    connection: asyncpg.Connection, actor: Actor, row: studies.StudyRow, *, why: str, early: int
) -> None:
    """The step itself, for a study that was taken."""
    if early and not why and "close" in steps_from(row.state):  # type: ignore[arg-type]  # no other state is stored
        raise Unusable({"reason": "close_needs_reason"})
    await take_step(connection, actor, row, "close", reason=why, early=early)
    await dispatches.stop(connection, row.study_id)
    await dispatches.time_out(connection, row.study_id)


def _open(counted: list[StateRow]) -> int:
    return sum(one.number for one in counted if one.state in ("planned", "due"))
