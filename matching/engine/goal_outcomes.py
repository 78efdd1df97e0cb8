"""What is told about a goal below *group gap*: what was obtained, and what the coupled levels prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.result import GoalOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from matching.result import CoupledLevel


def linear_outcome(
    goal: str, value: int | tuple[int, ...], levels: Sequence[CoupledLevel], above: GoalOutcome | None
) -> GoalOutcome:
    """The outcome of a goal whose levels are among ``levels``.

    ``above`` is what was proven about it before placements were given up for the gap: its bound stays.
    """
    own = [level for level in levels if level.goal == goal]
    proven = all(level.value == level.bound for level in own)
    bound: int | str | tuple[int, ...]
    if above is not None:
        bound = above.bound
    elif isinstance(value, tuple):
        bound = value if proven else _least_profile(value, own)
    else:
        bound = int(own[0].bound)
    return GoalOutcome(name=goal, value=value, bound=bound, proven=proven)


def _least_profile(value: tuple[int, ...], levels: Sequence[CoupledLevel]) -> tuple[int, ...]:
    """The profile with, in the first class that is not proven, as few students as the bound leaves room for."""
    open_level = next(level for level in levels if level.value != level.bound)
    room = int(open_level.bound) - int(open_level.value)
    first = open_level.round
    return (*value[:first], max(0, value[first] - room), *value[first + 1 :])


def fraction_text(value: Fraction) -> str:
    """``p/q`` in lowest terms."""
    return f"{value.numerator}/{value.denominator}"
