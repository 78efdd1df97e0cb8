"""Whole numbers of students that rates leave: a grouping's lowest rate, below a number or not, narrows every group.

The rates of a grouping lie between the lowest one and that plus the gap. A group of ``n`` students has one of the rates
0/n, 1/n, ...; so where the lowest rate is known to lie between two numbers, each group has a least and a most.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from matching.engine.counts.atoms import Grouping
    from matching.engine.counts.base_face import Base
    from matching.engine.counts.rows import Branch, Task

    Ints = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]

#: A division of rates must raise what it divides by this much on both sides, as far as prices can tell.
_WORTHWHILE = 1e-7

#: Rates that are tried for one grouping.
_NEAR = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class RateBranch:
    """The lowest rate of grouping ``k`` (in the order of the atoms) is below ``rate``, or (``more``) it is not."""

    k: int
    rate: Fraction
    more: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """Of group ``g`` of grouping ``k`` no more than ``limit`` students have a place; ``least``: no fewer."""

    k: int
    g: int
    limit: int
    least: bool

    def row(self, base: Base) -> tuple[Ints, int]:
        """As a row over the counts, and its right side."""
        member = base.atoms.groupings[self.k].member[self.g]
        return (-member, -self.limit) if self.least else (member, self.limit)


def highest_below(grouping: Grouping, rate: Fraction) -> Fraction:
    """The highest rate below ``rate`` that a group can have."""
    return max(Fraction(ceil(rate * size) - 1, size) for size in grouping.size.tolist())


def windows_of(base: Base, task: Task, branches: Sequence[Branch | RateBranch]) -> Iterator[Window]:
    """What the rates on the way leave each group, group after group."""
    rates = [branch for branch in branches if isinstance(branch, RateBranch)]
    for k in sorted({branch.k for branch in rates}):
        grouping = base.atoms.groupings[k]
        least = [branch.rate for branch in rates if branch.k == k and branch.more]
        below = [branch.rate for branch in rates if branch.k == k and not branch.more]
        top = highest_below(grouping, min(below)) if below else None
        for g, size in enumerate(grouping.size.tolist()):
            if top is not None:
                yield Window(k=k, g=g, limit=most_students(base, task, top, size), least=False)
            if least:
                yield Window(k=k, g=g, limit=ceil(max(least) * size), least=True)


def most_students(base: Base, task: Task, lowest: Fraction, size: int) -> int:
    """Of a group of this size, where the lowest rate is at most ``lowest``."""
    if task.is_gap:
        return ceil((lowest + Fraction(task.best)) * size) - 1
    return floor((lowest + (base.most_gap or Fraction(1))) * size)


def divide_rates(
    base: Base,
    task: Task,
    branches: Sequence[Branch | RateBranch],
    counts: Floats,
    prices: dict[tuple[int, int], tuple[float, float]],
) -> tuple[int, Fraction, bool] | None:
    """The grouping whose lowest rate is best divided, and where; whether the better half is likelier above.

    ``prices``: of each group, what its rows cost ("at most the lowest and the gap", "at least the lowest").
    """
    best: tuple[float, int, Fraction, bool] | None = None
    for k, grouping in enumerate(base.atoms.groupings):
        if not any(key[0] == k for key in prices):
            continue
        placed = grouping.member @ counts
        own = [branch.rate for branch in branches if isinstance(branch, RateBranch) and branch.k == k]
        for rate in _rates_near(float((placed / grouping.size).min()), grouping.size.tolist()):
            if rate in own:
                continue
            top = highest_below(grouping, rate)
            above = below = 0.0
            for g, size in enumerate(grouping.size.tolist()):
                upper, lower = prices.get((k, g), (0.0, 0.0))
                above += lower * max(0.0, ceil(rate * size) - placed[g]) / size
                below += upper * max(0.0, placed[g] - most_students(base, task, top, size)) / size
            gain = max(above, below) / 100 + min(above, below)
            if gain > _WORTHWHILE and (best is None or gain > best[0]):
                best = gain, k, rate, above < below
    return None if best is None else best[1:]


def _rates_near(lowest: float, sizes: Sequence[int]) -> list[Fraction]:
    """Rates that groups of these sizes can have, the nearest ones above and below ``lowest``."""
    found = set[Fraction]()
    for size in set(sizes):
        near = floor(lowest * size)
        found |= {Fraction(c, size) for c in range(max(1, near - 1), min(size, near + 2) + 1)}
    return sorted(sorted(found, key=lambda rate: (abs(rate - Fraction(lowest)), rate))[:_NEAR])
