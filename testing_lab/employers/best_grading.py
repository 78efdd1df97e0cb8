r"""The grading of greatest gain, exactly, without a solver.

A grading puts items into ordered grades; the gain is the sum of ``gains[i, j]`` over all pairs in which i stands in a
higher grade than j. In general that is as hard as ranking tournaments. Here the gains come from posterior chances,
:math:`a_{ij} = (1 + \lambda)\pi_{ij} - 1`, and that gives two handles:

1. *Dominance.* Where :math:`\pi_{ij} \ge 1/2` and :math:`\pi_{ik} \ge \pi_{jk}` for every third k, some best
   grading has i not below j: exchanging their two grades loses nothing. One best grading respects all these pairs
   together: exchanging lower and lower pairs in the dominance order comes to an end.
2. *Up-sets.* So the items above a boundary between two grades form a set that holds, with j, all that dominate j. With
   T inside S two such sets, the grade S \\ T stands above everything outside S; its gain depends on S and T only, and
   the best grading is a longest path from the empty set to the whole. Posteriors of employers are nearly ordered: the
   97 firms of Kline, Rose & Walters have 5,972 up-sets.

3. *A bound.* Every grading with a boundary at S gains exactly what S gains on all outside it, and within S and outside
   it at most the better of each pair. Where that is less than a grading that is known, S is no boundary.

Every up-set is tried or ruled out by the bound, so the result needs no further proof. Where too many are left,
:mod:`testing_lab.employers.grading_bound` takes over.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Chances = NDArray[np.float64]
    Truths = NDArray[np.bool_]

#: More up-sets than this are not written down (a few seconds), and of them not more tried: time grows with the square.
MOST_UP_SETS: Final = 300_000
MOST_TRIED: Final = 30_000
_ROUNDING: Final = 1e-9
_A_GRADE_COSTS: Final = 1e-12  # among equally good gradings, the one with fewest grades


def dominance(chances: Chances) -> Truths:
    """Whether i may be taken to stand nowhere below j. No pair dominates each other: of equals the first does."""
    n = len(chances)
    over = np.zeros((n, n), dtype=np.bool_)
    for i in range(n):
        better = chances[i][None, :] >= chances
        better[np.arange(n), np.arange(n)] = True
        better[:, i] = True
        over[i] = better.all(axis=1) & (chances[i] >= 0.5)
        over[i, i] = False
    over &= ~np.tril(over & over.T)
    return over


def up_sets(over: Truths, most: int = MOST_UP_SETS) -> Truths | None:
    """Every set that holds, with an item, all that dominate it: a row each, by size. ``None`` if more than ``most``."""
    n = len(over)
    above = [sum(1 << int(i) for i in np.flatnonzero(over[:, j])) for j in range(n)]
    found, level = [0], {0}
    for _ in range(n):
        level = {one | 1 << j for one in level for j in range(n) if not one >> j & 1 and above[j] & ~one == 0}
        found.extend(sorted(level))
        if len(found) > most:
            return None
    return np.array([[one >> j & 1 for j in range(n)] for one in found], dtype=np.bool_)


def promising(gains: Chances, sets: Truths) -> Truths:
    """The sets that can be a boundary of a best grading, the empty and the whole one included."""
    least = _gain_of_runs(gains) - _ROUNDING
    better = np.maximum(0.0, np.maximum(gains, gains.T))
    kept = []
    for start in range(0, len(sets), 8192):
        inside = sets[start : start + 8192].astype(np.float64)
        outside = 1 - inside
        across = np.sum((outside @ gains.T) * inside, axis=1)
        within = (np.sum((inside @ better) * inside, axis=1) + np.sum((outside @ better) * outside, axis=1)) / 2
        kept.append(across + within >= least)
    keep = np.concatenate(kept)
    keep[[0, -1]] = True
    left: Truths = sets[keep]
    return left


def _gain_of_runs(gains: Chances) -> float:
    """The gain of the best grading whose grades are runs in one order, by how much each item gains on all others."""
    order = np.argsort(gains.sum(axis=0) - gains.sum(axis=1), kind="stable")
    sums = np.zeros((len(gains) + 1, len(gains) + 1))
    sums[1:, 1:] = gains[np.ix_(order, order)].cumsum(axis=0).cumsum(axis=1)
    best = [0.0]
    for end in range(1, len(gains) + 1):
        starts = np.arange(end)  # the run from start to end stands above all from end on
        above = sums[end, -1] - sums[starts, -1] - sums[end, end] + sums[starts, end]
        best.append(float(np.max(np.array(best) + above)))
    return best[-1]


def best_grading(gains: Chances, sets: Truths) -> list[int]:
    """The grade of each item, 1 the lowest."""
    number, n = sets.shape
    inside, outside = sets.astype(np.float64), (~sets).astype(np.float32)
    inside_narrow = inside.astype(np.float32)  # counts up to n are exact in it
    best, before = np.full(number, -np.inf), np.zeros(number, dtype=np.intp)
    best[0] = 0.0
    to_outside = (1 - inside) @ gains.T  # what each item gains on all that is outside the set
    of_set = np.sum(to_outside * inside, axis=1) - _A_GRADE_COSTS
    for batch in _batches(sets):
        smaller = batch.start
        value = best[:smaller, None] - inside[:smaller] @ to_outside[batch].T
        value[inside_narrow[:smaller] @ outside[batch].T > 0] = -np.inf
        before[batch] = np.argmax(value, axis=0)
        best[batch] = np.max(value, axis=0) + of_set[batch]
    grades = np.zeros(n, dtype=np.intp)
    s = number - 1
    while s:
        grades += sets[s]  # what is in more boundaries' sets stands higher
        s = int(before[s])
    return [int(grade) for grade in grades]


def _batches(sets: Truths) -> list[slice]:
    """Runs of sets of one size, none of which lies in another; not many at a time, for memory."""
    sizes = sets.sum(axis=1)
    ends = [*np.flatnonzero(np.diff(sizes)) + 1, len(sets)]
    return [
        slice(int(first), int(min(first + 64, end))) for start, end in pairwise(ends) for first in range(start, end, 64)
    ]
