"""Replies of companies: they come in from a mailbox or are written down, and find the application that they answer.

Nothing gets lost: what belongs nowhere, or to several applications, or cannot be read, waits for a person; what came in
before is not taken twice.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import uuid
from collections.abc import Sequence
from typing import Any, Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Assigned, Imported, ImportFinding, NewReply, ReplyView
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.services import events
from api.services.lab.chain import protocol_of
from api.services.lab.imap_folder import FolderSettings, FolderState, MailboxClosed, read_folder
from api.services.lab.incoming import Inbox, read_mailbox
from api.services.lab.log_words import checked_reason
from api.services.lab.reply_matching import known_strings, matched, redacted, sent_dispatches, unreadable
from api.services.lab.studies import check_letters, check_state, found, taken
from api.services.lab.tries import check_past, subject_of
from api.services.lab.work_list import dispatch_of, reply_view
from api.services.paging import offset_of
from api.services.pool import Pool
from api.settings import ReplyMailbox
from db.lab import dispatches, replies
from db.lab.dispatches import DispatchRow
from db.lab.replies import NewReplyRow, ReplyRow
from db.pool import transaction
from testing_lab.fieldwork.dispatch_states import TRANSITIONS, DispatchState, DispatchStep
from testing_lab.fieldwork.mail import domain_of

LONGEST_TEXT: Final = 20_000
#: What a reply of each kind does to its dispatch. An automatic one is kept, and does nothing.
_STEPS: Final[dict[str, DispatchStep]] = {"reply": "reply", "call": "reply", "letter": "reply", "bounce": "bounce"}


async def import_file(
    pool: Pool, actor: Actor, study_id: uuid.UUID, content: bytes, *, now: dt.datetime | None = None
) -> Imported:
    """Take in the messages of a mailbox (mbox) or one saved message (.eml).

    Raises
    ------
    StudyRefused
        The study has not begun.
    """
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        check_letters(row)
        check_state("record_reply", row.state)
        known = await replies.fingerprints(connection, study_id)
    inbox = await asyncio.to_thread(read_mailbox, content, known=known)
    return await _take_in(pool, actor, study_id, inbox, now or dt.datetime.now(dt.UTC))


async def fetch(
    pool: Pool, actor: Actor, study_id: uuid.UUID, mailbox: ReplyMailbox | None, *, now: dt.datetime | None = None
) -> Imported | MailboxClosed:
    """Take in what is new in the mailbox on the mail server. The mailbox stays as it was."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        check_letters(row)
        check_state("record_reply", row.state)
        known = await replies.fingerprints(connection, study_id)
        before = await replies.folder(connection, study_id)
    state = None if before is None else msgspec.convert(before, FolderState)
    settings = None if mailbox is None else FolderSettings(**msgspec.structs.asdict(mailbox))
    read = await read_folder(settings, state, known=known)
    if isinstance(read, MailboxClosed):
        return read
    reached = msgspec.to_builtins(read.state)
    taken_in = await _take_in(pool, actor, study_id, read.inbox, now or dt.datetime.now(dt.UTC), reached=reached)
    return msgspec.structs.replace(taken_in, more=read.more)


async def _take_in(
    pool: Pool, actor: Actor, study_id: uuid.UUID, inbox: Inbox, now: dt.datetime, reached: dict[str, Any] | None = None
) -> Imported:
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_state("record_reply", row.state)
        own = protocol_of(row).fieldwork.mail_domain.lower()
        others = await replies.other_domains(connection, study_id) - {own}
        # A mailbox that several studies share: what is for another one stays there for that one.
        ours = [one for one in inbox.messages if reached is None or _for_us(one.to_addresses, own, others)]
        sent = sent_dispatches(await dispatches.sent(connection, study_id), own)
        rows = await asyncio.to_thread(lambda: [matched(one, sent, now) for one in ours])
        rows += [unreadable(raw, now) for raw in inbox.unreadable]
        new = await _keep_all(connection, actor, study_id, rows)
        if reached is not None:
            await replies.set_folder(connection, study_id, reached)
        imported = Imported(
            matched=sum(one.dispatch_id is not None and one.kind == "reply" for one in new),
            automatic=sum(one.dispatch_id is not None and one.kind == "automatic" for one in new),
            bounces=sum(one.dispatch_id is not None and one.kind == "bounce" for one in new),
            loose=sum(one.dispatch_id is None for one in new),
            known=len(inbox.repeated) + len(rows) - len(new),
            elsewhere=len(inbox.messages) - len(ours),
            findings=tuple(ImportFinding(path=one.path, code=one.code, facts=one.facts) for one in inbox.findings),
        )
        await events.record(
            connection, actor, "replies_imported", f"study:{study_id}",
            matched=imported.matched, bounces=imported.bounces, loose=imported.loose,
        )  # fmt: skip
        return imported


def _for_us(addresses: Sequence[str], own: str, others: frozenset[str]) -> bool:
    domains = {domain_of(one) for one in addresses}
    return own in domains or not domains & others


async def _keep_all(
    connection: asyncpg.Connection, actor: Actor, study_id: uuid.UUID, rows: Sequence[NewReplyRow]
) -> list[NewReplyRow]:
    """Keep those that are new, each with what it does to its dispatch."""
    listed = await dispatches.names(connection, study_id)
    new = []
    for row in rows:
        kept = row
        if row.dispatch_id is not None:
            one = await dispatch_of(connection, study_id, row.dispatch_id)
            said = await _for_coders(connection, study_id, one, row.message, listed)
            kept = msgspec.structs.replace(row, redacted=said)
        if await replies.insert(connection, study_id, kept, by=actor.account_id) is None:
            continue
        new.append(kept)
        if kept.dispatch_id is not None:
            await _take_effect(connection, study_id, one, kept.kind)
    return new


