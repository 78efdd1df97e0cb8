"""The trade-off of a re-match: what each goal would reach with 0, 5, 10, ... changes against what was published.

A point is the values of the goals with at most so many changes beyond the forced ones (docs/matching.md, "Re-match"),
and ``enough``: the fewest changes that reach the same values, so that steps can be drawn where they really are. The
curve ends at the first point that more changes do not improve. Each point begins with the matching of the point before
it, which is within its limit too: so more changes never come to less, whatever a clock cuts off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from matching.classes import classes_of
from matching.eligibility import build
from matching.faults import InstanceUnusable
from matching.policy import Rematch
from matching.result import GoalOutcome
from matching.side_faults import side_faults
from matching.staged.asking import in_stages
from matching.staged.side import gone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from matching.instance import Instance
    from matching.policy import Policy
    from matching.staged.model import Ints

#: How far apart the points are, where the caller says nothing.
STEP = 5


class CurvePoint(msgspec.Struct, frozen=True, kw_only=True):
    """At most ``max_changes`` chosen changes: ``enough`` of them reach these ``goals``; ``forced`` come on top.

    ``forced_proven``: whether it is proven that no fewer are forced.
    """

    max_changes: int
    enough: int
    forced: int
    goals: tuple[GoalOutcome, ...]
    forced_proven: bool = True


def trade_off(
    instance: Instance,
    policy: Policy,
    *,
    clock: Callable[[], float],
    at: Sequence[int] = (),
    stop: Callable[[], bool] = lambda: False,
) -> tuple[CurvePoint, ...]:
    """The points for ``at``, or for 0, 5, 10, ... until nothing gets better; the limit of the policy is one of them.

    Raises
    ------
    InstanceUnusable
        Rows contradict each other, or nothing was published.
    Cancelled
        ``stop`` said yes.
    """
    asked = msgspec.structs.replace(policy, rematch=policy.rematch or Rematch(max_changes=0))
    if faults := side_faults(instance, asked):
        raise InstanceUnusable(faults)
    eligibility = build(instance, asked, stop=stop)
    classes = classes_of(instance, eligibility, asked) if "worst_off" in asked.goals else None
    seed = policy.seed or instance.sha256()

    def point(most: int, start: Ints | None) -> tuple[CurvePoint, Ints]:
        limited = msgspec.structs.replace(asked, rematch=Rematch(max_changes=most))
        found = in_stages(instance, limited, eligibility, classes, seed, clock, stop=stop, lottery=False, start=start)
        told = CurvePoint(
            max_changes=most,
            enough=found.enough,
            forced=found.forced + gone(instance),
            goals=found.solved.outcomes,
            forced_proven=found.forced_proof != "none",
        )
        return told, found.solved.pair_of_student

    points: list[CurvePoint] = []
    start: Ints | None = None
    if at:
        for most in sorted(set(at)):
            told, start = point(most, start)
            points.append(told)
        return tuple(points)
    published = 0 if instance.published is msgspec.UNSET else len(instance.published)
    last, _ = point(published, None)
    own = [] if policy.rematch is None else [policy.rematch.max_changes]
    for most in _steps(own, last.enough):
        told, start = point(most, start)
        points.append(told)
        if _values(told) == _values(last) and most >= max(own, default=0):
            return tuple(points)
    last, _ = point(published, start)  # a clock cut something off: what is the best from here?
    if _values(last) == _values(points[-1]):
        return tuple(points)
    return (*[told for told in points if told.max_changes < published], last)


def _steps(own: list[int], enough: int) -> Iterator[int]:
    """0, 5, 10, ... and the limit of the policy, up to the number that is enough for everything."""
    yield from sorted({*range(0, enough + STEP, STEP), *own, enough})


def _values(point: CurvePoint) -> list[object]:
    return [goal.value for goal in point.goals]
