"""What the README promises is there: make targets, commands, files."""

from __future__ import annotations

import re

from api.cli import COMMANDS
from tests.house.repository import ROOT, files, text_of

README = (ROOT / "README.md").read_text("utf-8")


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))


def test_every_make_target_exists_and_help_lists_it() -> None:
    named = set(re.findall(r"`?make ([a-z]+)", README))
    assert {"demo", "test", "check", "help"} <= named
    assert named <= _targets() | {"help"}


def test_every_command_exists() -> None:
    inside = "\n".join(re.findall(r"`[^`]*`", README))
    named = set(re.findall(r"\bstagekans ([a-z][a-z-]*[a-z])", inside))
    assert {"match", "verify", "serve", "worker", "migrate", "account"} <= named
    assert named <= set(COMMANDS)


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{path}: {target}"
        for path in files()
        if path.suffix == ".md"
        for target in re.findall(r"(?<!!)\[[^\]]+\]\((?!https?:|mailto:|#)([^)#]+)", text_of(path))
        if not (ROOT / path.parent / target).exists()
    ]
    assert broken == []


def test_ci_runs_what_the_readme_says() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
