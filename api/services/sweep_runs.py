"""One question under several policies, a what-if for each: what do equal chances cost, what do changes buy?"""

from __future__ import annotations

import asyncio
import gzip
import uuid
from typing import TYPE_CHECKING

import msgspec

from api.messages.faults import Unusable
from api.services.outcomes import finished_run
from api.services.permissions import require
from api.services.what_if import start_variants
from db import runs as rows
from matching.changes import Changes, PolicyChange
from matching.groupings import groupings_of
from matching.instance import decode
from matching.policy import Policy
from matching.sweep import CHANGES, TOLERANCES, change_variants, tolerance_variants

if TYPE_CHECKING:
    from api.messages.accounts import Actor
    from api.messages.runs import RunView
    from api.services.pool import Pool


async def groupings(pool: Pool, actor: Actor, run_id: uuid.UUID) -> tuple[str, ...]:
    """The groupings that students of a finished run have, for whoever may ask."""
    require(actor, "coordinator")
    async with pool.acquire() as connection:
        await finished_run(connection, actor, run_id)
        content = await rows.frozen(connection, run_id)
    return await asyncio.to_thread(lambda: groupings_of(decode(gzip.decompress(content)).students))


async def start_sweep(pool: Pool, actor: Actor, run_id: uuid.UUID, chosen: tuple[str, ...]) -> tuple[RunView, ...]:
    """Ask a what-if for each tolerance of ``matching.sweep``, with these groupings.

    Raises
    ------
    Unusable
        ``groupings``: none is named, or one that the run does not have. Besides, see :func:`start_variants`.
    """
    known = await groupings(pool, actor, run_id)
    if not chosen or not set(chosen) <= set(known):
        raise Unusable({"groupings": "not_a_choice" if chosen else "missing"})
    async with pool.acquire() as connection:
        run = await finished_run(connection, actor, run_id)
    policy = msgspec.convert(run.policy, Policy)
    gap = msgspec.structs.replace(policy.group_gap, groupings=tuple(dict.fromkeys(chosen)), price=0)
    policy = msgspec.structs.replace(policy, group_gap=gap)
    variants = tolerance_variants(policy, (run.report or {})["seed"], TOLERANCES)
    return await start_variants(
        pool,
        actor,
        run_id,
        [
            Changes(policy=PolicyChange(goals=variant.policy.goals, group_gap=variant.policy.group_gap))
            for variant in variants
        ],
    )


async def start_trade_off(
    pool: Pool, actor: Actor, run_id: uuid.UUID, limits: tuple[int, ...] = CHANGES
) -> tuple[RunView, ...]:
    """Ask a what-if of a re-match for each limit to the changes, but for the limit that it has itself.

    Raises
    ------
    Unusable
        ``limits``: none is left to ask (``missing``), or the run is no re-match (``not_a_rematch``). Besides, see
        :func:`start_variants`.
    """
    require(actor, "coordinator")
    async with pool.acquire() as connection:
        run = await finished_run(connection, actor, run_id)
    policy = msgspec.convert(run.policy, Policy)
    if policy.rematch is None:
        raise Unusable({"limits": "not_a_rematch"})
    asked = set(limits) - {policy.rematch.max_changes}
    if not asked:
        raise Unusable({"limits": "missing"})
    variants = change_variants(policy, (run.report or {})["seed"], tuple(asked))
    return await start_variants(
        pool, actor, run_id, [Changes(policy=PolicyChange(rematch=variant.policy.rematch)) for variant in variants]
    )
