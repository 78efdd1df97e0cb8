"""Mystery calls as they were made, and their recordings, which are kept elsewhere."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class CallRow(msgspec.Struct, frozen=True, kw_only=True):
    """A call that was made. ``message``: what caller and listener wrote; None once deleted on its date."""

    account_id: uuid.UUID
    caller: str
    started_at: dt.datetime
    script_version: str
    said: list[str]
    consent: str
    recording_place: str | None
    recording_until: dt.date | None
    recording_gone_at: dt.datetime | None
    listener_id: uuid.UUID | None
    listener: str | None
    heard: str | None
    reply_id: uuid.UUID | None
    message: dict[str, Any] | None


_OF = Query(
    """
    select c.account_id, a.display_name as caller, c.started_at, c.script_version, c.said, c.consent,
        c.recording_place, c.recording_until, c.recording_gone_at, c.listener_id, l.display_name as listener, c.heard,
        r.reply_id, r.message
    from lab.call c
        join lab.account a on a.account_id = c.account_id
        left join lab.account l on l.account_id = c.listener_id
        left join lab.reply r on r.study_id = c.study_id and r.dispatch_id = c.dispatch_id and r.kind = 'call'
    where c.study_id = $1 and c.dispatch_id = $2
    """,
    CallRow,
)


async def of(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> CallRow | None:
    """The call, once it was made."""
    return await _OF.first(connection, study_id, dispatch_id)


_INSERT = Statement(
    """
    insert into lab.call (study_id, dispatch_id, account_id, started_at, script_version, said, consent,
        recording_place, recording_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    """
)


async def insert(
    connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, *, by: uuid.UUID, started_at: dt.datetime,
    script_version: str, said: list[str], consent: str, recording_place: str | None, recording_until: dt.date | None,
) -> None:  # fmt: skip
    """Keep a call that was made."""
    await _INSERT.run(
        connection, study_id, dispatch_id, by, started_at, script_version, said, consent, recording_place,
        recording_until,
    )  # fmt: skip


_HEARD = Statement("update lab.call set listener_id = $3, heard = $4 where study_id = $1 and dispatch_id = $2")


async def set_heard(
    connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, *, by: uuid.UUID, heard: str
) -> None:
    """Somebody else heard the call."""
    await _HEARD.run(connection, study_id, dispatch_id, by, heard)


_NOTES = Statement("update lab.reply set message = $2, redacted = $3 where reply_id = $1")


async def set_notes(
    connection: asyncpg.Connection, reply_id: uuid.UUID, message: dict[str, Any], redacted: str | None
) -> None:
    """What both wrote down, and what a third may read of it."""
    await _NOTES.run(connection, reply_id, message, redacted)


_GONE = Statement(
    """
    update lab.call set recording_gone_at = $3, recording_gone_by = $4
    where study_id = $1 and dispatch_id = $2 and recording_place is not null and recording_gone_at is null
    """
)


async def set_gone(
    connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, *, at: dt.datetime, by: uuid.UUID
) -> int:
    """The recording was deleted; 0: there is none."""
    return await _GONE.run(connection, study_id, dispatch_id, at, by)


class RecordingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A recording that is still kept somewhere."""

    dispatch_id: str
    number: int
    recording_until: dt.date


_RECORDINGS = Query(
    """
    select c.dispatch_id, d.number, c.recording_until
    from lab.call c join lab.dispatch d using (study_id, dispatch_id)
    where c.study_id = $1 and c.recording_until is not null and c.recording_gone_at is null
    order by c.recording_until, d.number
    """,
    RecordingRow,
)


async def recordings(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[RecordingRow]:
    """Recordings that are still kept, the most urgent first."""
    return await _RECORDINGS.all(connection, study_id)


class UnheardRow(msgspec.Struct, frozen=True, kw_only=True):
    """A call of which a second listener has not said what he heard."""

    dispatch_id: str
    number: int
    account_id: uuid.UUID
    caller: str
    started_at: dt.datetime


_UNHEARD = Query(
    """
    select c.dispatch_id, d.number, c.account_id, a.display_name as caller, c.started_at
    from lab.call c join lab.dispatch d using (study_id, dispatch_id) join lab.account a on a.account_id = c.account_id
    where c.study_id = $1 and c.listener_id is null and d.state = 'replied'
    order by c.started_at
    """,
    UnheardRow,
)


async def unheard(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[UnheardRow]:
    """Calls that wait for a second listener, the oldest first."""
    return await _UNHEARD.all(connection, study_id)
