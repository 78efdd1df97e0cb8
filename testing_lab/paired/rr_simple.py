"""How many times the chance of the minority applicant is that of the majority one? Intervals on the log scale."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.proportions import wilson_share
from testing_lab.result import Interval


class WaldRatio(Interval, frozen=True, kw_only=True):
    """A ratio from 0 up; ``se_log`` is the standard error of its logarithm."""

    se_log: float | None


def ratio(counts: PairedCounts) -> float | None:
    """Positive answers of the majority applicants for one of the minority applicants; ``None`` if nobody had one."""
    if counts.positive_minority:
        return counts.positive_majority / counts.positive_minority
    return math.inf if counts.positive_majority else None


def why_no_ratio(counts: PairedCounts, *fields: str) -> dict[str, str]:
    """The reasons for a result: the ratio does not exist when nobody had a positive answer."""
    return {} if ratio(counts) is not None else dict.fromkeys(fields, "no_positive_answers")


def rr_wald_log(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> WaldRatio:
    r"""Wald interval of the logarithm of the paired ratio.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    WaldRatio
        Ratios, 0 to infinity. When an applicant never had a positive answer, the bounds are 0 and infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    Standard error of the logarithm: :math:`\sqrt{(b + c)/((a + b)(a + c))}`. Of no width without discordant pairs.
    Katz' interval of two independent groups ignores the pairing. Agrees with R
    ``contingencytables::Wald_CI_ratio_paired_2x2``.

    References
    ----------
    Desu & Raghavarao (2004), Nonparametric Statistical Methods for Complete and Censored Data.

    Examples
    --------
    >>> answer = rr_wald_log(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.estimate, 3), round(answer.lower, 3), round(answer.upper, 3)
    (0.25, 0.063, 1.0)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    product = counts.positive_majority * counts.positive_minority
    estimate = ratio(counts)
    if estimate is None or product == 0:
        side = "no_positive_minority" if counts.positive_majority else "no_positive_majority"
        why = why_no_ratio(counts, "estimate", "se_log") or {"se_log": side}
        return WaldRatio(estimate=estimate, se_log=None, lower=0.0, upper=math.inf, undefined=why)
    error = math.sqrt(counts.discordant / product)
    lower, upper = estimate * math.exp(-z * error), estimate * math.exp(z * error)
    return WaldRatio(estimate=estimate, se_log=error, lower=lower, upper=upper)


def rr_bonett_price_hybrid_wilson(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""Bonett and Price's hybrid Wilson interval of the paired ratio.

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
    Wilson intervals of :math:`(a+b)/n^*` and :math:`(a+c)/n^*`, :math:`n^* = a+b+c`, with :math:`z` made smaller by
    :math:`\sqrt{(b+c+2)/((a+b+1)(a+c+1))}` over the sum of both
    :math:`\sqrt{(1-(x+1)/(n^*+2))/(x+1)}`; then :math:`(l_1/u_2, u_1/l_2)`.
    Agrees with R ``contingencytables::BonettPrice_hybrid_Wilson_score_CI_paired_2x2``.

    References
    ----------
    Bonett & Price (2006), Statistics in Medicine 25:3039-3047.

    Examples
    --------
    >>> answer = rr_bonett_price_hybrid_wilson(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.lower, 3), round(answer.upper, 3)
    (0.068, 0.923)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    positive = counts.positive
    if positive == 0:
        return Interval(estimate=None, lower=0.0, upper=math.inf, undefined=why_no_ratio(counts, "estimate"))
    x1, x2 = counts.positive_majority, counts.positive_minority
    together = math.sqrt((counts.discordant + 2) / ((x1 + 1) * (x2 + 1)))
    apart = sum(math.sqrt((positive - x + 1) / ((positive + 2) * (x + 1))) for x in (x1, x2))
    first = wilson_share(x1, trials=positive, z=z * together / apart)
    second = wilson_share(x2, trials=positive, z=z * together / apart)
    upper = first.upper / second.lower if second.lower else math.inf
    return Interval(estimate=ratio(counts), lower=first.lower / second.upper, upper=upper)
