"""The variance between studies, tau2, by every estimator in use: never below 0, and to full precision."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from scipy import optimize

from testing_lab.faults import ImpossibleInput, NotConverged
from testing_lab.pooling.effects import Effects, sums, sums_at

if TYPE_CHECKING:
    from numpy.typing import NDArray

Estimator = Literal["FE", "DL", "REML", "PM", "EB", "HE", "SJ"]

_STEPS: Final = np.concatenate(([0.0], np.geomspace(1e-10, 1, 48)))


def known_estimator(estimator: str) -> None:
    """One of the seven, or ImpossibleInput."""
    if estimator not in _ESTIMATORS:
        raise ImpossibleInput(
            "estimator", "must be a known estimator", value=str(estimator), known=", ".join(_ESTIMATORS)
        )


def variance_between(of: Effects, estimator: Estimator) -> float:
    """The estimate of tau2 from at least two effects; 0 by definition for FE."""
    return _ESTIMATORS[estimator](of)


def _fixed(_: Effects) -> float:
    return 0.0


def der_simonian_laird(of: Effects) -> float:
    """DerSimonian & Laird (1986), equation 8."""
    at_0 = sums_at(of, 0.0)
    return max(0.0, float((at_0.q[0] - (of.k - 1)) / at_0.trace[0]))


def hedges(of: Effects) -> float:
    """Hedges & Olkin (1985): unweighted."""
    return max(0.0, float(np.var(of.y, ddof=1) - np.mean(of.v)))


def sidik_jonkman(of: Effects) -> float:
    """Sidik & Jonkman (2005), from the start value of their equation 5; above 0 unless all effects are equal."""
    start = float(np.var(of.y))
    return start * float(sums_at(of, start).q[0]) / (of.k - 1) if start > 0 else 0.0


def paule_mandel(of: Effects) -> float:
    """Paule & Mandel (1982): the generalised Q equals its expectation. Empirical Bayes (Morris 1983) is the same."""
    return falling_to(of, of.k - 1.0) or 0.0


def falling_to(of: Effects, target: float) -> float | None:
    """The tau2 at which the generalised Q, which falls in tau2, comes down to ``target``; None if it begins below."""

    def above(tau2: float) -> float:
        w = 1 / (of.v + tau2)
        return float(w @ (of.y - w @ of.y / w.sum()) ** 2) - target

    if above(0.0) < 0:
        return None
    # Q(tau2) <= sum (y - mean)² / (v_min + tau2)
    high = float(np.var(of.y)) * of.k / target
    return _root(above, 0.0, high * (1 + 1e-9))


def restricted_maximum_likelihood(of: Effects, moderator: NDArray[np.float64] | None = None) -> float:
    r"""The tau2 of the highest restricted likelihood, also where that has more than one peak.

    The slope of the restricted log-likelihood is half of :math:`y'PPy - \mathrm{tr} P`; beyond ``high`` it is negative.
    """
    free = of.k - (1 if moderator is None else 2)
    squares = float(np.var(of.y)) * of.k
    high = (squares + math.sqrt(squares**2 + 4 * free * squares * float(of.v.max()))) / (2 * free)
    if high == 0:
        return 0.0

    def uphill(tau2: float) -> float:
        here = sums(of, np.array([tau2]), moderator)
        return float(here.q_squared[0] - here.trace[0])

    grid = _STEPS * high
    walk = sums(of, grid, moderator)
    rising = walk.q_squared - walk.trace > 0
    peaks = [] if rising[0] else [0.0]
    peaks += [
        _root(uphill, float(grid[place]), float(grid[place + 1]))
        for place in np.flatnonzero(rising[:-1] & ~rising[1:]).tolist()
    ]
    if not peaks:
        raise NotConverged("the restricted likelihood has no settled peak")
    return peaks[0] if len(peaks) == 1 else max(peaks, key=lambda tau2: _restricted_likelihood(of, tau2, moderator))


def _restricted_likelihood(of: Effects, tau2: float, moderator: NDArray[np.float64] | None) -> float:
    here = sums(of, np.array([tau2]), moderator)
    information = math.log(here.weight[0]) + (0.0 if moderator is None else math.log(here.spread[0]))
    return -(float(np.log(of.v + tau2).sum()) + information + float(here.q[0])) / 2


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    try:
        return float(optimize.brentq(function, low, high, xtol=1e-300, rtol=1e-15, maxiter=500))
    except ValueError as error:  # no sign change left: effects too far apart for floats
        raise NotConverged("the restricted likelihood has no settled peak") from error


_ESTIMATORS: Final[dict[Estimator, Callable[[Effects], float]]] = {
    "FE": _fixed,
    "DL": der_simonian_laird,
    "REML": restricted_maximum_likelihood,
    "PM": paule_mandel,
    "EB": paule_mandel,
    "HE": hedges,
    "SJ": sidik_jonkman,
}
