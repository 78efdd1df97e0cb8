"""Leaves of a proof: whole multipliers of the rows that contradict a better value, checked in exact arithmetic."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.rows import Branch, Task, cut_row, size_of
from matching.engine.counts.windows import windows_of
from matching.result import CountNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.program import Multipliers
    from matching.engine.counts.windows import RateBranch

    Ints = npt.NDArray[np.int64]

#: Denominators that multipliers are rounded to, one after another, until the leaf contradicts itself exactly.
_ROUNDINGS = (1, 12, 5_040, 1_000_003, 1 << 32)


def nothing_is_smaller(base: Base) -> tuple[CountNode, ...]:
    """The proof that no gap is below 0."""
    return (CountNode(gaps=((base.atoms.groupings[0].number, 0, 1, 1),)),)


def whole_multipliers(
    base: Base, task: Task, branches: Sequence[Branch | RateBranch], guide: Multipliers
) -> CountNode | None:
    """The multipliers as whole numbers, where they contradict themselves exactly."""
    for rounding in _ROUNDINGS:
        node = _rounded(base, guide, rounding)
        if node is not None and contradicts(base, task, branches, node):
            return node
    return None


def _rounded(base: Base, guide: Multipliers, most: int) -> CountNode | None:
    number_of = [grouping.number for grouping in base.atoms.groupings]

    def near(value: float) -> Fraction:
        return Fraction(value).limit_denominator(most)

    upper = {key: near(value) for key, value in guide.upper.items()}
    lower = {key: near(value) for key, value in guide.lower.items()}
    for k in {k for k, _ in (*upper, *lower)}:
        _balance(upper, lower, k)
    cuts = {number: near(value) / size_of(base.cuts[number]) for number, value in guide.cuts.items()}
    branches = [near(value) for value in guide.branches]
    total = near(guide.total)
    windows: dict[tuple[int, int], tuple[Fraction, Fraction]] = {}
    for window, value in guide.windows:
        above, below = windows.get((window.k, window.g), (Fraction(0), Fraction(0)))
        key = (window.k, window.g)
        windows[key] = (above, below + near(value)) if window.least else (above + near(value), below)
    sides = [value for pair in windows.values() for value in pair]
    every = [*upper.values(), *lower.values(), *cuts.values(), *branches, *sides, total]
    scale = lcm(*(value.denominator for value in every)) if every else 1
    if scale > 1 << 400:
        return None

    def whole(value: Fraction) -> int:
        return int(value * scale)

    none = Fraction(0)
    keys = sorted({key for key in (*upper, *lower) if upper.get(key) or lower.get(key)})
    return CountNode(
        cuts=tuple((number, whole(value)) for number, value in sorted(cuts.items()) if value),
        gaps=tuple((number_of[k], g, whole(upper.get((k, g), none)), whole(lower.get((k, g), none))) for k, g in keys),
        branches=tuple(whole(value) for value in branches),
        total=whole(total),
        windows=tuple((number_of[k], g, whole(a), whole(b)) for (k, g), (a, b) in sorted(windows.items()) if a or b),
    )


def _balance(upper: dict[tuple[int, int], Fraction], lower: dict[tuple[int, int], Fraction], k: int) -> None:
    """Make the two kinds of multipliers of a grouping add up to the same, by raising the greatest of the lighter."""
    above = sum((value for key, value in upper.items() if key[0] == k), Fraction(0))
    below = sum((value for key, value in lower.items() if key[0] == k), Fraction(0))
    light = upper if above < below else lower
    own = [key for key in light if key[0] == k]
    if above != below:
        key = max(own, key=lambda one: (light[one], one)) if own else (k, 0)
        light[key] = light.get(key, Fraction(0)) + abs(above - below)


def contradicts(base: Base, task: Task, branches: Sequence[Branch | RateBranch], leaf: CountNode) -> bool:
    """Whether the rows with these multipliers cannot all hold; whole numbers and fractions only."""
    left = [Fraction(0)] * len(base.low)
    right = Fraction(0)
    strict = False

    def add(row: Ints, limit: int, multiplier: int) -> None:
        nonlocal right
        for a in np.flatnonzero(row).tolist():
            left[a] += multiplier * int(row[a])
        right += multiplier * limit

    grouping_of = {grouping.number: grouping for grouping in base.atoms.groupings}
    target = int(task.best) + 1 if not task.is_gap else None
    for number, multiplier in leaf.cuts:
        found = cut_row(base, base.cuts[number], task, target)
        if found is None:
            return False
        add(*found, multiplier)
    windows = {(window.k, window.g, window.least): window for window in windows_of(base, task, branches)}
    place = {grouping.number: k for k, grouping in enumerate(base.atoms.groupings)}
    for number, g, above, below in leaf.windows:
        for multiplier, lowest in ((above, False), (below, True)):
            if multiplier:
                add(*windows[place[number], g, lowest].row(base), multiplier)
    over_atoms = [branch for branch in branches if isinstance(branch, Branch)]
    for branch, multiplier in zip(over_atoms, leaf.branches, strict=True):
        add(*branch.row(base), multiplier)
    if leaf.total and base.least_placed is not None:
        add(np.full(len(base.low), -1, np.int64), -base.least_placed, leaf.total)
    for k, g, upper, lower in leaf.gaps:
        grouping = grouping_of[k]
        share = Fraction(upper - lower, int(grouping.size[g]))
        for a in np.flatnonzero(grouping.member[g]).tolist():
            left[a] += share
        if task.is_gap:
            right += Fraction(task.best) * upper
            strict = strict or upper > 0
        elif base.most_gap is not None:
            right += base.most_gap * upper
        else:
            return False
    least = sum(
        (
            c * (low if c > 0 else high)
            for c, low, high in zip(left, base.low.tolist(), base.high.tolist(), strict=True)
        ),
        Fraction(0),
    )
    return least > right or (strict and least == right)
