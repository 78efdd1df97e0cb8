"""By how much do the chances of the two applicants differ? Tango's score interval."""

from __future__ import annotations

import math

from scipy import optimize

from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.rd_simple import difference
from testing_lab.result import Interval


def rd_tango_score(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""Tango's asymptotic score interval of the paired difference, our default.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Shares, -1 to 1.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    All :math:`\delta` with :math:`|b - c - N\delta| \le z \sqrt{N(2q + \delta(1 - \delta))}`, where q, the chance of
    "only the minority", has its greatest likelihood under :math:`\delta`: the upper root of
    :math:`2Nq^2 + (-b - c + (2N - b + c)\delta)q - c\delta(1 - \delta) = 0`. It holds 0 exactly when McNemar's
    asymptotic test does not reject. With all pairs discordant one way, the bound on that side is the end, 1 or -1.
    Agrees with R ``ratesci::pairbinci(method="Score", skew=FALSE, bcf=FALSE)``.

    References
    ----------
    Tango (1998), Statistics in Medicine 17:891-908; letter (1999) 18:3511-3513.

    Examples
    --------
    >>> answer = rd_tango_score(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.lower, 3), round(answer.upper, 3)
    (-0.517, -0.026)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    return Interval(estimate=difference(counts), lower=-_upper(counts.swapped, z), upper=_upper(counts, z))


def restricted_q(counts: PairedCounts, delta: float) -> float:
    """The likeliest chance of "only the minority" when the difference is ``delta``, from 0 up; no digits cancel."""
    n, b, c = counts.pairs, counts.only_majority, counts.only_minority
    slope = 2 * n * delta - b * (1 + delta) - c * (1 - delta)
    below = 2 * c * delta * (1 - delta)
    root = math.sqrt(slope * slope + 4 * n * below)
    return (root - slope) / (4 * n) if slope <= 0 else below / (root + slope)


def _upper(counts: PairedCounts, z: float) -> float:
    if counts.only_majority == counts.pairs:
        return 1.0
    target = z / math.hypot(1, z)
    if _score(counts, difference(counts)) <= -target:  # so narrow that rounding the estimate is all there is
        return difference(counts)
    return float(
        optimize.brentq(
            lambda delta: _score(counts, delta) + target, difference(counts), 1.0, xtol=1e-18, rtol=1e-15, maxiter=500
        )
    )


def _score(counts: PairedCounts, delta: float) -> float:
    """The score, from -1 to 1: s/sqrt(1 + s²) is finite at the ends and goes down as s does."""
    if delta < 0:
        return -_score(counts.swapped, -delta)
    gap = counts.only_majority - counts.only_minority - counts.pairs * delta
    if gap == 0:
        return 0.0
    variance = counts.pairs * (2 * restricted_q(counts, delta) + delta * (1 - delta))
    return gap / math.hypot(gap, math.sqrt(variance))
