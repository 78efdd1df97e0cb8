"""How much do jobs differ in their callback chances and in the gap between groups? No distribution is assumed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from msgspec import field

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class KlineWaltersMoments(Result, frozen=True, kw_only=True):
    """Moments over jobs of the callback chances p_w (majority) and p_b (minority), and of their gap p_w - p_b."""

    n_jobs: int
    e_pw: float = field(name="E_pw")
    e_pb: float = field(name="E_pb")
    e_pw2: float = field(name="E_pw2")
    e_pb2: float = field(name="E_pb2")
    e_pwpb: float = field(name="E_pwpb")
    var_pw: float
    var_pb: float
    cov: float
    corr: float | None
    e_gap: float = field(name="E_gap")
    e_gap2: float = field(name="E_gap2")
    var_gap: float
    sd_gap: float | None


def kline_walters_moments(*, table: Sequence[Sequence[int]]) -> KlineWaltersMoments:
    r"""Moments of job-level callback chances from the callbacks that each job gave to each group.

    Parameters
    ----------
    table : matrix of int
        Jobs by callbacks to the majority (row 0, 1, ..., :math:`L_w`) and to the minority (column 0, ...,
        :math:`L_b`): every job got :math:`L_w` and :math:`L_b` applications, each at least 2.

    Returns
    -------
    KlineWaltersMoments
        ``corr`` is ``None`` (``no_detectable_heterogeneity``) where a variance is not above 0, ``sd_gap`` where
        ``var_gap`` is not: unbiased variances can be negative, and their root is never taken.

    Raises
    ------
    ImpossibleInput
        A count that cannot be, fewer than two applications a group, rows of unequal length, or no job at all.

    Notes
    -----
    :math:`E[p_w] = E[C_w]/L_w`, :math:`E[p_w^2] = E[C_w(C_w-1)]/(L_w(L_w-1))`,
    :math:`E[p_w p_b] = E[C_w C_b]/(L_w L_b)`. ``corr`` can exceed 1: it is a ratio of estimates.

    References
    ----------
    Kline & Walters (2021), Econometrica 89:765-792, section 4.

    Examples
    --------
    The 1,112 advertisements of Bertrand & Mullainathan (2004) with two white and two black names:

    >>> found = kline_walters_moments(table=[[921, 29, 6], [62, 33, 7], [19, 18, 17]])
    >>> round(found.corr, 6), round(found.sd_gap, 6)
    (0.927065, 0.081567)
    """
    rows = [[count(f"table[{i}][{j}]", cell) for j, cell in enumerate(row)] for i, row in enumerate(table)]
    if len(rows) < 3 or any(len(row) != len(rows[0]) or len(row) < 3 for row in rows):
        raise ImpossibleInput("table", "must have as many cells in each row, and at least 3 rows and 3 columns")
    jobs = sum(map(sum, rows))
    if jobs == 0:
        raise ImpossibleInput("table", "there is no job at all")
    most_w, most_b = len(rows) - 1, len(rows[0]) - 1
    weight = np.array(rows, dtype=np.float64) / jobs
    of_w, of_b = np.arange(most_w + 1.0), np.arange(most_b + 1.0)
    by_w, by_b = weight.sum(axis=1), weight.sum(axis=0)
    pw, pb = float(by_w @ of_w) / most_w, float(by_b @ of_b) / most_b
    pw2 = float(by_w @ (of_w * (of_w - 1))) / (most_w * (most_w - 1))
    pb2 = float(by_b @ (of_b * (of_b - 1))) / (most_b * (most_b - 1))
    both = float(of_w @ weight @ of_b) / (most_w * most_b)
    var_w, var_b, cov = pw2 - pw**2, pb2 - pb**2, both - pw * pb
    gap2 = pw2 + pb2 - 2 * both
    var_gap = gap2 - (pw - pb) ** 2
    undefined: dict[str, str] = {}
    if min(var_w, var_b) <= 0:
        undefined["corr"] = "no_detectable_heterogeneity"
    if var_gap <= 0:
        undefined["sd_gap"] = "no_detectable_heterogeneity"
    return KlineWaltersMoments(
        n_jobs=jobs,
        e_pw=pw,
        e_pb=pb,
        e_pw2=pw2,
        e_pb2=pb2,
        e_pwpb=both,
        var_pw=var_w,
        var_pb=var_b,
        cov=cov,
        corr=None if "corr" in undefined else cov / math.sqrt(var_w * var_b),
        e_gap=pw - pb,
        e_gap2=gap2,
        var_gap=var_gap,
        sd_gap=None if "sd_gap" in undefined else math.sqrt(var_gap),
        undefined=undefined,
    )
