"""The common odds ratio of several 2×2 tables, given all their margins: exact test, estimate and interval.

Under an odds ratio ψ the callbacks S of the majority over all strata have weights w(s) ψ^s, where w is the convolution
of the strata's hypergeometric weights. Weights are held tilted to an odds ratio near the observed one, so that those
that matter there are not lost to underflow, and once more at ψ = 1 for the p-value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy.optimize import brentq

from testing_lab.hypergeometric import TIE
from testing_lab.strata.strata_counts import Stratum

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_STEPS: Final = 3_000_000_000
_MOST_COUNTS: Final = 20_000_000


class ConditionalOdds(msgspec.Struct, frozen=True, kw_only=True):
    """The exact two-sided p-value, the conditional maximum-likelihood odds ratio and its exact interval."""

    p_value: float
    estimate: float | None
    lower: float
    upper: float


def conditional_odds(strata: Sequence[Stratum], *, confidence: float, near: float) -> ConditionalOdds | None:
    """The exact answers, or ``None`` when there are too many counts; ``near`` is an odds ratio near the estimate."""
    if _too_many(strata):
        return None
    observed = sum(one.majority_yes for one in strata) - sum(max(0, one.yes - one.minority) for one in strata)
    equal = _weights(strata, 0.0)
    as_extreme = equal <= equal[observed] * (1 + TIE)
    p_value = 1.0 if as_extreme.all() else min(1.0, float(equal[as_extreme].sum() / equal.sum()))
    last = len(equal) - 1
    if last == 0:
        return ConditionalOdds(p_value=1.0, estimate=None, lower=0.0, upper=math.inf)
    center = math.log(near)
    tilted = _weights(strata, center)
    if tilted[observed] == 0:
        return None
    tail = (1 - confidence) / 2
    with np.errstate(divide="ignore"):
        logs = np.log(tilted)
    places = np.arange(last + 1, dtype=np.float64) - observed

    def at(log_odds: float) -> NDArray[np.float64]:
        weights = logs + (log_odds - center) * places
        weights = np.exp(weights - weights.max())
        chances: NDArray[np.float64] = weights / weights.sum()
        return chances

    def root(function: Callable[[float], float]) -> float:
        low, high, step = center - 1, center + 1, 1.0
        while function(low) > 0:
            low, step = low - step, 2 * step
        step = 1.0
        while function(high) < 0:
            high, step = high + step, 2 * step
        return math.exp(brentq(function, low, high, xtol=1e-14, rtol=1e-15))

    estimate = 0.0 if observed == 0 else math.inf if observed == last else root(lambda to: float(at(to) @ places))
    lower = 0.0 if observed == 0 else root(lambda to: float(at(to)[observed:].sum()) - tail)
    upper = math.inf if observed == last else root(lambda to: tail - float(at(to)[: observed + 1].sum()))
    return ConditionalOdds(p_value=p_value, estimate=estimate, lower=lower, upper=upper)


def _too_many(strata: Sequence[Stratum]) -> bool:
    counts, steps = 1, 0
    for one in strata:
        width = min(one.yes, one.majority) - max(0, one.yes - one.minority) + 1
        steps += counts * width if counts > 1 else 0
        counts += width - 1
    return steps > _MOST_STEPS or counts > _MOST_COUNTS


def _weights(strata: Sequence[Stratum], log_odds: float) -> NDArray[np.float64]:
    together = np.ones(1)
    for one in strata:
        low, high = max(0, one.yes - one.minority), min(one.yes, one.majority)
        x = np.arange(low, high, dtype=np.float64)
        ratios = ((one.yes - x) / (x + 1)) * ((one.majority - x) / (one.minority - one.yes + x + 1))
        logs = np.concatenate(([0.0], np.cumsum(np.log(ratios) + log_odds)))
        together = np.convolve(together, np.exp(logs - logs.max()))
        together /= together.max()
    return together
