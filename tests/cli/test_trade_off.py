"""``stagekans trade-off``: each limit to the changes of a re-match, on the terminal and as CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import msgspec
import pytest

from api.cli import match
from matching.fair_run import FairRun
from matching.result import RematchOutcome
from tests.cli.conftest import Stagekans

#: Three students who each hold what the next one wants: all three change, or nobody.
STUDENTS = "student_number;crebo;preferences\n1;25180;O2\n2;25180;O3\n3;25180;O1\n"
OFFERS = "offer_id;places;crebos\nO1;1;25180\nO2;1;25180\nO3;1;25180\n"


@pytest.fixture
def rematched(stagekans: Stagekans, tmp_path: Path) -> Path:
    """The result folder of a re-match with at most one change."""
    (tmp_path / "students.csv").write_text(STUDENTS)
    (tmp_path / "offers.csv").write_text(OFFERS)
    (tmp_path / "told.csv").write_text("student_number,offer_id\n1,O1\n2,O2\n3,O3\n")
    (tmp_path / "policy.toml").write_text('[rematch]\nmax_changes = 1\npublished = "told.csv"\n')
    files = [part for name in ("students", "offers") for part in (f"--{name}", tmp_path / f"{name}.csv")]
    done = stagekans("match", *files, "--policy", tmp_path / "policy.toml", "--out", tmp_path / "result")
    assert done.code == 0, done.err
    return tmp_path / "result"


def test_the_curve_ends_where_more_changes_buy_nothing(stagekans: Stagekans, rematched: Path, tmp_path: Path) -> None:
    out = tmp_path / "curve.csv"
    done = stagekans("trade-off", rematched, "--out", out)
    assert done.code == 0, done.err
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert {row["value"] for row in rows if row["goal"] == "placed"} == {"3"}
    assert {row["forced_proven"] for row in rows} == {"yes"}
    found = [(row["max_changes"], row["enough"]) for row in rows if row["goal"] == "satisfaction"]
    assert found == [("0", "0"), ("1", "0"), ("3", "3")]
    points = [int(row["value"]) for row in rows if row["goal"] == "satisfaction"]
    assert points[0] == points[1] < points[2]
    assert "Hoogstens 3 wijzigingen" in done.out


def test_the_limits_that_are_asked_are_the_lines(stagekans: Stagekans, rematched: Path, tmp_path: Path) -> None:
    asked = ("--changes", "5", "--changes", "2")
    done = stagekans("trade-off", rematched, *asked, "--out", tmp_path / "x.csv", "--language", "en")
    assert [line.split(":")[0] for line in done.out.splitlines()[:2]] == ["At most 2 changes", "At most 5 changes"]


def test_a_result_without_a_limit_says_what_to_do(match: Stagekans, stagekans: Stagekans, tmp_path: Path) -> None:
    assert match().code == 0
    done = stagekans("trade-off", tmp_path / "result", "--out", tmp_path / "x.csv")
    assert done.code == 2
    assert "rematch.max_changes" in done.err
    assert not (tmp_path / "x.csv").exists()


def test_what_is_not_proven_of_the_places_that_cannot_stay_is_told(
    stagekans: Stagekans, rematched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matched = match._matched

    def less_sure(*arguments: Any) -> FairRun:
        made = matched(*arguments)
        rematch = RematchOutcome(published=3, forced=2, chosen=1, max_changes=1, proof="none", least_forced=1)
        report = msgspec.structs.replace(made.result.report, rematch=rematch)
        return msgspec.structs.replace(made, result=msgspec.structs.replace(made.result, report=report))

    monkeypatch.setattr(match, "_matched", less_sure)
    folder = rematched.parent
    files = [part for name in ("students", "offers") for part in (f"--{name}", folder / f"{name}.csv")]
    done = stagekans("match", *files, "--policy", folder / "policy.toml", "--out", folder / "again")
    assert done.code == 0, done.err
    assert "niet bewezen dat 2 plekken weg moeten, alleen dat het er minstens 1 zijn" in done.out
