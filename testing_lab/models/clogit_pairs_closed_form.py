"""The conditional logit of pairs needs no iteration: it is the logarithm of a ratio of two counts."""

from __future__ import annotations

import math

from scipy import special

from testing_lab.arguments import open_share
from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import paired_counts
from testing_lab.result import Result


class PairsLogit(Result, frozen=True, kw_only=True):
    """The minority applicant's log odds ratio within pairs, and its Wald test and interval."""

    coef: float | None
    se: float | None
    odds_ratio: float | None
    p_value: float | None
    lower: float | None
    upper: float | None
    loglik: float
    loglik_null: float


def clogit_pairs_closed_form(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> PairsLogit:
    r"""Conditional logit of a positive answer on being the minority applicant, from the four counts of the pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    PairsLogit
        ``coef`` below 0 and ``odds_ratio`` below 1 mean that the minority applicant is worse off: this is the
        coefficient of the minority, as a regression prints it, not the majority's odds ratio of the paired questions.
        ``lower`` and ``upper`` bound ``coef``.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    :math:`\hat\beta = \log(c/b)`, :math:`SE = \sqrt{1/b + 1/c}`, log-likelihood :math:`b\log(b/m) + c\log(c/m)` with
    b = only the majority, c = only the minority, m = b + c. Agrees with R ``survival::clogit``. With b or c = 0 the
    coefficient is infinite and has no standard error (reason ``separation``); without discordant pairs there is none
    (reason ``no_discordant_pairs``). Exact and mid-p intervals: the conditional odds ratio of the paired questions.

    References
    ----------
    Breslow & Day (1980), Statistical Methods in Cancer Research I, section 5.2.

    Examples
    --------
    The 211 advertisements of Bertrand & Mullainathan (2004) with exactly one pair:

    >>> answer = clogit_pairs_closed_form(both=13, only_majority=12, only_minority=4, neither=182)
    >>> round(answer.coef, 8), round(answer.se, 8)
    (-1.09861229, 0.57735027)
    """
    open_share("confidence", confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    b, c, m = counts.only_majority, counts.only_minority, counts.discordant
    loglik = math.fsum(part * math.log(part / m) for part in (b, c) if part)
    null = -m * math.log(2)
    tests = ("se", "p_value", "lower", "upper")
    if b == 0 or c == 0:
        coef = None if m == 0 else math.inf if b == 0 else -math.inf
        return PairsLogit(
            coef=coef,
            se=None,
            odds_ratio=None if coef is None else math.exp(coef),
            p_value=None,
            lower=None,
            upper=None,
            loglik=loglik,
            loglik_null=null,
            undefined=dict.fromkeys(tests, "separation")
            if m
            else dict.fromkeys(("coef", "odds_ratio", *tests), "no_discordant_pairs"),
        )
    coef, se = math.log(c / b), math.sqrt(1 / b + 1 / c)
    half = two_sided_z(confidence) * se
    return PairsLogit(
        coef=coef,
        se=se,
        odds_ratio=c / b,
        p_value=float(2 * special.ndtr(-abs(coef) / se)),
        lower=coef - half,
        upper=coef + half,
        loglik=loglik,
        loglik_null=null,
    )
