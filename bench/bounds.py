"""How far a goal that is not proven can be from its best value, as a part of the value."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.result import GoalOutcome


def bounds_left(goals: Sequence[GoalOutcome]) -> dict[str, float]:
    """What is left of each goal that is not proven.

    |value - bound| / value; for ``worst_off``: the difference in the first class whose bound differs, as a part of all
    students. Two fractions of ``group_gap`` are compared in the same way.
    """
    return {goal.name: _left(goal) for goal in goals if not goal.proven}


def _left(goal: GoalOutcome) -> float:
    value, bound = goal.value, goal.bound
    if isinstance(value, tuple) and isinstance(bound, tuple):
        apart = next((abs(had - best) for had, best in zip(value, bound, strict=True) if had != best), 0)
        return apart / max(sum(value), 1)
    if isinstance(value, tuple) or isinstance(bound, tuple):
        raise TypeError(goal.name)
    had, best = Fraction(value), Fraction(bound)
    return float(abs(had - best) / (abs(had) or 1))
