"""Fisher's exact test of a K × 2 table, without listing the tables one by one.

Given how many discordant pairs each site has and how many favour the majority in all (T), a table x has probability
∏ C(n_i, x_i) / C(N, T). The p-value is the chance of a table that is not more probable than the observed one. The sites
are split in two halves that meet in the middle:

* In the first half, partial tables grow site by site. A partial table all of whose completions count (its product
  times the largest product of the other sites is small enough) is added whole, by Vandermonde's
  Σ ∏ C(n_i, x_i) = C(N, T), and dropped; one none of whose completions counts is dropped. Equal ones are merged.
* The second half is sorted by its product within each sum, with running totals: what is left of the first half finds
  its share by bisection.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from testing_lab.distributions import log_choose
from testing_lab.hypergeometric import TIE

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: More partial tables than this at once are given up.
MOST_PARTIAL_TABLES: Final = 20_000_000
#: Logarithms closer than this are of equal products: well above rounding, well below the tie of R.
_SAME: Final = 1e-9


class _Partial(NamedTuple):
    """Partial tables: their sum, the logarithm of their product, and how many of them there are (a logarithm)."""

    sums: NDArray[np.int64]
    logs: NDArray[np.float64]
    copies: NDArray[np.float64]


class _TooMany(Exception):
    """Too many partial tables for memory."""


def exact_homogeneity(*, first: Sequence[int], second: Sequence[int]) -> float | None:
    """The exact p-value of a K × 2 table, or ``None`` when there are too many tables for this machine."""
    sizes = sorted(((a + b, a) for a, b in zip(first, second, strict=True) if a + b), reverse=True)
    total, drawn = sum(n for n, _ in sizes), sum(a for _, a in sizes)
    if len(sizes) < 2 or drawn in (0, total):
        return 1.0
    rows = [log_choose(n) for n, _ in sizes]
    limit = sum(float(row[a]) for row, (_, a) in zip(rows, sizes, strict=True)) + math.log1p(TIE)
    halves: tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]] = ([], [])
    for row in rows:  # the larger sites alternate, so that both halves have about as many partial tables
        min(halves, key=lambda half: sum(math.log(len(one)) for one in half)).append(row)
    try:
        return min(1.0, _p_value(halves[0], halves[1], drawn, limit))
    except _TooMany:
        return None


def _p_value(near: list[NDArray[np.float64]], far: list[NDArray[np.float64]], drawn: int, limit: float) -> float:
    everything = float(log_choose(sum(len(row) - 1 for row in near + far))[drawn])
    certain, kept = _first_half(near, far, drawn, limit, everything)
    if len(kept.sums) == 0:
        return certain
    others = _second_half(far, drawn, limit, kept)
    rest = log_choose(sum(len(row) - 1 for row in far))
    p_value = certain
    order = np.argsort(kept.sums, kind="stable")
    sums, logs, copies = kept.sums[order], kept.logs[order], kept.copies[order]
    starts = np.flatnonzero(np.diff(sums, prepend=sums[0] - 1))
    for begin, end in zip(starts, np.append(starts[1:], len(sums)), strict=True):
        missing = drawn - int(sums[begin])
        low, high = np.searchsorted(others.sums, (missing, missing + 1))
        running = np.concatenate(
            ([0.0], np.cumsum(np.exp(others.logs[low:high] + others.copies[low:high] - rest[missing])))
        )
        counted = running[np.searchsorted(others.logs[low:high], limit - logs[begin:end], side="right")]
        masses = np.exp(logs[begin:end] + copies[begin:end] + rest[missing] - everything)
        p_value += float(masses @ counted)
    return p_value


def _first_half(
    near: list[NDArray[np.float64]], far: list[NDArray[np.float64]], drawn: int, limit: float, everything: float
) -> tuple[float, _Partial]:
    """What certainly counts, and the partial tables that must be looked at together with the second half."""
    kept, certain = _start(), 0.0
    for place, row in enumerate(near):
        rest = near[place + 1 :] + far
        largest, smallest = _best_paths(rest)
        ways = log_choose(sum(len(one) - 1 for one in rest))
        grown = _grown(kept, row)
        missing = drawn - grown.sums
        possible = (missing >= 0) & (missing < len(ways))
        grown, missing = _only(grown, possible), missing[possible]
        all_count = grown.logs + largest[missing] <= limit
        some_count = ~all_count & (grown.logs + smallest[missing] <= limit)
        masses = grown.logs[all_count] + grown.copies[all_count] + ways[missing[all_count]] - everything
        certain += float(np.exp(masses).sum())
        kept = _merged(_only(grown, some_count))
    return certain, kept


def _second_half(far: list[NDArray[np.float64]], drawn: int, limit: float, kept: _Partial) -> _Partial:
    """Every partial table of the other sites that can count for one of the kept ones, sorted by sum and product."""
    width = sum(len(row) - 1 for row in far) + 1
    smallest = np.full(width, math.inf)
    np.minimum.at(smallest, drawn - kept.sums, kept.logs)
    others = _start()
    for place, row in enumerate(far):
        others = _grown(others, row)
        left = sum(len(one) - 1 for one in far[place + 1 :])
        others = _merged(_only(others, (others.sums <= drawn) & (others.sums + left >= (drawn - kept.sums).min())))
    return _only(others, others.logs + smallest[others.sums] <= limit + _SAME)


def _start() -> _Partial:
    return _Partial(np.zeros(1, dtype=np.int64), np.zeros(1), np.zeros(1))


def _grown(partial: _Partial, row: NDArray[np.float64]) -> _Partial:
    if len(partial.sums) * len(row) > MOST_PARTIAL_TABLES:
        raise _TooMany
    return _Partial(
        (partial.sums[:, None] + np.arange(len(row))[None, :]).ravel(),
        (partial.logs[:, None] + row[None, :]).ravel(),
        np.repeat(partial.copies, len(row)),
    )


def _only(partial: _Partial, chosen: NDArray[np.bool_]) -> _Partial:
    return _Partial(partial.sums[chosen], partial.logs[chosen], partial.copies[chosen])


def _merged(partial: _Partial) -> _Partial:
    """Sorted by sum and product, equal ones as one with more copies."""
    if len(partial.sums) == 0:
        return partial
    order = np.lexsort((partial.logs, partial.sums))
    sums, logs, copies = partial.sums[order], partial.logs[order], partial.copies[order]
    fresh = np.flatnonzero((np.diff(sums, prepend=-1) != 0) | (np.diff(logs, prepend=-1.0) > _SAME))
    together = np.log(np.add.reduceat(np.exp(copies), fresh))
    return _Partial(sums[fresh], logs[fresh], together)


def _best_paths(rows: list[NDArray[np.float64]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each sum, the largest and the smallest logarithm of a product over the rows."""
    largest, smallest = np.zeros(1), np.zeros(1)
    for row in rows:
        length = len(largest) + len(row) - 1
        higher, lower = np.full(length, -math.inf), np.full(length, math.inf)
        for taken, value in enumerate(row):
            stretch = slice(taken, taken + len(largest))
            higher[stretch] = np.maximum(higher[stretch], largest + value)
            lower[stretch] = np.minimum(lower[stretch], smallest + value)
        largest, smallest = higher, lower
    return largest, smallest
