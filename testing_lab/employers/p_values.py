"""Which employers favour the majority, with all of them looked at together?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import special

from testing_lab.arguments import count, numbers, same_length
from testing_lab.comparisons.adjusted_p import adjusted_p
from testing_lab.faults import ImpossibleInput
from testing_lab.paired.mcnemar_midp import mcnemar_midp
from testing_lab.result import Result


class EmployerPValues(Result, frozen=True, kw_only=True):
    """One-sided p-values for "the majority is favoured", an employer each; q-values and BH over those that have one."""

    p_values: list[float | None]
    q_values: list[float | None] | None
    bh: list[float | None]
    pi0: float | None
    n_q_le_05: int | None


def employer_mcnemar_p_values(
    *, both: Sequence[int], only_majority: Sequence[int], only_minority: Sequence[int], neither: Sequence[int]
) -> EmployerPValues:
    """One-sided mid-p McNemar tests, an employer each, with q-values.

    Parameters
    ----------
    both, only_majority, only_minority, neither : sequence of int
        Pairs of each employer by who had a positive answer.

    Returns
    -------
    EmployerPValues
        In the order of the employers. An employer without discordant pairs has p = 1 and stays in the count: to leave
        such employers out would favour the others.

    Raises
    ------
    ImpossibleInput
        Lists that are not equally long, a count that cannot be, or an employer without any pair.

    Examples
    --------
    >>> found = employer_mcnemar_p_values(both=[1, 2], only_majority=[9, 2], only_minority=[0, 2], neither=[9, 9])
    >>> [round(p, 6) for p in found.p_values]
    [0.000977, 0.5]
    """
    same_length(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    p: list[float | None] = []
    for cells in zip(both, only_majority, only_minority, neither, strict=True):
        a, b, c, d = (count("counts", cell) for cell in cells)
        tested = mcnemar_midp(both=a, only_majority=b, only_minority=c, neither=d)
        p.append(tested.p_greater if b + c else 1.0)
    return _together(p, {})


def employer_gap_p_values(*, employer: Sequence[int], gap: Sequence[float]) -> EmployerPValues:
    r"""One-sided t-tests of job-level gaps, an employer each, with q-values.

    Parameters
    ----------
    employer : sequence of int
        The employer's number of each job, from 0 without holes.
    gap : sequence of float
        Callback rate of the majority less that of the minority at each job, -1 to 1.

    Returns
    -------
    EmployerPValues
        By employer number; ``None`` (``too_few_jobs``) with fewer than two jobs. With all gaps of an
        employer equal there is no standard error: ``None`` (``no_spread``) too.

    Raises
    ------
    ImpossibleInput
        Lists that are not equally long, or numbers that cannot be.

    Notes
    -----
    :math:`t = \bar g \sqrt n / s`, n - 1 degrees of freedom; as in the replication code of Kline, Rose & Walters
    (2022), QJE 137:1963-2036, Figure 12, there with q-values at the bootstrap π₀, here at λ = 0.5.

    Examples
    --------
    >>> found = employer_gap_p_values(employer=[0, 0, 0, 1], gap=[0.5, 0.0, 1.0, 0.0])
    >>> found.p_values[0].__round__(8), found.p_values[1], found.undefined['p_values[1]']
    (0.11270167, None, 'too_few_jobs')
    """
    gaps = numbers("gap", gap)
    same_length(employer=employer, gap=gap)
    of = np.array([count(f"employer[{place}]", one) for place, one in enumerate(employer)])
    if of.max() >= 1_000_000:
        raise ImpossibleInput("employer", "is more than there are", value=int(of.max()))
    p: list[float | None] = []
    undefined: dict[str, str] = {}
    for number in range(int(of.max()) + 1):
        own = gaps[of == number]
        spread = float(own.std(ddof=1)) if len(own) > 1 else 0.0
        if spread <= 1e-12:
            undefined[f"p_values[{number}]"] = "too_few_jobs" if len(own) < 2 else "no_spread"
            p.append(None)
            continue
        t = float(own.mean()) * len(own) ** 0.5 / spread
        p.append(float(special.stdtr(len(own) - 1, -t)))
    return _together(p, undefined)


def _together(p: list[float | None], undefined: dict[str, str]) -> EmployerPValues:
    known = [place for place, one in enumerate(p) if one is not None]
    if not known:
        undefined = undefined | {"q_values": "no_employer_with_a_p_value", "pi0": "no_employer_with_a_p_value"}
        return EmployerPValues(p_values=p, q_values=None, bh=list(p), pi0=None, n_q_le_05=None, undefined=undefined)
    adjusted = adjusted_p(p=[one for one in p if one is not None])
    q = adjusted.q_storey_lambda_0_5
    if q is None:
        undefined = undefined | {"q_values": "no_p_value_above_lambda", "pi0": "no_p_value_above_lambda"}

    def spread_out(values: list[float]) -> list[float | None]:
        placed: list[float | None] = [None] * len(p)
        for place, value in zip(known, values, strict=True):
            placed[place] = value
        return placed

    return EmployerPValues(
        p_values=p,
        q_values=None if q is None else spread_out(q),
        bh=spread_out(adjusted.bh),
        pi0=adjusted.pi0_storey_lambda_0_5,
        n_q_le_05=adjusted.n_q_le_05.get("lambda05"),
        undefined=undefined,
    )
