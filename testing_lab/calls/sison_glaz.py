"""The one width of Sison and Glaz's simultaneous intervals.

That all counts lie within c of the observed ones has, for multinomial counts, the probability of independent Poisson
counts that do so, times the chance that truncated Poisson counts add up to n (by Edgeworth's expansion with two
corrections), over the chance that a Poisson count of mean n is n (Levin 1981). The largest c that does not yet reach
the confidence gives the interval, with a correction above for the part of c + 1 that is needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from testing_lab.faults import ImpossibleInput
from testing_lab.hypergeometric import reach

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST: Final = 100_000_000_000
_SMALL: Final = 64


class _Poisson:
    """A Poisson variable, window and moments by ratios of neighbours: no factorials, so no lost digits."""

    def __init__(self, mean: int) -> None:
        self._mean = mean
        far = reach(mean)
        down = np.arange(mean, max(0, mean - far), -1, dtype=np.float64)
        up = np.arange(mean + 1, mean + far, dtype=np.float64)
        falling, rising = np.cumprod(down / mean) if mean else down, np.cumprod(mean / up)
        weights = np.concatenate((falling[::-1], [1.0], rising))
        self._middle = len(falling)
        self._chances: NDArray[np.float64] = weights / weights.sum()

    def within(self, width: int) -> tuple[float, float, float, float, float]:
        """The chance to be within ``width`` of the mean, the mean gap then, and the central moments 2, 3 and 4."""
        low, high = max(0, self._middle - width), self._middle + width + 1
        chances = self._chances[low:high]
        gaps = np.arange(low, low + len(chances), dtype=np.float64) - self._middle
        total = float(chances.sum())
        mean = float(chances @ gaps) / total
        gaps -= mean
        second, third, fourth = (float(chances @ gaps**power) / total for power in (2, 3, 4))
        return total, mean, second, third, fourth


def sison_glaz_width(counts: Sequence[int], confidence: float) -> tuple[float, float]:
    """How far the interval of each count goes below and above it."""
    total = sum(counts)
    if total > _MOST:
        raise ImpossibleInput("counts", "are too large for Sison and Glaz's intervals", calls=total, most=_MOST)
    variables = [_Poisson(one) for one in counts]
    low, high = 0, 1  # reached at high, not at low
    while _reached(variables, high, total) < confidence and high < total:
        # Step by step at first: with a handful of calls the expansion does not always rise.
        low, high = high, high + 1 if high < _SMALL else 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if _reached(variables, middle, total) < confidence:
            low = middle
        else:
            high = middle
    before = _reached(variables, low, total) if low else 0.0
    step = _reached(variables, high, total) - before
    part = (confidence - before) / step if step > 0 else 1.0  # so near to 1 that nothing is left to share out
    return float(low), low + 2 * part


def _reached(variables: Sequence[_Poisson], width: int, total: int) -> float:
    """How probable it is that all counts lie within ``width`` of the observed ones."""
    logarithm = gap = second = third = fourth = 0.0
    for variable in variables:
        chance, mean, own_second, own_third, own_fourth = variable.within(width)
        logarithm += math.log(chance)
        gap += mean
        second += own_second
        third += own_third
        fourth += own_fourth - 3 * own_second * own_second
    if second == 0:
        return 0.0
    skew, excess, z = third / second**1.5, fourth / second**2, -gap / math.sqrt(second)
    expansion = (
        1
        + skew * (z**3 - 3 * z) / 6
        + excess * (z**4 - 6 * z**2 + 3) / 24
        + skew**2 * (z**6 - 15 * z**4 + 45 * z**2 - 15) / 72
    )
    density = expansion * math.exp(-z * z / 2) / math.sqrt(2 * math.pi * second)
    reached: float = math.exp(logarithm) * density / _poisson_at_its_mean(total)
    return reached


def _poisson_at_its_mean(mean: int) -> float:
    """P(X = n) of a Poisson variable with mean n: by Stirling's series where the factorial would lose digits."""
    if mean < 100:
        return math.exp(mean * math.log(mean) - mean - math.lgamma(mean + 1))
    correction = 1 / (12 * mean) - 1 / (360 * mean**3) + 1 / (1260 * mean**5)
    return math.exp(-correction) / math.sqrt(2 * math.pi * mean)
