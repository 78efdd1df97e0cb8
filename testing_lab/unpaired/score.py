"""Where a score statistic of two shares equals ±z: the intervals of Koopman, Mee, Miettinen and Nurminen."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from scipy.optimize import brentq

from testing_lab.faults import NotConverged
from testing_lab.unpaired.counts import UnpairedCounts

#: Stands for ±infinity where a variance is 0: root finders need finite numbers.
_BEYOND: Final = 1e150
_STEPS: Final = 200
_FINEST: Final = 4 * 2.220446049250313e-16


def ratio_bounds(counts: UnpairedCounts, *, z: float, inflation: float) -> tuple[float, float]:
    """The ratios of shares at which the score statistic, with its variance times ``inflation``, is +z and -z."""
    if counts.callbacks == 0:
        return 0.0, math.inf
    statistic = _ratio_statistic(counts, inflation)
    a, c = counts.callbacks_majority, counts.callbacks_minority
    middle = math.log((max(a, 0.5) / counts.n_majority) / (max(c, 0.5) / counts.n_minority))
    step = z * math.sqrt(1 / max(a, 0.5) + 1 / max(c, 0.5))
    lower = 0.0 if a == 0 else math.exp(_falling_root(statistic, z, middle, step))
    upper = math.inf if c == 0 else math.exp(_falling_root(statistic, -z, middle, step))
    return lower, upper


def _ratio_statistic(counts: UnpairedCounts, inflation: float) -> Callable[[float], float]:
    a, n1, c, n2 = counts.callbacks_majority, counts.n_majority, counts.callbacks_minority, counts.n_minority
    refused = 4.0 * counts.refused_majority * counts.refused_minority
    twice, share1, share2 = 2.0 * (a + c), a / n1, c / n2

    def statistic(log_ratio: float) -> float:
        ratio = math.exp(log_ratio)
        # Maximum likelihood with p1 = ratio·p2 (Koopman 1984): the smaller root of N·ratio·q² - B q + (a + c) = 0,
        # whose discriminant is a sum of squares when written so.
        first, second = ratio * (n1 + c), n2 + a
        q2 = twice / (first + second + math.sqrt((first - second) ** 2 + ratio * refused))
        q1 = min(1.0, ratio * q2)
        variance = inflation * (q1 * (1 - q1) / n1 + ratio * ratio * q2 * max(0.0, 1 - q2) / n2)
        return _divided(share1 - ratio * share2, variance)

    return statistic


def difference_bounds(counts: UnpairedCounts, *, z: float, inflation: float) -> tuple[float, float]:
    """The differences of shares at which the score statistic, with its variance times ``inflation``, is +z and -z."""
    found = counts.difference

    def statistic(difference: float) -> float:
        q2 = _restricted_share(counts, difference)
        q1 = min(1.0, max(0.0, q2 + difference))
        variance = inflation * (q1 * (1 - q1) / counts.n_majority + q2 * (1 - q2) / counts.n_minority)
        return _divided(found - difference, variance)

    lower = -1.0 if found == -1 else _root_between(lambda at: statistic(at) - z, -1.0, found)
    upper = 1.0 if found == 1 else _root_between(lambda at: statistic(at) + z, found, 1.0)
    return lower, upper


def _restricted_share(counts: UnpairedCounts, difference: float) -> float:
    """The minority's share that is most likely when the majority's is higher by ``difference``.

    The cubic of Miettinen & Nurminen (1985), appendix, and then Newton's steps on the likelihood's slope, because the
    arc cosine loses half of the digits where two roots meet.
    """
    a, n1, c, n2 = counts.callbacks_majority, counts.n_majority, counts.callbacks_minority, counts.n_minority
    lowest, highest = max(0.0, -difference), min(1.0, 1 - difference)
    total = n1 + n2
    l2 = ((n1 + 2 * n2) * difference - total - (a + c)) / total
    l1 = ((n2 * difference - total - 2 * c) * difference + (a + c)) / total
    l0 = c * difference * (1 - difference) / total
    spread = math.sqrt(max(0.0, l2 * l2 / 9 - l1 / 3))
    lean = l2**3 / 27 - l1 * l2 / 6 + l0 / 2
    if spread == 0:
        share = -l2 / 3
    else:
        signed = math.copysign(spread, lean)
        angle = math.acos(min(1.0, max(-1.0, lean / signed**3)))
        share = 2 * signed * math.cos((math.pi + angle) / 3) - l2 / 3
    share = min(highest, max(lowest, share))
    cells = (
        (a, difference, 1.0),
        (counts.refused_majority, 1 - difference, -1.0),
        (c, 0.0, 1.0),
        (counts.refused_minority, 1.0, -1.0),
    )
    for _ in range(4):
        slope = bend = 0.0
        for cell, offset, sign in cells:
            if cell:
                chance = offset + sign * share
                if chance <= 0:
                    return share
                slope += sign * cell / chance
                bend += cell / chance / chance
        closer = share + slope / bend
        if not lowest < closer < highest:
            return share
        if abs(closer - share) <= _FINEST * closer:
            return closer
        share = closer
    return share


def _divided(difference: float, variance: float) -> float:
    if difference == 0:
        return 0.0
    return difference / math.sqrt(variance) if variance > 0 else math.copysign(_BEYOND, difference)


def _falling_root(statistic: Callable[[float], float], target: float, middle: float, step: float) -> float:
    """Where a falling function of a logarithm passes the target: the bracket grows from the middle."""
    low, high = middle - step, middle + step
    for _ in range(_STEPS):
        if statistic(low) > target:
            break
        high, low, step = low, low - step, 2 * step
    for _ in range(_STEPS):
        if statistic(high) < target:
            break
        low, high, step = high, high + step, 2 * step
    return _root_between(lambda at: statistic(at) - target, low, high)


def _root_between(function: Callable[[float], float], low: float, high: float) -> float:
    root, found = brentq(function, low, high, xtol=1e-16, rtol=_FINEST, maxiter=_STEPS, full_output=True, disp=False)
    if not found.converged:
        raise NotConverged("the end of a score interval was not found", low=low, high=high)
    return float(root)
