"""The price curve: its points, its lines, and which what-ifs belong to it."""

from __future__ import annotations

import itertools

import msgspec

from api.pages.curve import curves_of, is_of_a_sweep, trade_off_of
from matching.changes import Changes, MorePlaces
from tests.pages.samples import run_view
from tests.pages.samples_compare import CHANGES, curves, trade_off


def test_the_points_stand_by_tolerance_and_their_lines_inside_the_drawing() -> None:
    team, level = curves(run_view)
    assert (team.groupings, [point.tolerance for point in team.points]) == (("team",), [0.0, 2.0, 10.0])
    assert [point.gap for point in team.points] == [3.0, 4.0, 5.0]
    assert [drawing.name for drawing in team.drawings] == ["points", "gap"]  # everybody placed as many: no line
    for drawing in team.drawings:
        assert all(70 <= x <= 344 and 16 <= y <= 166 for x, y in drawing.dots)
        assert all(before[0] < after[0] and before[1] > after[1] for before, after in itertools.pairwise(drawing.dots))
        assert drawing.line.split()[0] == "70,166"
    assert (len(level.points), level.drawings) == (1, ())


def test_the_newest_of_two_with_one_tolerance_counts() -> None:
    first = curves(run_view)[0].points[0].run
    newer = msgspec.structs.replace(first, number=99)
    (curve,) = curves_of([newer, first])
    assert [point.run.number for point in curve.points] == [99]


def test_a_what_if_that_asks_anything_else_is_no_point() -> None:
    run = curves(run_view)[0].points[0].run
    assert is_of_a_sweep(run)
    assert run.changes is not None
    mixed = Changes(policy=run.changes.policy, more_places=(MorePlaces(offer_id="O1", places=1),))
    for changes in (mixed, CHANGES, None):
        assert not is_of_a_sweep(msgspec.structs.replace(run, changes=changes))
    unfinished = msgspec.structs.replace(run, report=None)
    assert curves_of([unfinished]) == ()


def test_the_trade_off_has_the_run_itself_and_every_limit_in_order() -> None:
    found = trade_off(run_view, (50, 0, 20, 5))
    assert [(point.most, point.chosen) for point in found.points] == [(0, 0), (5, 5), (10, 10), (20, 20), (50, 20)]
    (drawing,) = found.drawings  # everybody placed as many, and no gap was a goal
    assert drawing.name == "points"
    assert [value for _, value in drawing.across] == [0, 50]
    assert drawing.dots[-1][1] == drawing.dots[-2][1]  # nothing more to buy
    assert all(is_of_a_sweep(point.run) == (point.most != 10) for point in found.points)
    assert trade_off(run_view, ()).drawings == ()


def test_a_point_that_had_no_time_is_told_beside_the_better_one_with_fewer_changes() -> None:
    found = trade_off(run_view, (5, 20, 50))
    runs = [point.run for point in found.points]
    five, ten, _, last = runs
    assert last.report is not None
    assert five.report is not None
    short = msgspec.structs.replace(last.report, status="unproven", goals=five.report.goals)
    late = msgspec.structs.replace(last, report=short)
    made = trade_off_of(ten, [five, runs[2], late])
    assert made is not None
    assert [point.beaten for point in made.points] == [None, None, None, runs[2].number]
    (drawing,) = made.drawings
    assert drawing.dots[-1][1] == drawing.dots[-2][1], "the line shows what is possible with so many changes"
    proven = msgspec.structs.replace(late, report=msgspec.structs.replace(short, status="finished"))
    again = trade_off_of(ten, [five, runs[2], proven])
    assert again is not None
    assert {point.beaten for point in again.points} == {None}, "what is proven is not a matter of time"


def test_a_run_without_a_limit_has_no_trade_off() -> None:
    assert trade_off_of(run_view(), [point.run for point in trade_off(run_view, (0, 5)).points]) is None
