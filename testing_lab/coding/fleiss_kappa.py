"""How far do several coders agree beyond chance? Fleiss's kappa."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy import special

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class FleissKappa(Result, frozen=True, kw_only=True):
    """Kappa with its standard error and interval, a test of no agreement beyond chance, and the codes one by one.

    ``kappa_by_code`` is kappa when all other codes are one; ``agreement_by_code`` the chance that a second coder uses a
    code when one coder did. Both are ``None`` for a code that nobody used, and kappa for one that was used always.
    """

    estimate: float | None
    lower: float | None
    upper: float | None
    standard_error: float | None
    z: float | None
    p_value: float | None
    observed_agreement: float
    chance_agreement: float
    kappa_by_code: tuple[float | None, ...]
    agreement_by_code: tuple[float | None, ...]


def fleiss_kappa(*, codings: Sequence[Sequence[int]], confidence: float = 0.95) -> FleissKappa:
    r"""Fleiss's kappa of several coders, not necessarily the same ones for each answer.

    Parameters
    ----------
    codings : matrix of int
        A row for each answer, a column for each code: how many coders gave that code. Each row adds up to the same
        number of coders, at least two; at least two codes and one answer.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    FleissKappa
        Kappa from -1 to 1, its interval cut there. ``only_one_code_used``: kappa does not exist when all coders gave
        the same code to everything. ``one_answer``: no standard error from a single answer.

    Raises
    ------
    ImpossibleInput
        Rows of different length or sum, counts or a confidence that cannot be.

    Notes
    -----
    :math:`\kappa = (\bar P - \bar P_e)/(1 - \bar P_e)`. The test uses the variance under chance of Fleiss, Nee and
    Landis, which is wrong for an interval. The interval is :math:`\kappa \pm t_{n-1} \sqrt{v}` with Gwet's linearised
    variance, answers being a sample. Agrees with R ``irr::kappam.fleiss`` (kappa, z). R ``irrCAC::fleiss.kappa.dist``
    describes the same interval.

    References
    ----------
    Fleiss (1971), Psychological Bulletin 76:378-382; Fleiss, Nee & Landis (1979), 86:974-977; Gwet (2014), Handbook
    of Inter-Rater Reliability, 4th edition, chapter 5.

    Examples
    --------
    Ten subjects, fourteen raters, five codes; 0.210 in the literature:

    >>> codings = [
    ...     [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    ...     [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ... ]
    >>> round(fleiss_kappa(codings=codings).estimate, 3)
    0.21
    """
    counts = _counts(codings)
    confidence = open_share("confidence", confidence)
    answers, coders = len(counts), int(counts[0].sum())
    pairs = coders * (coders - 1)
    totals = counts.sum(axis=0)
    used = totals / (answers * coders)
    agreements = (counts * (counts - 1)).sum(axis=1) / pairs
    observed, chance = float(agreements.mean()), float(used @ used)
    kappas = tuple(
        _kappa_of_code(counts[:, code], coders) if 0 < total < answers * coders else None
        for code, total in enumerate(totals)
    )
    together = tuple(
        float((column * (column - 1)).sum() / (total * (coders - 1))) if total else None
        for column, total in zip(counts.T, totals, strict=True)
    )
    if totals.max() == answers * coders:
        fields = ("estimate", "lower", "upper", "standard_error", "z", "p_value")
        return FleissKappa(
            estimate=None,
            lower=None,
            upper=None,
            standard_error=None,
            z=None,
            p_value=None,
            observed_agreement=1.0,
            chance_agreement=1.0,
            kappa_by_code=kappas,
            agreement_by_code=together,
            undefined=dict.fromkeys(fields, "only_one_code_used"),
        )
    kappa = (observed - chance) / (1 - chance)
    both = float((used * (1 - used)).sum())
    by_chance = 2 * (both**2 - float((used * (1 - used) * (1 - 2 * used)).sum())) / (both**2 * answers * pairs)
    z = kappa / math.sqrt(by_chance)
    undefined: dict[str, str] = {}
    error = lower = upper = None
    if answers == 1:
        undefined = dict.fromkeys(("lower", "upper", "standard_error"), "one_answer")
    else:
        own = (agreements - chance) / (1 - chance)
        own_chance = counts @ used / coders
        linear = own - 2 * (1 - kappa) * (own_chance - chance) / (1 - chance)
        error = math.sqrt(float(((linear - kappa) ** 2).sum()) / (answers * (answers - 1)))
        half = float(special.stdtrit(answers - 1, (1 + confidence) / 2)) * error
        lower, upper = max(-1.0, kappa - half), min(1.0, kappa + half)
    return FleissKappa(
        estimate=kappa,
        lower=lower,
        upper=upper,
        standard_error=error,
        z=z,
        p_value=math.erfc(abs(z) / math.sqrt(2)),
        observed_agreement=observed,
        chance_agreement=chance,
        kappa_by_code=kappas,
        agreement_by_code=together,
        undefined=undefined,
    )


def _kappa_of_code(column: np.ndarray[tuple[int], np.dtype[np.int64]], coders: int) -> float:
    """1 minus observed over expected disagreement about one code (Fleiss 1971, equation 15)."""
    answers, total = len(column), int(column.sum())
    share = total / (answers * coders)
    apart = int((column * (coders - column)).sum())
    return 1 - apart / (answers * coders * (coders - 1) * share * (1 - share))


def _counts(codings: Sequence[Sequence[int]]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    if len(codings) == 0:
        raise ImpossibleInput("codings", "is empty")
    codes = len(codings[0])
    if codes < 2:
        raise ImpossibleInput("codings", "has fewer than two codes", codes=codes)
    rows = []
    for place, row in enumerate(codings):
        if len(row) != codes:
            raise ImpossibleInput(f"codings[{place}]", "has another number of codes", wanted=codes)
        rows.append([count(f"codings[{place}][{code}]", value) for code, value in enumerate(row)])
    coders = sum(rows[0])
    if coders < 2:
        raise ImpossibleInput("codings[0]", "has fewer than two coders", coders=coders)
    for place, row in enumerate(rows):
        if sum(row) != coders:
            raise ImpossibleInput(f"codings[{place}]", "has another number of coders", coders=sum(row), wanted=coders)
    counts: np.ndarray[tuple[int, int], np.dtype[np.int64]] = np.array(rows, dtype=np.int64)
    return counts
