"""Do two groups of applications have equal chances? Pearson's chi-square, with and without Yates's correction."""

from __future__ import annotations

import math

from testing_lab.result import Result
from testing_lab.unpaired.counts import UnpairedCounts, unpaired_counts


class ChiSquareTest(Result, frozen=True, kw_only=True):
    """The statistic on one degree of freedom, and its two-sided p-value."""

    statistic: float | None
    p_value: float


def pearson_chi2(
    *, callbacks_majority: int, n_majority: int, callbacks_minority: int, n_minority: int
) -> ChiSquareTest:
    r"""Pearson's chi-square test of equal shares, without correction.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.

    Returns
    -------
    ChiSquareTest
        ``statistic`` is ``None`` (``no_variation``) and p = 1 when everybody or nobody had a positive answer.

    Raises
    ------
    ImpossibleInput
        Counts that cannot be.

    Notes
    -----
    :math:`\chi^2 = N (ad - bc)^2 / (n_1 n_0 m_1 m_0)`, in whole numbers until the one division.
    Agrees with R ``prop.test(correct=FALSE)``. Not for pairs: it ignores that they answer the same vacancy.

    References
    ----------
    Pearson (1900), Philosophical Magazine 50:157-175.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> round(pearson_chi2(**counts).statistic, 6)
    16.87905
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    return _test(counts, 2 * abs(counts.excess))


def pearson_chi2_yates(
    *, callbacks_majority: int, n_majority: int, callbacks_minority: int, n_minority: int
) -> ChiSquareTest:
    r"""Pearson's chi-square test with Yates's continuity correction.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.

    Returns
    -------
    ChiSquareTest
        ``statistic`` is ``None`` (``no_variation``) and p = 1 when everybody or nobody had a positive answer.

    Raises
    ------
    ImpossibleInput
        Counts that cannot be.

    Notes
    -----
    :math:`\chi^2 = N \max(0, |ad - bc| - N/2)^2 / (n_1 n_0 m_1 m_0)`: the correction never goes beyond equal shares.
    Agrees with R ``prop.test``.

    References
    ----------
    Yates (1934), Supplement to the Journal of the Royal Statistical Society 1:217-235.

    Examples
    --------
    >>> round(pearson_chi2_yates(callbacks_majority=7, n_majority=20, callbacks_minority=2, n_minority=18).p_value, 8)
    0.17785288
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    return _test(counts, max(0, 2 * abs(counts.excess) - counts.applications))


def _test(counts: UnpairedCounts, twice: int) -> ChiSquareTest:
    margins = counts.n_majority * counts.n_minority * counts.callbacks * (counts.applications - counts.callbacks)
    if margins == 0:
        return ChiSquareTest(statistic=None, p_value=1.0, undefined={"statistic": "no_variation"})
    statistic = counts.applications * twice * twice / (4 * margins)
    return ChiSquareTest(statistic=statistic, p_value=math.erfc(math.sqrt(statistic / 2)))
