"""Are the answers of the two applicants of a pair spread alike over several kinds? Stuart–Maxwell and Bhapkar."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import special

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class MarginalHomogeneity(Result, frozen=True, kw_only=True):
    """The statistic on ``df`` degrees of freedom, and for each kind of answer majority minus minority, as a share."""

    statistic: float | None
    df: int
    p_value: float | None
    differences: tuple[float, ...]


def stuart_maxwell(*, pairs: Sequence[Sequence[int]]) -> MarginalHomogeneity:
    r"""Stuart–Maxwell test that both applicants of a pair have the same chances of each kind of answer.

    Parameters
    ----------
    pairs : square matrix of int
        Pairs by answer to the majority applicant (row) and to the minority applicant (column), the same kinds of answer
        in the same order, at least two kinds and one pair.

    Returns
    -------
    MarginalHomogeneity
        Without discordant pairs ``statistic`` is ``None`` (``no_discordant_pairs``), df = 0 and p = 1.

    Raises
    ------
    ImpossibleInput
        A matrix that is not square, or a count that cannot be.

    Notes
    -----
    :math:`d^T S^- d` with :math:`d_i = n_{i.} - n_{.i}`, :math:`S_{ii} = n_{i.} + n_{.i} - 2 n_{ii}`,
    :math:`S_{ij} = -(n_{ij} + n_{ji})`. S is the Laplacian of the graph that joins two kinds of answer by their
    discordant pairs: its rank, the degrees of freedom, is the number of kinds minus the number of parts of that graph
    (k - 1 unless kinds have no discordant pairs among them). Two kinds give McNemar's statistic.
    Agrees with statsmodels ``SquareTable.homogeneity`` and R ``DescTools::StuartMaxwellTest``.

    References
    ----------
    Stuart (1955), Biometrika 42:412-416; Maxwell (1970), British Journal of Psychiatry 116:651-655.

    Examples
    --------
    Unaided vision of right and left eyes of 7,477 women (Stuart 1953); printed: 11.96 on 3 degrees of freedom:

    >>> eyes = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]
    >>> round(stuart_maxwell(pairs=eyes).statistic, 4)
    11.9566
    """
    counts = _square(pairs)
    statistic, df, differences = _statistic(counts)
    if df == 0:
        undefined = {"statistic": "no_discordant_pairs"}
        return MarginalHomogeneity(statistic=None, df=0, p_value=1.0, differences=differences, undefined=undefined)
    p_value = float(special.chdtrc(df, statistic))
    return MarginalHomogeneity(statistic=statistic, df=df, p_value=p_value, differences=differences)


def bhapkar(*, pairs: Sequence[Sequence[int]]) -> MarginalHomogeneity:
    r"""Bhapkar's test that both applicants of a pair have the same chances of each kind of answer.

    Parameters
    ----------
    pairs : square matrix of int
        Pairs by answer to the majority applicant (row) and to the minority applicant (column), the same kinds of answer
        in the same order, at least two kinds and one pair.

    Returns
    -------
    MarginalHomogeneity
        Without discordant pairs ``statistic`` is ``None`` (``no_discordant_pairs``), df = 0 and p = 1; when the
        estimated variance of a difference is 0, statistic and p-value are ``None`` (``no_variance``).

    Raises
    ------
    ImpossibleInput
        A matrix that is not square, or a count that cannot be.

    Notes
    -----
    Wald's test: :math:`W = X / (1 - X/N)` with the Stuart–Maxwell statistic X and N pairs; always larger than X.
    Agrees with statsmodels ``SquareTable.homogeneity(method="bhapkar")`` and R ``irr::bhapkar``.

    References
    ----------
    Bhapkar (1966), Journal of the American Statistical Association 61:228-235; Keefe (1982), 77:787-792.

    Examples
    --------
    Unaided vision of right and left eyes of 7,477 women; printed by Bhapkar: 11.976:

    >>> eyes = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]
    >>> round(bhapkar(pairs=eyes).statistic, 4)
    11.9757
    """
    counts = _square(pairs)
    statistic, df, differences = _statistic(counts)
    if df == 0:
        undefined = {"statistic": "no_discordant_pairs"}
        return MarginalHomogeneity(statistic=None, df=0, p_value=1.0, differences=differences, undefined=undefined)
    total = sum(map(sum, counts))
    if statistic >= total * (1 - 1e-12):
        undefined = {"statistic": "no_variance", "p_value": "no_variance"}
        return MarginalHomogeneity(statistic=None, df=df, p_value=None, differences=differences, undefined=undefined)
    larger = statistic / (1 - statistic / total)
    p_value = float(special.chdtrc(df, larger))
    return MarginalHomogeneity(statistic=larger, df=df, p_value=p_value, differences=differences)


def _square(pairs: Sequence[Sequence[int]]) -> list[list[int]]:
    kinds = len(pairs)
    if kinds < 2:
        raise ImpossibleInput("pairs", "has fewer than two kinds of answer", kinds=kinds)
    for place, row in enumerate(pairs):
        if len(row) != kinds:
            raise ImpossibleInput(f"pairs[{place}]", "is not as long as there are rows", wanted=kinds)
    counts = [[count(f"pairs[{i}][{j}]", value) for j, value in enumerate(row)] for i, row in enumerate(pairs)]
    if not any(map(any, counts)):
        raise ImpossibleInput("pairs", "there is no pair at all")
    return counts


def _statistic(counts: list[list[int]]) -> tuple[float, int, tuple[float, ...]]:
    kinds, total = range(len(counts)), sum(map(sum, counts))
    gaps = [sum(counts[i]) - sum(row[i] for row in counts) for i in kinds]
    weights = [[counts[i][j] + counts[j][i] if i != j else 0 for j in kinds] for i in kinds]
    differences = tuple(gap / total for gap in gaps)
    statistic, df = 0.0, 0
    for part in _parts(weights):
        kept = part[1:]  # within a part the gaps add up to 0: one kind says nothing new
        if kept:
            laplacian = [[float(sum(weights[i]) if i == j else -weights[i][j]) for j in kept] for i in kept]
            gap = np.array([gaps[i] for i in kept], dtype=np.float64)
            statistic += float(gap @ np.linalg.solve(np.array(laplacian), gap))
            df += len(kept)
    return statistic, df, differences


def _parts(weights: list[list[int]]) -> list[list[int]]:
    """The connected parts of the graph of discordant pairs."""
    left, parts = set(range(len(weights))), []
    while left:
        part, fresh = set(), {min(left)}
        while fresh:
            part |= fresh
            fresh = {j for i in fresh for j, weight in enumerate(weights[i]) if weight} - part
        left -= part
        parts.append(sorted(part))
    return parts
