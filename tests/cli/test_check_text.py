"""``stagekans check-text``: from a file or the input, in words or as JSON, with its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Stagekans


def test_hits_are_told_with_their_place(stagekans: Stagekans, tmp_path: Path) -> None:
    file = tmp_path / "vacature.txt"
    file.write_text("Stage\n\nWij zoeken een vlotte\nmeid.", "utf-8-sig")
    done = stagekans("check-text", file)
    assert done.code == 1
    assert "Regel 3, teken 16: “vlotte meid”" in done.out
    assert "Man of vrouw gevraagd (Mag meestal niet · Geslacht)" in done.out
    told = json.loads(stagekans("check-text", file, "--json").out)
    assert [(hit["rule"], hit["start"], hit["end"]) for hit in told["hits"]] == [("sex_wanted", 22, 33)]
    english = stagekans("check-text", file, "--language", "en")
    assert "1 place to look at." in english.out


def test_nothing_found(stagekans: Stagekans, tmp_path: Path) -> None:
    file = tmp_path / "vacature.txt"
    file.write_text("Je helpt de koks. Je bent een scholier.", "utf-8")
    assert stagekans("check-text", file).code == 0
    assert stagekans("check-text", file, "--job").code == 1


def test_what_cannot_be_used(stagekans: Stagekans, tmp_path: Path) -> None:
    for name, content, told in (
        ("leeg.txt", b" \n", "is leeg"),
        ("latin.txt", "géén".encode("latin-1"), "UTF-8"),
        ("lang.txt", b"x" * 20_001, "20.000"),
        ("weg.txt", None, "niet te lezen"),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        done = stagekans("check-text", tmp_path / name)
        assert (done.code, told in done.err) == (2, True), done.err


def test_from_the_input() -> None:
    command = [sys.executable, "-m", "api.cli", "check-text", "-"]
    done = subprocess.run(command, input=b"Je bent ongehuwd.", capture_output=True)
    assert (done.returncode, "ongehuwd" in done.stdout.decode()) == (1, True)
