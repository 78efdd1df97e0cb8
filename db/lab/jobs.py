"""Long work: who asked what, who does it, and what came of it. The number of the try is the fencing token."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class JobRow(msgspec.Struct, frozen=True, kw_only=True):
    """A job as its people see it."""

    job_id: uuid.UUID
    kind: str
    state: str
    tries: int
    answer: Any
    refusal: Any
    has_file: bool
    made_at: dt.datetime
    ended_at: dt.datetime | None


class ClaimedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A job that is ours to do. ``tries``: the number of this try."""

    job_id: uuid.UUID
    study_id: uuid.UUID
    sign_in_name: str
    kind: str
    asked: Any
    mailbox: bytes | None
    tries: int


_INSERT = Query(
    "insert into lab.job (study_id, account_id, kind, asked, mailbox) values ($1, $2, $3, $4, $5) returning job_id",
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    account_id: uuid.UUID,
    kind: str,
    asked: object,
    mailbox: bytes | None,
) -> uuid.UUID:
    """Ask for it."""
    return await _INSERT.one(connection, study_id, account_id, kind, asked, mailbox)


_BY_ID = Query(
    """
    select job_id, kind, state, tries, answer, refusal, file is not null as has_file, made_at, ended_at
    from lab.job where study_id = $1 and job_id = $2
    """,
    JobRow,
)


async def by_id(connection: asyncpg.Connection, study_id: uuid.UUID, job_id: uuid.UUID) -> JobRow | None:
    """A job of a study."""
    return await _BY_ID.first(connection, study_id, job_id)


_FILE = Query("select file from lab.job where study_id = $1 and job_id = $2 and file is not null", bytes)


async def file_of(connection: asyncpg.Connection, study_id: uuid.UUID, job_id: uuid.UUID) -> bytes | None:
    """What was made."""
    return await _FILE.first(connection, study_id, job_id)


_CLAIM = Query(
    """
    update lab.job j set state = 'running', tries = tries + 1, beat_at = now()
    from lab.account a
    where a.account_id = j.account_id and j.job_id = (
        select job_id from lab.job
        where state = 'waiting' or (state = 'running' and beat_at < now() - $1::interval)
        order by made_at
        for update skip locked
        limit 1)
    returning j.job_id, j.study_id, a.sign_in_name, j.kind, j.asked, j.mailbox, j.tries
    """,
    ClaimedRow,
)


async def claim(connection: asyncpg.Connection, stale_after: dt.timedelta) -> ClaimedRow | None:
    """The job that waits the longest, or whose worker has been silent for so long; nobody else gets it meanwhile."""
    return await _CLAIM.first(connection, stale_after)


_BEAT = Statement("update lab.job set beat_at = now() where job_id = $1 and tries = $2 and state = 'running'")


async def beat(connection: asyncpg.Connection, job_id: uuid.UUID, tries: int) -> bool:
    """Say that this try is alive; whether it is still ours."""
    return await _BEAT.run(connection, job_id, tries) == 1


_END = Statement(
    """
    update lab.job set state = $3, answer = $4, refusal = $5, file = $6, mailbox = null, ended_at = now()
    where job_id = $1 and tries = $2 and state = 'running'
    """
)


async def end(
    connection: asyncpg.Connection,
    job_id: uuid.UUID,
    tries: int,
    state: str,
    *,
    answer: object = None,
    refusal: object = None,
    file: bytes | None = None,
) -> bool:
    """Write down what came of this try; nothing happens where another took over. Whether it was ours."""
    return await _END.run(connection, job_id, tries, state, answer, refusal, file) == 1


_GIVE_BACK = Statement(
    "update lab.job set state = 'waiting', beat_at = null where job_id = $1 and tries = $2 and state = 'running'"
)


async def give_back(connection: asyncpg.Connection, job_id: uuid.UUID, tries: int) -> None:
    """Leave it to another worker, at once."""
    await _GIVE_BACK.run(connection, job_id, tries)


_EXPIRE = Statement("delete from lab.job where ended_at < now() - $1::interval")


async def expire(connection: asyncpg.Connection, after: dt.timedelta) -> int:
    """Delete jobs that ended so long ago, with their files. How many."""
    return await _EXPIRE.run(connection, after)


_FORGET = Statement("delete from lab.job where study_id = $1")


async def forget(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """Delete every job of a study: their files name companies."""
    return await _FORGET.run(connection, study_id)
