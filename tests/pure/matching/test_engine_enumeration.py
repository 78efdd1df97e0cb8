"""The engine equals plain enumeration: values, the one matching of the lottery, and who had another outcome open."""

from __future__ import annotations

import random

import pytest

from matching.engine.solve import solve
from tests.pure.matching.small_problems import best_for_goals, lots, random_problem, the_one

ORDERS = (("placed", "satisfaction"), ("satisfaction", "placed"), ("placed",), ("satisfaction",))


def check_against_enumeration(number: int) -> None:
    problem, seed = random_problem(random.Random(number)), f"seed {number}"
    for goals in ORDERS:
        solved = solve(problem, goals, seed)
        best, values = best_for_goals(problem, goals)
        assert [(o.name, o.value, o.bound, o.proven) for o in solved.outcomes] == [
            (goal, value, value, True) for goal, value in zip(goals, values, strict=True)
        ]
        assert tuple(solved.pair_of_student.tolist()) == the_one(problem, best, seed)
        assert solved.lot_decided.tolist() == [len(set(outcomes)) > 1 for outcomes in zip(*best, strict=True)]
        assert solved.lot_numbers.tolist() == lots(problem, seed)


@pytest.mark.parametrize("block", range(10))
def test_small_problems_equal_enumeration(block: int) -> None:
    for number in range(block * 30, block * 30 + 30):
        check_against_enumeration(number)
