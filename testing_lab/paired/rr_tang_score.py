"""How many times the chance of the minority applicant is that of the majority one? Tang's score interval."""

from __future__ import annotations

import math

from scipy import optimize

from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.rr_simple import ratio, why_no_ratio
from testing_lab.result import Interval


def rr_tang_score(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""Tang's asymptotic score interval of the paired ratio, our default for the callback ratio.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Ratios, 0 to infinity. The estimate is ``None`` when nobody had a positive answer.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    All R with :math:`|a + b - R(a + c)| \le z\sqrt{N(1+R)q + (a+b+c)(R-1)}`, where q is the upper root of
    :math:`N(1+R)q^2 + ((a+c)R^2 - (a+b+2c))q + c(1-R)(a+b+c)/N = 0`. It holds 1 exactly when McNemar's asymptotic test
    does not reject. When the minority applicant never had a positive answer: from :math:`b/z^2` to infinity.
    Agrees with R ``ratesci::pairbinci(contrast="RR", method="Score", skew=FALSE, bcf=FALSE)``.

    References
    ----------
    Tang, Tang & Chan (2003), Statistics in Medicine 22:1217-1233; Nam & Blackwelder (2002), 21:689-699.

    Examples
    --------
    >>> answer = rr_tang_score(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.estimate, 3), round(answer.lower, 3), round(answer.upper, 3)
    (0.25, 0.065, 0.907)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    upper, reverse = _upper(counts, z), _upper(counts.swapped, z)
    lower = 0.0 if math.isinf(reverse) else 1 / reverse
    return Interval(estimate=ratio(counts), lower=lower, upper=upper, undefined=why_no_ratio(counts, "estimate"))


def restricted_q(counts: PairedCounts, times: float) -> float:
    """The likeliest chance of "only the minority" when the ratio is ``times``, from 1 up; no digits cancel."""
    n, c = counts.pairs, counts.only_minority
    slope = counts.positive_minority * (times * times - 1) - counts.discordant
    below = c * (times - 1) * (counts.positive / n)
    double = 2 * n * (1 + times)
    root = math.hypot(slope, math.sqrt(2 * double * below))
    return (root - slope) / double if slope <= 0 else 2 * below / (root + slope)


def _upper(counts: PairedCounts, z: float) -> float:
    if counts.positive_minority == 0:
        return math.inf
    if counts.positive_majority == 0:
        return z * z / counts.only_minority
    target = z / math.hypot(1, z)
    start, step = math.log(counts.positive_majority / counts.positive_minority), 0.5
    if _score(counts, math.exp(start)) <= -target:  # so narrow that rounding the estimate is all there is
        return math.exp(start)
    while _score(counts, math.exp(start + step)) > -target:
        step *= 2
    found = optimize.brentq(
        lambda added: _score(counts, math.exp(start + added)) + target, 0.0, step, xtol=1e-18, rtol=1e-15, maxiter=500
    )
    return math.exp(start + float(found))


def _score(counts: PairedCounts, times: float) -> float:
    """The score, from -1 to 1: s/sqrt(1 + s²) is finite everywhere and goes down as s does."""
    if times < 1:
        return -_score(counts.swapped, 1 / times)
    gap = counts.positive_majority - times * counts.positive_minority
    variance = counts.pairs * (1 + times) * restricted_q(counts, times) + counts.positive * (times - 1)
    return gap / math.hypot(gap, math.sqrt(variance)) if gap else 0.0
