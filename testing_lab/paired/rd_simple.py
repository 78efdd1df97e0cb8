"""By how much do the chances of the two applicants differ? Intervals of the form centre ± z × standard error."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.result import Interval


class CentredDifference(Interval, frozen=True, kw_only=True):
    """A difference of shares, -1 to 1; the interval lies around ``centre``, which is closer to 0 than the estimate."""

    centre: float


def difference(counts: PairedCounts) -> float:
    """The share of positive answers of the majority applicants minus that of the minority applicants."""
    return (counts.only_majority - counts.only_minority) / counts.pairs


def rd_wald(*, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95) -> Interval:
    r"""Wald interval of the paired difference.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Shares, -1 to 1; a bound past an end is put at that end.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    :math:`(b - c)/N \pm z \sqrt{b + c - (b - c)^2/N}/N`. Too short with few pairs, and of no width without discordant
    ones: for comparison only. Agrees with R ``contingencytables::Wald_CI_diff_paired_2x2``.

    References
    ----------
    Fagerland, Lydersen & Laake (2014), Statistics in Medicine 33:2850-2875.

    Examples
    --------
    >>> answer = rd_wald(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.estimate, 3), round(answer.lower, 3), round(answer.upper, 3)
    (-0.286, -0.52, -0.052)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    estimate, half = difference(counts), z * _standard_error(counts, added=0.0)
    return Interval(estimate=estimate, lower=max(-1.0, estimate - half), upper=min(1.0, estimate + half))


def rd_agresti_min(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> CentredDifference:
    r"""Agresti and Min's interval of the paired difference: Wald's with half a pair more in each cell.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    CentredDifference
        Shares, -1 to 1; the estimate is the plain difference. A bound past an end is put at that end.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    Wald's interval of :math:`b + 1/2, c + 1/2, N + 2`.
    Agrees with R ``contingencytables::Wald_CI_AgrestiMin_paired_2x2``.

    References
    ----------
    Agresti & Min (2005), Statistics in Medicine 24:729-740.

    Examples
    --------
    >>> answer = rd_agresti_min(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.lower, 3), round(answer.upper, 3)
    (-0.493, -0.029)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    return _centred(counts, added=0.5, z=z)


def rd_bonett_price(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> CentredDifference:
    r"""Bonett and Price's interval of the paired difference: Wald's with one pair more in each discordant cell.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    CentredDifference
        Shares, -1 to 1; the estimate is the plain difference. A bound past an end is put at that end.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    Wald's interval of :math:`b + 1, c + 1, N + 2`; the simple one that Fagerland, Lydersen & Laake (2014) recommend.
    Agrees with R ``contingencytables::Wald_CI_BonettPrice_paired_2x2``.

    References
    ----------
    Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37:479-488.

    Examples
    --------
    >>> answer = rd_bonett_price(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.lower, 3), round(answer.upper, 3)
    (-0.508, -0.013)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    return _centred(counts, added=1.0, z=z)


def _centred(counts: PairedCounts, *, added: float, z: float) -> CentredDifference:
    centre = (counts.only_majority - counts.only_minority) / (counts.pairs + 2)
    half = z * _standard_error(counts, added=added)
    lower, upper = max(-1.0, centre - half), min(1.0, centre + half)
    return CentredDifference(estimate=difference(counts), centre=centre, lower=lower, upper=upper)


def _standard_error(counts: PairedCounts, *, added: float) -> float:
    """``added`` to each discordant cell; then also two pairs more in all."""
    pairs = counts.pairs + (2 if added else 0)
    gap = counts.only_majority - counts.only_minority
    return math.sqrt(max(counts.discordant + 2 * added - gap * gap / pairs, 0)) / pairs
