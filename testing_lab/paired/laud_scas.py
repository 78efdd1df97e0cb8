"""Difference and ratio of the two applicants' chances: Laud's score intervals, corrected for bias and skewness."""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec

from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.rd_tango_score import restricted_q as q_of_difference
from testing_lab.paired.rr_tang_score import restricted_q as q_of_ratio
from testing_lab.result import Result

_Score = Callable[[PairedCounts, float], float]


class SkewnessCorrected(Result, frozen=True, kw_only=True):
    """``est`` is where the corrected score is 0: not the plain difference or ratio, but close to it."""

    est: float | None
    lower: float
    upper: float


def rd_laud_scas_paired(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> SkewnessCorrected:
    r"""Laud's skewness-corrected score interval of the paired difference.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    SkewnessCorrected
        Shares, -1 to 1. One pair tells nothing: no estimate, from -1 to 1.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    With :math:`S = (b - c)/N - \delta`, Tango's chances under :math:`\delta`, :math:`V` the variance of S times
    :math:`N/(N-1)` and :math:`\mu_3 = \delta(1 - 3(p_{12} + p_{21}) + 2\delta^2)/N^2` its third central moment, the
    corrected score s solves :math:`As^2 + s = S/\sqrt V + A`, :math:`A = \mu_3/(6V^{3/2})`. The interval holds every
    :math:`\delta` with :math:`|s| \le z`. Without discordant pairs the corrected score is 0 at 0 and at two places on
    both sides of it: ``est`` is the lowest of the three, as in R ``ratesci`` 1.0.0
    ``pairbinci(contrast="RD", method="Score")``, with which this agrees.

    References
    ----------
    Laud (2017), Pharmaceutical Statistics 16:334-348; Laud, "Improved confidence intervals and tests for
    paired binomial proportions" (under review), for pairs.

    Examples
    --------
    >>> answer = rd_laud_scas_paired(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.est, 6), round(answer.lower, 6), round(answer.upper, 6)
    (-0.285861, -0.528113, -0.018422)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    if counts.pairs == 1:
        return SkewnessCorrected(est=None, lower=-1.0, upper=1.0, undefined={"est": "one_pair"})
    est, lower, upper = (_halved(_of_difference, counts, at, _Ends(low=-1, high=1)) for at in (0, z, -z))
    return SkewnessCorrected(est=est, lower=lower, upper=upper)


def rr_laud_scas_paired(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> SkewnessCorrected:
    r"""Laud's skewness-corrected score interval of the paired ratio.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    SkewnessCorrected
        Ratios, 0 to infinity. One pair, or no positive answer, tells nothing: no estimate, from 0 to infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    As :func:`rd_laud_scas_paired`, with :math:`S = (a + b - R(a + c))/N`, Tang's chances under R,
    :math:`V = R(p_{12} + p_{21})/(N - 1)` and
    :math:`\mu_3 = R(p_{12}(2 - R) + p_{21}(1 - 2R))/N^2`. When only one of the applicants ever had a positive answer,
    ``est`` is finite and above 0 all the same. Agrees with R ``ratesci`` 1.0.0
    ``pairbinci(contrast="RR", method="Score")``; that drops a third moment below 1e-10, here none is dropped, so that
    from thousands of pairs on the two differ in the seventh digit.

    References
    ----------
    Laud (2017), Pharmaceutical Statistics 16:334-348; Laud, "Improved confidence intervals and tests for
    paired binomial proportions" (under review), for pairs.

    Examples
    --------
    >>> answer = rr_laud_scas_paired(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.est, 6), round(answer.lower, 6), round(answer.upper, 6)
    (0.262723, 0.042901, 0.928199)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    if counts.pairs == 1 or counts.positive == 0:
        why = "one_pair" if counts.pairs == 1 else "no_positive_answers"
        return SkewnessCorrected(est=None, lower=0.0, upper=math.inf, undefined={"est": why})
    ends = _Ends(low=-60, high=60)
    est, lower, upper = (math.exp(_halved(_of_log_ratio, counts, at, ends)) for at in (0, z, -z))
    return SkewnessCorrected(
        est=est,
        lower=lower if counts.positive_majority else 0.0,
        upper=upper if counts.positive_minority else math.inf,
    )


class _Ends(msgspec.Struct, frozen=True, kw_only=True):
    low: float
    high: float


def _halved(score: _Score, counts: PairedCounts, wanted: float, ends: _Ends) -> float:
    """Where the score passes ``wanted``; by halving alone, so that of more such places it is the one R finds."""
    low, high = ends.low, ends.high
    for _ in range(120):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if score(counts, middle) > wanted:
            low = middle
        else:
            high = middle
    return low if wanted >= 0 else high


def _of_difference(counts: PairedCounts, delta: float) -> float:
    if delta < 0:
        return -_of_difference(counts.swapped, -delta)
    q = q_of_difference(counts, delta)
    discordant = 2 * q + delta
    gap = (counts.only_majority - counts.only_minority) / counts.pairs - delta
    variance = max(discordant - delta * delta, 0) / (counts.pairs - 1)
    return _corrected(gap, variance, delta * (1 - 3 * discordant + 2 * delta * delta) / counts.pairs**2)


def _of_log_ratio(counts: PairedCounts, log_times: float) -> float:
    if log_times < 0:
        return -_of_log_ratio(counts.swapped, -log_times)
    n, times = counts.pairs, math.exp(log_times)
    q = q_of_ratio(counts, times)
    other = (q + (times - 1) * (counts.positive / n)) / times
    gap = (counts.positive_majority - counts.positive_minority * times) / n
    third = times * (other * (2 - times) + q * (1 - 2 * times)) / n**2
    return _corrected(gap, times * (other + q) / (n - 1), third)


def _corrected(gap: float, variance: float, third: float) -> float:
    """The score without its skewness: the root of A s² + s - (gap/√V + A) that goes on to gap/√V as A goes to 0."""
    if variance <= 0:
        return math.copysign(math.inf, gap) if gap else 0.0
    skewness = third / (6 * variance * math.sqrt(variance))
    right = gap / math.sqrt(variance) + skewness
    inside = 1 + 4 * skewness * right
    return 2 * right / (1 + math.sqrt(inside)) if inside > 0 else -1 / (2 * skewness)
