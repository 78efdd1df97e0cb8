"""The price of each goal in the next ones: the run once more without that goal, for every goal that has a later one.

docs/fairness.md, "Price of a goal": what a later goal reached without this goal, less what it reached with it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import msgspec

from matching.engine.goal_outcomes import fraction_text
from matching.engine.spread import LEAST_PAIRS
from matching.policy import GroupGap
from matching.run import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from matching.instance import Instance
    from matching.policy import GoalName, Policy
    from matching.result import GoalOutcome, Report, Result

#: Students up to which prices are worked out where nobody asks for them: every goal but the last costs a run.
MOST_STUDENTS: Final = 3_000


def without_each_goal(
    instance: Instance,
    policy: Policy,
    *,
    clock: Callable[[], float],
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    executor: Executor | None = None,
    executor_from: int = LEAST_PAIRS,
) -> dict[GoalName, Result]:
    """The results of the runs without one goal, for every goal of :func:`left_out`.

    ``progress`` gets ``prices`` and the fraction of the work that is done.

    Raises
    ------
    Cancelled
        ``stop`` said yes.
    InstanceUnusable, AuditFailed
        As :func:`matching.run.run` does.
    """
    goals = left_out(policy)
    found: dict[GoalName, Result] = {}
    for number, goal in enumerate(goals):

        def one_of_them(_stage: str, fraction: float, before: int = number) -> None:
            progress("prices", (before + fraction) / len(goals))

        found[goal] = run(
            instance,
            without(policy, goal),
            clock=clock,
            progress=one_of_them,
            stop=stop,
            executor=executor,
            executor_from=executor_from,
        )
    return found


def left_out(policy: Policy) -> tuple[GoalName, ...]:
    """The goals without which a run is made once more: those with a later one, and group_gap for its gap before.

    Not *placed* where *group_gap* takes part: without it no group has a place, which tells nobody anything.
    """
    several = len(policy.goals) > 1
    return tuple(
        goal
        for goal in policy.goals
        if several
        and (goal == "group_gap" or goal != policy.goals[-1])
        and not (goal == "placed" and "group_gap" in policy.goals)
    )


def without(policy: Policy, goal: GoalName) -> Policy:
    """The policy without a goal; with *group gap* goes all that belongs to it."""
    goals = tuple(name for name in policy.goals if name != goal)
    group_gap = policy.group_gap
    if goal == "group_gap":
        group_gap = GroupGap()
    return msgspec.structs.replace(policy, goals=goals, group_gap=group_gap)


def priced(policy: Policy, report: Report, others: Mapping[GoalName, Result]) -> Report:
    """The report with the price of every goal of the policy; the last one has no later one, so its price is empty."""
    own = [goal for goal in report.goals if goal.name in policy.goals]
    prices: dict[str, dict[str, int | str]] = {}
    for number, goal in enumerate(own):
        later = own[number + 1 :]
        if later and goal.name not in others:
            continue
        free = {one.name: one for one in others[goal.name].report.goals} if later else {}  # type: ignore[index]  # the names of outcomes are those of goals
        prices[goal.name] = {one.name: lost(one, free[one.name]) for one in later}
    goals = [msgspec.structs.replace(goal, price=prices.get(goal.name)) for goal in report.goals]
    return msgspec.structs.replace(report, goals=tuple(goals))


def lost(with_goal: GoalOutcome, without_goal: GoalOutcome) -> int | str:
    """What a goal lost, as a number (placed, satisfaction), a fraction of a gap, or a difference of profiles.

    More is worse, except in the difference of profiles: students more or fewer in each class, worst class first,
    as ``"+3 0 -3"``.
    """
    one, other = with_goal.value, without_goal.value
    if isinstance(one, int) and isinstance(other, int):
        return other - one
    if isinstance(one, str) and isinstance(other, str):
        gap = Fraction(one) - Fraction(other)
        return fraction_text(gap)
    return _profile_difference(one, other)


def _profile_difference(one: object, other: object) -> str:
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        raise TypeError("two values of one goal are of one kind")
    return " ".join("0" if a == b else f"{a - b:+d}" for a, b in zip(one, other, strict=True))
