"""How far do two coders agree beyond chance? Cohen's kappa, also with weights for codes that have an order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np

from testing_lab.arguments import count
from testing_lab.distributions import two_sided_z
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

Weights = Literal["none", "linear", "quadratic"]


class CohenKappa(Result, frozen=True, kw_only=True):
    """Kappa with its standard error and interval, a test of no agreement beyond chance, and what kappa is made of.

    ``highest`` is the largest kappa that these two coders' use of the codes allows. ``agreement_by_code`` is, for each
    code, the share of its uses by either coder in which the other used it too; ``None`` for a code that nobody used.
    """

    estimate: float | None
    lower: float | None
    upper: float | None
    standard_error: float | None
    standard_error_chance: float | None
    z: float | None
    p_value: float | None
    observed_agreement: float
    chance_agreement: float
    highest: float | None
    agreement_by_code: tuple[float | None, ...]


def cohen_kappa(*, counts: Sequence[Sequence[int]], weights: Weights = "none", confidence: float = 0.95) -> CohenKappa:
    r"""Cohen's kappa of two coders.

    Parameters
    ----------
    counts : square matrix of int
        Answers by the code of the first coder (row) and of the second (column), from 0 up, at least two codes and
        one answer. :func:`testing_lab.coding.double_coding.double_coded` counts raw codes.
    weights : {"none", "linear", "quadratic"}
        What near misses are worth when the codes have an order: :math:`1 - |i-j|/(k-1)` or :math:`1 - (i-j)^2/(k-1)^2`.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    CohenKappa
        Kappa from -1 to 1, its interval cut there. When both coders used one and the same code for everything, kappa
        does not exist (``only_one_code_used``). Where the estimated standard error is 0 the interval is the point.

    Raises
    ------
    ImpossibleInput
        A matrix that is not square, a count, weights or a confidence that cannot be.

    Notes
    -----
    :math:`\kappa = (p_o - p_e)/(1 - p_e)`; the two variances of Fleiss, Cohen & Everitt, with and without agreement
    beyond chance. Agrees with statsmodels ``cohens_kappa`` and R ``vcd::Kappa``.

    References
    ----------
    Cohen (1960), Educational and Psychological Measurement 20:37-46; Fleiss, Cohen & Everitt (1969), Psychological
    Bulletin 72:323-327.

    Examples
    --------
    Two raters of 100 patients in three kinds (Fleiss 1981, Statistical Methods for Rates and Proportions, table 13.1;
    printed: kappa 0.68):

    >>> found = cohen_kappa(counts=[[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    >>> round(found.estimate, 4), round(found.standard_error, 4)
    (0.6765, 0.0877)
    """
    answers = _square(counts)
    if weights not in ("none", "linear", "quadratic"):
        raise ImpossibleInput("weights", "is none of none, linear and quadratic", value=str(weights))
    z = two_sided_z(confidence)
    total = sum(map(sum, answers))
    shares = np.array(answers, dtype=np.float64) / total
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    worth = _worth(len(answers), weights)
    observed, chance = float((worth * shares).sum()), float(rows @ worth @ columns)
    by_code = _agreement_by_code(answers)
    if any(sum(row) == total and row[place] == total for place, row in enumerate(answers)):
        fields = ("estimate", "lower", "upper", "standard_error", "standard_error_chance", "z", "p_value", "highest")
        return CohenKappa(
            estimate=None,
            lower=None,
            upper=None,
            standard_error=None,
            standard_error_chance=None,
            z=None,
            p_value=None,
            observed_agreement=1.0,
            chance_agreement=1.0,
            highest=None,
            agreement_by_code=by_code,
            undefined=dict.fromkeys(fields, "only_one_code_used"),
        )
    kappa = (observed - chance) / (1 - chance)
    typical = (worth @ columns)[:, None] + (worth.T @ rows)[None, :]
    inside = float((shares * (worth - typical * (1 - kappa)) ** 2).sum()) - (kappa - chance * (1 - kappa)) ** 2
    by_chance = float(rows @ (worth - typical) ** 2 @ columns) - chance * chance
    error = math.sqrt(max(0.0, inside) / total) / (1 - chance)
    # A variance of 0 comes out of rounding as something like 1e-17.
    error = error if inside > 1e-14 else 0.0
    chance_error = math.sqrt(by_chance / total) / (1 - chance) if by_chance > 1e-14 else 0.0
    ratio = kappa / chance_error if chance_error else None
    undefined = {} if chance_error else dict.fromkeys(("z", "p_value"), "no_variation")
    return CohenKappa(
        estimate=kappa,
        lower=max(-1.0, kappa - z * error),
        upper=min(1.0, kappa + z * error),
        standard_error=error,
        standard_error_chance=chance_error,
        z=ratio,
        p_value=None if ratio is None else math.erfc(abs(ratio) / math.sqrt(2)),
        observed_agreement=observed,
        chance_agreement=chance,
        highest=(_highest_agreement(rows, columns, worth) - chance) / (1 - chance),
        agreement_by_code=by_code,
        undefined=undefined,
    )


def _square(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    if len(counts) < 2:
        raise ImpossibleInput("counts", "has fewer than two codes", codes=len(counts))
    for place, row in enumerate(counts):
        if len(row) != len(counts):
            raise ImpossibleInput(f"counts[{place}]", "is not as long as there are rows", wanted=len(counts))
    answers = [[count(f"counts[{i}][{j}]", value) for j, value in enumerate(row)] for i, row in enumerate(counts)]
    if not any(map(any, answers)):
        raise ImpossibleInput("counts", "there is no answer at all")
    return answers


def _worth(codes: int, weights: Weights) -> NDArray[np.float64]:
    apart = np.abs(np.subtract.outer(np.arange(codes), np.arange(codes))) / (codes - 1)
    if weights == "none":
        return np.eye(codes)
    worth: NDArray[np.float64] = 1 - apart if weights == "linear" else 1 - apart**2
    return worth


def _agreement_by_code(answers: list[list[int]]) -> tuple[float | None, ...]:
    columns = [sum(row[place] for row in answers) for place in range(len(answers))]
    uses = [sum(row) + columns[place] for place, row in enumerate(answers)]
    return tuple(2 * row[place] / uses[place] if uses[place] else None for place, row in enumerate(answers))


def _highest_agreement(rows: NDArray[np.float64], columns: NDArray[np.float64], worth: NDArray[np.float64]) -> float:
    """The most agreement that the margins allow."""
    if not worth[0, 1:].any():
        return float(np.minimum(rows, columns).sum())
    # Both weights fall with the distance in a concave way or straight: matching in order of the codes is best.
    agreement, i, j = 0.0, 0, 0
    left, right = rows.copy(), columns.copy()
    while i < len(left) and j < len(right):
        taken = min(left[i], right[j])
        agreement += float(taken * worth[i, j])
        left[i] -= taken
        right[j] -= taken
        if left[i] <= right[j]:
            i += 1
        else:
            j += 1
    return agreement