async def _for_coders(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    one: DispatchRow,
    message: dict[str, Any],
    listed: Sequence[str],
) -> str:
    pair = await dispatches.of_number(connection, study_id, one.number)
    return await asyncio.to_thread(redacted, message, known_strings(pair, listed))


async def _take_effect(connection: asyncpg.Connection, study_id: uuid.UUID, one: DispatchRow, kind: str) -> None:
    """Lead the dispatch on, where its state has such a step; a second report about a letter changes nothing."""
    step = _STEPS.get(kind)
    state: DispatchState = one.state  # type: ignore[assignment]  # the database holds no other state
    if step is not None and (after := TRANSITIONS.get((state, step))) is not None:
        await dispatches.set_state(connection, study_id, one.dispatch_id, after)


async def record_by_hand(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    asked: NewReply,
    *,
    now: dt.datetime | None = None,
) -> None:
    """A call, a letter or a mail that somebody writes down, with its moment.

    Raises
    ------
    StudyRefused
        The study has not begun, or the application was not sent (``dispatch-step``).
    Conflict
        ``reply_known``: the same words at the same moment are there.
    """
    text = asked.text.strip()
    if not text or len(text) > LONGEST_TEXT:
        raise Unusable({"text": "too_long" if text else "missing"})
    check_past(asked.at, now or dt.datetime.now(dt.UTC))
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_letters(row)
        check_state("record_reply", row.state)
        one = await dispatch_of(connection, study_id, dispatch_id)
        if one.sent_at is None:
            raise StudyRefused("dispatch-step", step="reply", state=one.state)
        if asked.at < one.sent_at:
            raise Unusable({"at": "before_sent"})
        words = f"{dispatch_id}\0{asked.kind}\0{asked.at.astimezone(dt.UTC).isoformat()}\0{text}"
        reply = NewReplyRow(
            dispatch_id=dispatch_id,
            fingerprint=hashlib.sha256(words.encode()).hexdigest(),
            kind=asked.kind,
            how={"by_hand": True},
            received_at=asked.at,
            message={"text": text},
            redacted=None,
            positive=asked.positive,
        )
        if not await _keep_all(connection, actor, study_id, [reply]):
            raise Conflict("reply_known")
        await events.record(connection, actor, "reply_recorded", subject_of(study_id, dispatch_id), how=asked.kind)


async def judge(pool: Pool, actor: Actor, study_id: uuid.UUID, reply_id: uuid.UUID, *, positive: bool) -> None:
    """Say whether the company wants to go on with the applicant. It drives the withdrawal clock, and no result."""
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_letters(row)
        check_state("record_reply", row.state)
        reply = await _reply(connection, study_id, reply_id)
        if reply.dispatch_id is None:
            raise Conflict("reply_loose")
        await replies.set_positive(connection, study_id, reply_id, positive=positive)
        await events.record(connection, actor, "reply_judged", f"reply:{reply_id}")


async def list_loose(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, set_aside: bool = False, number: int = 1, size: int = DEFAULT_SIZE
) -> PageOf[ReplyView]:
    """Replies that belong nowhere yet, or that were set aside."""
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await replies.loose(connection, study_id, set_aside=set_aside, limit=size, offset=offset)
        total = await replies.loose_count(connection, study_id, set_aside=set_aside)
    return PageOf(items=tuple(reply_view(row) for row in rows), number=number, size=size, total=total)


async def list_not_judged(pool: Pool, actor: Actor, study_id: uuid.UUID) -> tuple[ReplyView, ...]:
    """Replies of which nobody said whether they are positive, the oldest first; a hundred at most."""
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await replies.not_judged(connection, study_id, limit=100)
    return tuple(reply_view(row) for row in rows)


async def assign(pool: Pool, actor: Actor, study_id: uuid.UUID, reply_id: uuid.UUID, asked: Assigned) -> None:
    """A person says where a reply belongs, or sets it aside with a reason.

    Raises
    ------
    Unusable
        There is no such application, it was not sent, or nothing says why the reply is set aside.
    Conflict
        ``reply_settled``: it belongs somewhere already.
    StudyRefused
        A study with calls has no replies, and its notes belong to their call.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead", "field")
        check_letters(row)
        check_state("record_reply", row.state)
        reply = await _reply(connection, study_id, reply_id)
        if reply.dispatch_id is not None:
            raise Conflict("reply_settled")
        if asked.dispatch_id is None:
            why = await checked_reason(connection, study_id, asked.reason)
            how = {**reply.how, "set_aside": why}
            await replies.assign(connection, study_id, reply_id, dispatch_id=None, how=how, redacted=None)
            await events.record(connection, actor, "reply_set_aside", f"reply:{reply_id}", reason=why)
            return
        one = await dispatches.by_id(connection, study_id, asked.dispatch_id.strip())
        if one is None or one.sent_at is None:
            raise Unusable({"dispatch_id": "no_such_dispatch" if one is None else "dispatch_not_sent"})
        kept = {name: value for name, value in reply.how.items() if name != "set_aside"}
        listed = await dispatches.names(connection, study_id)
        said = await _for_coders(connection, study_id, one, reply.message or {}, listed)
        await replies.assign(
            connection, study_id, reply_id,
            dispatch_id=one.dispatch_id, how={**kept, "by_person": True}, redacted=said,
        )  # fmt: skip
        await _take_effect(connection, study_id, one, reply.kind)
        await events.record(connection, actor, "reply_assigned", subject_of(study_id, one.dispatch_id))


async def _reply(connection: asyncpg.Connection, study_id: uuid.UUID, reply_id: uuid.UUID) -> ReplyRow:
    reply = await replies.by_id_locked(connection, study_id, reply_id)
    if reply is None:
        raise NotFound(what="reply")
    return reply
