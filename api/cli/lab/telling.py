"""How commands of the lab answer: as JSON for programs, in lines and tables for people."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import msgspec

from api import catalogue
from api.cli.reader import answer, language, said
from api.cli.taught import option
from api.services.clock import CLOCK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def json_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--json``."""
    return option("--json", "as_json", is_flag=True, help="cli-study-option-json")


def answer_json(value: Any) -> None:
    """The same value that the JSON API gives."""
    answer(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def coded(family: str, code: str) -> str:
    """The words of a code; the code itself where it has none."""
    message = f"{family}-{code}".replace("_", "-")
    return said(message) if catalogue.has(language(), message) else code


def moment(value: dt.datetime | None) -> str:
    """Day and time by the Dutch clock; a dash for none."""
    return "–" if value is None else value.astimezone(CLOCK).strftime("%Y-%m-%d %H:%M")


def share(value: float | None) -> str:
    """A share as a percentage with one decimal."""
    if value is None:
        return "–"
    shown = f"{100 * value:.1f}"
    return f"{shown.replace('.', ',') if language() == 'nl' else shown} %"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Columns side by side, as wide as what is in them."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        answer("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def facts(pairs: Sequence[tuple[str, object]]) -> None:
    """A name and a value a line."""
    for name, value in pairs:
        answer(f"{name}: {value}")
