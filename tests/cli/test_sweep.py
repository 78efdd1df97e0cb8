"""``stagekans sweep``: the command is offered once its goal can be run; its parts work with any variants."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from api.cli.match import Unusable
from api.cli.sweep import command
from api.services.match_files.checking import read_made
from api.services.match_files.sweeping import COLUMNS, sweep_csv, sweep_made
from matching.policy import GroupGap, Policy
from matching.sweep import Variant
from tests.cli.conftest import Stagekans


def call(*arguments: str | Path) -> object:
    return command.main([str(argument) for argument in arguments], standalone_mode=False)


def test_any_variants_give_a_row_each(match: Stagekans, tmp_path: Path) -> None:
    assert match().code == 0
    made = read_made(tmp_path / "result")
    gap = GroupGap(groupings=("team",))
    orders = (("placed", "satisfaction"), ("placed", "worst_off"))
    variants = [Variant(name=order[1], policy=Policy(goals=order, seed="a", group_gap=gap)) for order in orders]  # type: ignore[arg-type]  # names of goals
    done: list[int] = []
    rows = list(csv.DictReader(io.StringIO(sweep_csv(sweep_made(made, variants, done.append)).decode())))
    assert done == [1, 2]
    assert tuple(rows[0]) == COLUMNS
    assert [row["variant"] for row in rows] == ["satisfaction", "worst_off"]
    assert {row["placed"] for row in rows} == {str(made.report.placed)}
    assert int(rows[0]["satisfaction"]) > int(rows[1]["satisfaction"])
    for row in rows:
        numerator, _, denominator = row["gap"].partition("/")
        assert float(row["gap_percent_points"]) == pytest.approx(100 * int(numerator) / int(denominator or 1), abs=0.01)


def test_the_command_writes_a_row_for_each_tolerance(
    match: Stagekans, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert match().code == 0
    out = tmp_path / "curve.csv"
    assert call(tmp_path / "result", "--grouping", "level", "--tolerance", "0.2", "--tolerance", "1", "--out", out) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert [row["variant"] for row in rows] == ["0.2", "1"]
    assert {row["refused"] for row in rows} == {""}
    assert float(rows[0]["gap_percent_points"]) <= float(rows[1]["gap_percent_points"])
    assert "curve.csv" in capsys.readouterr().out


def test_groupings_that_are_not_there_are_named(match: Stagekans, tmp_path: Path) -> None:
    assert match().code == 0
    with pytest.raises(Unusable, match="team"):
        call(tmp_path / "result", "--out", tmp_path / "x.csv")
    with pytest.raises(Unusable, match="schoenmaat"):
        call(tmp_path / "result", "--grouping", "schoenmaat", "--out", tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()
