"""The arrows between the rooms, as import-linter checks them."""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.house.repository import ROOT


def test_no_room_imports_what_it_may_not_know() -> None:
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_room_stands_in_the_picture() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    drawn = {room.strip() for layer in layers for room in layer.split("|")}
    there = {f"api.{path.name}" for path in (ROOT / "api").iterdir() if (path / "__init__.py").exists()}
    # Texts and settings are no rooms: every room reads them.
    assert there - drawn <= {"api.catalogue"}
