"""Do the two applicants of a pair have equal chances? The mid-p test, our default."""

from __future__ import annotations

from testing_lab.binomial import at_least, at_most
from testing_lab.paired.counts import paired_counts
from testing_lab.result import Result


class McNemarMidP(Result, frozen=True, kw_only=True):
    """Mid-p values; ``p_greater`` is one-sided for "the majority applicant is favoured", ``p_less`` for the reverse."""

    p_value: float
    p_greater: float
    p_less: float


def mcnemar_midp(*, both: int, only_majority: int, only_minority: int, neither: int) -> McNemarMidP:
    r"""Mid-p McNemar test of equal chances within pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    McNemarMidP
        Probabilities, 0 to 1.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    With :math:`m` discordant pairs and :math:`X \sim \mathrm{Bin}(m, 1/2)`,
    :math:`p = 2 P(X \le \min(b, c)) - P(X = b)`. At a tie, and without discordant pairs, p = 1.
    Agrees with R ``exact2x2::exact2x2(paired=TRUE, midp=TRUE)``; ``contingencytables`` gives 1 - f/2 at ties.

    References
    ----------
    Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13:91, equation 4.

    Examples
    --------
    Man and woman with French names in Petit et al. (2013), data set inter1 of R ``callback``:

    >>> round(mcnemar_midp(both=43, only_majority=43, only_minority=27, neither=197).p_value, 8)
    0.05681468
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    m, b = counts.discordant, counts.only_majority
    greater = (at_least(b, trials=m, share=0.5) + at_least(b + 1, trials=m, share=0.5)) / 2
    less = (at_most(b, trials=m, share=0.5) + at_most(b - 1, trials=m, share=0.5)) / 2
    return McNemarMidP(p_value=min(1.0, 2 * min(greater, less)), p_greater=greater, p_less=less)
