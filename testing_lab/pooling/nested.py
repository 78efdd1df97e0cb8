"""Effects within studies: the restricted likelihood of two variances, between and within studies, and its peak."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import optimize

from testing_lab.faults import NotConverged
from testing_lab.pooling.effects import Effects
from testing_lab.pooling.heterogeneity import restricted_maximum_likelihood

if TYPE_CHECKING:
    from numpy.typing import NDArray

Pair = tuple[float, float]


class Nested(NamedTuple):
    """Effects, the study of each as a number from 0, and how many studies."""

    of: Effects
    study: NDArray[np.intp]
    studies: int


class Likelihood(NamedTuple):
    """At one pair of variances: value, slope, average information, mean and its information."""

    value: float
    slope: NDArray[np.float64]
    information: NDArray[np.float64]
    mean: float
    weight: float


def likelihood(nested: Nested, variances: Pair) -> Likelihood:
    r"""The restricted log-likelihood at (between, within), with the constant of R ``metafor``.

    Each study has :math:`V_s = \mathrm{diag}(v + \sigma^2_w) + \sigma^2_b J`, inverted in closed form.
    """
    between, within = variances
    y, k = nested.of.y, nested.of.k
    d = 1 / (nested.of.v + within)
    shrink = 1 / (1 + between * _by_study(nested, d))

    def inverse(vector: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = d * vector
        pulled: NDArray[np.float64] = scaled - d * (between * shrink * _by_study(nested, scaled))[nested.study]
        return pulled

    ones = inverse(np.ones(k))
    weight = float(ones.sum())
    if not weight > 0:
        raise NotConverged("the restricted likelihood has no settled peak")
    mean = float(ones @ y) / weight

    def project(vector: NDArray[np.float64]) -> NDArray[np.float64]:
        solved = inverse(vector)
        projected: NDArray[np.float64] = solved - ones * (solved.sum() / weight)
        return projected

    residual = inverse(y - mean)
    moved = (_by_study(nested, residual)[nested.study], residual)  # what each variance adds, times P y
    ones_by_study = _by_study(nested, ones)
    diagonal = d - between * d**2 * shrink[nested.study]
    traces = (
        float(ones_by_study.sum() - ones_by_study @ ones_by_study / weight),
        float(diagonal.sum() - ones @ ones / weight),
    )
    log_size = -float(np.log(d).sum()) - float(np.log(shrink).sum())
    value = (
        math.log(k) - (k - 1) * math.log(2 * math.pi) - log_size - math.log(weight) - float((y - mean) @ residual)
    ) / 2
    slope = np.array([(float(residual @ one) - trace) / 2 for one, trace in zip(moved, traces, strict=True)])
    solved = [project(one) for one in moved]
    information = np.array([[float(a @ b) / 2 for b in solved] for a in moved])
    return Likelihood(value=value, slope=slope, information=information, mean=mean, weight=weight)


def peak(nested: Nested) -> Pair:
    """The variances (between, within), each from 0 up, of the highest restricted likelihood; to full precision."""
    scale = restricted_maximum_likelihood(nested.of) or float(np.median(nested.of.v))
    starts = [(scale, 0.0), (0.0, scale), (scale / 2, scale / 2), (0.01 * scale, 0.01 * scale)]
    tops = [_polished(nested, _climbed(nested, start, scale)) for start in starts]
    best = max(tops, key=lambda pair: likelihood(nested, pair).value)
    slope = likelihood(nested, best).slope * scale
    if any(abs(s) > 1e-5 and not (at == 0 and s < 0) for s, at in zip(slope.tolist(), best, strict=True)):
        raise NotConverged("the restricted likelihood has no settled peak", between=best[0], within=best[1])
    return best


def _climbed(nested: Nested, start: Pair, scale: float) -> Pair:
    def down(point: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        here = likelihood(nested, (float(point[0]) * scale, float(point[1]) * scale))
        return -here.value, -here.slope * scale

    found = optimize.minimize(
        down,
        np.array(start) / scale,
        jac=True,
        method="L-BFGS-B",
        bounds=[(0, None)] * 2,
        options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 1000},
    )
    return float(found.x[0]) * scale, float(found.x[1]) * scale


def _polished(nested: Nested, pair: Pair) -> Pair:
    """Newton steps by the average information over the variances that are not held at 0."""
    point = np.array(pair)
    value = likelihood(nested, pair).value
    for _ in range(100):
        here = likelihood(nested, (float(point[0]), float(point[1])))
        small = point < 1e-7 * max(float(point.max()), float(nested.of.v.min()))
        free = ~(small & (here.slope <= 0))
        point = np.where(free, point, 0.0)
        if not free.any():
            break
        block = here.information[np.ix_(free, free)]
        if np.linalg.cond(block) > 1e12:
            break
        step = np.zeros(2)
        step[free] = np.linalg.solve(block, here.slope[free])
        after = np.maximum(point + step, 0.0)
        new = likelihood(nested, (float(after[0]), float(after[1]))).value
        if not new >= value - 1e-12 * abs(value):
            break
        settled = bool(np.all(np.abs(after - point) <= 1e-14 * after.max()))
        point, value = after, new
        if settled:
            break
    return float(point[0]), float(point[1])


def _by_study(nested: Nested, values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.bincount(nested.study, weights=values, minlength=nested.studies).astype(np.float64)
