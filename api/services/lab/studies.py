"""Studies: making one, finding one, and the right to see it.

Only who works on a study sees it, and sees what his task is for. Every service of the lab asks :func:`found` or
:func:`taken` first.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotAllowed, NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.studies import NewStudy, StudyRow, StudyView, Task
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.services import events
from api.services.constraints import translated
from api.services.lab.alarms import alarms
from api.services.lab.chain import protocol_of
from api.services.paging import offset_of
from api.services.permissions import require
from api.services.pool import Pool
from db.lab import studies
from db.pool import transaction
from testing_lab.fieldwork import not_allowed as lab
from testing_lab.fieldwork.study_states import StudyAction, StudyState, StudyStep, allow, allowed_in, study_after

LONGEST_NAME: Final = 200


async def list_studies(pool: Pool, actor: Actor, *, number: int = 1, size: int = DEFAULT_SIZE) -> PageOf[StudyRow]:
    """The studies on which the actor works, the newest first."""
    require(actor, "researcher", "coder")
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        rows = await studies.listed(connection, actor.account_id, limit=size, offset=offset)
        total = await studies.count(connection, actor.account_id)
    items = tuple(
        msgspec.convert(msgspec.structs.asdict(row), StudyRow, builtin_types=(uuid.UUID, dt.datetime)) for row in rows
    )
    return PageOf(items=items, number=number, size=size, total=total)


async def create_study(pool: Pool, actor: Actor, asked: NewStudy) -> uuid.UUID:
    """Make a study with an empty draft; its maker leads it.

    Raises
    ------
    Unusable
        The name is empty, too long, or holds signs that nobody can see.
    Conflict
        ``name_taken``.
    """
    require(actor, "researcher")
    name = " ".join(asked.name.split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise Unusable({"name": "length"})
    with translated():
        async with transaction(pool) as connection:
            study_id = await studies.insert(connection, name=name, protocol={}, created_by=actor.account_id)
            await studies.add_member(connection, study_id, actor.account_id, "lead")
            await events.record(connection, actor, "study_created", f"study:{study_id}")
    return study_id


async def get_study(pool: Pool, actor: Actor, study_id: uuid.UUID) -> StudyView:
    """Where a study stands, for somebody who works on it."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id)
        view = view_of(row)
        if row.task == "coder":
            return view
        shouting = await alarms(connection, study_id, row.state, row.protocol, dt.datetime.now(dt.UTC))
        return msgspec.structs.replace(view, alarms=shouting)


def view_of(row: studies.StudyRow) -> StudyView:
    """The study as its people see it."""
    facts = msgspec.structs.asdict(row)
    del facts["protocol"]
    kind = protocol_of(row).design.kind
    state: StudyState = facts["state"]
    return msgspec.convert(
        facts | {"allowed": allowed_in(state), "kind": kind}, StudyView, builtin_types=(uuid.UUID, dt.datetime)
    )


def check_state(action: StudyAction, state: str) -> None:
    """Go on only where the state of the study allows the action.

    Raises
    ------
    StudyRefused
        It does not.
    """
    try:
        allow(action, state)  # type: ignore[arg-type]  # the database holds no other state
    except lab.NotAllowed as fault:
        raise StudyRefused.of(fault) from fault


def is_of_calls(row: studies.StudyRow) -> bool:
    """Whether the study calls, and writes no letters."""
    return protocol_of(row).design.kind == "mystery_call"


def check_calls(row: studies.StudyRow) -> None:
    """Go on only in a study with mystery calls.

    Raises
    ------
    StudyRefused
        ``study-of-letters``.
    """
    if not is_of_calls(row):
        raise StudyRefused("study-of-letters")


def check_letters(row: studies.StudyRow) -> None:
    """Go on only in a study with letters.

    Raises
    ------
    StudyRefused
        ``study-of-calls``.
    """
    if is_of_calls(row):
        raise StudyRefused("study-of-calls")


async def take_step(
    connection: asyncpg.Connection, actor: Actor, row: studies.StudyRow, step: StudyStep, **facts: str | int
) -> StudyState:
    """Lead a study, taken by :func:`taken`, to its next state, and write down who did so.

    Raises
    ------
    StudyRefused
        The step cannot be taken from this state.
    """
    try:
        state = study_after(row.state, step)  # type: ignore[arg-type]  # the database holds no other state
    except lab.NotAllowed as fault:
        raise StudyRefused.of(fault) from fault
    await studies.set_state(connection, row.study_id, state)
    await events.record(connection, actor, f"study_{step}", f"study:{row.study_id}", **facts)
    return state


async def found(connection: asyncpg.Connection, actor: Actor, study_id: uuid.UUID, *tasks: Task) -> studies.StudyRow:
    """The study, for somebody with one of the tasks in it (any task where none is named).

    Raises
    ------
    NotFound
        There is no such study, or the actor does not work on it.
    NotAllowed
        His task is another.
    """
    return _checked(await studies.by_id(connection, study_id, actor.account_id), tasks)


async def taken(connection: asyncpg.Connection, actor: Actor, study_id: uuid.UUID, *tasks: Task) -> studies.StudyRow:
    """The same, to change it: two changes at once take turns."""
    return _checked(await studies.by_id_locked(connection, study_id, actor.account_id), tasks)


def _checked(row: studies.StudyRow | None, tasks: tuple[Task, ...]) -> studies.StudyRow:
    if row is None:
        raise NotFound(what="study")
    if tasks and row.task not in tasks:
        raise NotAllowed
    return row
