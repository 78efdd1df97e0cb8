"""Given that the answers differ: what are the odds that the majority applicant is the one? Approximate intervals."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.laud_scas import SkewnessCorrected
from testing_lab.paired.odds_ratio import odds, odds_ratio, why_no_odds_ratio
from testing_lab.proportions import wilson_share
from testing_lab.result import Interval


class WaldOddsRatio(Interval, frozen=True, kw_only=True):
    """An odds ratio from 0 up, its logarithm and the standard error of that."""

    log_or: float | None
    se_log: float | None


def or_conditional_wilson(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""Interval of the conditional odds ratio b/c from Wilson's interval of b/(b + c).

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Odds, 0 to infinity. Without discordant pairs: no estimate, from 0 to infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    odds = share/(1 - share). It holds 1 exactly when McNemar's asymptotic test does not reject.
    Agrees with R ``ratesci::pairbinci(contrast="OR", method="wilson")``.

    References
    ----------
    Wilson (1927), JASA 22:209-212; Fagerland, Lydersen & Laake (2014), Statistics in Medicine 33:2850-2875.

    Examples
    --------
    >>> answer = or_conditional_wilson(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.lower, 4), round(answer.upper, 4)
    (0.9887, 2.5654)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    if counts.discordant == 0:
        return _nothing_known(counts)
    share = wilson_share(counts.only_majority, trials=counts.discordant, z=z)
    return Interval(
        estimate=odds_ratio(counts),
        lower=odds(share.lower, share.above_lower),
        upper=odds(share.upper, share.above_upper),
    )


def or_conditional_wald(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> WaldOddsRatio:
    r"""Wald interval of the logarithm of the conditional odds ratio b/c: what conditional logit gives for pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    WaldOddsRatio
        Odds, 0 to infinity. When all discordant pairs go one way, or there are none, there is no standard error
        and the bounds are 0 and infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    :math:`\log(b/c) \pm z\sqrt{1/b + 1/c}`. Agrees with R ``contingencytables::Wald_CI_OR_paired_2x2``.

    References
    ----------
    Fagerland, Lydersen & Laake (2014), Statistics in Medicine 33:2850-2875.

    Examples
    --------
    >>> answer = or_conditional_wald(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.lower, 4), round(answer.upper, 4)
    (0.9842, 2.577)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    b, c = counts.only_majority, counts.only_minority
    estimate = odds_ratio(counts)
    if estimate is None:
        why = why_no_odds_ratio(counts, "estimate", "log_or", "se_log")
        return WaldOddsRatio(estimate=None, log_or=None, se_log=None, lower=0.0, upper=math.inf, undefined=why)
    if b == 0 or c == 0:
        log_or = -math.inf if b == 0 else math.inf
        why = {"se_log": "all_discordant_pairs_one_way"}
        return WaldOddsRatio(estimate=estimate, log_or=log_or, se_log=None, lower=0.0, upper=math.inf, undefined=why)
    log_or, error = math.log(b) - math.log(c), math.sqrt(1 / b + 1 / c)
    lower, upper = estimate * math.exp(-z * error), estimate * math.exp(z * error)
    return WaldOddsRatio(estimate=estimate, log_or=log_or, se_log=error, lower=lower, upper=upper)


def or_conditional_wald_laplace(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""Wald interval of the conditional odds ratio with one pair more in each discordant cell.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Odds, above 0 and finite; the estimate is the plain b/c, ``None`` without discordant pairs. With few discordant
        pairs the interval can leave out the estimate.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    :math:`\log((b+1)/(c+1)) \pm z\sqrt{1/(b+1) + 1/(c+1)}`.
    Agrees with R ``contingencytables::Wald_CI_OR_Laplace_paired_2x2``.

    References
    ----------
    Greenland (2000), Biostatistics 1:113-122; Fagerland, Lydersen & Laake (2014), Statistics in Medicine
    33:2850-2875.

    Examples
    --------
    >>> answer = or_conditional_wald_laplace(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.lower, 4), round(answer.upper, 4)
    (0.9784, 2.5239)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    b, c = counts.only_majority + 1, counts.only_minority + 1
    half = z * math.sqrt(1 / b + 1 / c)
    return Interval(
        estimate=odds_ratio(counts),
        lower=b / c * math.exp(-half),
        upper=b / c * math.exp(half),
        undefined=why_no_odds_ratio(counts, "estimate"),
    )


def or_conditional_scas(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> SkewnessCorrected:
    r"""Laud's skewness-corrected score interval of the conditional odds ratio b/c.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    SkewnessCorrected
        Odds, 0 to infinity. Without discordant pairs, or with one pair: no estimate, from 0 to infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    The skewness-corrected score interval of the share :math:`b/m`, in closed form, with its variance
    :math:`\lambda = N/(N - 1)` times as great (all pairs, not only the discordant ones); odds = share/(1 - share).
    With :math:`e = (z^2 - 1)/(6m\lambda)` the lower share is the lower root of
    :math:`(\lambda z^2/m + (2e - 1)^2)p^2 + (2(2e - 1)d - \lambda z^2/m)p + d^2 = 0`, :math:`d = \max(0, b/m - e)`;
    the upper one is the same for c. ``est`` is its limit as z goes to 0.
    Agrees with R ``ratesci`` 1.0.0 ``pairbinci(contrast="OR", method="SCASp")``.

    References
    ----------
    Laud (2017), Pharmaceutical Statistics 16:334-348.

    Examples
    --------
    >>> answer = or_conditional_scas(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.est, 6), round(answer.lower, 6), round(answer.upper, 6)
    (1.588969, 0.987783, 2.601838)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    b, c, m = counts.only_majority, counts.only_minority, counts.discordant
    if m == 0 or counts.pairs == 1:
        why = "no_discordant_pairs" if m == 0 else "one_pair"
        return SkewnessCorrected(est=None, lower=0.0, upper=math.inf, undefined={"est": why})
    more = counts.pairs / (counts.pairs - 1)
    lower, above_lower = _scas_lower(b, m, more, z)
    above_upper, upper = _scas_lower(c, m, more, z)
    little = 1 / (6 * more)
    return SkewnessCorrected(
        est=(b + little) / (c + little), lower=odds(lower, above_lower), upper=odds(upper, above_upper)
    )


def _nothing_known(counts: PairedCounts) -> Interval:
    return Interval(estimate=None, lower=0.0, upper=math.inf, undefined=why_no_odds_ratio(counts, "estimate"))


def _scas_lower(successes: int, trials: int, more: float, z: float) -> tuple[float, float]:
    """The lower bound of the share of ``successes``, and one minus it."""
    little = (z * z - 1) / (6 * trials * more)
    start = max(successes / trials - little, 0.0)
    if successes == 0 or start == 0:
        return 0.0, 1.0
    inflated = more * z * z / trials
    turn, rest = 1 - 2 * little, (trials - successes) / trials - little
    root = math.sqrt(max(inflated * (inflated + 4 * start * rest), 0.0))
    lower = 2 * start * start / (2 * turn * start + inflated + root)
    return lower, (inflated + 2 * turn * rest + root) / (2 * (inflated + turn * turn))
