"""From columns of a file to the arguments of a question, for each method that may name a file.

``DEFAULT_…``: what stands for a name that a case leaves out, as in the published files of these methods.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from api.services.statistics.columns import column, numbers
from api.services.statistics.formulas import model
from testing_lab.faults import ImpossibleInput

Columns = Mapping[str, list[str]]
Inputs = dict[str, Any]

#: Names that studies give the column with the answer.
DEFAULT_OUTCOMES: Final = ("outcome", "positive", "callback", "call")
#: The names in the firm file of Kline, Rose & Walters (2022).
DEFAULT_ESTIMATE, DEFAULT_ERROR = "theta_white", "s_white"

_POWER: Final = re.compile(r"([\w.]+?)(?:\^(\d{1,2}))?(?:/(\d{1,9}))?")


def _clustered(inputs: Inputs, columns: Columns) -> Inputs:
    found = model(_taken(inputs, "formula"), columns)
    cluster = found.together if "cluster" not in inputs else column(columns, inputs.pop("cluster"), "cluster")
    if cluster is None:
        raise ImpossibleInput("cluster", "is missing")
    return {"outcome": found.outcome, "covariates": found.covariates, "cluster": cluster, **inputs}


def _conditional(inputs: Inputs, columns: Columns) -> Inputs:
    found = model(_taken(inputs, "formula"), columns)
    strata = found.together if "strata" not in inputs else column(columns, inputs.pop("strata"), "strata")
    if strata is None:
        raise ImpossibleInput("strata", "is missing")
    return {"outcome": found.outcome, "covariates": found.covariates, "strata": strata, **inputs}


def _probit(inputs: Inputs, columns: Columns) -> Inputs:
    inputs.pop("model", None)
    named = _taken(inputs, "mean_terms")
    if not isinstance(named, list):
        raise ImpossibleInput("mean_terms", "cannot be read", value=str(named))
    terms = [term for term in named if term != "Intercept"]
    covariates = {term: _term(term, columns) for term in terms}
    return {"outcome": _outcome(inputs, columns), "covariates": covariates, **inputs}


def _term(term: object, columns: Columns) -> list[float]:
    """``age``, ``age^2``, ``age^2/100``."""
    read = _POWER.fullmatch(str(term))
    if read is None:
        raise ImpossibleInput("mean_terms", "cannot be read", value=str(term))
    power, divisor = int(read[2] or 1), int(read[3] or 1)
    if divisor == 0:
        raise ImpossibleInput("mean_terms", "cannot be read", value=str(term))
    try:
        return [value**power / divisor for value in numbers(columns, read[1], "mean_terms")]
    except OverflowError as error:
        raise ImpossibleInput("mean_terms", "is too large", value=str(term)) from error


def _blocks(inputs: Inputs, columns: Columns) -> Inputs:
    """Blocks by treatments; ``gender.origin`` is each combination of two columns."""
    outcome = _outcome(inputs, columns)
    blocks = column(columns, _taken(inputs, "blocks"), "blocks")
    named = str(_taken(inputs, "treatments"))
    parts = [named] if named in columns else named.split(".")
    treated = list(zip(*(column(columns, part, "treatments") for part in parts), strict=True))
    order = sorted(set(treated))
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for block, treatment, value in zip(blocks, treated, outcome, strict=True):
        of_block = found.setdefault(block, {})
        if treatment in of_block:
            raise ImpossibleInput("treatments", "stands twice in one block", block=block, value=".".join(treatment))
        if value not in (0, 1):
            raise ImpossibleInput("outcome", "is neither 0 nor 1", block=block, value=value)
        of_block[treatment] = value
    for block, of_block in found.items():
        if len(of_block) != len(order):
            raise ImpossibleInput("treatments", "are not all in this block", block=block)
    return {"outcomes": [[int(of_block[one]) for one in order] for of_block in found.values()], **inputs}


def _estimates(inputs: Inputs, columns: Columns) -> Inputs:
    return {
        "estimates": numbers(columns, inputs.pop("estimate", DEFAULT_ESTIMATE), "estimate"),
        "standard_errors": numbers(columns, inputs.pop("se", DEFAULT_ERROR), "se"),
        **inputs,
    }


def _graded(inputs: Inputs, columns: Columns) -> Inputs:
    rows = inputs.pop("firm_rows", "all")
    return _estimates(inputs if rows == "all" else {**inputs, "rows": rows}, columns)


def _effects(inputs: Inputs, columns: Columns) -> Inputs:
    read = {
        name: numbers(columns, inputs.pop(name), name)
        for name in ("yi", "vi", "x1", "n1", "x2", "n2")
        if isinstance(inputs.get(name), str)
    }
    if isinstance(inputs.get("study"), str):
        read["study"] = column(columns, inputs.pop("study"), "study")  # type: ignore[assignment]  # labels, not numbers
    return {**read, **inputs}


def _study(inputs: Inputs, columns: Columns) -> Inputs:
    """Columns pair, applicant, positive (true, false or empty), and where they are there sent, stratum, employer."""
    for name in ("pair", "applicant", "positive"):
        column(columns, name, name)
    rows = []
    for place in range(len(columns["pair"])):
        row: dict[str, Any] = {name: columns[name][place].strip() for name in _ROW if name in columns}
        row["positive"] = _truth(row["positive"], place + 2)
        for name in ("sent", "stratum", "employer"):
            if not row.get(name):
                row.pop(name, None)
        if "sent" in row:
            if row["sent"] not in ("1", "2"):
                raise ImpossibleInput("sent", "must be 1 or 2", row=place + 2, value=row["sent"])
            row["sent"] = int(row["sent"])
        rows.append(row)
    return {"rows": rows, **inputs}


_ROW: Final = ("pair", "applicant", "positive", "sent", "stratum", "employer")


def _truth(cell: str, row: int) -> bool | None:
    word = cell.lower()
    if word in ("", "na"):
        return None
    if word not in _TRUTHS:
        raise ImpossibleInput("positive", "is neither true nor false", row=row, value=cell)
    return _TRUTHS[word]


_TRUTHS: Final = {"true": True, "1": True, "false": False, "0": False}


def _outcome(inputs: Inputs, columns: Columns) -> list[float]:
    named = inputs.pop("outcome", None) or next((name for name in DEFAULT_OUTCOMES if name in columns), None)
    if named is None:
        raise ImpossibleInput("outcome", "is missing")
    return numbers(columns, named, "outcome")


def _taken(inputs: Inputs, name: str) -> Any:
    if name not in inputs:
        raise ImpossibleInput(name, "is missing")
    return inputs.pop(name)


#: How each method reads a file.
READERS: Final[Mapping[str, Callable[[Inputs, Columns], Inputs]]] = {
    "lpm_cluster_robust": _clustered,
    "logit_cluster_robust": _clustered,
    "glmm_random_intercept_AGQ25": _clustered,
    "clogit_exact": _conditional,
    "heteroskedastic_probit": _probit,
    "cochran_q": _blocks,
    "normal_normal_linear_shrinkage": _estimates,
    "employer_heterogeneity": _estimates,
    "kline_rose_walters_grades": _graded,
    "random_effects": _effects,
    "three_level_REML_CR2": _effects,
    "pooled_effect": _effects,
    "q_profile": _effects,
    "egger": _effects,
    "leave_one_out": _effects,
    "cumulative_pooling": _effects,
    "paired_study": _study,
}
