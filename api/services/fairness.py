"""The fairness report of a run: worked out with the run, stored with it, read here.

Whoever sees a run sees its report, of all programmes in it: it holds figures only, and none that the small-number
rule hides (docs/decisions/0202 and 0030).
"""

from __future__ import annotations

import uuid

import msgspec

from api.messages.accounts import Actor
from api.messages.fairness import FairnessView
from api.services.outcomes import finished_run
from api.services.permissions import SEE_STUDENTS, require
from api.services.pool import Pool
from db import runs
from matching.fairness.words import FairnessReport


async def get_fairness(pool: Pool, actor: Actor, run_id: uuid.UUID) -> FairnessView:
    """The report of a finished run.

    Raises
    ------
    NotFound
        There is no such run, or no student of the actor's programmes takes part in it.
    Conflict
        ``run_not_finished``
    """
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        run = await finished_run(connection, actor, run_id)
        stored = await runs.fairness(connection, run_id)
    fairness = None if stored is None else msgspec.convert(stored, FairnessReport)
    return FairnessView(run_id=run_id, round_id=run.round_id, fairness=fairness)
