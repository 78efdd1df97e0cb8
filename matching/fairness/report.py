"""The fairness report of a run, put together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.eligibility import build
from matching.engine.lottery import lot_numbers
from matching.fairness.envy import count_envy
from matching.fairness.gaps import largest_gap, points
from matching.fairness.profile import profile_of
from matching.fairness.rates import grouping_tables, rate_of_all
from matching.fairness.small_numbers import RULE
from matching.fairness.table import table_of
from matching.fairness.ways import SEEDS, ways_of
from matching.fairness.words import (
    Envy,
    FairnessReport,
    GapChange,
    GapMoment,
    GoalPrice,
    Opportunity,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from matching.eligibility import Eligibility
    from matching.fairness.envy import EnvyCount
    from matching.fairness.table import GroupTable
    from matching.instance import Instance
    from matching.policy import Policy
    from matching.result import GoalOutcome, Placement, Report


def fairness_of(
    instance: Instance,
    policy: Policy,
    placements: Sequence[Placement],
    report: Report,
    *,
    gap_change: GapChange | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> FairnessReport:
    """The fairness report. The prices are those of the goals in ``report``; ``gap_change``: see :func:`change_of`.

    Raises
    ------
    InstanceUnusable
        As a run does.
    ValueError
        A placement is of a student or a pair that the instance does not have.
    Cancelled
        ``stop`` said yes.
    """
    eligibility = build(instance, policy, stop=stop)
    pairs = _pairs_of(eligibility, placements)
    table = table_of(eligibility.students)
    goals = policy.group_gap.groupings if "group_gap" in policy.goals else ()
    least = max(policy.group_gap.min_group_size, RULE.least)
    offers = eligibility.possible
    compared = _compared(table, policy)
    return FairnessReport(
        input_sha256=report.input_sha256,
        rule=RULE,
        students=len(eligibility.students),
        placed=len(placements),
        min_group_size=least,
        groupings=grouping_tables(table, pairs >= 0, offers, goals=goals, least=least),
        gap_change=gap_change,
        prices=_prices(report.goals),
        profile=profile_of(report.profile),
        envy=_told(count_envy(eligibility, pairs, lot_numbers(eligibility.problem.student_keys, report.seed))),
        opportunity=Opportunity(
            median_offers=float(np.median(offers)) if offers.size else 0.0,
            without_offers=rate_of_all(int((offers == 0).sum()), offers.size),
        ),
        ways=ways_of(eligibility, table, pairs, compared, least, stop),
        seeds=SEEDS,
    )


def change_of(
    instance: Instance,
    policy: Policy,
    without: tuple[Sequence[Placement], Report],
    with_goal: tuple[Sequence[Placement], Report],
) -> GapChange:
    """The gap of two runs, without and with the goal group_gap, over the groupings of the policy."""
    students = tuple(sorted(instance.students, key=lambda student: student.student_number))
    table = table_of(students)
    compared = _compared(table, policy)

    def moment(placements: Sequence[Placement], report: Report) -> GapMoment:
        has = {placement.student_number for placement in placements}
        placed = np.array([student.student_number in has for student in students], np.bool_)
        gap = largest_gap(table, table.count(placed), compared, policy.group_gap.min_group_size) or Fraction(0)
        return GapMoment(fraction=f"{gap.numerator}/{gap.denominator}", points=points(gap), placed=report.placed)

    return GapChange(without=moment(*without), with_goal=moment(*with_goal))


def _compared(table: GroupTable, policy: Policy) -> list[int]:
    """The groupings whose gap counts: those of the goal, or all where group_gap is no goal."""
    wanted = policy.group_gap.groupings if "group_gap" in policy.goals else table.groupings
    return [number for number, grouping in enumerate(table.groupings) if grouping in wanted]


def _pairs_of(eligibility: Eligibility, placements: Sequence[Placement]) -> npt.NDArray[np.int64]:
    problem = eligibility.problem
    students = {key: number for number, key in enumerate(problem.student_keys)}
    offers = {key: number for number, key in enumerate(problem.offer_keys)}
    width = len(offers)
    keys = problem.student.astype(np.int64) * width + problem.offer
    pairs = np.full(len(students), -1, np.int64)
    for placement in placements:
        student, offer = students.get(placement.student_number), offers.get(placement.offer_id)
        if student is None or offer is None:
            raise ValueError("a placement of somebody or something that is not in the round")
        wanted = student * width + offer
        found = int(np.searchsorted(keys, wanted))
        if found == keys.size or keys[found] != wanted:
            raise ValueError("a placement that the rules do not allow")
        pairs[student] = found
    return pairs


def _prices(goals: Sequence[GoalOutcome]) -> tuple[GoalPrice, ...] | None:
    """What the goals of a report cost; None where that was not worked out."""
    found = tuple(GoalPrice(goal=goal.name, lost=goal.price) for goal in goals if goal.price is not None)
    return found if len(found) == len(goals) else None


def _told(found: EnvyCount) -> Envy:
    """Numbers of students under the small-number rule."""

    def both(pairs: int, students: int) -> tuple[int | None, int | None]:
        return (None, None) if 0 < students < RULE.least else (pairs, students)

    pairs, students = both(found.pairs, found.students)
    pairs_by_lot, students_by_lot = both(found.pairs_by_lot, found.students_by_lot)
    return Envy(pairs=pairs, students=students, pairs_by_lot=pairs_by_lot, students_by_lot=students_by_lot)
