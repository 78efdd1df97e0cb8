"""Model formulas as people write them in R, over the columns of a file: named numeric columns come out.

``call ~ black + h``, interactions ``woman*o``, ``strata(employer)`` and ``(1|employer)`` for what rows have in common.
``black (race=="b")`` defines a column; what follows a semicolon is a remark. Nothing in a formula is ever executed:
names, numbers, ``+ - * : ~`` and brackets are all that may stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import msgspec
import pandas as pd
from formulaic import model_matrix
from formulaic.errors import FormulaicError

from api.services.statistics.columns import TRUTHS, column
from testing_lab.faults import ImpossibleInput

_DEFINED: Final = re.compile(r'(\w+)\s*\((\w+)\s*==\s*"([^"]*)"\)')
_TOGETHER: Final = re.compile(r"\+?\s*(?:strata\(\s*([\w.]+)\s*\)|\(\s*1\s*\|\s*([\w.]+)\s*\))")
_ALLOWED: Final = re.compile(r"[\w\s~+*:.()\-]+")
_CALL: Final = re.compile(r"\w\s*\(")
#: ``(a + b)**9999`` multiplies out for hours.
_RAISED: Final = re.compile(r"\*\s*\*")


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a model. ``together`` is the column named by ``strata(…)`` or ``(1|…)``."""

    outcome: list[float]
    covariates: dict[str, list[float]]
    together: list[str] | None


def model(formula: object, columns: Mapping[str, list[str]]) -> Model:
    """The columns that a formula asks for.

    Raises
    ------
    ImpossibleInput
        A formula that cannot be read, a column that is not there, a cell without a value.
    """
    if not isinstance(formula, str):
        raise ImpossibleInput("formula", "is no text", value=str(formula))
    table, plain = dict(columns), formula.split(";")[0]
    for name, source, value in _DEFINED.findall(plain):
        table[name] = [str(int(cell == value)) for cell in column(table, source, "formula")]
    plain = _DEFINED.sub(r"\1", plain)
    named = [first or second for first, second in _TOGETHER.findall(plain)]
    plain = _TOGETHER.sub("", plain)
    forbidden = _CALL.search(plain) or _RAISED.search(plain)
    if plain.count("~") != 1 or not _ALLOWED.fullmatch(plain) or forbidden or len(named) > 1:
        raise ImpossibleInput("formula", "cannot be read", value=formula)
    used = re.findall(r"[^\W\d][\w.]*", plain)
    frame = pd.DataFrame({name: _typed(name, column(table, name, "formula")) for name in used})
    outcome, right = (side.strip() for side in plain.split("~"))
    words = re.findall(r"[\w.]+", right)
    if outcome in words or any(word in (".", "0", "1") for word in words) or "-" in right:
        # R would take "." for every column and "-1" for "no intercept"; the models here always have theirs.
        raise ImpossibleInput("formula", "may hold columns besides the outcome only", value=formula)
    try:
        matrix = model_matrix(right, frame, na_action="raise")
    except (FormulaicError, ValueError, RecursionError) as error:
        raise ImpossibleInput("formula", "cannot be read", value=formula, detail=str(error)) from error
    if outcome not in frame or frame[outcome].dtype == object:
        raise ImpossibleInput("formula", "has an outcome that is no column of numbers", value=outcome)
    return Model(
        outcome=[float(value) for value in frame[outcome]],
        covariates={str(name): [float(one) for one in matrix[name]] for name in matrix.columns if name != "Intercept"},
        together=list(column(table, named[0], "formula")) if named else None,
    )


def _typed(name: str, cells: list[str]) -> Any:
    """Numbers where every cell is one, words otherwise. TRUE and FALSE are 1 and 0."""
    for place, cell in enumerate(cells, 2):
        if cell.strip() in ("", "NA"):
            raise ImpossibleInput("data", "has a cell without a value", column=name, row=place)
    try:
        return [TRUTHS[cell.lower()] if cell.lower() in TRUTHS else float(cell) for cell in cells]
    except ValueError:
        return pd.Series(cells, dtype=object)
