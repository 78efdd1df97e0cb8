"""Given that the answers differ: what are the odds that the majority applicant is the one? Exact intervals."""

from __future__ import annotations

import math

from scipy import optimize, special

from testing_lab.arguments import open_share
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.odds_ratio import odds, odds_ratio, why_no_odds_ratio
from testing_lab.result import Interval


class OddsRatioWithShare(Interval, frozen=True, kw_only=True):
    """An odds ratio from 0 up, and the same bounds as shares of the discordant pairs, 0 to 1."""

    share_lower: float
    share_upper: float


def or_conditional_clopper_pearson(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> OddsRatioWithShare:
    r"""Clopper and Pearson's exact interval of the conditional odds ratio b/c.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    OddsRatioWithShare
        Odds, 0 to infinity. Without discordant pairs: no estimate, from 0 to infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    Share bounds are quantiles of Beta(b, c + 1) and Beta(b + 1, c); odds = share/(1 - share). It holds 1 exactly when
    the exact McNemar test does not reject. Its coverage is never below ``confidence``. Agrees with R
    ``exact2x2::exact2x2(paired=TRUE, tsmethod="central")``.

    References
    ----------
    Clopper & Pearson (1934), Biometrika 26:404-413.

    Examples
    --------
    >>> answer = or_conditional_clopper_pearson(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.estimate, 3), round(answer.lower, 3), round(answer.upper, 3)
    (0.143, 0.003, 1.112)
    """
    tail = (1 - open_share("confidence", confidence)) / 2
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    lower, above_lower = _exact_lower(counts, tail)
    above_upper, upper = _exact_lower(counts.swapped, tail)
    return _answer(counts, lower, above_lower, upper, above_upper)


def or_conditional_midp(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> OddsRatioWithShare:
    r"""Mid-p interval of the conditional odds ratio b/c, our default.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    OddsRatioWithShare
        Odds, 0 to infinity. Without discordant pairs: no estimate, from 0 to infinity.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    The shares :math:`\theta` for which :math:`P(X > b) + P(X = b)/2` and :math:`P(X < b) + P(X = b)/2` are at least
    :math:`\alpha/2`, :math:`X \sim \mathrm{Bin}(b + c, \theta)`. It holds 1 exactly when the mid-p McNemar test does
    not reject. Agrees with R ``ratesci::pairbinci(contrast="OR", method="midp")``; ``exact2x2`` stops at 3 digits.

    References
    ----------
    Fagerland, Lydersen & Laake (2014), Statistics in Medicine 33:2850-2875; Berry & Armitage (1995),
    The Statistician 44:417-423.

    Examples
    --------
    >>> answer = or_conditional_midp(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.estimate, 4), round(answer.lower, 4), round(answer.upper, 4)
    (1.5926, 0.9868, 2.6051)
    """
    tail = (1 - open_share("confidence", confidence)) / 2
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    lower, above_lower = _midp_lower(counts, tail)
    above_upper, upper = _midp_lower(counts.swapped, tail)
    return _answer(counts, lower, above_lower, upper, above_upper)


def _answer(
    counts: PairedCounts, lower: float, above_lower: float, upper: float, above_upper: float
) -> OddsRatioWithShare:
    return OddsRatioWithShare(
        estimate=odds_ratio(counts),
        lower=odds(lower, above_lower),
        upper=odds(upper, above_upper),
        share_lower=lower,
        share_upper=upper,
        undefined=why_no_odds_ratio(counts, "estimate"),
    )


def _exact_lower(counts: PairedCounts, tail: float) -> tuple[float, float]:
    """The lower bound of the share, and one minus it."""
    b, c = counts.only_majority, counts.only_minority
    if b == 0:
        return 0.0, 1.0
    return float(special.betaincinv(b, c + 1, tail)), float(special.betainccinv(c + 1, b, tail))


def _midp_lower(counts: PairedCounts, tail: float) -> tuple[float, float]:
    """The lower bound of the share, and one minus it. On the scale of log odds nothing is lost near 0 and 1."""
    b, c = counts.only_majority, counts.only_minority
    if b == 0:
        return 0.0, 1.0
    if c == 0:
        log_share = math.log(2 * tail) / b
        return math.exp(log_share), -math.expm1(log_share)

    def too_much(log_odds: float) -> float:
        share = float(special.expit(log_odds))
        chance = (float(special.betainc(b, c + 1, share)) + float(special.betainc(b + 1, c, share))) / 2
        return math.log(chance / tail) if chance > 0 else -math.inf

    low, above_low = _exact_lower(counts, tail)
    start = math.log(low) - math.log(above_low) if low > 0 else -700.0
    step = 0.5
    while too_much(start + step) < 0:
        step *= 2
    found = float(optimize.brentq(too_much, start - 1e-6, start + step, xtol=1e-14, rtol=1e-15, maxiter=500))
    return float(special.expit(found)), float(special.expit(-found))
