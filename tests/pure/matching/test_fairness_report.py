"""The whole report: true figures, the same bytes, no student in it, and an end when asked."""

from __future__ import annotations

import statistics
from fractions import Fraction
from itertools import count, pairwise

import msgspec
import pytest

from bench.school import school
from matching.eligibility import build
from matching.fair_run import FairRun, fair_run
from matching.fairness.gaps import BANDS
from matching.fairness.report import change_of, fairness_of
from matching.fairness.words import FairnessReport
from matching.faults import Cancelled
from matching.groupings import group_of
from matching.instance import Instance
from matching.policy import GroupGap, Policy
from matching.verify.group_counts import untrue_counts
from tests.pure.matching.rounds import offer, student

POLICY = Policy(goals=("placed", "worst_off", "satisfaction"), seed="x")


@pytest.fixture(scope="module")
def round_of_600() -> Instance:
    """A school with a shortage of places."""
    instance = school(3, 600)
    return msgspec.structs.replace(instance, offers=instance.offers[::2])


@pytest.fixture(scope="module")
def made(round_of_600: Instance) -> FairRun:
    return fair_run(round_of_600, POLICY, clock=lambda: 0.0)


def test_every_rate_and_gap_is_true(round_of_600: Instance, made: FairRun) -> None:
    placed = {placement.student_number for placement in made.result.placements}
    possible = {row.student_number: row.eligible for row in made.result.explanations}
    gaps = 0
    for table in made.fairness.groupings:
        members = {
            row.group: [s.student_number for s in round_of_600.students if group_of(s, table.grouping) == row.group]
            for row in table.rows
        }
        for row in table.rows:
            numbers = members[row.group]
            if row.rate.shown == "exact":
                assert row.students == len(numbers)
                assert row.placed == len(placed.intersection(numbers))
                assert row.rate.percent == round(100 * row.placed / row.students, 1)
            if row.median_offers is not None:
                assert row.median_offers == statistics.median(possible[number] for number in numbers)
        gap = table.gap
        if gap is None or gap.at_least:
            continue
        gaps += 1
        exact = [row for row in table.rows if row.rate.shown == "exact" and row.placed is not None]
        rates = {row.group: Fraction(row.placed or 0, row.students or 1) for row in exact}
        assert rates[gap.highest] == max(rates.values())
        assert rates[gap.lowest] == min(rates.values())
        assert gap.points == round(float(100 * (rates[gap.highest] - rates[gap.lowest])), 1)
        top, low = members[gap.highest], members[gap.lowest]
        sums, covered = Fraction(0), 0
        for least, most in pairwise((*BANDS, 10**9)):
            one = [number for number in top if least <= possible[number] < most]
            other = [number for number in low if least <= possible[number] < most]
            if min(len(one), len(other)) >= 10:
                gap_here = Fraction(len(placed.intersection(one)), len(one)) - Fraction(
                    len(placed.intersection(other)), len(other)
                )
                sums += (len(one) + len(other)) * gap_here
                covered += len(one) + len(other)
        assert (gap.conditional is None) == (covered == 0)
        if gap.conditional is not None:
            assert gap.conditional.points == round(float(100 * sums / covered), 1)
            assert gap.conditional.covered == round(100 * covered / (len(top) + len(low)), 1)
    assert gaps >= 2
    assert list(untrue_counts(round_of_600.students, made.result.placements, made.fairness)) == []


def test_the_profile_adds_up(made: FairRun) -> None:
    told, report = made.fairness.profile, made.result.report
    assert sum(row.students for row in told.rows) + told.not_named + told.without_place == report.students
    assert all(later.first > row.last >= row.first for row, later in pairwise(told.rows))
    assert all(row.students >= 10 for row in told.rows)
    assert told.rows[-1].up_to == round(100 * sum(row.students for row in told.rows) / report.students, 1)


def test_the_run_stands_beside_the_other_ways(made: FairRun) -> None:
    own, drawn, in_order = made.fairness.ways
    assert own.placed.mean == made.result.report.placed
    # As many as possible, and then as satisfied as possible: no order of choosing places more.
    assert drawn.draws == len(made.fairness.seeds) == 20
    assert drawn.placed.least <= drawn.placed.mean <= drawn.placed.most <= own.placed.mean
    assert in_order.placed.mean <= own.placed.mean
    for way in made.fairness.ways:
        assert way.choices[5] is not None
        assert way.choices[5].mean == pytest.approx(made.fairness.students - way.placed.mean)


def test_two_reports_are_the_same_bytes_and_the_order_of_rows_is_nothing(round_of_600: Instance, made: FairRun) -> None:
    turned = Instance(
        students=round_of_600.students[::-1],
        offers=round_of_600.offers[::-1],
        equivalents=round_of_600.equivalents[::-1],
        travel=round_of_600.travel[::-1],
    )
    again = fair_run(turned, POLICY, clock=lambda: 0.0)
    assert msgspec.json.encode(again.fairness) == msgspec.json.encode(made.fairness)
    assert msgspec.json.encode(again.result.report) == msgspec.json.encode(made.result.report)


