"""Do the two applicants of a pair have equal chances? The chi-squared tests, with and without correction."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_p
from testing_lab.paired.counts import paired_counts
from testing_lab.result import Result


class McNemarAsymptotic(Result, frozen=True, kw_only=True):
    """``statistic`` is chi-squared with 1 degree of freedom; ``z`` is its signed root, above 0 for the majority."""

    statistic: float | None
    z: float | None
    p_value: float


class McNemarContinuityCorrected(Result, frozen=True, kw_only=True):
    """``statistic`` is chi-squared with 1 degree of freedom."""

    statistic: float | None
    p_value: float


def mcnemar_asymptotic(*, both: int, only_majority: int, only_minority: int, neither: int) -> McNemarAsymptotic:
    r"""McNemar's test of equal chances within pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    McNemarAsymptotic
        Without discordant pairs there is no statistic and p = 1.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    :math:`z = (b - c)/\sqrt{b + c}`. Too liberal with few discordant pairs: prefer the mid-p test.
    Agrees with R ``mcnemar.test(correct=FALSE)``.

    References
    ----------
    McNemar (1947), Psychometrika 12:153-157.

    Examples
    --------
    Bentur et al. (2009), airway hyper-responsiveness, in Fagerland, Lydersen & Laake (2013):

    >>> answer = mcnemar_asymptotic(both=1, only_majority=1, only_minority=7, neither=12)
    >>> answer.statistic, round(answer.p_value, 4)
    (4.5, 0.0339)
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    if counts.discordant == 0:
        why = "no_discordant_pairs"
        return McNemarAsymptotic(statistic=None, z=None, p_value=1.0, undefined={"statistic": why, "z": why})
    gap = counts.only_majority - counts.only_minority
    z = gap / math.sqrt(counts.discordant)
    return McNemarAsymptotic(statistic=gap * gap / counts.discordant, z=z, p_value=two_sided_p(z))


def mcnemar_continuity_corrected(
    *, both: int, only_majority: int, only_minority: int, neither: int
) -> McNemarContinuityCorrected:
    r"""McNemar's test with Edwards' continuity correction.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    McNemarContinuityCorrected
        Without discordant pairs there is no statistic and p = 1.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    :math:`(|b - c| - 1)^2/(b + c)`; at a tie the statistic is 0, as in R ``mcnemar.test`` (which corrects by default).
    Conservative: for comparison with older work only.

    References
    ----------
    Edwards (1948), Psychometrika 13:185-187.

    Examples
    --------
    >>> answer = mcnemar_continuity_corrected(both=1, only_majority=1, only_minority=7, neither=12)
    >>> answer.statistic, round(answer.p_value, 4)
    (3.125, 0.0771)
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    if counts.discordant == 0:
        return McNemarContinuityCorrected(statistic=None, p_value=1.0, undefined={"statistic": "no_discordant_pairs"})
    gap = max(abs(counts.only_majority - counts.only_minority) - 1, 0)
    p_value = two_sided_p(gap / math.sqrt(counts.discordant))
    return McNemarContinuityCorrected(statistic=gap * gap / counts.discordant, p_value=p_value)
