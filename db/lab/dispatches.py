"""Dispatches: the work list, and how each of them went."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, Final

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class DispatchRow(msgspec.Struct, frozen=True, kw_only=True):
    """A dispatch with the vacancy that it goes to. ``withdrawn_at``: when the applicant withdrew."""

    dispatch_id: str
    number: int
    place: int
    identity: str
    template: str
    name: str
    application: dict[str, Any] | None
    due_at: dt.datetime
    state: str
    token: str
    from_address: str
    sent_at: dt.datetime | None
    sent_how: str | None
    message_id: str | None
    trouble: dict[str, Any] | None
    entry: dict[str, Any] | None
    withdrawn_at: dt.datetime | None


_WHOLE: Final = """
    select d.dispatch_id, d.number, d.place, d.identity, d.template, d.name, d.application, d.due_at, d.state, d.token,
        d.from_address, d.sent_at, d.sent_how, d.message_id, d.trouble, f.entry, w.sent_at as withdrawn_at
    from lab.dispatch d
        join lab.frame_entry f using (study_id, number)
        left join lab.withdrawal w using (study_id, dispatch_id)
"""
_BY_ID = Query(
    f"{_WHOLE} where d.study_id = $1 and d.dispatch_id = $2",
    DispatchRow,
)


async def by_id(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> DispatchRow | None:
    """One dispatch."""
    return await _BY_ID.first(connection, study_id, dispatch_id)


_OF_NUMBER = Query(
    f"{_WHOLE} where d.study_id = $1 and d.number = $2 order by d.place",
    DispatchRow,
)


async def of_number(connection: asyncpg.Connection, study_id: uuid.UUID, number: int) -> list[DispatchRow]:
    """The applications to one vacancy, in the order of sending."""
    return await _OF_NUMBER.all(connection, study_id, number)


_OPEN_UNTIL = Query(
    f"""{_WHOLE}
    where d.study_id = $1 and d.state in ('planned', 'due') and d.due_at < $2
    order by d.due_at, d.number, d.place
    limit $3
    """,
    DispatchRow,
)


async def open_until(
    connection: asyncpg.Connection, study_id: uuid.UUID, until: dt.datetime, *, limit: int
) -> list[DispatchRow]:
    """What is to be sent before a moment, the longest due first."""
    return await _OPEN_UNTIL.all(connection, study_id, until, limit)


class WorkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the work list."""

    dispatch_id: str
    number: int
    place: int
    name: str
    company: str | None
    vacancy_title: str | None
    due_at: dt.datetime
    sent_at: dt.datetime | None
    state: str
    troubled: bool
    sender: str


_LISTED = Query(
    """
    select d.dispatch_id, d.number, d.place, d.name, f.entry->>'company' as company,
        f.entry->>'vacancy_title' as vacancy_title, d.due_at, d.sent_at, d.state, d.trouble is not null as troubled,
        d.sender
    from lab.dispatch d join lab.frame_entry f using (study_id, number)
    where d.study_id = $1 and d.state = any($2::text[])
        and d.due_at >= coalesce($3::timestamptz, '-infinity') and d.due_at < coalesce($4::timestamptz, 'infinity')
    order by d.due_at, d.number, d.place
    limit $5 offset $6
    """,
    WorkRow,
)
_LISTED_COUNT = Query(
    """
    select count(*)::integer as number from lab.dispatch d
    where d.study_id = $1 and d.state = any($2::text[])
        and d.due_at >= coalesce($3::timestamptz, '-infinity') and d.due_at < coalesce($4::timestamptz, 'infinity')
    """,
    int,
)


async def listed(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    *,
    states: list[str],
    since: dt.datetime | None,
    until: dt.datetime | None,
    limit: int,
    offset: int,
) -> list[WorkRow]:
    """Dispatches that are due in a stretch of time, in that order."""
    return await _LISTED.all(connection, study_id, states, since, until, limit, offset)


async def listed_count(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    *,
    states: list[str],
    since: dt.datetime | None,
    until: dt.datetime | None,
) -> int:
    """How many there are."""
    return await _LISTED_COUNT.one(connection, study_id, states, since, until)


class DayRow(msgspec.Struct, frozen=True, kw_only=True):
    """Dispatches that are due on a day, by the Dutch clock, and how many of them are still to be sent."""

    day: dt.date
    number: int
    still_open: int


_DAYS = Query(
    """
    select (due_at at time zone 'Europe/Amsterdam')::date as day, count(*)::integer as number,
        (count(*) filter (where state in ('planned', 'due')))::integer as still_open
    from lab.dispatch where study_id = $1 group by day order by day
    """,
    DayRow,
)


