"""Which shares of the discordant pairs are still possible? An interval that holds at every look."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scipy import optimize

from testing_lab.arguments import count, open_share
from testing_lab.faults import NotConverged
from testing_lab.result import Interval
from testing_lab.stopping.beta_mixture import log_mixture, prior_parameter

if TYPE_CHECKING:
    from collections.abc import Callable


class ConfidenceSequence(Interval, frozen=True, kw_only=True):
    """The share of discordant pairs with only the majority applicant positive, and its conditional odds ratio."""

    odds_ratio: float | None
    odds_ratio_lower: float
    odds_ratio_upper: float


def beta_mixture_confidence_sequence(
    *, only_majority: int, only_minority: int, prior: float = 0.5, alpha: float = 0.05
) -> ConfidenceSequence:
    r"""Confidence interval for the share, valid at every number of discordant pairs at once.

    Parameters
    ----------
    only_majority, only_minority : int
        Discordant pairs so far, each from 0 up.
    prior : float
        Both parameters of the symmetric Beta prior, above 0; chosen before the first pair.
    alpha : float
        Between 0 and 1: the whole sequence ever misses the truth with at most this probability.

    Returns
    -------
    ConfidenceSequence
        Without a discordant pair 0 to 1 (odds 0 to ``inf``), the estimate ``None``: ``no_discordant_pairs``. One-sided
        zeros: the bound on that side is 0 or 1.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    All :math:`\theta` with :math:`B(a + b, a + c) / (B(a, a) \theta^b (1 - \theta)^c) < 1/\alpha`; the left-hand side
    is convex in :math:`\theta` on the log scale, so they form an interval. Intersecting it with earlier ones is
    allowed. It holds 1/2 exactly while the e-value of
    :func:`testing_lab.stopping.beta_mixture_evalue.beta_mixture_evalue_mcnemar` is below 1/alpha.

    References
    ----------
    Robbins (1970), Annals of Mathematical Statistics 41:1397. Howard, Ramdas, McAuliffe & Sekhon (2021), Annals of
    Statistics 49:1055.

    Examples
    --------
    >>> answer = beta_mixture_confidence_sequence(only_majority=43, only_minority=27)
    >>> round(answer.lower, 8), round(answer.upper, 8)
    (0.41973543, 0.78659402)
    """
    b, c = count("only_majority", only_majority), count("only_minority", only_minority)
    a, bound = prior_parameter("prior", prior), -math.log(open_share("alpha", alpha))

    def excess(logit: float, more: int, less: int) -> float:
        share = 1 / (1 + math.exp(-logit))
        return log_mixture(only_majority=more, only_minority=less, prior_a=a, prior_b=a, share=share) - bound

    lower = _lower(lambda logit: excess(logit, b, c), b, c)
    upper = 1 - _lower(lambda logit: excess(logit, c, b), c, b)
    return ConfidenceSequence(
        estimate=b / (b + c) if b + c else None,
        lower=lower,
        upper=upper,
        odds_ratio=(b / c if c else math.inf) if b + c else None,
        odds_ratio_lower=lower / (1 - lower) if lower < 1 else math.inf,
        odds_ratio_upper=upper / (1 - upper) if upper < 1 else math.inf,
        undefined={} if b + c else dict.fromkeys(("estimate", "odds_ratio"), "no_discordant_pairs"),
    )


def _lower(excess: Callable[[float], float], b: int, c: int) -> float:
    """The lower bound, searched as a logit, so that tiny ones keep their digits."""
    if b == 0:
        return 0.0
    inside = math.log((b + 0.5) / (c + 0.5)) if c == 0 else math.log(b / c)
    outside, step = inside, 0.5
    while excess(outside) < 0:
        outside, step = outside - step, step * 2
        if outside < -600:  # with an alpha below 1e-250 only
            return 0.0
    while excess(inside) > 0:  # all pairs favour the majority: the likeliest share is 1
        inside += 1.0
        if inside > 34:
            raise NotConverged("no share is possible", b=b, c=c)
    root = float(optimize.brentq(excess, outside, inside, xtol=1e-14, rtol=8.9e-16))
    return 1 / (1 + math.exp(-root))
