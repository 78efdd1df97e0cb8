"""The reader at the terminal: which language, and where text goes.

Answers go to standard output, everything about the work itself (progress, faults) to standard error.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from typing import TYPE_CHECKING

from rich.console import Console

from api import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

_chosen: ContextVar[catalogue.Language | None] = ContextVar("language", default=None)


def language_of(environment: Mapping[str, str]) -> catalogue.Language:
    """English where the locale says so, Dutch otherwise."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "nl"


def language() -> catalogue.Language:
    """The language of ``--language``, else of the environment."""
    return _chosen.get() or language_of(os.environ)


def choose_language(chosen: catalogue.Language | None) -> None:
    """Use this language from now on; None goes back to the environment's."""
    _chosen.set(chosen)


def said(message: str, **facts: object) -> str:
    """A text of the catalogue in the reader's language."""
    return catalogue.text(language(), message, **facts)


def _write(text: str, *, to_error: bool, style: str | None) -> None:
    # Never wrapped, no markup: a company's name between brackets is a name, and a pipe gets whole lines.
    Console(stderr=to_error, highlight=False, markup=False, soft_wrap=True).print(text, style=style)


def answer(text: str, *, style: str | None = None) -> None:
    """Print a result."""
    _write(text, to_error=False, style=style)


def report(text: str, *, style: str | None = None) -> None:
    """Print something about the work: standard error."""
    _write(text, to_error=True, style=style)
