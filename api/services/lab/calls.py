"""A mystery call: what is said, what came of it, and what a second person heard.

Caller and second listener each write down what they heard and give a code, without seeing what the other wrote, then or
later. Where they differ a coder decides, who reads the notes of both without knowing which company it was
(:mod:`api.services.lab.coding`). Notes are kept as the reply of a letter is, codes as its codes; a call that did not
come to the question has no code and is in no denominator. Sound is never kept here: only where it is, and until when.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.lab.calls import CallStage, CallView, HeardCall, MadeCall, NewCall, OwnPart
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.fieldwork import ComplaintView
from api.messages.lab.frame import pseudonym
from api.services import events
from api.services.clock import CLOCK
from api.services.lab.chain import protocol_of
from api.services.lab.gates import check_gates
from api.services.lab.log_words import checked_reason
from api.services.lab.redaction import redact
from api.services.lab.reply_matching import known_strings
from api.services.lab.studies import check_calls, check_state, found, taken
from api.services.lab.tries import check_not_left_alone, check_past, state_at, subject_of
from api.services.lab.work_list import dispatch_of, entry_of
from api.services.pool import Pool
from db.lab import calls, coding, dispatches, replies, withdrawals
from db.lab.calls import CallRow
from db.lab.coding import CodeRow
from db.lab.dispatches import DispatchRow
from db.lab.replies import NewReplyRow
from db.pool import transaction
from testing_lab.fieldwork import not_allowed as lab
from testing_lab.fieldwork.dispatch_states import DispatchState, dispatch_after
from testing_lab.fieldwork.mystery_calls import CallRecord, check_call, script_of
from testing_lab.protocol.document import Protocol

LONGEST_NOTES: Final = 20_000
#: Between the notes of the two, where a third reads both.
BETWEEN: Final = "\n\n* * *\n\n"


async def get_call(
    pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, *, now: dt.datetime | None = None
) -> CallView:
    """One call: whom to call, what to say, and what is written down of it that this person may see."""
    moment = now or dt.datetime.now(dt.UTC)
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        check_calls(row)
        one = await dispatch_of(connection, study_id, dispatch_id)
        made = await calls.of(connection, study_id, dispatch_id)
        complaints = await withdrawals.complaints(connection, study_id, one.number)
        number = await coding.current_round(connection, study_id)
        codes = [each for each in await coding.codes(connection, study_id, number) if each.dispatch_id == dispatch_id]
        own_code = await coding.first_code(connection, study_id, dispatch_id, actor.account_id)
        sender = await dispatches.sender_of(connection, study_id, dispatch_id)
    protocol, entry = protocol_of(row), entry_of(one)
    state: DispatchState = one.state  # type: ignore[assignment]  # the database holds no other state
    stage = _stage(one, made, codes, protocol)
    return CallView(
        dispatch_id=dispatch_id,
        number=one.number,
        pseudonym=pseudonym(one.number),
        state="due" if state == "planned" and one.due_at <= moment else state,
        stage=stage,
        due_at=one.due_at,
        caller_label=sender,
        company=entry.company if entry else "",
        establishment=(entry.establishment or "") if entry else "",
        town=entry.place if entry else "",
        phone=(entry.phone or "") if entry else "",
        script=script_of(protocol),
        consent_text=protocol.fieldwork.consent_text,
        outcomes=tuple(each.code for each in protocol.outcomes.codes),
        made=None if made is None else _made(made),
        own=None if made is None else _own(made, actor, own_code),
        may_hear=stage == "wants_listener" and made is not None and made.account_id != actor.account_id,
        complaints=tuple(ComplaintView(received_on=each.received_on, words=each.words) for each in complaints),
    )


async def make_call(
    pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, asked: NewCall, *, now: dt.datetime | None = None
) -> None:
    """Keep a call that was made: the actor is its caller.

    Raises
    ------
    StudyRefused
        The study does not call now, the call is not due, or was made before.
    Unusable
        Something is missing, or the code is none of the protocol.
    FindingsRefused
        The call did not keep to the script or to the rules of recording; every reason.
    """
    moment = now or dt.datetime.now(dt.UTC)
    check_past(asked.started_at, moment)
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_calls(row)
        check_state("send", await state_at(connection, row, asked.started_at))
        await check_gates(connection, row)
        one = await dispatch_of(connection, study_id, dispatch_id)
        _check_due(one, asked.started_at)
        await check_not_left_alone(connection, one)
        protocol = protocol_of(row)
        place = await _place(connection, study_id, asked.recording_place)
        asked_it = _request_was_said(asked, protocol)
        _check_words(asked.notes, asked.outcome, protocol, needed=asked_it)
        _check_rules(actor, one, asked, protocol, recorded=bool(place), now=moment)
        day = asked.started_at.astimezone(CLOCK).date()
        days = protocol.ethics.retention_replies_days or 1
        await calls.insert(
            connection, study_id, dispatch_id, by=actor.account_id, started_at=asked.started_at,
            script_version=asked.script_version, said=list(asked.said), consent=asked.consent,
            recording_place=place or None, recording_until=day + dt.timedelta(days=days) if place else None,
        )  # fmt: skip
        if (entry := entry_of(one)) is not None:
            await withdrawals.tested(connection, msgspec.to_builtins(entry.identity), day)
        await dispatches.set_sent(
            connection, study_id, dispatch_id, state="replied" if asked_it else asked.outcome, at=asked.started_at,
            how="hand", by=actor.account_id, message_id=None,
        )  # fmt: skip
        if asked.notes.strip():
            await _keep_notes(connection, actor, study_id, one, asked)
        if asked_it:
            await _give(connection, actor, study_id, dispatch_id, "first", asked.outcome)
        await events.record(
            connection, actor, "call_made", subject_of(study_id, dispatch_id), asked=asked_it, recorded=bool(place)
        )


async def hear_call(pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, asked: HeardCall) -> None:
    """Keep what a second person heard: live, or in the recording.

    Raises
    ------
    NotFound
        The call was not made.
    Conflict
        ``call_own``: the caller cannot be his own listener. ``call_heard_already``; ``call_no_listener``: the protocol
        has no second listener, or the call did not come to the question. ``call_coded_again``: all calls are coded
        again from the notes.
    Unusable
        There is no recording to hear, the notes are missing, or the code is none of the protocol.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_calls(row)
        check_state("code_reply", row.state)
        one = await dispatch_of(connection, study_id, dispatch_id)
        made = await _made_call(connection, study_id, dispatch_id)
        protocol = protocol_of(row)
        if made.account_id == actor.account_id:
            raise Conflict("call_own")
        if made.listener_id is not None:
            raise Conflict("call_heard_already")
        if one.state != "replied" or not protocol.fieldwork.second_listener:
            raise Conflict("call_no_listener")
        if (number := await coding.current_round(connection, study_id)) > 1:
            raise Conflict("call_coded_again")
        given = await coding.codes(connection, study_id, number)
        if any(each.dispatch_id == dispatch_id and each.turn == "second" for each in given):
            raise Conflict("call_heard_already")  # a reader was the second, before the protocol asked for a listener
        if asked.heard == "recording" and (made.recording_place is None or made.recording_gone_at is not None):
            raise Unusable({"heard": "no_recording"})
        _check_words(asked.notes, asked.outcome, protocol, needed=True)
        await calls.set_heard(connection, study_id, dispatch_id, by=actor.account_id, heard=asked.heard)
        if made.reply_id is not None:
            message = {**(made.message or {}), "listener": asked.notes.strip()}
            said = await _redacted(one, BETWEEN.join((str(message.get("text") or ""), message["listener"])))
            await calls.set_notes(connection, made.reply_id, message, said)
        await _give(connection, actor, study_id, dispatch_id, "second", asked.outcome)
        await events.record(connection, actor, "call_heard", subject_of(study_id, dispatch_id), heard=asked.heard)


