"""The work list: what is to be sent now, today and later; the calendar; and one application with its company."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound
from api.messages.files import FileOut
from api.messages.lab.fieldwork import ComplaintView, Day, DispatchView, ReplyView, Trouble, When, WorkItem
from api.messages.lab.frame import pseudonym
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.services.clock import CLOCK
from api.services.lab.dispatch_documents import StoredApplication, lines_of
from api.services.lab.studies import check_letters, found
from api.services.paging import offset_of
from api.services.pool import Pool
from db.lab import dispatches, replies, withdrawals
from db.lab.dispatches import DispatchRow
from db.lab.replies import ReplyRow
from testing_lab.fieldwork.dispatch_states import DispatchState
from testing_lab.frame.entries import FrameEntry

#: A letter that waits longer than this is late: its place in the plan was drawn, and chance no longer decides.
LATE: Final = dt.timedelta(hours=2)
_OPEN: Final = ["planned", "due"]
_STATES: Final[dict[When, list[str]]] = {
    "now": _OPEN,
    "today": _OPEN,
    "later": _OPEN,
    "sent": ["sent", "replied", "unanswered", "withdrawn", "undeliverable", "detected"],
    "stopped": ["stopped"],
}


async def list_work(
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    when: When,
    *,
    number: int = 1,
    size: int = DEFAULT_SIZE,
    now: dt.datetime | None = None,
) -> PageOf[WorkItem]:
    """A stretch of the work list, in order of due time. ``today``: later today, by the Dutch clock."""
    moment = now or dt.datetime.now(dt.UTC)
    since, until = _stretch(when, moment)
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        states = _STATES[when]
        rows = await dispatches.listed(
            connection, study_id, states=states, since=since, until=until, limit=size, offset=offset
        )
        total = await dispatches.listed_count(connection, study_id, states=states, since=since, until=until)
    return PageOf(items=tuple(_item(row, moment) for row in rows), number=number, size=size, total=total)


def end_of_day(moment: dt.datetime) -> dt.datetime:
    """The first moment of the next day, by the Dutch clock."""
    tomorrow = moment.astimezone(CLOCK).date() + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, dt.time(), CLOCK).astimezone(dt.UTC)


def _stretch(when: When, now: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    just = now + dt.timedelta(microseconds=1)  # what is due at this very moment is due now
    stretches: dict[When, tuple[dt.datetime | None, dt.datetime | None]] = {
        "now": (None, just),
        "today": (just, end_of_day(now)),
        "later": (end_of_day(now), None),
    }
    return stretches.get(when, (None, None))


def _item(row: dispatches.WorkRow, now: dt.datetime) -> WorkItem:
    state: DispatchState = row.state  # type: ignore[assignment]  # the database holds no other state
    return WorkItem(
        dispatch_id=row.dispatch_id,
        pseudonym=pseudonym(row.number),
        place=row.place,
        name=row.name,
        company=row.company or "",
        vacancy_title=row.vacancy_title or "",
        due_at=row.due_at,
        sent_at=row.sent_at,
        state="due" if state == "planned" and row.due_at <= now else state,
        overdue=state in ("planned", "due") and row.due_at + LATE < now,
        troubled=row.troubled,
        sender=row.sender,
    )


async def calendar(pool: Pool, actor: Actor, study_id: uuid.UUID) -> tuple[Day, ...]:
    """How many applications are due on each day."""
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await dispatches.days(connection, study_id)
    return tuple(Day(day=row.day, number=row.number, still_open=row.still_open) for row in rows)


async def calendar_file(pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None) -> FileOut:
    """What is still to be sent, for a calendar program (RFC 5545). Pseudonyms only: calendars lie open."""
    stamp = _ical(now or dt.datetime.now(dt.UTC))
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        rows = await dispatches.listed(
            connection, study_id, states=_OPEN, since=None, until=None, limit=100_000, offset=0
        )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stagekans Lab//NL"]
    for one in rows:
        start = one.due_at
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.dispatch_id}.{row.study_id}",
            f"DTSTAMP:{stamp}",
            f"DTSTART:{_ical(start)}",
            f"DTEND:{_ical(start + dt.timedelta(minutes=15))}",
            f"SUMMARY:{pseudonym(one.number)} / {one.place}",
            "END:VEVENT",
        ]
    lines += ["END:VCALENDAR", ""]
    return FileOut(name="veldwerk.ics", media_type="text/calendar", content="\r\n".join(lines).encode())


def _ical(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


async def get_dispatch(
    pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, *, now: dt.datetime | None = None
) -> DispatchView:
    """One application: the company, the applicant, the letter, and what came back."""
    moment = now or dt.datetime.now(dt.UTC)
    async with pool.acquire() as connection:
        # Of a call it would show one listener what the other wrote.
        check_letters(await found(connection, actor, study_id, "lead", "field"))
        row = await dispatch_of(connection, study_id, dispatch_id)
        came = await replies.of_dispatch(connection, study_id, dispatch_id)
        pair = await dispatches.of_number(connection, study_id, row.number)
        complaints = await withdrawals.complaints(connection, study_id, row.number)
    entry = entry_of(row)
    written = application_of(row)
    state: DispatchState = row.state  # type: ignore[assignment]  # the database holds no other state
    local, _, domain = row.from_address.partition("@")
    return DispatchView(
        dispatch_id=dispatch_id,
        number=row.number,
        pseudonym=pseudonym(row.number),
        place=row.place,
        state="due" if state == "planned" and row.due_at <= moment else state,
        due_at=row.due_at,
        sent_at=row.sent_at,
        sent_how=row.sent_how or "",
        withdrawn_at=row.withdrawn_at,
        name=row.name,
        from_address=row.from_address,
        reply_address=f"{local}+{row.token}@{domain}",
        subject=written.subject,
        letter=lines_of(written.letter),
        cv=lines_of(written.cv),
        company=entry.company if entry else "",
        establishment=(entry.establishment or "") if entry else "",
        town=entry.place if entry else "",
        vacancy_title=entry.vacancy_title if entry else "",
        contact_email=(entry.contact_email or "") if entry else "",
        phone=(entry.phone or "") if entry else "",
        trouble=trouble_of(row),
        replies=tuple(reply_view(one) for one in came),
        complaints=tuple(ComplaintView(received_on=one.received_on, words=one.words) for one in complaints),
        others=tuple(one.dispatch_id for one in pair if one.dispatch_id != dispatch_id),
    )


async def dispatch_of(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> DispatchRow:
    """The dispatch.

    Raises
    ------
    NotFound
        The study has none with this id.
    """
    row = await dispatches.by_id(connection, study_id, dispatch_id)
    if row is None:
        raise NotFound(what="dispatch")
    return row


def entry_of(row: DispatchRow) -> FrameEntry | None:
    """Who and where; None once the key file has been deleted."""
    return None if row.entry is None else msgspec.convert(row.entry, FrameEntry)


def application_of(row: DispatchRow) -> StoredApplication:
    """Letter and CV; empty once they have been deleted."""
    return msgspec.convert(row.application or {}, StoredApplication)


def trouble_of(row: DispatchRow) -> Trouble | None:
    """What stands in the way of sending it."""
    return None if row.trouble is None else msgspec.convert(row.trouble, Trouble)


def reply_view(row: ReplyRow) -> ReplyView:
    """A reply as the fieldworker reads it."""
    message: dict[str, Any] = row.message or {}
    return msgspec.convert(
        {
            "reply_id": row.reply_id,
            "dispatch_id": row.dispatch_id,
            "kind": row.kind,
            "received_at": row.received_at,
            "from_address": message.get("from_address") or "",
            "subject": message.get("subject") or "",
            "text": message.get("text") or "",
            "files": [one.get("name") or one.get("media_type") or "" for one in message.get("files") or ()],
            "positive": row.positive,
            "rules": row.how.get("rules") or (),
            "candidates": row.how.get("candidates") or (),
            "set_aside": row.how.get("set_aside") or "",
        },
        ReplyView,
        builtin_types=(uuid.UUID, dt.datetime),
    )
