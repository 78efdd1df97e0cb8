"""Do the two applicants of a pair have equal chances? The exact test, given the number of discordant pairs."""

from __future__ import annotations

from testing_lab.binomial import at_least, at_most
from testing_lab.paired.counts import paired_counts
from testing_lab.result import Result


class McNemarExact(Result, frozen=True, kw_only=True):
    """Exact p values; ``p_greater`` is one-sided for "the majority applicant is favoured", ``p_less`` the reverse."""

    p_value: float
    p_greater: float
    p_less: float


def mcnemar_exact(*, both: int, only_majority: int, only_minority: int, neither: int) -> McNemarExact:
    r"""Exact conditional McNemar test: the binomial test of the discordant pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    McNemarExact
        Probabilities, 0 to 1.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    With :math:`m` discordant pairs and :math:`X \sim \mathrm{Bin}(m, 1/2)`,
    :math:`p = \min(1, 2 P(X \le \min(b, c)))`. Without discordant pairs, p = 1. Never above its nominal level, and
    far below it with few discordant pairs. Agrees with R ``exact2x2::mcnemar.exact``.

    References
    ----------
    Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13:91.

    Examples
    --------
    >>> round(mcnemar_exact(both=1, only_majority=1, only_minority=7, neither=12).p_value, 4)
    0.0703
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    m, b = counts.discordant, counts.only_majority
    greater, less = at_least(b, trials=m, share=0.5), at_most(b, trials=m, share=0.5)
    return McNemarExact(p_value=min(1.0, 2 * min(greater, less)), p_greater=greater, p_less=less)