async def recording_gone(
    pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, *, now: dt.datetime | None = None
) -> None:
    """Write down that the recording was deleted where it was kept.

    Raises
    ------
    Conflict
        ``no_recording``: there is none.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_calls(row)
        await _made_call(connection, study_id, dispatch_id)
        at = now or dt.datetime.now(dt.UTC)
        if not await calls.set_gone(connection, study_id, dispatch_id, at=at, by=actor.account_id):
            raise Conflict("no_recording")
        await events.record(connection, actor, "recording_deleted", subject_of(study_id, dispatch_id))


def _stage(one: DispatchRow, made: CallRow | None, codes: list[CodeRow], protocol: Protocol) -> CallStage:
    if made is None:
        return "stopped" if one.state == "stopped" else "to_make"
    if one.state != "replied":
        return "no_question"
    given = {each.turn for each in codes}
    if made.listener_id is None and protocol.fieldwork.second_listener and "second" not in given:
        return "wants_listener"
    # Whether they agree nobody sees here: who gave one of the two codes would know the other.
    return "coded" if "second" in given else "wants_reader"


def _made(row: CallRow) -> MadeCall:
    return MadeCall(
        caller=row.caller,
        started_at=row.started_at,
        said=tuple(row.said),
        consent=row.consent,  # type: ignore[arg-type]  # the database holds no other
        recording_place=row.recording_place or "",
        recording_until=row.recording_until,
        recording_gone_at=row.recording_gone_at,
        listener=row.listener or "",
        heard=row.heard,  # type: ignore[arg-type]  # the database holds no other
    )


def _own(made: CallRow, actor: Actor, code: str | None) -> OwnPart | None:
    message = made.message or {}
    if made.account_id == actor.account_id:
        return OwnPart(part="caller", notes=str(message.get("text") or ""), outcome=code or "")
    if made.listener_id == actor.account_id:
        return OwnPart(part="listener", notes=str(message.get("listener") or ""), outcome=code or "")
    return None


def _check_due(one: DispatchRow, at: dt.datetime) -> None:
    state: DispatchState = "due" if one.state == "planned" else one.state  # type: ignore[assignment]  # as stored
    try:
        dispatch_after(state, "send")
    except lab.NotAllowed as fault:
        raise StudyRefused.of(fault) from fault
    if at < one.due_at:
        raise StudyRefused("not-due-yet", minutes=-((at - one.due_at) // dt.timedelta(minutes=1)))


def _request_was_said(asked: NewCall, protocol: Protocol) -> bool:
    return any(each.kind == "request" and each.step in asked.said for each in script_of(protocol).steps)


def _check_words(notes: str, outcome: str, protocol: Protocol, *, needed: bool) -> None:
    faults: dict[str, str] = {}
    if outcome not in {each.code for each in protocol.outcomes.codes}:
        faults["outcome"] = "not_a_choice" if outcome else "missing"
    if len(notes) > LONGEST_NOTES:
        faults["notes"] = "too_long"
    if needed and not notes.strip():
        faults["notes"] = "missing"
    if faults:
        raise Unusable(faults)


def _check_rules(
    actor: Actor, one: DispatchRow, asked: NewCall, protocol: Protocol, *, recorded: bool, now: dt.datetime
) -> None:
    script = script_of(protocol)
    # Nobody has listened yet: who does so says it himself, later.
    alone = msgspec.structs.replace(script, rules=msgspec.structs.replace(script.rules, second_listener=False))
    record = CallRecord(
        call_id=pseudonym(one.number), script_version=asked.script_version, caller=str(actor.account_id),
        second_listener=None, started=asked.started_at, said=asked.said, recorded=recorded, consent=asked.consent,
        outcome=asked.outcome,  # type: ignore[arg-type]  # one of the protocol's
        outcome_second=None,
    )  # fmt: skip
    found_wrong = check_call(record, alone, now=now)
    if found_wrong:
        raise FindingsRefused(found_wrong)


async def _place(connection: asyncpg.Connection, study_id: uuid.UUID, typed: str) -> str:
    """Where the recording is; it is kept longer than the key file, so it names nobody."""
    if not typed.strip():
        return ""
    try:
        return await checked_reason(connection, study_id, typed)
    except Unusable as fault:
        raise Unusable({"recording_place": fault.fields["reason"]}) from fault


async def _keep_notes(
    connection: asyncpg.Connection, actor: Actor, study_id: uuid.UUID, one: DispatchRow, asked: NewCall
) -> None:
    notes = asked.notes.strip()
    reply = NewReplyRow(
        dispatch_id=one.dispatch_id,
        fingerprint=hashlib.sha256(f"call\0{study_id}\0{one.dispatch_id}".encode()).hexdigest(),
        kind="call",
        how={"by_hand": True},
        received_at=asked.started_at,
        message={"text": notes},
        redacted=await _redacted(one, notes),
        # Nobody applied: nothing is owed to the company, whatever it said.
        positive=False,
    )
    await replies.insert(connection, study_id, reply, by=actor.account_id)


async def _redacted(one: DispatchRow, notes: str) -> str:
    """The notes without the company: a third who reads them does not know whom it is about."""
    known = msgspec.structs.replace(known_strings([one], []), names=(), letters=())
    return (await asyncio.to_thread(redact, notes, known)).text


async def _give(
    connection: asyncpg.Connection, actor: Actor, study_id: uuid.UUID, dispatch_id: str, turn: str, outcome: str
) -> None:
    number = await coding.current_round(connection, study_id)
    await coding.give(
        connection, study_id, dispatch_id, number=number, turn=turn, account_id=actor.account_id, outcome=outcome,
        replies_read=1,
    )  # fmt: skip


async def _made_call(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> CallRow:
    made = await calls.of(connection, study_id, dispatch_id)
    if made is None:
        raise NotFound(what="call")
    return made
