"""No module of the lab reaches SQL, rules or pages of the placing half, nor the reverse; also not by a detour.

What both halves have alike (sessions, sign-in, pages' frame) is in neither.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path

import grimp
import pytest

#: The wiring of both halves at once: these start programs, and hand each its own address of a database.
OF_BOTH = {"api.serve", "api.cli.serve", "api.cli.database", "api.cli.demo"}


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("api", "db", "matching", "testing_lab")


def source(module: str) -> str:
    found = importlib.util.find_spec(module)
    assert found is not None
    return Path(found.origin or "").read_text("utf-8")


def lab() -> set[str]:
    """Packages called ``lab``, the pure room, and the wiring."""
    return {
        module for module in graph().modules if re.search(r"\.lab(\.|$)|^testing_lab|^api\.lab_(app|worker)$", module)
    }


def placing() -> set[str]:
    """Every module that names a schema of the placing half, the matcher, and the wiring."""
    named = {m for m in graph().modules if m.startswith("db.") and re.search(r"\b(placement|queue)\.\w", source(m))}
    matcher = {
        module for module in graph().modules if re.match(r"matching\.(engine|staged|rules|run|verify)\b", module)
    }
    return {module for module in named | matcher if module not in lab()} - {"db.query", "db.halves", "db.schema_dump"}


def test_there_is_something_to_keep_apart() -> None:
    assert {"db.lab.studies", "api.services.lab.studies", "api.pages.lab.studies"} <= lab()
    assert {"db.students", "db.offers", "db.new_accounts", "db.queue", "matching.run"} <= placing()


@pytest.mark.parametrize("module", sorted(lab()))
def test_the_lab_reaches_nothing_of_placing(module: str) -> None:
    reached = graph().find_upstream_modules(module)
    # Stopping at the shared wiring: it is reached by nobody, and reaches both.
    assert not (reached & placing()) or module.startswith("api.cli.lab"), sorted(reached & placing())
    assert not re.search(r"\b(placement|queue)\.\w+", source(module)) or not module.startswith("db.")


@pytest.mark.parametrize("module", sorted(placing()))
def test_placing_reaches_nothing_of_the_lab(module: str) -> None:
    assert not (graph().find_upstream_modules(module) & lab())


def test_nobody_outside_the_lab_reaches_its_tables() -> None:
    tables = {module for module in lab() if module.startswith("db.lab.")} - {"db.lab.island"}
    reaching = {module for table in tables for module in graph().find_downstream_modules(table)} - lab()
    assert reaching <= OF_BOTH, sorted(reaching - OF_BOTH)
