"""Sending one application: by hand and written down, or by the mail server (:mod:`api.services.lab.tries`)."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Mapping

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Refused, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Trouble
from api.services import events
from api.services.clock import CLOCK
from api.services.lab.chain import protocol_of
from api.services.lab.composing import Attached, OutgoingLetter, message_id_of
from api.services.lab.dispatch_documents import file_name, file_of, lines_of
from api.services.lab.dispatch_files import documents
from api.services.lab.gates import check_gates
from api.services.lab.outgoing import Sent, send_letter
from api.services.lab.studies import check_letters, found, taken
from api.services.lab.tries import (
    A_TRY,
    BEGUN,
    begin,
    check_clear,
    check_not_left_alone,
    check_past,
    failed,
    mail_settings,
    state_at,
    subject_of,
)
from api.services.lab.work_list import application_of, dispatch_of, entry_of, trouble_of
from api.services.pool import Pool
from api.settings import MailServer
from db.lab import dispatches, withdrawals
from db.lab.dispatches import DispatchRow
from db.lab.studies import StudyRow
from db.pool import transaction
from testing_lab.fieldwork import not_allowed as lab
from testing_lab.fieldwork.dispatch_states import check_sending


async def send_by_hand(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    at: dt.datetime,
    *,
    now: dt.datetime | None = None,
) -> None:
    """Write down that somebody sent it himself, and when.

    Raises
    ------
    StudyRefused
        It might not be sent at that moment.
    Unusable
        The moment has not come yet.
    """
    check_past(at, now or dt.datetime.now(dt.UTC))
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        one = await dispatch_of(connection, study_id, dispatch_id)
        await _check(connection, row, one, at, by_hand=True)
        await _sent(connection, actor, row, one, at=at, how="hand")


async def send_several_by_hand(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    moments: Mapping[str, dt.datetime],
    *,
    now: dt.datetime | None = None,
) -> dict[str, Refused]:
    """Write down of several applications that somebody sent them, each at its own moment; those that were refused.

    A refusal of one keeps back no other: each is true or false by itself. The earliest is written first, so that the
    second of a pair may stand beside its first.

    Raises
    ------
    NotFound
        The study has no such application. Nothing is written then.
    """
    until = now or dt.datetime.now(dt.UTC)
    refused: dict[str, Refused] = {}
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        for dispatch_id, at in sorted(moments.items(), key=lambda one: (one[1], one[0])):
            one = await dispatch_of(connection, study_id, dispatch_id)
            try:
                check_past(at, until)
                await _check(connection, row, one, at, by_hand=True)
            except (Unusable, StudyRefused) as fault:
                refused[dispatch_id] = fault
            else:
                await _sent(connection, actor, row, one, at=at, how="hand")
    return refused


async def send_now(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    server: MailServer | None,
    *,
    now: dt.datetime | None = None,
) -> Trouble | None:
    """Send it by the mail server; what came of it where it was not sent.

    Raises
    ------
    StudyRefused
        It may not be sent now, the company has no mail address, or nobody knows whether it was sent already.
    FindingsRefused
        The letter cannot be printed as it is.
    """
    moment = now or dt.datetime.now(dt.UTC)
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        one = await dispatch_of(connection, study_id, dispatch_id)
        pair = await _check(connection, row, one, moment)
    settings = mail_settings(server, row)
    letter = await asyncio.to_thread(_letter, one, pair, moment)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        one = await dispatch_of(connection, study_id, dispatch_id)
        await _check(connection, row, one, moment)
        await begin(connection, study_id, one, "letter", moment)
    outcome = await send_letter(settings, letter)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        if not isinstance(outcome, Sent):
            return await failed(connection, actor, study_id, one, "letter", outcome, moment)
        await _sent(connection, actor, row, one, at=moment, how="smtp", message_id=outcome.message_id)
        return None


async def resolve(
    pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, *, arrived: bool, now: dt.datetime | None = None
) -> None:
    """A person found out whether a letter, or a withdrawal, was sent after all.

    Raises
    ------
    StudyRefused
        ``dispatch-not-unclear``: there is nothing to find out; ``dispatch-being-sent``: a try is going on.
    """
    moment = now or dt.datetime.now(dt.UTC)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        one = await dispatch_of(connection, study_id, dispatch_id)
        trouble = trouble_of(one)
        if trouble is None or not trouble.perhaps_sent:
            raise StudyRefused("dispatch-not-unclear")
        if trouble.code == BEGUN and moment < trouble.at + A_TRY:
            raise StudyRefused("dispatch-being-sent")
        await dispatches.set_trouble(connection, study_id, dispatch_id, None)
        subject = subject_of(study_id, dispatch_id)
        await events.record(connection, actor, f"{trouble.what}_resolved", subject, arrived=arrived)
        if arrived and trouble.what == "withdrawal":
            await withdrawals.keep(connection, study_id, dispatch_id, at=trouble.at, how="smtp", by=actor.account_id)
        elif arrived:
            message_id = message_id_of(one.token, protocol_of(row).fieldwork.mail_domain)
            await _sent(connection, actor, row, one, at=trouble.at, how="smtp", message_id=message_id)


async def _check(
    connection: asyncpg.Connection, row: StudyRow, one: DispatchRow, at: dt.datetime, *, by_hand: bool = False
) -> list[DispatchRow]:
    """Whether it may be sent at a moment; all applications to that vacancy. What is planned falls due by its time."""
    check_letters(row)
    pair = await dispatches.of_number(connection, row.study_id, one.number)
    protocol = protocol_of(row)
    state = await state_at(connection, row, at) if by_hand else row.state
    try:
        check_sending(
            study=state,  # type: ignore[arg-type]  # the database holds no other state
            dispatch="due" if one.state == "planned" else one.state,  # type: ignore[arg-type]  # as above
            due=one.due_at,
            now=at,
            from_address=one.from_address,
            allowed_domains={protocol.fieldwork.mail_domain},
            first_sent=next((other.sent_at for other in pair if other.place == 1), None),
            place=one.place,
            least_delay_minutes=60 * (protocol.design.delay_hours_min or 0),
        )
    except lab.NotAllowed as fault:
        raise StudyRefused.of(fault) from fault
    await check_gates(connection, row)
    check_clear(one)
    await check_not_left_alone(connection, one)
    return pair


def _letter(one: DispatchRow, pair: list[DispatchRow], at: dt.datetime) -> OutgoingLetter:
    entry = entry_of(one)
    if entry is None or not entry.contact_email:
        raise StudyRefused("dispatch-without-address")
    both = documents(msgspec.structs.replace(one, sent_at=at), pair)
    written = application_of(one)
    return OutgoingLetter(
        token=one.token,
        from_address=one.from_address,
        from_name=one.name,
        to_address=entry.contact_email,
        subject=written.subject,
        text="\n\n".join(lines_of(written.letter)),
        date=at,
        attachments=tuple(
            Attached(name=file_name(part, one.name, "pdf"), content=file_of(both, part, "pdf"))
            for part in ("letter", "cv")
        ),
    )


async def _sent(
    connection: asyncpg.Connection,
    actor: Actor,
    row: StudyRow,
    one: DispatchRow,
    *,
    at: dt.datetime,
    how: str,
    message_id: str | None = None,
) -> None:
    """It went out: the state, the cool-down of the establishment at the first of a pair, and the log."""
    pair = await dispatches.of_number(connection, row.study_id, one.number)
    entry = entry_of(one)
    if entry is not None and all(other.sent_at is None for other in pair):
        day = at.astimezone(CLOCK).date()
        await withdrawals.tested(connection, msgspec.to_builtins(entry.identity), day)
    await dispatches.set_sent(
        connection,
        row.study_id,
        one.dispatch_id,
        state="sent",
        at=at,
        how=how,
        by=actor.account_id,
        message_id=message_id,
    )
    await events.record(connection, actor, "dispatch_sent", subject_of(row.study_id, one.dispatch_id), how=how)
