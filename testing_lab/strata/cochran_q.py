"""Do several applicants for the same offers have equal chances? Cochran's Q."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from scipy import special

from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class CochranQ(Result, frozen=True, kw_only=True):
    """The statistic with its degrees of freedom, and the share of positive answers of each applicant."""

    q: float | None = msgspec.field(name="Q")
    df: int
    p_value: float
    shares: tuple[float, ...]


def cochran_q(*, outcomes: Sequence[Sequence[bool | int]]) -> CochranQ:
    r"""Cochran's Q test of equal chances of several applicants.

    Parameters
    ----------
    outcomes : matrix of 0 and 1, or truth values
        A row for each offer, a column for each applicant, at least one row and two columns.

    Returns
    -------
    CochranQ
        ``Q`` is ``None`` (``no_discordant_blocks``) and p = 1 when within each offer all had the same answer.

    Raises
    ------
    ImpossibleInput
        Rows of different length, a value that is neither 0 nor 1, no row, or fewer than two applicants.

    Notes
    -----
    With column sums G, row sums L, k applicants:
    :math:`Q = (k-1)(k \sum G^2 - (\sum G)^2) / (k \sum L - \sum L^2)`, in whole numbers until the one division, against
    chi-square with k - 1 degrees of freedom. Two applicants give McNemar's statistic.
    Agrees with R ``coin::symmetry_test`` and statsmodels ``cochrans_q``.

    References
    ----------
    Cochran (1950), Biometrika 37:256-266, equation 3.

    Examples
    --------
    >>> found = cochran_q(outcomes=[[1, 1, 0], [1, 0, 0], [1, 1, 0], [0, 0, 0], [1, 0, 1]])
    >>> round(found.q, 6), found.df
    (3.5, 2)
    """
    answers = _answers(outcomes)
    offers, applicants = answers.shape
    by_applicant = [int(total) for total in answers.sum(axis=0)]
    by_offer = np.bincount(answers.sum(axis=1), minlength=applicants + 1)
    total = sum(by_applicant)
    spread = applicants * sum(one * one for one in by_applicant) - total * total
    within = applicants * total - sum(int(number) * size * size for size, number in enumerate(by_offer))
    shares = tuple(one / offers for one in by_applicant)
    df = applicants - 1
    if within == 0:
        return CochranQ(q=None, df=df, p_value=1.0, shares=shares, undefined={"Q": "no_discordant_blocks"})
    statistic = df * spread / within
    return CochranQ(q=statistic, df=df, p_value=float(special.chdtrc(df, statistic)), shares=shares)


def _answers(outcomes: Sequence[Sequence[bool | int]]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    if len(outcomes) == 0:
        raise ImpossibleInput("outcomes", "is empty")
    applicants = len(outcomes[0])
    if applicants < 2:
        raise ImpossibleInput("outcomes", "has fewer than two applicants", applicants=applicants)
    for place, row in enumerate(outcomes):
        if len(row) != applicants:
            raise ImpossibleInput(f"outcomes[{place}]", "has another number of applicants", wanted=applicants)
        for value in row:
            if value not in (0, 1):
                raise ImpossibleInput(f"outcomes[{place}]", "has a value that is neither 0 nor 1", value=str(value))
    answers: np.ndarray[tuple[int, int], np.dtype[np.int64]] = np.array(outcomes, dtype=np.int64)
    return answers
