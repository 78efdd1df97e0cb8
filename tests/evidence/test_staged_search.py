"""Rounds with side constraints: thousands of small ones, changed results, and one of 2,000 students."""

from __future__ import annotations

import sys
import time

import pytest

from matching.policy import Policy
from matching.run import run
from matching.verify import verify
from tests.pure.matching import test_staged
from tests.pure.matching.side_schools import side_school


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(10))
def test_five_thousand_rounds_with_side_constraints_equal_enumeration(block: int) -> None:
    for number in range(10_000 + block * 500, 10_000 + block * 500 + 500):
        test_staged.check_against_enumeration(number)


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(10))
def test_no_other_matching_and_no_lie_out_of_thousands_is_accepted(block: int) -> None:
    numbers = range(20_000 + block * 100, 20_000 + block * 100 + 100)
    assert sum(test_staged.check_verifier(number, 20) for number in numbers) > 1_000


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
