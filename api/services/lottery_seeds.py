"""The seed of a committed lottery on its way to a run, and what stands in its place until it is revealed.

The seed lives in the lottery and nowhere else: policy and report of a run are stored with the commitment in its
place (``sha256:<commitment>``). The worker puts the seed in when it claims the run, and takes it out again before it
stores the report; a view gets it back once the lottery is revealed or replaced.
"""

from __future__ import annotations

import uuid

import asyncpg
import msgspec

from api.messages.faults import Unusable
from api.messages.runs import RunView
from api.services.lottery_states import after
from db import lottery
from matching.commitment import Opening, sealed
from matching.policy import Policy
from matching.result import Report


async def take(connection: asyncpg.Connection, round_id: uuid.UUID, policy: Policy) -> tuple[Policy, uuid.UUID | None]:
    """The policy as it is stored with a new run, and the lottery that the run uses. Hold the lock of the round.

    Raises
    ------
    Unusable
        ``seed``: the round has a committed lottery, so nobody chooses a seed.
    """
    found = next((row for row in await lottery.of_round(connection, round_id) if row.state != "replaced"), None)
    if found is None:
        return policy, None
    if policy.seed:
        raise Unusable({"seed": "lottery_committed"})
    hidden = await lottery.opening(connection, found.lottery_id)
    seed = Opening(salt=hidden.salt, secret=hidden.secret).seed(hidden.public_text)
    await lottery.use(connection, found.lottery_id, state=after(found.state, "run"), seed=seed)  # type: ignore[arg-type]  # the constraint lottery_state_known says which
    return _with(policy, sealed(found.commitment_sha256)), found.lottery_id


async def with_seed(connection: asyncpg.Connection, run_id: uuid.UUID, policy: Policy) -> tuple[Policy, str | None]:
    """The policy that the engine gets, and the commitment where its seed is that of a committed lottery."""
    found = await lottery.of_run(connection, run_id)
    if found is None:
        return policy, None
    return _with(policy, found.seed), found.commitment_sha256


def sealed_report(report: Report, commitment: str) -> Report:
    """The report as it is stored: without the seed."""
    return _report_with(report, sealed(commitment))


def unsealed(run: RunView, seed: str | None) -> RunView:
    """The run with the seed of its lottery, where that was revealed."""
    if seed is None:
        return run
    report = None if run.report is None else _report_with(run.report, seed)
    return msgspec.structs.replace(run, policy=_with(run.policy, seed), report=report)


def _with(policy: Policy, seed: str) -> Policy:
    return msgspec.structs.replace(policy, seed=seed)


def _report_with(report: Report, seed: str) -> Report:
    return msgspec.structs.replace(report, seed=seed, policy={**report.policy, "seed": seed})
