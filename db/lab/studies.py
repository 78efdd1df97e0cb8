"""Studies, and who works on them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class StudyListRow(msgspec.Struct, frozen=True, kw_only=True):
    """A study of one person, with his task in it."""

    study_id: uuid.UUID
    name: str
    state: str
    task: str
    created_at: dt.datetime


_INSERT = Query(
    "insert into lab.study (name, protocol, created_by) values ($1, $2, $3) returning study_id",
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection, *, name: str, protocol: dict[str, Any], created_by: uuid.UUID
) -> uuid.UUID:
    """Make a study with a first draft."""
    return await _INSERT.one(connection, name, protocol, created_by)


_ADD_MEMBER = Statement("insert into lab.study_member (study_id, account_id, task) values ($1, $2, $3)")


async def add_member(connection: asyncpg.Connection, study_id: uuid.UUID, account_id: uuid.UUID, task: str) -> None:
    """Give somebody a task."""
    await _ADD_MEMBER.run(connection, study_id, account_id, task)


_SAW_NAMES = Query(
    """
    select exists (
        select from lab.event where subject = $1 and (
            (kind = 'study_created' and account_id = $2)
            or (kind = 'member_added' and facts ->> 'account' = $2::text and facts ->> 'task' in ('lead', 'field'))
        )
    ) as saw
    """,
    bool,
)


async def saw_names(connection: asyncpg.Connection, study_id: uuid.UUID, account_id: uuid.UUID) -> bool:
    """Whether somebody ever had a task in which one sees who applied where."""
    return await _SAW_NAMES.one(connection, f"study:{study_id}", account_id)


_LISTED = Query(
    """
    select s.study_id, s.name, s.state, m.task, s.created_at
    from lab.study s join lab.study_member m using (study_id)
    where m.account_id = $1
    order by s.created_at desc, s.study_id
    limit $2 offset $3
    """,
    StudyListRow,
)


async def listed(
    connection: asyncpg.Connection, account_id: uuid.UUID, *, limit: int, offset: int
) -> list[StudyListRow]:
    """The studies on which somebody works, the newest first."""
    return await _LISTED.all(connection, account_id, limit, offset)


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who works on a study."""

    account_id: uuid.UUID
    display_name: str
    sign_in_name: str
    task: str


_MEMBERS = Query(
    """
    select account_id, a.display_name, a.sign_in_name, m.task
    from lab.study_member m join lab.account a using (account_id)
    where m.study_id = $1
    order by array_position(array['lead', 'field', 'coder'], m.task), a.display_name, account_id
    """,
    MemberRow,
)


async def members(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[MemberRow]:
    """Who works on a study: leads, fieldworkers, coders."""
    return await _MEMBERS.all(connection, study_id)


_REMOVE_MEMBER = Statement("delete from lab.study_member where study_id = $1 and account_id = $2")


async def remove_member(connection: asyncpg.Connection, study_id: uuid.UUID, account_id: uuid.UUID) -> bool:
    """Take a task away; False where there was none."""
    return await _REMOVE_MEMBER.run(connection, study_id, account_id) == 1


_SET_STATE = Statement("update lab.study set state = $2 where study_id = $1")


async def set_state(connection: asyncpg.Connection, study_id: uuid.UUID, state: str) -> None:
    """The state that a step led to."""
    await _SET_STATE.run(connection, study_id, state)


_SET_PROTOCOL = Statement("update lab.study set protocol = $2, version = version + 1 where study_id = $1")


async def set_protocol(connection: asyncpg.Connection, study_id: uuid.UUID, protocol: dict[str, Any]) -> None:
    """Keep the protocol as it stands now."""
    await _SET_PROTOCOL.run(connection, study_id, protocol)


_COUNT = Query("select count(*)::integer as number from lab.study_member where account_id = $1", int)


async def count(connection: asyncpg.Connection, account_id: uuid.UUID) -> int:
    """On how many studies somebody works."""
    return await _COUNT.one(connection, account_id)


class StudyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A study; ``task`` is that of the person who asks, ``version`` counts saves of the draft."""

    study_id: uuid.UUID
    name: str
    state: str
    protocol: dict[str, Any]
    version: int
    task: str
    created_at: dt.datetime


_BY_ID = Query(
    """
    select s.study_id, s.name, s.state, s.protocol, s.version, m.task, s.created_at
    from lab.study s join lab.study_member m using (study_id)
    where s.study_id = $1 and m.account_id = $2
    """,
    StudyRow,
)


async def by_id(connection: asyncpg.Connection, study_id: uuid.UUID, account_id: uuid.UUID) -> StudyRow | None:
    """The study, for somebody who works on it."""
    return await _BY_ID.first(connection, study_id, account_id)


_BY_ID_LOCKED = Query(
    """
    select s.study_id, s.name, s.state, s.protocol, s.version, m.task, s.created_at
    from lab.study s join lab.study_member m using (study_id)
    where s.study_id = $1 and m.account_id = $2
    for no key update of s
    """,
    StudyRow,
)


async def by_id_locked(connection: asyncpg.Connection, study_id: uuid.UUID, account_id: uuid.UUID) -> StudyRow | None:
    """The same; two changes of one study at once take turns."""
    return await _BY_ID_LOCKED.first(connection, study_id, account_id)


_END_FIELDWORK = Statement("update lab.study set fieldwork_ended_at = $2 where study_id = $1")


async def end_fieldwork(connection: asyncpg.Connection, study_id: uuid.UUID, at: dt.datetime) -> None:
    """The days until deletion count from here."""
    await _END_FIELDWORK.run(connection, study_id, at)