async def days(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[DayRow]:
    """The calendar of a study."""
    return await _DAYS.all(connection, study_id)


class StateRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many dispatches are in a state, and of how many nobody knows whether they were sent."""

    state: str
    number: int
    unclear: int


_STATES = Query(
    """
    select state, count(*)::integer as number,
        (count(*) filter (where (trouble->>'perhaps_sent')::boolean and trouble->>'what' = 'letter'))::integer
            as unclear
    from lab.dispatch where study_id = $1 group by state order by state
    """,
    StateRow,
)


async def states(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[StateRow]:
    """The dispatches of a study, counted by state."""
    return await _STATES.all(connection, study_id)


_WAITING = Query(
    "select count(*)::integer as number from lab.dispatch where study_id = $1 and state = 'sent' and sent_at > $2", int
)


async def waiting(connection: asyncpg.Connection, study_id: uuid.UUID, since: dt.datetime) -> int:
    """How many were sent after a moment and are not answered."""
    return await _WAITING.one(connection, study_id, since)


class SentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A dispatch that a reply may belong to."""

    dispatch_id: str
    number: int
    from_address: str
    to_address: str | None
    subject: str | None
    sent_at: dt.datetime
    message_id: str | None
    token: str
    withdrawn_at: dt.datetime | None


_SENT = Query(
    """
    select d.dispatch_id, d.number, d.from_address, f.entry->>'contact_email' as to_address,
        d.application->>'subject' as subject, d.sent_at, d.message_id, d.token, w.sent_at as withdrawn_at
    from lab.dispatch d
        join lab.frame_entry f using (study_id, number)
        left join lab.withdrawal w using (study_id, dispatch_id)
    where d.study_id = $1 and d.sent_at is not null
    order by d.sent_at, d.dispatch_id
    """,
    SentRow,
)


async def sent(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[SentRow]:
    """Everything that was sent."""
    return await _SENT.all(connection, study_id)


_SENDER = Query("select sender from lab.dispatch where study_id = $1 and dispatch_id = $2", str)


async def sender_of(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> str:
    """Who was drawn to send it, or to call."""
    return await _SENDER.one(connection, study_id, dispatch_id)


_NAMES = Query("select distinct name from lab.dispatch where study_id = $1 order by name", str)


async def names(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[str]:
    """Every made-up name of the study."""
    return await _NAMES.all(connection, study_id)


_SET_SENT = Statement(
    """
    update lab.dispatch set state = $3, sent_at = $4, sent_how = $5, sent_by = $6, message_id = $7, trouble = null
    where study_id = $1 and dispatch_id = $2
    """
)


async def set_sent(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    dispatch_id: str,
    *,
    state: str,
    at: dt.datetime,
    how: str,
    by: uuid.UUID,
    message_id: str | None,
) -> None:
    """It was sent."""
    await _SET_SENT.run(connection, study_id, dispatch_id, state, at, how, by, message_id)


_SET_STATE = Statement("update lab.dispatch set state = $3 where study_id = $1 and dispatch_id = $2")


async def set_state(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, state: str) -> None:
    """The state that a step led to."""
    await _SET_STATE.run(connection, study_id, dispatch_id, state)


_SET_TROUBLE = Statement("update lab.dispatch set trouble = $3 where study_id = $1 and dispatch_id = $2")


async def set_trouble(
    connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, trouble: dict[str, Any] | None
) -> None:
    """What stands in the way of sending it; None: nothing."""
    await _SET_TROUBLE.run(connection, study_id, dispatch_id, trouble)


_STOP = Statement(
    """
    update lab.dispatch set state = 'stopped'
    where study_id = $1 and state in ('planned', 'due') and ($2::integer is null or number = $2)
    """
)


async def stop(connection: asyncpg.Connection, study_id: uuid.UUID, number: int | None = None) -> int:
    """What was not sent yet will not be sent: of one vacancy, or of all. How many."""
    return await _STOP.run(connection, study_id, number)


_TIME_OUT = Statement("update lab.dispatch set state = 'unanswered' where study_id = $1 and state = 'sent'")


async def time_out(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """What was not answered counts as unanswered. How many."""
    return await _TIME_OUT.run(connection, study_id)


_COMPANIES = Query(
    """
    select distinct entry->>'company' as company from lab.frame_entry
    where study_id = $1 and entry->>'company' is not null
    """,
    str,
)


async def companies(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[str]:
    """The companies of a study, to keep them out of what is written elsewhere."""
    return await _COMPANIES.all(connection, study_id)
