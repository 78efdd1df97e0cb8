"""Help and wrong commands, in the reader's language."""

from __future__ import annotations

import subprocess
import sys

import pytest

from api.cli import COMMANDS
from api.cli.reader import language_of
from tests.cli.conftest import Stagekans


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_in_both_languages(stagekans: Stagekans, command: str) -> None:
    dutch = stagekans(command, "--help")
    english = stagekans(command, "--help", "--language", "en")
    assert dutch.code == english.code == 0
    assert "Gebruik: stagekans " + command in dutch.out
    assert "Usage: stagekans " + command in english.out
    for shown in (dutch.out, english.out):
        assert f"stagekans {command}" in shown.split("\n", 2)[2], "no example"
        assert max(map(len, shown.splitlines())) <= 80


def test_the_first_help_names_every_command(stagekans: Stagekans) -> None:
    shown = stagekans("--help").out
    assert all(f"\n  {command} " in shown for command in COMMANDS)
    assert stagekans("--help", "--language=en").out.startswith("Usage:")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["mtach"], "mtach"),
        (["match", "--student", "x"], "--student"),
        (["match", "--students", "x"], "--offers ontbreekt"),
        (["serve", "--port", "70000"], "--port"),
        (["account", "x", "--name", "y", "--role", "boss"], "--role"),
        (["verify"], "FOLDER ontbreekt"),
    ],
)
def test_a_wrong_command_says_what_and_where_to_look(stagekans: Stagekans, arguments: list[str], named: str) -> None:
    done = stagekans(*arguments)
    assert done.code == 2
    assert named in done.err
    assert "--help" in done.err


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL", "LC_MESSAGES": "en_IE"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], expected: str) -> None:
    assert language_of(environment) == expected


def test_help_does_not_load_the_solver() -> None:
    code = "import sys; from api.cli import run; run(['match', '--help']); sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
