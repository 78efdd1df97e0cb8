"""Policies that were saved under a name, for a round or for the whole school."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class PolicyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A policy. ``round_id`` None: of the school."""

    policy_id: uuid.UUID
    round_id: uuid.UUID | None
    name: str
    policy: dict[str, Any]
    is_default: bool
    changed_by: str
    changed_at: dt.datetime


_OF_ROUND = Query(
    """
    select p.policy_id, p.round_id, p.name, p.policy, p.is_default, a.display_name as changed_by, p.changed_at
    from placement.saved_policy p join placement.account a on a.account_id = p.changed_by
    where p.round_id = $1 or p.round_id is null
    order by p.round_id is null, lower(p.name)
    """,
    PolicyRow,
)


async def of_round(connection: asyncpg.Connection, round_id: uuid.UUID) -> list[PolicyRow]:
    """The policies of the round by name, then those of the school."""
    return await _OF_ROUND.all(connection, round_id)


_BY_ID = Query(
    """
    select p.policy_id, p.round_id, p.name, p.policy, p.is_default, a.display_name as changed_by, p.changed_at
    from placement.saved_policy p join placement.account a on a.account_id = p.changed_by
    where p.policy_id = $1
    """,
    PolicyRow,
)


async def get(connection: asyncpg.Connection, policy_id: uuid.UUID) -> PolicyRow | None:
    """One policy."""
    return await _BY_ID.first(connection, policy_id)


_NO_DEFAULT = Statement(
    "update placement.saved_policy set is_default = false where round_id is not distinct from $1 and is_default"
)
_SAVE = Query(
    """
    insert into placement.saved_policy (round_id, name, policy, is_default, changed_by)
    values ($1, $2, $3, $4, $5)
    on conflict (round_id, lower(name)) do update
    set name = excluded.name, policy = excluded.policy, is_default = excluded.is_default,
        changed_by = excluded.changed_by, changed_at = now()
    returning policy_id
    """,
    uuid.UUID,
)


async def save(
    connection: asyncpg.Connection,
    round_id: uuid.UUID | None,
    *,
    name: str,
    policy: msgspec.Struct,
    is_default: bool,
    changed_by: uuid.UUID,
) -> uuid.UUID:
    """Keep the policy under the name, over one that has the name already. A default takes the place of another."""
    if is_default:
        await _NO_DEFAULT.run(connection, round_id)
    return await _SAVE.one(connection, round_id, name, policy, is_default, changed_by)


_REMOVE = Statement("delete from placement.saved_policy where policy_id = $1")


async def remove(connection: asyncpg.Connection, policy_id: uuid.UUID) -> bool:
    """Whether it was there to be removed."""
    return await _REMOVE.run(connection, policy_id) > 0
