"""How large is a share, and how sure are we? Intervals for one share of mystery calls."""

from __future__ import annotations

from testing_lab.arguments import count, open_share
from testing_lab.distributions import two_sided_z
from testing_lab.faults import ImpossibleInput
from testing_lab.proportions import clopper_pearson, jeffreys, wilson
from testing_lab.result import Result


class BinomialIntervals(Result, frozen=True, kw_only=True):
    """The share, and three two-sided intervals for it."""

    estimate: float
    wilson: tuple[float, float]
    clopper_pearson: tuple[float, float]
    jeffreys: tuple[float, float]


def binomial_ci(*, x: int, n: int, confidence: float = 0.95) -> BinomialIntervals:
    r"""Intervals for one share.

    Parameters
    ----------
    x : int
        Calls with the outcome, from 0 to n.
    n : int
        Calls, from 1 up.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    BinomialIntervals
        Shares, 0 to 1. Wilson is right on average, Clopper–Pearson is never too narrow, Jeffreys has equal tails.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    Wilson: :math:`(2x + z^2 \pm z \sqrt{z^2 + 4x(1 - x/n)}) / (2(n + z^2))`. Clopper–Pearson and Jeffreys: beta
    quantiles; Jeffreys begins at 0 when x = 0 and ends at 1 when x = n.
    Agrees with R ``binom::binom.confint`` and ``DescTools::BinomCI``.

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22:209-212; Clopper & Pearson (1934), Biometrika
    26:404-413; Brown, Cai & DasGupta (2001), Statistical Science 16:101-133.

    Examples
    --------
    Radar (AVROTROS) in January 2018: 37 of 78 agencies would discriminate on request (count from the printed 47 %):

    >>> tuple(round(bound, 8) for bound in binomial_ci(x=37, n=78).wilson)
    (0.36737267, 0.58375235)
    """
    found, calls = count("x", x), count("n", n)
    if calls == 0:
        raise ImpossibleInput("n", "is 0: there was no call")
    if found > calls:
        raise ImpossibleInput("x", "is more than there were calls", calls=calls)
    confidence = open_share("confidence", confidence)
    return BinomialIntervals(
        estimate=found / calls,
        wilson=wilson(found, calls, z=two_sided_z(confidence)),
        clopper_pearson=clopper_pearson(found, calls, confidence=confidence),
        jeffreys=jeffreys(found, calls, confidence=confidence),
    )
