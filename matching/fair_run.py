"""A run with its fairness report, and with the prices of its goals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from matching.engine.spread import LEAST_PAIRS
from matching.fairness.report import change_of, fairness_of
from matching.fairness.words import FairnessReport
from matching.goal_prices import MOST_STUDENTS, left_out, priced, without_each_goal
from matching.result import Result
from matching.run import run
from matching.staged.side import needs_stages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from matching.instance import Instance
    from matching.policy import Policy

#: The part of all the work that the fairness report takes; each run takes an equal share of the rest.
_REPORT: Final = 0.05


class FairRun(msgspec.Struct, frozen=True, kw_only=True):
    """A result and what it means for groups. With prices, the goals of the report carry them."""

    result: Result
    fairness: FairnessReport


def fair_run(
    instance: Instance,
    policy: Policy,
    *,
    clock: Callable[[], float],
    with_prices: bool | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    versions: Mapping[str, str] | None = None,
    executor: Executor | None = None,
    executor_from: int = LEAST_PAIRS,
) -> FairRun:
    """Match a round as :func:`matching.run.run` does, and report on it; the same exceptions.

    ``with_prices`` None: for rounds of up to ``MOST_STUDENTS`` students that are plain networks.
    ``progress`` gets the stages ``prices`` and ``fairness`` besides those of the run. ``seconds`` in the report are
    those of the run alone.
    """
    if with_prices is None:
        with_prices = len(instance.students) <= MOST_STUDENTS and not needs_stages(instance, policy)
    runs = 1 + (len(left_out(policy)) if with_prices else 0)
    share = (1 - _REPORT) / runs
    result = run(
        instance,
        policy,
        clock=clock,
        progress=lambda stage, fraction: progress(stage, share * fraction),
        stop=stop,
        versions=versions,
        executor=executor,
        executor_from=executor_from,
    )
    change = None
    if with_prices:
        others = without_each_goal(
            instance,
            policy,
            clock=clock,
            progress=lambda stage, fraction: progress(stage, share * (1 + (runs - 1) * fraction)),
            stop=stop,
            executor=executor,
            executor_from=executor_from,
        )
        if other := others.get("group_gap"):
            change = change_of(instance, policy, (other.placements, other.report), (result.placements, result.report))
        result = msgspec.structs.replace(result, report=priced(policy, result.report, others))
    progress("fairness", 1 - _REPORT)
    fairness = fairness_of(instance, policy, result.placements, result.report, gap_change=change, stop=stop)
    progress("fairness", 1.0)
    return FairRun(result=result, fairness=fairness)
