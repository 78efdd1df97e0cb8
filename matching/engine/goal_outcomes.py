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
    return GoalOutcome(name=goal, value=value, bound=bound, proven=proven, proof="certificate" if proven else "none")


def _least_profile(value: tuple[int, ...], levels: Sequence[CoupledLevel]) -> tuple[int, ...]:
    """The profile with, in one class of the first level not proven, as few students as its bound leaves room for.

    The classes of a level are the digits of one number, to base students + 1 (docs/matching.md, "When time is up").
    """
    number = next(number for number, level in enumerate(levels) if level.value != level.bound)
    level, base = levels[number], sum(value) + 1
    first = level.round
    end = levels[number + 1].round if number + 1 < len(levels) else len(value) - 1
    own = value[first:end]
    cost = sum(students * base ** (len(own) - 1 - place) for place, students in enumerate(own))
    cost = max(0, cost - int(level.bound) + int(level.value))
    digits = [cost // base ** (len(own) - 1 - place) % base for place in range(len(own))]
    changed = next((place for place, digit in enumerate(digits) if digit != own[place]), 0)
    return (*value[: first + changed], digits[changed], *value[first + changed + 1 :])


def fraction_text(value: Fraction) -> str:
    """``p/q`` in lowest terms."""
    return f"{value.numerator}/{value.denominator}"
