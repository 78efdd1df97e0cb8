"""Who works on a study, and with which task."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import msgspec

from api.messages.accounts import Actor, LabRole
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.lab.studies import MemberView, NewMember, Task
from api.services import events
from api.services.constraints import translated
from api.services.lab.studies import found, taken
from api.services.pool import Pool
from db import accounts
from db.lab import studies
from db.pool import transaction

#: What an account must be for a task.
NEEDS: Final[dict[Task, LabRole]] = {"lead": "researcher", "field": "researcher", "coder": "coder"}


async def list_members(pool: Pool, actor: Actor, study_id: uuid.UUID) -> tuple[MemberView, ...]:
    """Everybody who works on the study."""
    async with pool.acquire() as connection:
        await found(connection, actor, study_id)
        rows = await studies.members(connection, study_id)
    return tuple(
        msgspec.convert(msgspec.structs.asdict(row), MemberView, builtin_types=(uuid.UUID, dt.datetime)) for row in rows
    )


async def add_member(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: NewMember) -> None:
    """Give somebody a task in the study. Only who leads it does so.

    Raises
    ------
    Unusable
        There is no such account, or its role does not fit the task.
    Conflict
        ``member_already``: he works on the study; nobody has two tasks in one, so that coding stays blind.
        ``member_saw_names``: he worked on it before, and saw who applied where.
    """
    with translated():
        async with transaction(pool) as connection:
            await taken(connection, actor, study_id, "lead")
            account = await accounts.by_name(connection, asked.sign_in_name.strip())
            if account is None:
                raise Unusable({"sign_in_name": "no_such_account"})
            if NEEDS[asked.task] not in account.roles:
                raise Unusable({"task": "task_needs_role"})
            if asked.task == "coder" and await studies.saw_names(connection, study_id, account.account_id):
                raise Conflict("member_saw_names")
            await studies.add_member(connection, study_id, account.account_id, asked.task)
            await events.record(
                connection, actor, "member_added", f"study:{study_id}",
                account=str(account.account_id), task=asked.task,
            )  # fmt: skip


async def remove_member(pool: Pool, actor: Actor, study_id: uuid.UUID, account_id: uuid.UUID) -> None:
    """Take somebody's task away. What he did stays, under his name.

    Raises
    ------
    Conflict
        ``last_lead``: a study without a lead is nobody's.
    """
    async with transaction(pool) as connection:
        await taken(connection, actor, study_id, "lead")
        members = await studies.members(connection, study_id)
        leads = [one.account_id for one in members if one.task == "lead"]
        if leads == [account_id]:
            raise Conflict("last_lead")
        if not await studies.remove_member(connection, study_id, account_id):
            raise NotFound(what="member")
        await events.record(connection, actor, "member_removed", f"study:{study_id}", account=str(account_id))
