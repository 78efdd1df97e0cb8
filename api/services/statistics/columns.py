"""The columns of a file, by name."""

from __future__ import annotations

from collections.abc import Mapping

from testing_lab.faults import ImpossibleInput

#: Words that count as numbers.
TRUTHS = {"true": 1.0, "false": 0.0}


def column(columns: Mapping[str, list[str]], name: object, argument: str) -> list[str]:
    """One column by its name."""
    if not isinstance(name, str) or name not in columns:
        raise ImpossibleInput(argument, "is no column of the data", value=str(name), known=", ".join(columns))
    return columns[name]


def numbers(columns: Mapping[str, list[str]], name: object, argument: str) -> list[float]:
    """One column as numbers. The words for true and false count as 1 and 0."""
    found = []
    for place, cell in enumerate(column(columns, name, argument), 2):
        word = cell.strip().lower()
        try:
            found.append(TRUTHS[word] if word in TRUTHS else float(word))
        except ValueError:
            raise ImpossibleInput(
                argument, "has a cell that is no number", column=str(name), row=place, value=cell
            ) from None
    return found
