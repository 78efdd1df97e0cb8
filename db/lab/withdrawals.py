"""Withdrawals that companies are owed, and complaints."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class PositiveRow(msgspec.Struct, frozen=True, kw_only=True):
    """A positive reply, and when the applicant withdrew."""

    dispatch_id: str
    number: int
    received_at: dt.datetime
    withdrawn_at: dt.datetime | None


_POSITIVE = Query(
    """
    select d.dispatch_id, d.number, r.received_at, w.sent_at as withdrawn_at
    from lab.reply r
        join lab.dispatch d using (study_id, dispatch_id)
        left join lab.withdrawal w using (study_id, dispatch_id)
    where r.study_id = $1 and r.positive
    order by r.received_at, d.dispatch_id
    """,
    PositiveRow,
)


async def positive(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[PositiveRow]:
    """Every positive reply of a study, the oldest first."""
    return await _POSITIVE.all(connection, study_id)


_KEEP = Statement(
    """
    insert into lab.withdrawal (study_id, dispatch_id, sent_at, sent_how, account_id) values ($1, $2, $3, $4, $5)
    on conflict (study_id, dispatch_id) do update
        set sent_at = excluded.sent_at, sent_how = excluded.sent_how, account_id = excluded.account_id
    """
)


async def keep(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    dispatch_id: str,
    *,
    at: dt.datetime,
    how: str,
    by: uuid.UUID,
) -> None:
    """The withdrawal was sent; of two the last counts, since only one after the answer tells the company."""
    await _KEEP.run(connection, study_id, dispatch_id, at, how, by)


class ComplaintRow(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint of a company."""

    received_on: dt.date
    words: str
    at: dt.datetime


_COMPLAIN = Statement(
    "insert into lab.complaint (study_id, number, received_on, words, account_id) values ($1, $2, $3, $4, $5)"
)


async def complain(
    connection: asyncpg.Connection, study_id: uuid.UUID, number: int, *, on: dt.date, words: str, by: uuid.UUID
) -> None:
    """Keep a complaint."""
    await _COMPLAIN.run(connection, study_id, number, on, words, by)


_COMPLAINTS = Query(
    """
    select received_on, words, at from lab.complaint where study_id = $1 and number = $2
    order by received_on, complaint_id
    """,
    ComplaintRow,
)


async def complaints(connection: asyncpg.Connection, study_id: uuid.UUID, number: int) -> list[ComplaintRow]:
    """The complaints about one vacancy."""
    return await _COMPLAINTS.all(connection, study_id, number)


_TESTED = Statement("insert into lab.tested_establishment (identity, on_day) values ($1, $2)")


async def tested(connection: asyncpg.Connection, identity: dict[str, Any], on_day: dt.date) -> None:
    """An establishment had a test."""
    await _TESTED.run(connection, identity, on_day)


class LastStep(msgspec.Struct, frozen=True, kw_only=True):
    """When the study was stopped, resumed or closed last, and why."""

    kind: str
    at: dt.datetime
    reason: str | None


_LAST_STEP = Query(
    """
    select kind, at, facts->>'reason' as reason from lab.event
    where subject = $1 and kind in ('study_start', 'study_stop', 'study_resume', 'study_close')
    order by event_number desc limit 1
    """,
    LastStep,
)


async def last_step(connection: asyncpg.Connection, study_id: uuid.UUID) -> LastStep | None:
    """The last step of the fieldwork."""
    return await _LAST_STEP.first(connection, f"study:{study_id}")
