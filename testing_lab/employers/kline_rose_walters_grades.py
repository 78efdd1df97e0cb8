"""Into how few grades can employers be put, and who stands where? A report card that knows what it cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from scipy import special

from testing_lab.arguments import count, open_share, share
from testing_lab.employers.best_grading import MOST_TRIED, best_grading, dominance, promising, up_sets
from testing_lab.employers.grading_bound import grading_by_program
from testing_lab.employers.heterogeneity import employer_heterogeneity
from testing_lab.employers.shrinkage import normal_normal_linear_shrinkage
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ReportCard(Result, frozen=True, kw_only=True):
    """The best grading, 1 the lowest gap. Rates are over all pairs of employers.

    ``proof`` says why none is better: ``every_up_set`` (all ``up_sets`` were tried or ruled out by a bound) or
    ``solver_bound``.
    """

    objective: float | None
    grades: list[int] | None
    n_grades: int | None
    discordance_rate: float | None
    expected_tau: float | None
    heterogeneity_p_value: float
    proof: Literal["every_up_set", "solver_bound"] | None
    up_sets: int | None


def kline_rose_walters_grades(
    *,
    estimates: Sequence[float],
    standard_errors: Sequence[float],
    lam: float,
    rows: Sequence[int] | None = None,
    alpha: float = 0.05,
) -> ReportCard:
    r"""Grades of employers that lose least when a wrong order costs 1 and a missed right one ``lam``.

    Parameters
    ----------
    estimates : sequence of float
        One estimated gap an employer, at least two.
    standard_errors : sequence of float
        Their standard errors, above 0, in the unit of the estimates.
    lam : float
        What is gained by a right order, against a loss of 1 - lam for the reverse, 0 to 1. At 1 everybody is ranked;
        at 0.25, i stands over j by itself only when that is right with a chance of 0.8.
    rows : sequence of int, optional
        Which employers to grade, from 0; the posteriors always come from all.
    alpha : float
        At a heterogeneity p-value above this, nobody is graded. Default 0.05.

    Returns
    -------
    ReportCard
        All ``None`` with the reason ``no_detectable_heterogeneity`` where employers cannot be told apart: Cochran's
        test says so, or the corrected variance is not above 0.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.
    NotConverged
        More employers, less ordered, than an exact grading can be found for.

    Notes
    -----
    Minimises :math:`\sum_{i \ne j} [(1-\lambda)\pi_{ji} - \lambda(\pi_{ij} - \pi_{ji})] D_{ij}` over weak orders D,
    with :math:`\pi_{ij} = \Phi((m_i - m_j)/\sqrt{v_i + v_j})` from normal posteriors
    (:func:`~testing_lab.employers.shrinkage.normal_normal_linear_shrinkage`). Two employers alone get different grades
    only if :math:`\pi_{ij} > 1/(1+\lambda)`. ``discordance_rate`` is the expected share of pairs in the wrong order,
    ``expected_tau`` right less wrong. The authors' ``drrank`` wants Gurobi; here no solver is needed
    (:mod:`testing_lab.employers.best_grading`). Of equally good gradings, one with fewest grades.

    References
    ----------
    Kline, Rose & Walters (2024), American Economic Review 114:2472-2525, equations 5 to 8.

    Examples
    --------
    >>> card = kline_rose_walters_grades(estimates=[0.0, 0.1, 2.0], standard_errors=[0.1, 0.1, 0.1], lam=0.25)
    >>> card.grades, round(card.expected_tau, 4)
    ([1, 1, 2], 0.6667)
    """
    share("lam", lam)
    open_share("alpha", alpha)
    heterogeneity = employer_heterogeneity(estimates=estimates, standard_errors=standard_errors)
    shrunk = normal_normal_linear_shrinkage(estimates=estimates, standard_errors=standard_errors)
    chosen = _chosen(rows, len(estimates))
    if shrunk.posteriors is None or shrunk.posterior_sds is None or heterogeneity.p_value > alpha:
        names = ("objective", "grades", "n_grades", "discordance_rate", "expected_tau")
        return ReportCard(
            objective=None,
            grades=None,
            n_grades=None,
            discordance_rate=None,
            expected_tau=None,
            heterogeneity_p_value=heterogeneity.p_value,
            proof=None,
            up_sets=None,
            undefined=dict.fromkeys(names, "no_detectable_heterogeneity"),
        )
    chances = _chances(np.array(shrunk.posteriors)[chosen], np.array(shrunk.posterior_sds)[chosen])
    gains = (1 + lam) * chances - 1
    np.fill_diagonal(gains, 0.0)
    over = dominance(chances)
    sets = up_sets(over)
    tried = None if sets is None else promising(gains, sets)
    by_sets = tried is not None and len(tried) <= MOST_TRIED
    grades = best_grading(gains, tried) if tried is not None and by_sets else grading_by_program(gains, over)
    of = np.array(grades)
    higher = of[:, None] > of[None, :]
    pairs = len(of) * (len(of) - 1) / 2
    wrong, right = float(np.sum(chances.T[higher])), float(np.sum(chances[higher]))
    return ReportCard(
        objective=0.0 - float(np.sum(gains[higher])),
        grades=grades,
        n_grades=max(grades),
        discordance_rate=wrong / pairs,
        expected_tau=(right - wrong) / pairs,
        heterogeneity_p_value=heterogeneity.p_value,
        proof="every_up_set" if by_sets else "solver_bound",
        up_sets=None if sets is None else len(sets),
    )


def _chosen(rows: Sequence[int] | None, employers: int) -> list[int]:
    if rows is None:
        return list(range(employers))
    chosen = [count(f"rows[{place}]", row) for place, row in enumerate(rows)]
    if len(chosen) < 2 or len(set(chosen)) < len(chosen) or max(chosen) >= employers:
        raise ImpossibleInput("rows", "must be at least two different employers that are there", employers=employers)
    return chosen


def _chances(means: NDArray[np.float64], deviations: NDArray[np.float64]) -> NDArray[np.float64]:
    """How likely the gap of i is greater than that of j. Exactly 1 - the reverse, so that dominance is exact."""
    spread = np.hypot(deviations[:, None], deviations[None, :])
    lower = np.tril(special.ndtr((means[:, None] - means[None, :]) / spread), -1)
    upper = np.triu(1 - lower.T, 1)
    chances: NDArray[np.float64] = lower + upper + np.eye(len(means)) / 2
    return chances
