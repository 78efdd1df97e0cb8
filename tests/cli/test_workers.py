"""``--workers``: a run over several processes gives the same bytes, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from api.services import solve_processes
from api.services.match_files.folder import FILES
from bench.school import school
from tests.cli.conftest import Stagekans
from tests.cli.test_match import rows_of, write_rows

PLAIN = 'goals = ["placed", "worst_off", "satisfaction"]\nseed = "workers"\n'
GAP = """goals = ["placed", "group_gap", "worst_off", "satisfaction"]
seed = "workers"
[group_gap]
groupings = ["level", "team"]
tolerance = 0.02
"""
#: The command with processes from 200 open pairs on, so that a small round uses them too.
COMMAND = "import api.services.solve_processes as s; s.FROM_PAIRS = 200; from api.cli import main; main()"


def contents(folder: Path) -> dict[str, Any]:
    """Every file; of the report all but ``seconds``."""
    found: dict[str, Any] = {name: (folder / name).read_bytes() for name in FILES}
    found["report.json"] = json.loads(found["report.json"])
    assert found["report.json"].pop("seconds") > 0
    return found


def school_files(folder: Path, number: int, students: int) -> list[str | Path]:
    """The options that name the files of a round of many networks that do not touch (regions and programmes)."""
    drawn = school(number, students, with_pairs=True)
    rows: dict[str, list[dict[str, str]]] = {
        "students": [
            {
                "student_number": one.student_number,
                "crebo": one.crebo or "",
                "level": str(one.level or ""),
                "team": f"{one.crebo}-{place % 2}",
            }
            for place, one in enumerate(drawn.students)
        ],
        "offers": [
            {"offer_id": one.offer_id, "places": str(one.places), "crebos": "|".join(one.crebos)}
            for one in drawn.offers
        ],
        "pairs": [
            {
                "student_number": pair.student_number,
                "offer_id": pair.offer_id,
                "utility": str(pair.utility),
                "rank": str(pair.rank),
            }
            for pair in drawn.pairs or ()
        ],
    }
    options: list[str | Path] = []
    for name, lines in rows.items():
        options += [f"--{name}", write_rows(folder / f"{name}.csv", lines)]
    return options


def policy_file(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(text)
    return path


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """From 200 pairs on, parts go to other processes; a mark for each that does."""
    marks: list[int] = []
    before = solve_processes.SolveProcesses.submit

    def submit(self: solve_processes.SolveProcesses, *arguments: Any, **named: Any) -> Any:
        marks.append(1)
        return before(self, *arguments, **named)

    monkeypatch.setattr(solve_processes, "FROM_PAIRS", 200)
    monkeypatch.setattr(solve_processes.SolveProcesses, "submit", submit)
    return marks


@pytest.mark.parametrize("policy", [PLAIN, GAP], ids=["plain", "group_gap"])
def test_the_demo_and_its_prices_give_the_same_bytes(
    match: Stagekans, tmp_path: Path, sent: list[int], policy: str
) -> None:
    found = []
    for count in ("1", "2"):
        out = tmp_path / count
        done = match("--policy", policy_file(tmp_path, policy), "--workers", count, "--out", out)
        assert done.code == 0, done.err
        assert bool(sent) == (count != "1")
        found.append(contents(out))
        assert not active_children()
    assert found[0] == found[1]


@pytest.mark.parametrize("policy", [PLAIN, GAP], ids=["plain", "group_gap"])
def test_one_two_and_four_give_the_same_bytes_for_independent_networks(
    stagekans: Stagekans, tmp_path: Path, sent: list[int], policy: str
) -> None:
    files = school_files(tmp_path, 5, 750)
    found = []
    for count in ("1", "2", "4"):
        out = tmp_path / count
        done = stagekans(
            "match",
            *files,
            "--prices",
            "no",
            "--policy",
            policy_file(tmp_path, policy),
            "--workers",
            count,
            "--out",
            out,
        )
        assert done.code == 0, done.err
        found.append(contents(out))
    assert len(sent) > 4
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("policy", [PLAIN, GAP], ids=["plain", "group_gap"])
def test_neither_hash_seed_nor_order_of_rows_matters(tmp_path: Path, policy: str) -> None:
    files = school_files(tmp_path, 6, 500)
    found = []
    for number, hash_seed in enumerate(("0", "1", "random")):
        if number:
            for path in (Path(part) for part in files[1::2]):
                rows = rows_of(path)
                random.Random(number).shuffle(rows)
                write_rows(path, rows)
        out = tmp_path / f"result-{number}"
        workers = str(1 + number % 2)
        arguments = [
            "match",
            *files,
            "--prices",
            "no",
            "--prices",
            "no",
            "--policy",
            policy_file(tmp_path, policy),
            "--workers",
            workers,
            "--out",
            out,
        ]
        done = subprocess.run(
            [sys.executable, "-c", COMMAND, *map(str, arguments)],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "LANG": "nl_NL.UTF-8"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        found.append(contents(out))
    assert all(one == found[0] for one in found)


def test_a_killed_process_is_told_and_changes_nothing(
    match: Stagekans, tmp_path: Path, sent: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert match("--out", tmp_path / "alone").code == 0
    before = solve_processes.SolveProcesses.submit

    def submit(self: solve_processes.SolveProcesses, *arguments: Any, **named: Any) -> Any:
        future = before(self, *arguments, **named)
        for child in active_children():  # as the kernel does when memory is full
            child.kill()
        return future

    monkeypatch.setattr(solve_processes.SolveProcesses, "submit", submit)
    done = match("--workers", "2", "--out", tmp_path / "killed")
    assert done.code == 0, done.err
    assert "De uitkomst is dezelfde." in " ".join(done.err.split())
    assert sent
    assert not active_children()
    assert contents(tmp_path / "killed") == contents(tmp_path / "alone")


def test_what_if_and_sweep_take_workers_too(
    match: Stagekans, stagekans: Stagekans, tmp_path: Path, sent: list[int]
) -> None:
    assert match().code == 0
    changes = tmp_path / "changes.toml"
    changes.write_text("[[more_travel]]\nminutes = 10\n")
    for count in ("1", "2"):
        asked = stagekans(
            "what-if", tmp_path / "result", "--changes", changes, "--workers", count, "--out", tmp_path / f"if-{count}"
        )
        assert asked.code == 0, asked.err
        assert bool(sent) == (count == "2")
    assert contents(tmp_path / "if-1") == contents(tmp_path / "if-2")
    sent.clear()
    for count in ("1", "2"):
        swept = stagekans(
            "sweep", tmp_path / "result", "--grouping", "level", "--tolerance", "0.1", "--workers", count,
            "--out", tmp_path / f"sweep-{count}.csv",
        )  # fmt: skip
        assert swept.code == 0, swept.err
        assert bool(sent) == (count == "2")
    assert (tmp_path / "sweep-1.csv").read_bytes() == (tmp_path / "sweep-2.csv").read_bytes()


@pytest.mark.parametrize("count", ["0", "-1", "1.5", "two", "65", "", "99999", "²"])
@pytest.mark.parametrize(
    ("spoken", "said"), [("nl", "is geen heel getal van 1 tot 64."), ("en", "is not a whole number from 1 to 64.")]
)
def test_a_number_that_is_none(match: Stagekans, tmp_path: Path, count: str, spoken: str, said: str) -> None:
    done = match("--workers", count, "--language", spoken)
    assert done.code == 2
    assert f'--workers {"klopt niet" if spoken == "nl" else "is wrong"}: "{count}" {said}' in " ".join(done.err.split())
    assert not (tmp_path / "result").exists()


@pytest.mark.parametrize("count", ["0", "many", "65"])
@pytest.mark.parametrize(
    ("locale", "said"), [("nl_NL.UTF-8", "is geen heel getal van 1 tot 64."), ("en_GB.UTF-8", "from 1 to 64.")]
)
def test_a_setting_that_is_no_number(
    stagekans: Stagekans, monkeypatch: pytest.MonkeyPatch, count: str, locale: str, said: str
) -> None:
    monkeypatch.setenv("STAGEKANS_SOLVE_WORKERS", count)
    monkeypatch.setenv("LANG", locale)
    done = stagekans("worker")
    assert done.code == 2
    heard = " ".join(done.err.split())
    assert "STAGEKANS_SOLVE_WORKERS" in heard
    assert f'"{count}"' in heard
    assert said in heard
