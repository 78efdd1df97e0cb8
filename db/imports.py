"""Staged files, and the locks under which one is applied."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class ImportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A staged file without its content."""

    import_id: uuid.UUID
    round_id: uuid.UUID
    kind: str
    file_name: str
    state: str
    report: dict[str, Any]
    created_by: uuid.UUID
    created_at: dt.datetime


_STAGE = Query(
    """
    insert into placement.import_file (round_id, kind, file_name, content, sha256, report, created_by)
    values ($1, $2, $3, $4, $5, $6, $7)
    returning import_id, round_id, kind, file_name, state, report, created_by, created_at
    """,
    ImportRow,
)
_GET = Query(
    """
    select import_id, round_id, kind, file_name, state, report, created_by, created_at
    from placement.import_file where import_id = $1
    """,
    ImportRow,
)
_LIST = Query(
    """
    select import_id, round_id, kind, file_name, state, report, created_by, created_at
    from placement.import_file where round_id = $1 order by created_at desc, import_id
    """,
    ImportRow,
)
_CONTENT = Query("select content from placement.import_file where import_id = $1", bytes)
_FINISH = Query(
    """
    update placement.import_file
    set state = $2, report = $3, applied_at = case when $2 = 'applied' then now() end,
        content = case when $4 then content else ''::bytea end
    where import_id = $1 and state = 'previewed'
    returning import_id, round_id, kind, file_name, state, report, created_by, created_at
    """,
    ImportRow,
)
_REFRESH = Statement("update placement.import_file set report = $2 where import_id = $1 and state = 'previewed'")
_EXPIRE = Statement(
    """
    update placement.import_file
    set state = case when state = 'previewed' then 'cancelled' else state end, content = ''::bytea,
        report = report || '{"sample": []}'::jsonb
    where content <> ''::bytea and created_at < now() - make_interval(days => $1)
    """
)
# What a file brought in is news to the planner: without this, the first lists and the first run of a large round are
# planned for an empty one. In the order of names, as every import does, so that no two wait for each other.
_ANALYSE = {
    "students": Statement("analyze placement.preference, placement.student"),
    "offers": Statement("analyze placement.company, placement.establishment, placement.offer, placement.recognition"),
}
_LOCK_ROUND = Query(
    "select round_id from placement.placement_round where round_id = $1 for no key update",
    uuid.UUID,
)
_ROUND = Query("select round_id from placement.placement_round where round_id = $1", uuid.UUID)
_LOCK_EQUIVALENTS = Statement("lock table placement.equivalent_programme in share row exclusive mode")
_LOCK_COMPANIES = Statement("lock table placement.company in share row exclusive mode")


async def stage(
    connection: asyncpg.Connection,
    *,
    round_id: uuid.UUID,
    kind: str,
    file_name: str,
    content: bytes,
    sha256: str,
    report: object,
    created_by: uuid.UUID,
) -> ImportRow:
    """Keep a file until somebody decides about it."""
    return await _STAGE.one(connection, round_id, kind, file_name, content, sha256, report, created_by)


async def get(connection: asyncpg.Connection, import_id: uuid.UUID) -> ImportRow | None:
    """One staged file."""
    return await _GET.first(connection, import_id)


async def of_round(connection: asyncpg.Connection, round_id: uuid.UUID) -> list[ImportRow]:
    """The files of a round, the newest first."""
    return await _LIST.all(connection, round_id)


async def content(connection: asyncpg.Connection, import_id: uuid.UUID) -> bytes:
    """The bytes of a staged file; empty where they were not kept."""
    return await _CONTENT.one(connection, import_id)


async def finish(
    connection: asyncpg.Connection, import_id: uuid.UUID, state: str, report: object, *, keep_content: bool
) -> ImportRow | None:
    """End the staging; None where somebody was first."""
    return await _FINISH.first(connection, import_id, state, report, keep_content)


async def refresh(connection: asyncpg.Connection, import_id: uuid.UUID, report: object) -> bool:
    """Put a newer report beside a file that still waits; False where somebody decided about it meanwhile."""
    return await _REFRESH.run(connection, import_id, report) == 1


async def expire(connection: asyncpg.Connection, days: int) -> int:
    """Delete the bytes of files that are older than this many days, applied or forgotten; how many there were."""
    return await _EXPIRE.run(connection, days)


async def lock_round(connection: asyncpg.Connection, round_id: uuid.UUID) -> bool:
    """Let no other import into this round until the transaction ends; False where there is no such round."""
    return await _LOCK_ROUND.first(connection, round_id) is not None


async def round_exists(connection: asyncpg.Connection, round_id: uuid.UUID) -> bool:
    """Whether there is such a round."""
    return await _ROUND.first(connection, round_id) is not None


async def analyse(connection: asyncpg.Connection, kind: str) -> None:
    """Let the planner know what an import of this kind wrote."""
    if kind in _ANALYSE:
        await _ANALYSE[kind].run(connection)


async def lock_companies(connection: asyncpg.Connection) -> None:
    """Companies are shared by all rounds: one import at a time makes new ones. Readers do not wait."""
    await _LOCK_COMPANIES.run(connection)


async def lock_equivalents(connection: asyncpg.Connection) -> None:
    """One import of equivalents at a time. Readers do not wait."""
    await _LOCK_EQUIVALENTS.run(connection)
