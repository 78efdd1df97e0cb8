"""Students with the same file have the same chances, with *group gap* among the goals."""

from __future__ import annotations

import sys

import pytest

from matching.commitment import Opening
from matching.instance import Instance
from matching.policy import GroupGap, Policy
from matching.run import run
from tests.pure.matching.changed_results import change
from tests.pure.matching.exchangeable import EQUALS, SIGNIFICANCE, a_round_of_equals, p_value

SEEDS = [
    Opening(salt=f"{number:064x}", secret="kloof tussen groepen").seed(f"getuige {number}") for number in range(4_000)
]
ORDERS = (("placed", "group_gap", "satisfaction"), ("placed", "group_gap", "worst_off", "satisfaction"))


def a_round_with_teams() -> Instance:
    """Equals are in one team, most of the others in another; two groupings overlap."""
    instance = a_round_of_equals()
    teams = dict.fromkeys(EQUALS, ("A", "1")) | {"100": ("B", "1"), "101": ("B", "2"), "102": ("B", "2")}
    students = []
    for student in instance.students:
        team, year = teams.get(student.student_number, ("A", "2"))
        students.append(change(student, groups=(("team", team), ("year", year))))
    return change(instance, students=tuple(students))


@pytest.mark.evidence
@pytest.mark.parametrize("goals", ORDERS, ids=" ".join)
def test_equals_have_equal_chances(goals: tuple[str, ...]) -> None:
    instance = a_round_with_teams()
    gap = GroupGap(groupings=("team", "year"), min_group_size=1)

    def outcome_of(seed: str) -> dict[str, str]:
        policy = Policy(goals=goals, seed=seed, group_gap=gap)  # type: ignore[arg-type]  # names of goals
        result = run(instance, policy, clock=lambda: 0.0)
        assert result.certificate.counts is not None
        placed = {row.student_number: row.offer_id for row in result.placements}
        return {student.student_number: placed.get(student.student_number, "") for student in instance.students}

    found, kinds = p_value(SEEDS, outcome_of)
    sys.stdout.write(f"{' '.join(goals)}: 4,000 seeds, 5 equals, {kinds} outcomes: p = {found:.3f}\n")
    assert kinds > 1
    assert found > SIGNIFICANCE
