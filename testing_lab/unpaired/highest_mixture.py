"""The highest value of a binomial mixture, with a proof.

For levels f between 0 and 1, g(π) = E f(M) with M ~ Bin(N, π). Put π = sin² θ. Two bounds hold on all θ:

* The score of M in θ has variance 4N, so by Cauchy and Schwarz |dg/dθ| ≤ 2 √(N g(1 - g)): the angle arcsin √g
  changes by at most √N for each unit of θ. Two neighbouring values bound all between them.
* The second derivative is a covariance of f with a polynomial of M of degree two (Krawtchouk) with variance
  32 N(N - 1) + 4N (1 - 2π)²/(π(1 - π)); so |d²g/dθ²| is at most √(g(1 - g)) times its root, and between two values
  g is at most the larger plus h²/8 times that.

Stretches that cannot hold a value above the best one are dropped, the others halved, until nothing is left.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import special

from testing_lab.faults import NotConverged

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PRECISION: Final = 1e-8
_ROUNDS: Final = 60
_STRETCHES: Final = 200_000
_CELLS: Final = 2_000_000


def highest_mixture(levels: NDArray[np.float64]) -> tuple[float, float]:
    """The highest g(π) and a π where it is reached; no π has more than this times 1 + 1e-8.

    Raises
    ------
    NotConverged
        More stretches were left than can be worth halving.
    """
    n = len(levels) - 1
    if levels.min() == levels.max():
        return float(levels[0]), 0.5
    mixture = _Mixture(levels)
    ends = np.linspace(0, math.pi / 2, 2 + math.ceil(3 * math.sqrt(n)))
    values = mixture.at(ends)
    left, right, low, high = ends[:-1], ends[1:], values[:-1], values[1:]
    place = int(values.argmax())
    best, where = float(values[place]), float(ends[place])
    for _ in range(_ROUNDS):
        open_ = _bound(left, right, low, high, n) > best * (1 + _PRECISION)
        left, right, low, high = left[open_], right[open_], low[open_], high[open_]
        if len(left) == 0:
            return best, math.sin(where) ** 2
        if len(left) > _STRETCHES:
            break
        middle = (left + right) / 2
        value = mixture.at(middle)
        place = int(value.argmax())
        if value[place] > best:
            best, where = float(value[place]), float(middle[place])
        left, right = np.concatenate((left, middle)), np.concatenate((middle, right))
        low, high = np.concatenate((low, value)), np.concatenate((value, high))
    raise NotConverged("the highest probability was not proven", best=best, share=math.sin(where) ** 2)


def _bound(
    left: NDArray[np.float64], right: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64], n: int
) -> NDArray[np.float64]:
    width = right - left
    angles = np.arcsin(np.sqrt(np.clip(low, 0, 1))) + np.arcsin(np.sqrt(np.clip(high, 0, 1)))
    first = np.sin(np.minimum(math.pi / 2, (angles + math.sqrt(n) * width) / 2)) ** 2
    # 4(1 - 2π)²/(π(1 - π)) = 16 / tan² 2θ: largest at the end that lies furthest from the middle, θ = π/4.
    far = np.minimum(left, math.pi / 2 - right)
    with np.errstate(divide="ignore"):
        variance = 32.0 * n * (n - 1) + n * (16 / np.tan(2 * np.minimum(far, math.pi / 4)) ** 2)
    spread = np.where(first < 0.5, first * (1 - first), 0.25)
    second = np.maximum(low, high) + np.sqrt(spread * variance) * width**2 / 8
    bound: NDArray[np.float64] = np.minimum(first, second)
    return bound


class _Mixture:
    def __init__(self, levels: NDArray[np.float64]) -> None:
        self._levels = levels
        self._counts = np.arange(len(levels), dtype=np.float64)
        n = len(levels) - 1
        self._choose = (
            special.gammaln(n + 1) - special.gammaln(self._counts + 1) - special.gammaln(n - self._counts + 1)
        )

    def at(self, angles: NDArray[np.float64]) -> NDArray[np.float64]:
        """The value g at each angle; the binomial chances are divided by their sum, which takes out common rounding."""
        found = np.empty(len(angles))
        block = max(1, _CELLS // len(self._levels))
        for begin in range(0, len(angles), block):
            part = angles[begin : begin + block, None]
            chances = np.exp(
                self._choose
                + special.xlogy(self._counts, np.sin(part) ** 2)
                + special.xlogy(len(self._levels) - 1 - self._counts, np.cos(part) ** 2)
            )
            found[begin : begin + block] = (chances @ self._levels) / chances.sum(axis=1)
        return found