def test_no_student_and_no_offer_is_named(round_of_600: Instance) -> None:
    named = msgspec.structs.replace(
        round_of_600,
        students=tuple(
            msgspec.structs.replace(row, student_number=f"nummer-{row.student_number}") for row in round_of_600.students
        ),
    )
    made = fair_run(named, Policy(seed="x"), clock=lambda: 0.0)
    told = msgspec.json.encode(made.fairness).decode()
    assert "nummer-" not in told
    assert not [row.offer_id for row in named.offers if f'"{row.offer_id}"' in told]


def test_a_false_count_is_found(round_of_600: Instance, made: FairRun) -> None:
    table = made.fairness.groupings[0]
    at, row = next((n, row) for n, row in enumerate(table.rows) if row.placed is not None)
    wrong = msgspec.structs.replace(row, placed=(row.placed or 0) - 1)
    rows = (*table.rows[:at], wrong, *table.rows[at + 1 :])
    groupings = (msgspec.structs.replace(table, rows=rows), *made.fairness.groupings[1:])
    told = msgspec.structs.replace(made.fairness, groupings=groupings)
    found = untrue_counts(round_of_600.students, made.result.placements, told)
    assert list(found) == [(table.grouping, row.group)]


def test_the_gap_before_and_after_and_the_groupings_of_the_goal_first(round_of_600: Instance, made: FairRun) -> None:
    # As if the run without the goal had left one programme without any place.
    unlucky = {one.student_number for one in round_of_600.students if one.crebo == round_of_600.students[0].crebo}
    fewer = tuple(one for one in made.result.placements if one.student_number not in unlucky)
    gap = GroupGap(groupings=("support", "programme"), min_group_size=20)
    policy = Policy(goals=("placed", "group_gap"), group_gap=gap)
    before = (fewer, msgspec.structs.replace(made.result.report, placed=len(fewer)))
    after = (made.result.placements, made.result.report)
    change = change_of(round_of_600, policy, before, after)
    for moment, (placements, report) in ((change.without, before), (change.with_goal, after)):
        placed = {placement.student_number for placement in placements}
        gaps = []
        for grouping in gap.groupings:
            groups: dict[str, list[str]] = {}
            for one in round_of_600.students:
                groups.setdefault(group_of(one, grouping) or "", []).append(one.student_number)
            rates = [
                Fraction(len(placed.intersection(numbers)), len(numbers))
                for group, numbers in groups.items()
                if group and len(numbers) >= gap.min_group_size
            ]
            gaps.append(max(rates) - min(rates) if len(rates) > 1 else Fraction(0))
        assert Fraction(moment.fraction) == max(gaps)
        assert moment.points == round(float(100 * max(gaps)), 1)
        assert moment.placed == report.placed
    assert change.without.points > change.with_goal.points
    told = fairness_of(round_of_600, policy, made.result.placements, made.result.report, gap_change=change)
    assert told.gap_change == change
    assert [(table.grouping, table.goal) for table in told.groupings][:3] == [
        ("programme", True), ("support", True), ("failed_applications", False),
    ]  # fmt: skip
    assert told.ways[0].gap_points is not None
    assert told.ways[0].gap_points.mean == change.with_goal.points


@pytest.mark.parametrize("students", [0, 1, 12])
def test_a_tiny_round_has_a_report_that_tells_nothing_small(students: int) -> None:
    instance = Instance(
        students=tuple(student(f"S{n}", preferences=(("O1",),)) for n in range(students)), offers=(offer(places=6),)
    )
    made = fair_run(instance, POLICY, clock=lambda: 0.0)
    report: FairnessReport = made.fairness
    assert report.students == students
    for table in report.groupings:
        for row in table.rows:
            assert (row.students is None) == (students < 10)
    assert report.opportunity.without_offers.shown == ("hidden" if students < 10 else "capped")


def test_a_placement_of_nobody_is_refused(round_of_600: Instance, made: FairRun) -> None:
    stranger = msgspec.structs.replace(made.result.placements[0], student_number="nobody")
    with pytest.raises(ValueError, match="not in the round"):
        fairness_of(round_of_600, POLICY, (stranger,), made.result.report)
    problem = build(round_of_600, POLICY).problem
    impossible = next(
        key
        for key in problem.offer_keys
        if key not in {problem.offer_keys[o] for o in problem.offer[problem.student == 0]}
    )
    broken = msgspec.structs.replace(stranger, student_number=problem.student_keys[0], offer_id=impossible)
    with pytest.raises(ValueError, match="do not allow"):
        fairness_of(round_of_600, POLICY, (broken,), made.result.report)


def test_progress_never_falls_and_a_stop_ends_it(round_of_600: Instance) -> None:
    told: list[tuple[str, float]] = []
    fair_run(round_of_600, POLICY, clock=lambda: 0.0, progress=lambda stage, fraction: told.append((stage, fraction)))
    fractions = [fraction for _, fraction in told]
    assert fractions == sorted(fractions)
    assert told[-1] == ("fairness", 1.0)
    assert "prices" in {stage for stage, _ in told}
    asked = count()
    with pytest.raises(Cancelled):
        fair_run(round_of_600, POLICY, clock=lambda: 0.0, stop=lambda: next(asked) > 60)
