"""Inputs that stand in a file of their own: ``"data": "rows.csv"`` beside the names of the columns that count.

The lab knows no files: what it asks for as columns is read here. Each reader is named after the method it serves.
"""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from testing_lab.faults import ImpossibleInput
from testing_lab.methods import METHODS

#: Words beside the inputs that only explain them to people.
_EXPLANATIONS = ("coding", "tables_order", "rows", "cols", "posterior", "subset")


class DataFiles:
    """Where the files of a set of cases are: at their path from the case file, or by their name in a folder."""

    def __init__(self, beside: Path, folder: Path | None = None) -> None:
        self._beside = beside
        self._folder = folder
        self._read: dict[Path, dict[str, list[str]]] = {}

    def columns(self, name: object) -> dict[str, list[str]]:
        """The columns of a CSV file, as text, by the names in its first row.

        Raises
        ------
        ImpossibleInput
            There is no such file, or it is no table.
        """
        if not isinstance(name, str) or not name:
            raise ImpossibleInput("data", "is not the name of a file", value=str(name))
        places = [self._beside / name, *([] if self._folder is None else [self._folder / Path(name).name])]
        path = next((place for place in places if _is_file(place)), None)
        if path is None:
            raise ImpossibleInput("data", "there is no such file", value=name)
        if path not in self._read:
            self._read[path] = columns_of(name, path.read_bytes())
        return self._read[path]


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:  # a name longer than any file's
        return False


def columns_of(name: str, content: bytes) -> dict[str, list[str]]:
    """The columns of a CSV file that is here already."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImpossibleInput("data", "cannot be read as a CSV file in UTF-8", value=name, detail=str(error)) from error
    rows = [row for row in rows if row]
    if len(rows) < 2:
        raise ImpossibleInput("data", "has no rows", value=name)
    heads = rows[0]
    for place, row in enumerate(rows[1:], 2):
        if len(row) != len(heads):
            raise ImpossibleInput(
                "data", "a row has another number of cells than the first", value=name, row=place, cells=len(row)
            )
    return {head: [row[place] for row in rows[1:]] for place, head in enumerate(heads)}


def plain_inputs(method: str, inputs: Mapping[str, Any], data: DataFiles) -> dict[str, Any]:
    """The inputs as the lab takes them: a named file is read, words that only explain are left out."""
    question = METHODS.get(method, ())
    asked = {name for one in question for name in inspect.signature(one).parameters}
    given = {name: value for name, value in inputs.items() if name in asked or name not in _EXPLANATIONS}
    if isinstance(given.get("table"), dict) and "table" not in asked:
        given.update(_cells(given.pop("table"), given))
        given.pop("data", None)
    if "data" not in given:
        return given
    from api.services.statistics.readers import READERS  # pandas comes with it, and takes a second

    if method not in READERS:
        raise ImpossibleInput("data", "is no input of this method", known=", ".join(sorted(asked)))
    return READERS[method](given, data.columns(given.pop("data")))


#: Other names for the four counts, as one published case has them.
_CELLS = {"both": "both", "only_white": "only_majority", "only_black": "only_minority", "neither": "neither"}


def _cells(table: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The four counts of a table, by known names only: nothing is guessed from an order."""
    for name in table:
        if name not in _CELLS or _CELLS[name] in given:
            raise ImpossibleInput("table", "is no input of this method", value=name, known=", ".join(_CELLS))
    return {_CELLS[name]: value for name, value in table.items()}
