"""From a round to the engine in stages and back: its budget, its faults, what became of a re-match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from matching.faults import InstanceUnusable
from matching.result import RematchOutcome
from matching.side_faults import cannot_stand
from matching.staged.budget import NO_CLOCK, Budget
from matching.staged.side import gone, side_of
from matching.staged.solve import Asked, solve_in_stages
from matching.staged.stage import Impossible

if TYPE_CHECKING:
    from collections.abc import Callable

    from matching.eligibility import Eligibility
    from matching.engine.worst_off import Classes
    from matching.instance import Instance
    from matching.policy import Policy
    from matching.staged.model import Ints
    from matching.staged.solve import SolvedInStages


def in_stages(
    instance: Instance,
    policy: Policy,
    eligibility: Eligibility,
    classes: Classes | None,
    seed: str,
    clock: Callable[[], float],
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    *,
    lottery: bool = True,
    start: Ints | None = None,
) -> SolvedInStages:
    """Match a round that is no plain network; ``side_faults`` found nothing. ``start``: see ``solve_in_stages``.

    Raises
    ------
    InstanceUnusable
        No matching keeps the locks and the side constraints.
    Cancelled
        ``stop`` said yes.
    """
    ends = None if policy.budget_seconds is None else clock() + policy.budget_seconds
    asked = Asked(
        problem=eligibility.problem,
        side=side_of(instance, eligibility.students, eligibility.offers),
        students=eligibility.students,
        policy=policy,
        classes=classes,
        seed=seed,
    )
    try:
        return solve_in_stages(
            asked,
            budget=NO_CLOCK if ends is None else Budget(lambda: max(0.0, ends - clock())),
            progress=progress,
            stop=stop,
            lottery=lottery,
            start=start,
        )
    except Impossible as error:
        raise InstanceUnusable(cannot_stand(instance)) from error


def rematch_outcome(instance: Instance, policy: Policy, staged: SolvedInStages) -> RematchOutcome | msgspec.UnsetType:
    """The changes against what was published; published students or offers that are gone are forced changes."""
    if policy.rematch is None or instance.published is msgspec.UNSET:
        return msgspec.UNSET
    published = len(instance.published)
    left = gone(instance)
    forced = staged.forced + left
    return RematchOutcome(
        published=published,
        forced=forced,
        chosen=published - forced - staged.kept,
        max_changes=policy.rematch.max_changes,
        proof=msgspec.UNSET if staged.forced_proof == "certificate" else staged.forced_proof,
        least_forced=staged.least_forced + left if staged.forced_proof == "none" else msgspec.UNSET,
    )
