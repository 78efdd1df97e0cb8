"""The files of the demo, and the command line as a function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from api.cli import run
from api.services.demo.files import write_files
from api.services.demo.school import draw


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a command left at the terminal."""

    code: int
    out: str
    err: str


Stagekans = Callable[..., Outcome]


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the files of the synthetic school."""
    folder = tmp_path_factory.mktemp("demo-files")
    write_files(draw(), folder)
    return folder


@pytest.fixture
def stagekans(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Stagekans:
    """``stagekans("match", ...)``: runs the command in this process."""
    for name in ("LC_ALL", "LC_MESSAGES", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")

    def call(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        seen = capsys.readouterr()
        return Outcome(code=code, out=seen.out, err=seen.err)

    return call


@pytest.fixture
def match(stagekans: Stagekans, demo_files: Path, tmp_path: Path) -> Stagekans:
    """``match("--seed", ...)``: a run on the demo files; later arguments win. The result is in ``tmp_path/result``."""

    def call(*arguments: str | Path) -> Outcome:
        given = {
            "--students": demo_files / "students.csv",
            "--offers": demo_files / "offers.csv",
            "--equivalents": demo_files / "equivalents.csv",
            "--out": tmp_path / "result",
        }
        options = [part for option, value in given.items() if option not in arguments for part in (option, value)]
        return stagekans("match", *options, *arguments)

    return call
