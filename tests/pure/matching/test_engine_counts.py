"""*Group gap*, in every order with the other goals, with tolerance and price, equals enumeration."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import permutations

import pytest

from matching.engine.solve import GapTask, solve
from matching.policy import GroupGap
from tests.pure.matching.small_gaps import Asked, best_with_gap, gap_of, random_groupings, the_one_with_counts
from tests.pure.matching.small_problems import random_classes, random_problem

ORDERS = [
    order
    for size in (1, 2, 3, 4)
    for order in permutations(("placed", "group_gap", "worst_off", "satisfaction"), size)
    if "group_gap" in order
]


def check_against_enumeration(number: int, orders: list[tuple[str, ...]]) -> None:
    dice = random.Random(f"gap {number}")
    problem, seed = random_problem(dice), f"seed {number}"
    classes, groups = random_classes(dice, problem), random_groupings(dice, problem)
    least, tolerance = dice.choice((1, 1, 2)), dice.choice((0.0, 0.0, 0.25, 0.5))
    for goals in orders:
        can_pay = "placed, group_gap" in ", ".join(goals)
        price = dice.choice((0, 1, 2)) if can_pay else 0
        policy = GroupGap(groupings=tuple(groups), tolerance=tolerance, price=price, min_group_size=least)
        asked = Asked(goals=goals, policy=policy, groups=groups)
        atoms = asked.atoms(len(problem.student_keys))
        solved = solve(
            problem,
            goals,
            seed,
            classes=classes,
            group_gap=GapTask(atoms=atoms, tolerance=policy.accepted_gap, price=price),
        )
        best, values = best_with_gap(problem, asked, classes)
        choice = tuple(solved.pair_of_student.tolist())
        for outcome, value in zip(solved.outcomes, values, strict=True):
            where = (number, goals, outcome, value)
            assert outcome.proven, where
            if outcome.name == "group_gap":
                assert Fraction(str(outcome.value)) == gap_of(asked, choice) <= value, where
            else:
                assert outcome.value == value, where
        assert choice in best, (number, goals)
        assert choice == the_one_with_counts(problem, asked, best, choice, seed), (number, goals)


@pytest.mark.parametrize("block", range(10))
def test_every_order_equals_enumeration(block: int) -> None:
    dice = random.Random(block)
    for number in range(block * 10, block * 10 + 10):
        check_against_enumeration(number, dice.sample(ORDERS, 4))
