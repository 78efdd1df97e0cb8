"""Leaves of a proof: whole multipliers of the rows that contradict a better value, checked in exact arithmetic."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.rows import Branch, cut_right
from matching.engine.counts.windows import windows_of
from matching.result import CountNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.program import Multipliers, Relaxed
    from matching.engine.counts.rows import Task
    from matching.engine.counts.windows import RateBranch

    Ints = npt.NDArray[np.int64]

#: Denominators that multipliers are rounded to, one after another, until the leaf contradicts itself exactly.
_ROUNDINGS = (1, 12, 5_040, 1_000_003, 1 << 32)

#: What a gap, or an objective, of fractional counts must be better by, to be surely better whatever floats do.
_CLEARLY_SMALLER = 1e-6
_CLEARLY_MORE = 1e-3


def nothing_is_smaller(base: Base) -> tuple[CountNode, ...]:
    """The proof that no gap is below 0."""
    return (CountNode(gaps=((base.atoms.groupings[0].number, 0, 1, 1),)),)


def leaf_of(base: Base, task: Task, branches: Sequence[Branch | RateBranch], relaxed: Relaxed) -> CountNode | None:
    """The leaf that the relaxation shows; None where it shows none.

    Where it has fractional counts that are clearly better than what is there, no multipliers contradict them, so none
    are tried: that is most of the nodes of a tree.
    """
    if relaxed.counts is not None:
        better = float(task.best) - relaxed.objective if task.is_gap else relaxed.objective - 1
        if better > (_CLEARLY_SMALLER if task.is_gap else _CLEARLY_MORE):
            return None
    return whole_multipliers(base, task, branches, relaxed.multipliers)


def whole_multipliers(
    base: Base, task: Task, branches: Sequence[Branch | RateBranch], guide: Multipliers
) -> CountNode | None:
    """The multipliers as whole numbers, where they contradict themselves exactly."""
    rows = _Rows(base, task, branches)
    for rounding in _ROUNDINGS:
        node = _rounded(base, guide, rounding)
        if node is not None and rows.contradict(node):
            return node
    return None


def _rounded(base: Base, guide: Multipliers, most: int) -> CountNode | None:
    number_of = [grouping.number for grouping in base.atoms.groupings]

    def near(value: float) -> Fraction:
        return Fraction(*nearest_fraction(value, most))

    upper = {key: near(value) for key, value in guide.upper.items()}
    lower = {key: near(value) for key, value in guide.lower.items()}
    for k in {k for k, _ in (*upper, *lower)}:
        _balance(upper, lower, k)
    cuts = {
        number: _parted(*nearest_fraction(value, most), base.cuts[number].size) for number, value in guide.cuts.items()
    }
    branches = [nearest_fraction(value, most) for value in guide.branches]
    total = nearest_fraction(guide.total, most)
    windows: dict[tuple[int, int], tuple[Fraction, Fraction]] = {}
    for window, value in guide.windows:
        above, below = windows.get((window.k, window.g), (Fraction(0), Fraction(0)))
        key = (window.k, window.g)
        windows[key] = (above, below + near(value)) if window.least else (above + near(value), below)
    sides = [value for pair in windows.values() for value in pair]
    scale = lcm(
        *{value.denominator for value in (*upper.values(), *lower.values(), *sides)},
        *{part for _, part in (*cuts.values(), *branches, total)},
    )
    if scale > 1 << 400:
        return None

    def whole(value: Fraction) -> int:
        return value.numerator * (scale // value.denominator)

    none = Fraction(0)
    keys = sorted({key for key in (*upper, *lower) if upper.get(key) or lower.get(key)})
    return CountNode(
        cuts=tuple((number, times * (scale // part)) for number, (times, part) in sorted(cuts.items()) if times),
        gaps=tuple((number_of[k], g, whole(upper.get((k, g), none)), whole(lower.get((k, g), none))) for k, g in keys),
        branches=tuple(times * (scale // part) for times, part in branches),
        total=total[0] * (scale // total[1]),
        windows=tuple((number_of[k], g, whole(a), whole(b)) for (k, g), (a, b) in sorted(windows.items()) if a or b),
    )


def nearest_fraction(value: float, most: int) -> tuple[int, int]:
    """The fraction nearest to ``value`` >= 0 whose denominator is at most ``most``: ``Fraction.limit_denominator``.

    In whole numbers, as a tree asks for tens of thousands of these.
    """
    whole, parts = value.as_integer_ratio()
    if parts <= most:
        return whole, parts
    p0, q0, p1, q1 = 0, 1, 1, 0
    n, d = whole, parts
    while True:
        a = n // d
        q2 = q0 + a * q1
        if q2 > most:
            break
        p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
        n, d = d, n - a * d
    k = (most - q0) // q1
    # The two candidates lie on both sides of the value; d / parts says how far the second one is away.
    if 2 * d * (q0 + k * q1) <= parts:
        return p1, q1
    return p0 + k * p1, q0 + k * q1


def _parted(times: int, part: int, by: int) -> tuple[int, int]:
    """A fraction divided by a whole number, in lowest terms."""
    common = gcd(times, by)
    return times // common, part * (by // common)


def _balance(upper: dict[tuple[int, int], Fraction], lower: dict[tuple[int, int], Fraction], k: int) -> None:
    """Make the two kinds of multipliers of a grouping add up to the same, by raising the greatest of the lighter."""
    above = sum((value for key, value in upper.items() if key[0] == k), Fraction(0))
    below = sum((value for key, value in lower.items() if key[0] == k), Fraction(0))
    light = upper if above < below else lower
    own = [key for key in light if key[0] == k]
    if above != below:
        key = max(own, key=lambda one: (light[one], one)) if own else (k, 0)
        light[key] = light.get(key, Fraction(0)) + abs(above - below)


class _Rows:
    """The rows that a leaf may use under its branches, and whether multipliers make them contradict each other.

    Whole numbers only, of any size: everything is told in ``unit`` parts, which makes rates and gaps whole.
    """

    def __init__(self, base: Base, task: Task, branches: Sequence[Branch | RateBranch]) -> None:
        self.base, self.task = base, task
        self.target = None if task.is_gap else int(task.best) + 1
        self.over_atoms = [branch for branch in branches if isinstance(branch, Branch)]
        self.windows = {(window.k, window.g, window.least): window for window in windows_of(base, task, branches)}
        self.place = {grouping.number: k for k, grouping in enumerate(base.atoms.groupings)}

    def contradict(self, leaf: CountNode) -> bool:
        """Whether the rows with these multipliers cannot all hold."""
        base, task = self.base, self.task
        most_gap = Fraction(task.best) if task.is_gap else base.most_gap
        if leaf.gaps and most_gap is None:
            return False
        most_gap = most_gap or Fraction(0)
        sizes = {int(base.atoms.groupings[self.place[k]].size[g]) for k, g, _, _ in leaf.gaps}
        unit = lcm(most_gap.denominator, *sizes)
        left, right = np.zeros(len(base.low), object), 0
        for number, multiplier in leaf.cuts:
            limit = cut_right(base, base.cuts[number].told, task, self.target)
            if limit is None:
                return False
            left += base.cuts[number].row.astype(object) * multiplier
            right += limit * multiplier
        for row, limit, multiplier in self._others(leaf):
            left += row.astype(object) * multiplier
            right += int(limit) * multiplier
        left, right, strict = left * unit, right * unit, False
        for k, g, upper, lower in leaf.gaps:
            grouping = base.atoms.groupings[self.place[k]]
            left[np.flatnonzero(grouping.member[g])] += (upper - lower) * (unit // int(grouping.size[g]))
            right += most_gap.numerator * (unit // most_gap.denominator) * upper
            strict = strict or (task.is_gap and upper > 0)
        least = sum(
            c * (low if c > 0 else high)
            for c, low, high in zip(left.tolist(), base.low.tolist(), base.high.tolist(), strict=True)
            if c
        )
        return least > right or (strict and least == right)

    def _others(self, leaf: CountNode) -> Iterator[tuple[Ints, int, int]]:
        """(row, right side, multiplier) of windows, branches over atoms and the total."""
        for number, g, above, below in leaf.windows:
            for multiplier, lowest in ((above, False), (below, True)):
                if multiplier:
                    yield *self.windows[self.place[number], g, lowest].row(self.base), multiplier
        for branch, multiplier in zip(self.over_atoms, leaf.branches, strict=True):
            if multiplier:
                yield *branch.row(self.base), multiplier
        if leaf.total and self.base.least_placed is not None:
            yield np.full(len(self.base.low), -1, np.int64), -self.base.least_placed, leaf.total
