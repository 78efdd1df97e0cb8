"""The linear relaxation, and whole multipliers of the rows that bound it (HiGHS through SciPy).

For multipliers y (0 or more for a row "at most", any for a row "equal") and a scale s of 0 or more,

    s x objective <= sum of y x at_most + sum over variables of (their factor that is left) x (their better bound)

holds for every solution, whatever y is, because every variable has bounds. So prices need no repair: rounding them to
whole numbers can only make the bound weaker, never wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np

from matching.staged.program import OutOfTime, Program, Stuck

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.staged.matrix import Ints, Matrix

#: Scales that are tried, smallest first: prices of matchings are whole, or halves, thirds and the like.
_SCALES = (1, 2, 3, 4, 6, 12, 60, 5040, 720_720)

#: Sums of products beyond this are left alone: 64 bits must hold them.
_SAFE = float(1 << 61)

_WHOLE = 1e-6

#: Variables that are open in a large model.
LARGE = 3_000

#: Prices that show that rows cannot be met: denominators of their ratios, and of all of them together.
_RATIO, _SHARED = 5_000, 10**9

#: SciPy's word for a limit that was reached.
_LIMIT_REACHED = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaf:
    """``scale`` x objective <= ``most``, proven by ``prices``; ``left`` = what is left of the factors."""

    scale: int
    prices: Ints  # (rows,)
    most: int
    left: Ints  # (variables,)

    def bound(self) -> int:
        """The greatest value that the objective can have; only where the scale is not 0."""
        return self.most // self.scale


@dataclass(frozen=True, kw_only=True, slots=True)
class Relaxed:
    """The answer of the relaxation: values, None where there is no solution; and the float multipliers of the rows.

    ``late``: time was up, so nothing is known; the multipliers are those of the moment.
    """

    values: npt.NDArray[np.float64] | None
    prices: npt.NDArray[np.float64]
    late: bool = False


class _OutOfTime(Exception):
    """The clock of a budget ended a relaxation."""


def relax(matrix: Matrix, low: Ints, high: Ints, objective: Ints, seconds: float | None = None) -> Relaxed:
    """Solve the relaxation. Without a solution the multipliers are those that prove it, or nothing when time is up."""
    opened = np.flatnonzero(low < high)
    rest = matrix.at_most - matrix.factors @ np.where(low < high, 0, low)
    factors = matrix.factors[:, opened]
    try:
        found = _linear(factors, rest, matrix.equal, low[opened], high[opened], objective[opened], seconds)
        if found is None:
            clash = _clash(factors, rest, matrix.equal, low[opened], high[opened], seconds)
            return Relaxed(values=None, prices=clash)
    except _OutOfTime:
        return Relaxed(values=None, prices=np.zeros(rest.size), late=True)
    values = low.astype(np.float64)
    values[opened] = found[0]
    return Relaxed(values=values, prices=found[1])


class Relaxations:
    """Relaxations of one model, one after another. A large one is a program that goes on where it stood."""

    def __init__(self, inside: npt.NDArray[np.bool_] | None = None) -> None:
        """``inside``: the columns that mattered in another one (``known``)."""
        self._program: Program | None = None
        self._inside = inside
        self._matrix: Matrix | None = None

    @property
    def known(self) -> npt.NDArray[np.bool_] | None:
        """The columns that mattered."""
        return self._inside if self._program is None else self._program.inside

    def solve(
        self, matrix: Matrix, low: Ints, high: Ints, objective: Ints, seconds_left: Callable[[], float | None]
    ) -> Relaxed:
        """Solve it. The rows are those of the time before, perhaps some more, perhaps some equal now."""
        if np.count_nonzero(low < high) < LARGE:
            return relax(matrix, low, high, objective, seconds_left())
        try:
            if self._program is None:
                self._program = Program(matrix, self._inside)
            elif matrix is not self._matrix:
                self._program.follow(matrix)
            self._matrix = matrix
            values, prices = self._program.solve(low, high, objective, seconds_left)
        except OutOfTime as ended:
            return Relaxed(values=None, prices=ended.prices, late=True)
        except Stuck:
            self._inside, self._program = self.known, None
            return relax(matrix, low, high, objective, seconds_left())
        return Relaxed(values=values, prices=prices)


def _linear(
    factors: Any,
    at_most: Ints,
    equal: npt.NDArray[np.bool_],
    low: Ints,
    high: Ints,
    objective: Ints,
    seconds: float | None,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
    from scipy.optimize import linprog  # imported late: a command that does not match need not wait for it

    prices = np.zeros(at_most.size)
    if not low.size:
        short = np.where(equal, at_most != 0, at_most < 0).any()
        return None if short else (np.zeros(0), prices)
    said = np.diff(factors.indptr) > 0
    if (np.where(equal, at_most != 0, at_most < 0) & ~said).any():
        return None
    less, same = np.flatnonzero(said & ~equal), np.flatnonzero(said & equal)
    bounds: Any = np.stack([low, high], axis=1)
    solved = linprog(
        -objective.astype(np.float64),
        A_ub=factors[less].astype(np.float64) if less.size else None,
        b_ub=at_most[less] if less.size else None,
        A_eq=factors[same].astype(np.float64) if same.size else None,
        b_eq=at_most[same] if same.size else None,
        bounds=bounds,
        method="highs",
        options={} if seconds is None else {"time_limit": max(seconds, 0.01)},
    )
    if seconds is not None and solved.status == _LIMIT_REACHED:
        raise _OutOfTime
    if solved.x is None:
        return None
    if less.size:
        prices[less] = -solved.ineqlin.marginals
    if same.size:
        prices[same] = -solved.eqlin.marginals
    return solved.x, prices


def _clash(
    factors: Any, at_most: Ints, equal: npt.NDArray[np.bool_], low: Ints, high: Ints, seconds: float | None
) -> npt.NDArray[np.float64]:
    """Multipliers that show that the rows cannot be met: the prices of breaking them as little as possible."""
    from scipy.sparse import csr_array, hstack  # imported late, as above

    rows = at_most.size
    # One "too much" for each row, and one "too little" for each row that is equal.
    small = csr_array((-np.ones(rows), (np.arange(rows), np.arange(rows))), shape=(rows, rows))
    same = np.flatnonzero(equal)
    little = csr_array((np.ones(same.size), (same, np.arange(same.size))), shape=(rows, same.size))
    room = int(np.abs(at_most).sum() + (abs(factors) @ np.maximum(np.abs(low), np.abs(high))).sum()) + 1
    eased = csr_array(hstack([factors, small, little]))
    extra = rows + same.size
    found = _linear(
        eased,
        at_most,
        equal,
        np.append(low, np.zeros(extra, np.int64)),
        np.append(high, np.full(extra, room, np.int64)),
        np.append(np.zeros(low.size, np.int64), np.full(extra, -1, np.int64)),
        seconds,
    )
    return np.zeros(rows) if found is None else found[1]


def leaf_of(
    matrix: Matrix,
    low: Ints,
    high: Ints,
    objective: Ints,
    prices: npt.NDArray[np.float64],
    *,
    scaled: bool,
    beyond: int,
) -> Leaf | None:
    """The best leaf of these float prices: the first that contradicts "objective >= ``beyond``", or the sharpest.

    ``scaled`` False: a leaf of scale 0, for rows that cannot be met. None where numbers would be too large.
    """
    best: Leaf | None = None
    for size in _SCALES if scaled else (*_SCALES, *_common(prices)):
        leaf = _leaf(matrix, low, high, objective, prices, size, scale=int(size) if scaled else 0)
        if leaf is None:
            break
        if contradicts(leaf, beyond):
            return leaf
        if best is None or (scaled and leaf.most * best.scale < best.most * leaf.scale):
            best = leaf
    return best


def _common(prices: npt.NDArray[np.float64]) -> tuple[float, ...]:
    """A scale that makes all prices whole, where their ratios are fractions of small numbers."""
    sizes = np.abs(prices[np.abs(prices) > _WHOLE])
    if not sizes.size:
        return ()
    unit, shared = float(sizes.min()), 1
    for ratio in np.unique(np.round(sizes / unit, 9)).tolist():
        shared = lcm(shared, Fraction(ratio).limit_denominator(_RATIO).denominator)
        if shared > _SHARED:
            return ()
    return (shared / unit,)


def _leaf(
    matrix: Matrix,
    low: Ints,
    high: Ints,
    objective: Ints,
    prices: npt.NDArray[np.float64],
    size: float,
    *,
    scale: int,
) -> Leaf | None:
    nearest = np.rint(prices)
    kept = np.where(np.abs(prices - nearest) < _WHOLE, nearest, prices) * size
    whole = np.where(matrix.equal, kept, np.maximum(kept, 0))
    most_left = abs(matrix.factors).T @ np.abs(whole) + scale * np.abs(objective)
    reach = np.maximum(np.abs(low), np.abs(high))
    if not (np.abs(whole) @ np.abs(matrix.at_most) + most_left @ reach < _SAFE and most_left.max(initial=0) < _SAFE):
        return None
    rounded = np.rint(whole).astype(np.int64)
    left = scale * objective - matrix.factors.T @ rounded
    most = int(rounded @ matrix.at_most) + int(np.where(left > 0, left * high, left * low).sum())
    return Leaf(scale=scale, prices=rounded, most=most, left=left)


def contradicts(leaf: Leaf, beyond: int) -> bool:
    """Whether the leaf shows that no solution has an objective of ``beyond`` or more."""
    return leaf.scale * beyond > leaf.most


def is_whole(values: npt.NDArray[np.float64]) -> bool:
    """Whether the relaxation answered in whole numbers, as far as floats can tell."""
    return bool((np.abs(values - np.rint(values)) < _WHOLE).all())
