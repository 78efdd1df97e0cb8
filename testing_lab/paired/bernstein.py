r"""The greatest value of a polynomial on [0, 1], with a proof that nothing is greater.

A polynomial :math:`f(q) = \sum_m r_m \binom{N}{m} q^m (1-q)^{N-m}` lies nowhere above its greatest coefficient
:math:`r_m` (it is a weighted mean of them), and its ends are its first and last coefficient. De Casteljau's rule gives
the coefficients of the same polynomial on both halves of a stretch by means of neighbours alone, so that rounding
stays rounding. Cut in half every stretch whose greatest coefficient is still above the best value seen; when none is
left, the best value seen is the greatest one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from testing_lab.faults import NotConverged

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Greatest(msgspec.Struct, frozen=True, kw_only=True):
    """``value`` is reached at ``place``; no value on [0, 1] is above ``bound``."""

    value: float
    place: float
    bound: float


def greatest(coefficients: NDArray[np.float64], *, tolerance: float = 1e-10, most_cuts: int = 50) -> Greatest:
    """The greatest value to a relative ``tolerance``; the coefficients are from 0 up.

    Raises
    ------
    NotConverged
        Not settled after ``most_cuts`` rounds of halving.
    """
    stretches = np.array([coefficients], dtype=np.float64)
    starts, width = np.zeros(1), 1.0
    value, place = max((float(coefficients[end]), float(-end)) for end in (0, -1))
    bound = 0.0
    for _ in range(most_cuts):
        tops = stretches.max(axis=1)
        open_still = tops > value * (1 + tolerance)
        closed = tops[~open_still]
        bound = max(bound, float(closed.max()) if closed.size else 0.0)
        if not open_still.any():
            return Greatest(value=value, place=place, bound=max(bound, value))
        starts, width = starts[open_still], width / 2
        left, right = _halves(stretches[open_still])
        middles = right[:, 0]
        best = int(middles.argmax())
        if middles[best] > value:
            value, place = float(middles[best]), float(starts[best] + width)
        stretches, starts = np.concatenate([left, right]), np.concatenate([starts, starts + width])
    raise NotConverged("the greatest value is not settled", value=value, place=place, bound=float(stretches.max()))


def _halves(stretches: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    degree = stretches.shape[1] - 1
    now = stretches.T.copy()
    left, right = np.empty_like(now), np.empty_like(now)
    for step in range(degree):
        left[step], right[degree - step] = now[0], now[degree - step]
        now = now[:-1] + now[1:]
        now *= 0.5
    left[degree] = right[0] = now[0]
    return left.T, right.T
