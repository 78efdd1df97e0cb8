"""Rules for every file: where it may point, how long it may be, what it may be called, and what it must explain."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.house.repository import ROOT, files, python_files, text_of

_OURSELVES = Path(__file__).relative_to(ROOT)
_LOCKS = {"requirements.lock", "package-lock.json"}
# Written in pieces, so that this file does not find itself.
_MACHINE = re.compile(r"(?<![\w.~])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/[a-z]+|far" + r"m)/")
_REGISTRY = re.compile(
    r'"resolved":\s*"http|--(?:extra-)?index-url|(?<!omit-lockfile-)registry\s*=|://(?:pypi\.|files\.pythonhosted|registry\.npmjs)'
)
_NAMELESS = re.compile(r"^(?:utils?|helpers?|common|managers?|misc|base|core)(?:\.py)?$")
_SKIPS = {"pytest.skip", "pytest.xfail", "pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail"}
_SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?::?\s*[A-Z0-9, ]+|\[[\w, -]+\])?(?P<why>.*)$")


def test_there_are_files_to_look_at() -> None:
    assert len(python_files()) > 100


@pytest.mark.parametrize("pattern", [_MACHINE, _REGISTRY], ids=["a path of one machine", "an address of a registry"])
def test_no_file_points_at_the_machine_that_it_was_made_on(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in files()
        if path != _OURSELVES and path.suffix not in (".png", ".woff2", ".xlsx")
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


def test_no_file_is_longer_than_a_sitting() -> None:
    kinds = (".py", ".sql", ".css", ".js", ".html")
    lengths = {path: len(text_of(path).splitlines()) for path in files() if path.suffix in kinds}
    # schema.sql is a dump: PostgreSQL decides how long it is.
    assert [str(path) for path, lines in lengths.items() if lines > 400 and path.name != "schema.sql"] == []


def test_names_say_something() -> None:
    assert [str(path) for path in files() if any(_NAMELESS.match(part) for part in path.parts)] == []


def test_every_room_and_every_file_says_what_it_is() -> None:
    ours = [path for path in python_files() if path.parts[0] in ("api", "db", "matching", "testing_lab", "bench")]
    assert [str(path) for path in ours if ast.get_docstring(ast.parse(text_of(path))) is None] == []
    folders = {path.parent for path in ours if path.parts[0] != "bench"} | {
        path.parent for path in python_files() if path.parts[0] == "tests"
    }
    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder / "__init__.py").exists()] == []


def test_no_program_lies_among_the_files_that_are_served() -> None:
    assert [str(path) for path in python_files() if path.is_relative_to("api/static")] == []


def test_every_silenced_check_says_why() -> None:
    found = [
        f"{path}:{number}"
        for path in python_files()
        if path != _OURSELVES
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if (silenced := _SILENCED.search(line)) and len(silenced["why"].strip(" #")) < 6
    ]
    assert found == []


def test_every_skip_says_why() -> None:
    found = []
    for path in python_files():
        if path.parts[0] != "tests":
            continue
        tree = ast.parse(text_of(path))
        called = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in _SKIPS:
                call = called.get(id(node))
                words = {word.arg for word in call.keywords} if call else set()
                # pytest.skip takes its reason by position, the marks by name only: skipif has a condition there.
                told = "reason" in words or (call is not None and ast.unparse(node) == "pytest.skip" and call.args)
                if not told:
                    found.append(f"{path}:{node.lineno}")
    assert found == []
