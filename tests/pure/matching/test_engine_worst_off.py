"""*Worst off first*, in every order with the other goals, equals enumeration; its levels share and skip classes."""

from __future__ import annotations

import random
from itertools import permutations

import numpy as np
import pytest

from matching.engine.problem import Problem
from matching.engine.solve import Solved, solve
from matching.engine.worst_off import Classes
from tests.pure.matching.larger_problems import block_problem
from tests.pure.matching.small_problems import best_for_goals, random_classes, random_problem, the_one

ORDERS = [
    order
    for size in (1, 2, 3)
    for order in permutations(("placed", "worst_off", "satisfaction"), size)
    if "worst_off" in order
]


def check_against_enumeration(number: int) -> None:
    dice = random.Random(f"worst off {number}")
    problem, seed = random_problem(dice), f"seed {number}"
    classes = random_classes(dice, problem)
    for goals in ORDERS:
        solved = solve(problem, goals, seed, classes=classes)
        best, values = best_for_goals(problem, goals, classes)
        assert [outcome.value for outcome in solved.outcomes] == values
        assert [outcome.bound for outcome in solved.outcomes] == values
        assert tuple(solved.pair_of_student.tolist()) == the_one(problem, best, seed)
        assert solved.lot_decided.tolist() == [len(set(outcomes)) > 1 for outcomes in zip(*best, strict=True)]


@pytest.mark.parametrize("block", range(10))
def test_every_order_equals_enumeration(block: int) -> None:
    for number in range(block * 20, block * 20 + 20):
        check_against_enumeration(number)


def levels(solved: Solved) -> list[int]:
    return [level.round for level in solved.levels if level.goal == "worst_off"]


def profile_of(solved: Solved) -> tuple[int, ...]:
    [value] = [outcome.value for outcome in solved.outcomes if outcome.name == "worst_off"]
    assert isinstance(value, tuple)
    return value


@pytest.mark.parametrize("number", range(3))
def test_one_class_a_level_and_shared_levels_agree(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = block_problem(number, students=400)
    classes = Classes(of_pair=1 + np.arange(len(problem.student)) * 7919 % 9, count=10)
    shared = solve(problem, ("placed", "worst_off"), "seed", classes=classes)
    monkeypatch.setattr("matching.engine.worst_off._MOST", 1)
    single = solve(problem, ("placed", "worst_off"), "seed", classes=classes)
    assert len(levels(shared)) < len(levels(single)) <= 8
    assert shared.outcomes == single.outcomes
    assert shared.pair_of_student.tolist() == single.pair_of_student.tolist()


def one_student(offers: int) -> Problem:
    return Problem(
        student_keys=("s",),
        offer_keys=tuple(f"O{o:05d}" for o in range(offers)),
        places=np.ones(offers, np.int64),
        student=np.zeros(offers, np.int32),
        offer=np.arange(offers, dtype=np.int32),
        utility=np.zeros(offers, np.int64),
        locked_student=np.zeros(1, np.bool_),
    )


def test_a_list_of_five_thousand_offers_needs_one_level() -> None:
    problem = one_student(5_000)
    classes = Classes(of_pair=5_001 - np.arange(5_000), count=5_002)
    solved = solve(problem, ("worst_off",), "seed", classes=classes)
    assert profile_of(solved) == (*[0] * 5_001, 1)
    assert len(levels(solved)) == 1


def test_nothing_is_left_to_prove_where_one_profile_is_possible() -> None:
    """Everybody in one class: the number placed says it all."""
    problem = block_problem(1, students=200)
    classes = Classes(of_pair=np.ones(len(problem.student), np.int64), count=4)
    after_placed = solve(problem, ("placed", "worst_off"), "seed", classes=classes)
    alone = solve(problem, ("worst_off",), "seed", classes=classes)
    assert levels(after_placed) == []
    assert levels(alone) == [0]
    assert profile_of(after_placed) == profile_of(alone)


def test_without_students_every_class_is_empty() -> None:
    nobody = Problem(
        student_keys=(),
        offer_keys=("O",),
        places=np.ones(1, np.int64),
        student=np.zeros(0, np.int32),
        offer=np.zeros(0, np.int32),
        utility=np.zeros(0, np.int64),
        locked_student=np.zeros(0, np.bool_),
    )
    solved = solve(nobody, ("worst_off",), "seed", classes=Classes(of_pair=np.zeros(0, np.int64), count=3))
    assert profile_of(solved) == (0, 0, 0)
