"""Rounds with side constraints: thousands of small ones, changed results, and one of 2,000 students."""

from __future__ import annotations

import sys
import time
from itertools import permutations
from typing import get_args

import pytest

from matching.policy import GoalName, Policy
from matching.run import run
from matching.verify import verify
from tests.pure.matching import test_staged
from tests.pure.matching.side_schools import side_school

EVERY_ORDER: list[tuple[GoalName, ...]] = [
    order for size in (1, 2, 3, 4) for order in permutations(get_args(GoalName), size)
]


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(10))
def test_five_thousand_rounds_with_side_constraints_equal_enumeration(block: int) -> None:
    for number in range(10_000 + block * 500, 10_000 + block * 500 + 500):
        test_staged.check_against_enumeration(number)


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(10))
def test_no_other_matching_and_no_lie_out_of_thousands_is_accepted(block: int) -> None:
    numbers = range(20_000 + block * 100, 20_000 + block * 100 + 100)
    refused = [test_staged.check_verifier(number, 20) for number in numbers]
    sys.stdout.write(f"{sum(refused):,} of {sum(refused):,} changes of {sum(map(bool, refused))} results refused\n")
    assert sum(refused) > 1_000


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(4))
def test_each_of_sixty_four_orders_on_the_same_round_equals_enumeration(block: int) -> None:
    compared = 0
    for number in range(30_000 + block * 10, 30_000 + block * 10 + 10):
        met = [test_staged.check_against_enumeration(number, order) for order in EVERY_ORDER]
        assert len(set(met)) == 1  # whether the rules can be met does not depend on the goals
        compared += met[0]
    sys.stdout.write(f"{compared} rounds in each of {len(EVERY_ORDER)} orders of goals: equal\n")
    assert compared > 4


@pytest.mark.evidence
def test_two_thousand_students_with_side_constraints() -> None:
    instance = side_school(1, 2_000, part=0.02)
    policy = Policy(goals=("placed", "worst_off", "satisfaction"), seed="x")
    began = time.process_time()
    result = run(instance, policy, clock=time.process_time)
    solved = time.process_time()
    checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    verified = time.process_time()
    told = [(goal.name, goal.value, goal.bound, goal.proof) for goal in result.report.goals]
    figures = f"2,000 students: {solved - began:.0f} cpu s, verified in {verified - solved:.0f} cpu s"
    sys.stdout.write(f"{figures}; {told}; lottery {checks[-1].status}\n")
    assert {check.status for check in checks} <= {"proven", "bound"}
    assert all(goal.proven for goal in result.report.goals)
