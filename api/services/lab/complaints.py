"""A company complains, or finds out: its part of the study ends."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import NewComplaint
from api.messages.lab.frame import pseudonym
from api.services import events
from api.services.clock import CLOCK
from api.services.lab.studies import check_letters, check_state, taken
from api.services.lab.tries import subject_of
from api.services.lab.work_list import dispatch_of, entry_of
from api.services.pool import Pool
from db.lab import blocked, dispatches, withdrawals
from db.pool import transaction
from testing_lab.fieldwork import not_allowed as lab
from testing_lab.fieldwork.dispatch_states import dispatch_after

LONGEST_WORDS: Final = 4_000


async def record_complaint(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    asked: NewComplaint,
    *,
    now: dt.datetime | None = None,
) -> int:
    """Keep the complaint, stop what was still to be sent to that vacancy, and leave the company alone from now on.

    How many applications were stopped. The words stay with the study; neither the log nor the list of companies that
    are left alone has them.
    """
    words = asked.words.strip()
    faults: dict[str, str] = {}
    if not words or len(words) > LONGEST_WORDS:
        faults["words"] = "too_long" if words else "missing"
    if asked.received_on > (now or dt.datetime.now(dt.UTC)).astimezone(CLOCK).date():
        faults["received_on"] = "in_future"
    if faults:
        raise Unusable(faults)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_state("record_complaint", row.state)
        one = await dispatch_of(connection, study_id, dispatch_id)
        await withdrawals.complain(
            connection, study_id, one.number, on=asked.received_on, words=words, by=actor.account_id
        )
        stopped = await dispatches.stop(connection, study_id, one.number)
        if (entry := entry_of(one)) is not None:
            await blocked.insert(connection, msgspec.to_builtins(entry.identity), "Klacht", actor.account_id)
        subject = f"entry:{study_id}:{pseudonym(one.number)}"
        await events.record(connection, actor, "complaint_recorded", subject, stopped=stopped)
        return stopped


async def record_detection(pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str) -> None:
    """The company knows that it was a test. What was still to be sent to it is stopped: it would teach nothing.

    Raises
    ------
    StudyRefused
        The application was never sent, or this is known already (``dispatch-step``).
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_letters(row)
        check_state("record_reply", row.state)
        one = await dispatch_of(connection, study_id, dispatch_id)
        try:
            after = dispatch_after(one.state, "detect")  # type: ignore[arg-type]  # the database holds no other state
        except lab.NotAllowed as fault:
            raise StudyRefused.of(fault) from fault
        await dispatches.set_state(connection, study_id, dispatch_id, after)
        stopped = await dispatches.stop(connection, study_id, one.number)
        subject = subject_of(study_id, dispatch_id)
        await events.record(connection, actor, "dispatch_detected", subject, stopped=stopped)
