"""What is deleted on its date, and the log of it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class KeptRow(msgspec.Struct, frozen=True, kw_only=True):
    """A study with its periods in days, and what it still holds. The periods are those of the registered protocol."""

    study_id: uuid.UUID
    state: str
    fieldwork_ended_at: dt.datetime | None
    replies_days: int | None
    key_days: int | None
    replies: int
    applications: int
    companies: int
    refusals: int
    complaints: int


_KEPT = Query(
    """
    select s.study_id, s.state, s.fieldwork_ended_at,
        (s.protocol #>> '{ethics,retention_replies_days}')::integer as replies_days,
        (s.protocol #>> '{ethics,retention_key_days}')::integer as key_days,
        (select count(*) from lab.reply r where r.study_id = s.study_id
            and (r.message is not null or r.redacted is not null)) as replies,
        (select count(*) from lab.dispatch d where d.study_id = s.study_id
            and d.application is not null) as applications,
        (select count(*) from lab.frame_entry f where f.study_id = s.study_id and f.entry is not null) as companies,
        (select count(*) from lab.frame_refusal u where u.study_id = s.study_id) as refusals,
        (select count(*) from lab.complaint c where c.study_id = s.study_id and c.words <> '—') as complaints
    from lab.study s
    where s.study_id = $1 or ($1 is null and s.fieldwork_ended_at is not null)
    order by s.study_id
    """,
    KeptRow,
)


async def kept_of(connection: asyncpg.Connection, study_id: uuid.UUID) -> KeptRow:
    """What one study still holds."""
    return await _KEPT.one(connection, study_id)


async def kept_by_all(connection: asyncpg.Connection) -> list[KeptRow]:
    """What every study whose fieldwork has ended still holds."""
    return await _KEPT.all(connection, None)


_LOCK = Query("select state from lab.study where study_id = $1 for update", str)


async def lock(connection: asyncpg.Connection, study_id: uuid.UUID) -> str:
    """Take the study: two sweeps at once take turns. Its state."""
    return await _LOCK.one(connection, study_id)


_REPLIES = Statement(
    """
    update lab.reply set message = null, redacted = null, how = '{}'
    where study_id = $1 and (message is not null or redacted is not null)
    """
)
_APPLICATIONS = Statement("update lab.dispatch set application = null where study_id = $1 and application is not null")


async def delete_replies(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """Delete what companies wrote and what they were sent; that there was a reply stays. How many rows."""
    return await _REPLIES.run(connection, study_id) + await _APPLICATIONS.run(connection, study_id)


_KEY = Statement(
    """
    update lab.frame_entry set entry = null, entry_id = 'deleted-' || number, file_name = ''
    where study_id = $1 and entry is not null
    """
)
_REFUSALS = Statement("delete from lab.frame_refusal where study_id = $1")
_TROUBLE = Statement("update lab.dispatch set trouble = null where study_id = $1 and trouble is not null")
_COMPLAINTS = Statement("update lab.complaint set words = '—' where study_id = $1 and words <> '—'")


_PLAN = Statement(
    """
    update lab.plan set sample = jsonb_set(sample, '{strata}', coalesce((
        select jsonb_agg(stratum || '{"chosen": [], "reserve": []}'::jsonb order by place)
        from jsonb_array_elements(sample -> 'strata') with ordinality as one (stratum, place)
    ), '[]'::jsonb))
    where study_id = $1
    """
)


async def delete_key(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """Delete who the companies are: the frame, its refused rows, the words of complaints, and what mail servers said of
    their addresses. How many rows. Plans of before 2026-12 had the ids of vacancies in their sample; those go too.
    """
    await _PLAN.run(connection, study_id)
    gone = await _KEY.run(connection, study_id) + await _TROUBLE.run(connection, study_id)
    gone += await _REFUSALS.run(connection, study_id)
    return gone + await _COMPLAINTS.run(connection, study_id)


_LOG = Statement("insert into lab.deletion (study_id, kind, rows_deleted, at) values ($1, $2, $3, $4)")


async def log_deletion(
    connection: asyncpg.Connection, study_id: uuid.UUID, kind: str, rows: int, at: dt.datetime
) -> None:
    """Write down that something was deleted."""
    await _LOG.run(connection, study_id, kind, rows, at)


class DeletionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the deletion log."""

    kind: str
    rows_deleted: int
    at: dt.datetime


_DELETIONS = Query(
    "select kind, rows_deleted, at from lab.deletion where study_id = $1 order by deletion_id", DeletionRow
)


async def deletions(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[DeletionRow]:
    """The deletion log of a study."""
    return await _DELETIONS.all(connection, study_id)
