"""Policies: checked in the reader's words, saved under a name for a round or the school, chosen for a next run.

A run keeps its own copy of its policy, so that changing a saved one changes no run. Who changed which, and into what,
stands in the event log.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import asyncpg
import msgspec

from api.catalogue import Language
from api.messages.accounts import Actor
from api.messages.faults import NotAllowed, NotFound, Unusable
from api.messages.policies import GroupingView, NewPolicy, PolicyCheck, PolicyToCheck, PolicyView
from api.services import events
from api.services.constraints import translated
from api.services.permissions import SEE_STUDENTS, holds, require, scope
from api.services.policy_words import summary, tell, warnings
from api.services.pool import Pool
from db import groupings as group_rows
from db import policies as rows
from db import rounds
from db.pool import transaction
from matching.faults import PolicyUnreadable
from matching.policy import Policy, check_policy, read_policy
from matching.policy_faults import PolicyFault
from matching.policy_toml import write_policy

#: A seed stands in every report; people read it out.
LONGEST_SEED: Final = 100
LONGEST_NAME: Final = 100


def faults_of(raw: object) -> tuple[PolicyFault, ...]:
    """Every fault of a policy that somebody sends: those of the matcher, and what a report cannot hold."""
    seed = raw.get("seed") if isinstance(raw, dict) else None
    found = list(check_policy(raw))
    if isinstance(seed, str) and len(seed) > LONGEST_SEED:
        found.append(PolicyFault(code="seed_long", key="seed", facts={"most": LONGEST_SEED}))
    if isinstance(seed, str) and not seed.isprintable():
        found.append(PolicyFault(code="seed_signs", key="seed"))
    return tuple(found)


def read(toml: bytes) -> Policy | tuple[PolicyFault, ...]:
    """The policy in a file, or everything that is wrong with it."""
    try:
        policy = read_policy(toml)
    except PolicyUnreadable as refused:
        return refused.faults
    return faults_of(msgspec.to_builtins(policy)) or policy


def may_save_for_school(actor: Actor) -> bool:
    """A policy of the school is for every programme: whoever answers for all of them saves it."""
    return holds(actor, "school_lead") or (holds(actor, "coordinator") and actor.programmes is None)


async def list_policies(pool: Pool, actor: Actor, round_id: uuid.UUID) -> tuple[PolicyView, ...]:
    """The policies that can be chosen in a round: its own by name, then those of the school."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await _must_exist(connection, round_id)
        return tuple(_view(row, actor.language) for row in await rows.of_round(connection, round_id))


def default_of(saved: Sequence[PolicyView]) -> PolicyView | None:
    """The policy that a new run begins with: the default of the round, else of the school; None: our own."""
    return next((one for one in saved if one.is_default), None)


async def save_policy(pool: Pool, actor: Actor, round_id: uuid.UUID, new: NewPolicy) -> PolicyView:
    """Keep a policy under a name.

    Raises
    ------
    Unusable
        The name is empty or long, or the policy has faults (field ``policy.<key>`` each).
    NotAllowed
        A policy of the school, saved by somebody who does not answer for all programmes.
    """
    require(actor, *SEE_STUDENTS)
    if new.scope == "school" and not may_save_for_school(actor):
        raise NotAllowed
    name = " ".join(new.name.split())
    fields = {} if 1 <= len(name) <= LONGEST_NAME and name.isprintable() else {"name": "length"}
    for fault in faults_of(new.policy):
        fields.setdefault(f"policy.{fault.key}".rstrip("."), fault.code)
    if fields:
        raise Unusable(fields)
    policy = msgspec.convert(new.policy, Policy)
    owner = round_id if new.scope == "round" else None
    with translated():
        async with transaction(pool) as connection:
            await _must_exist(connection, round_id)
            policy_id = await rows.save(
                connection, owner, name=name, policy=policy, is_default=new.is_default, changed_by=actor.account_id
            )
            await events.record(
                connection,
                actor,
                "policy_saved",
                f"policy:{policy_id}",
                round_id=None if owner is None else str(owner),
                name=name,
                is_default=new.is_default,
                policy=msgspec.json.encode(policy).decode(),
            )
            row = await rows.get(connection, policy_id)
    if row is None:
        raise LookupError(policy_id)
    return _view(row, actor.language)


async def get_policy(pool: Pool, actor: Actor, policy_id: uuid.UUID) -> PolicyView:
    """One saved policy."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        return _view(await _found(connection, policy_id), actor.language)


async def remove_policy(pool: Pool, actor: Actor, policy_id: uuid.UUID) -> None:
    """Take a saved policy away; runs that were made with it keep their copy."""
    require(actor, *SEE_STUDENTS)
    async with transaction(pool) as connection:
        row = await _found(connection, policy_id)
        if row.round_id is None and not may_save_for_school(actor):
            raise NotAllowed
        await rows.remove(connection, policy_id)
        await events.record(connection, actor, "policy_removed", f"policy:{policy_id}", name=row.name)


async def check(pool: Pool, actor: Actor, round_id: uuid.UUID, asked: PolicyToCheck) -> PolicyCheck:
    """What is wrong with a policy, and what it says where nothing is.

    Raises
    ------
    Unusable
        Neither ``policy`` nor ``toml`` is given, or both.
    """
    found = await list_groupings(pool, actor, round_id)
    if (asked.policy is None) == (asked.toml is None):
        raise Unusable({"policy": "missing" if asked.policy is None else "unknown"})
    read_as = read(asked.toml.encode(errors="replace")) if asked.toml is not None else _policy_or_faults(asked.policy)
    if not isinstance(read_as, Policy):
        return PolicyCheck(valid=False, faults=tuple(tell(actor.language, fault) for fault in read_as))
    return PolicyCheck(
        valid=True,
        policy=read_as,
        sentences=summary(actor.language, read_as),
        warnings=warnings(actor.language, read_as.goals, read_as.group_gap, found),
    )


async def list_groupings(pool: Pool, actor: Actor, round_id: uuid.UUID) -> tuple[GroupingView, ...]:
    """The groupings in which a student of the actor's programmes has a group, by name."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await _must_exist(connection, round_id)
        found = await group_rows.of_round(connection, round_id, scope(actor))
    return tuple(
        GroupingView(name=name, groups=tuple(sorted((row.students for row in of_one), reverse=True)))
        for name, of_one in groupby(found, key=attrgetter("grouping"))
    )


def as_file(policy: Policy, language: Language, name: str = "") -> str:
    """The policy as the command line reads it; above it, in words, what it says."""
    return write_policy(policy, [*([name] if name else []), *summary(language, policy)])


def _policy_or_faults(raw: dict[str, Any] | None) -> Policy | tuple[PolicyFault, ...]:
    return faults_of(raw) or msgspec.convert(raw, Policy)


def _view(row: rows.PolicyRow, language: Language) -> PolicyView:
    policy = msgspec.convert(row.policy, Policy)
    return PolicyView(
        policy_id=row.policy_id,
        scope="school" if row.round_id is None else "round",
        name=row.name,
        policy=policy,
        is_default=row.is_default,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
        sentences=summary(language, policy),
    )


async def _found(connection: asyncpg.Connection, policy_id: uuid.UUID) -> rows.PolicyRow:
    row = await rows.get(connection, policy_id)
    if row is None:
        raise NotFound(what="policy")
    return row


async def _must_exist(connection: asyncpg.Connection, round_id: uuid.UUID) -> None:
    if not await rounds.exists(connection, round_id):
        raise NotFound(what="round")
