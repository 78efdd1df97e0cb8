"""What companies are owed: one that answered positively hears within a day that the applicant withdraws."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import asyncpg

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Owed, Trouble, Withdrawals
from api.messages.lab.frame import pseudonym
from api.services import events
from api.services.lab.alarms import clock_of, hours_of
from api.services.lab.chain import protocol_of
from api.services.lab.composing import OutgoingLetter
from api.services.lab.outgoing import Sent, send_letter
from api.services.lab.studies import check_letters, check_state, found, taken
from api.services.lab.tokens import withdrawal_token
from api.services.lab.tries import begin, check_clear, check_past, failed, mail_settings, subject_of
from api.services.lab.work_list import application_of, dispatch_of, entry_of
from api.services.pool import Pool
from api.settings import MailServer
from db.lab import dispatches, replies, withdrawals
from db.lab.dispatches import DispatchRow
from db.lab.studies import StudyRow
from db.pool import transaction
from testing_lab.fieldwork.dispatch_states import TRANSITIONS, DispatchState
from testing_lab.protocol.document import Protocol


def _text(protocol: Protocol) -> str:
    """The one text with which both applicants withdraw: letters are in Dutch."""
    return protocol.ethics.withdrawal_text_nl.strip() or protocol.ethics.withdrawal_text_en.strip()


async def list_withdrawals(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None
) -> Withdrawals:
    """What is owed, what is late and what is done; the most urgent first."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        clock = clock_of(await withdrawals.positive(connection, study_id), row.protocol, now or dt.datetime.now(dt.UTC))
        whole = {one.dispatch_id: await dispatch_of(connection, study_id, one.dispatch_id) for one in clock.tasks}
    tasks = []
    for task in clock.tasks:
        one = whole[task.dispatch_id]
        entry = entry_of(one)
        tasks.append(
            Owed(
                dispatch_id=task.dispatch_id,
                pseudonym=pseudonym(one.number),
                name=one.name,
                company=entry.company if entry else "",
                state=task.state,
                received_at=task.received,
                due_at=task.due,
                sent_at=task.sent,
                minutes_left=task.minutes_left,
            )
        )
    return Withdrawals(tasks=tuple(tasks), text=_text(protocol_of(row)), hours=hours_of(row.protocol))


async def withdraw_by_hand(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    at: dt.datetime,
    *,
    now: dt.datetime | None = None,
) -> None:
    """Write down that somebody sent the withdrawal himself, or told it by telephone, and when.

    Raises
    ------
    StudyRefused
        The application was never sent, or the study has not begun.
    Unusable
        The moment has not come yet, or lies before the application.
    """
    check_past(at, now or dt.datetime.now(dt.UTC))
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_letters(row)
        one = await _owed(connection, row, dispatch_id)
        if one.sent_at is not None and at < one.sent_at:
            raise Unusable({"at": "before_sent"})
        await _withdrawn(connection, actor, row, one, at=at, how="hand")


async def withdraw_now(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    server: MailServer | None,
    *,
    now: dt.datetime | None = None,
) -> Trouble | None:
    """Send the withdrawal as an answer to the last reply; what came of it where it was not sent.

    Raises
    ------
    StudyRefused
        As :func:`withdraw_by_hand`; or there is no address, no server, or an unclear try before.
    Conflict
        ``withdrawal_sent``: the company has had it since its last positive answer.
    """
    moment = now or dt.datetime.now(dt.UTC)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_letters(row)
        one = await _owed(connection, row, dispatch_id)
        settings = mail_settings(server, row)
        letter = await _letter(connection, row, one, moment)
        await begin(connection, study_id, one, "withdrawal", moment)
    outcome = await send_letter(settings, letter)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        one = await dispatch_of(connection, study_id, dispatch_id)
        if not isinstance(outcome, Sent):
            return await failed(connection, actor, study_id, one, "withdrawal", outcome, moment)
        await dispatches.set_trouble(connection, study_id, dispatch_id, None)
        await _withdrawn(connection, actor, row, one, at=moment, how="smtp")
        return None


async def _owed(connection: asyncpg.Connection, row: StudyRow, dispatch_id: str) -> DispatchRow:
    """The dispatch, where its applicant can still withdraw."""
    check_state("withdraw", row.state)
    one = await dispatch_of(connection, row.study_id, dispatch_id)
    if one.sent_at is None:
        raise StudyRefused("dispatch-step", step="withdraw", state=one.state)
    if one.withdrawn_at is not None:
        came = await replies.of_dispatch(connection, row.study_id, dispatch_id)
        positive = [reply.received_at for reply in came if reply.positive]
        if not positive or one.withdrawn_at >= max(positive):
            raise Conflict("withdrawal_sent")
    check_clear(one)
    return one


async def _letter(connection: asyncpg.Connection, row: StudyRow, one: DispatchRow, at: dt.datetime) -> OutgoingLetter:
    """The text of the protocol, in the thread of the last reply that came by mail; without one, to the company."""
    entry = entry_of(one)
    came = [
        r.message or {}
        for r in await replies.of_dispatch(connection, row.study_id, one.dispatch_id)
        if r.kind == "reply"
    ]
    last: dict[str, Any] = next((message for message in reversed(came) if message.get("from_address")), {})
    address = str(last.get("from_address") or (entry.contact_email if entry else "") or "")
    if not address:
        raise StudyRefused("dispatch-without-address")
    subject = str(last.get("subject") or application_of(one).subject)
    return OutgoingLetter(
        token=withdrawal_token(one.token),
        from_address=one.from_address,
        from_name=one.name,
        to_address=address,
        subject=subject if subject.lower().startswith("re:") else f"Re: {subject}",
        text=_text(protocol_of(row)),
        date=at,
        answers=last.get("message_id") or one.message_id,
    )


async def _withdrawn(
    connection: asyncpg.Connection, actor: Actor, row: StudyRow, one: DispatchRow, *, at: dt.datetime, how: str
) -> None:
    await withdrawals.keep(connection, row.study_id, one.dispatch_id, at=at, how=how, by=actor.account_id)
    state: DispatchState = one.state  # type: ignore[assignment]  # the database holds no other state
    # A letter that came back and was answered all the same has no such step; the company is told nevertheless.
    after = TRANSITIONS.get((state, "withdraw"), state)
    await dispatches.set_state(connection, row.study_id, one.dispatch_id, after)
    await events.record(connection, actor, "withdrawal_sent", subject_of(row.study_id, one.dispatch_id), how=how)


async def text_of(pool: Pool, actor: Actor, study_id: uuid.UUID) -> str:
    """The text of the protocol with which an applicant withdraws."""
    async with pool.acquire() as connection:
        return _text(protocol_of(await found(connection, actor, study_id, "lead", "field")))
