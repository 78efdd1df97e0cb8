"""One catalogue, two languages: the same messages with the same variables, and the code asks for no other."""

from __future__ import annotations

import re
from functools import cache

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from tests.house.repository import ROOT, files, text_of


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the visitor's own naming
        self.found.add(node.id.name)


@cache
def _messages(language: str) -> dict[str, set[str]]:
    """Variables by message."""
    messages: dict[str, set[str]] = {}
    for path in sorted((ROOT / "api" / "catalogue" / language).glob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in messages, f"{entry.id.name} stands twice"
                variables = _Variables()
                variables.visit(entry)
                messages[entry.id.name] = variables.found
    return messages


def test_both_languages_say_the_same_things() -> None:
    dutch, english = _messages("nl"), _messages("en")
    assert len(dutch) > 100
    assert dutch.keys() ^ english.keys() == set()
    assert {name for name in dutch if dutch[name] != english[name]} == set()


def test_the_command_line_asks_for_nothing_else() -> None:
    asked = {
        name
        for path in files()
        if path.parts[:2] in (("api", "cli"), ("api", "services")) and path.suffix == ".py"
        for name in re.findall(r'"(cli-[a-z-]*[a-z])"', text_of(path))
    }
    assert len(asked) > 50
    assert asked - _messages("nl").keys() == set()


def test_the_command_line_has_no_text_that_nobody_asks_for() -> None:
    code = "\n".join(text_of(path) for path in files() if path.suffix == ".py" and path.parts[0] == "api")
    # Names that are put together: cli-stage-{stage}, cli-{command}-short, ...
    built = re.compile(
        r"cli-(?:stage|goal|reason|row|file|detail|role|demo-child|demo-column|demo-ready|verify|statistics-fault)-|cli-(?:migration|database|server)-|-short$"
    )
    unused = [name for name in _messages("nl") if name.startswith("cli-") and not built.search(name)]
    assert [name for name in unused if f'"{name}"' not in code and f"'{name}'" not in code] == []


def test_a_unit_has_one_spelling() -> None:
    """A number with its unit: 2 procentpunt."""
    for path in sorted((ROOT / "api" / "catalogue").rglob("*.ftl")):
        told = path.read_text("utf-8")
        assert not re.search(r"%[- ]?punt|% points?|procentpunten|procent-punt", told), path.name
    assert "procentpunt" in (ROOT / "api" / "catalogue" / "nl" / "compare.ftl").read_text("utf-8")
