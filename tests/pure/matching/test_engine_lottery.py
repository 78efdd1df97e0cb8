"""The lottery: fair between equals, the same for the same seed, and blind to order and numbering."""

from __future__ import annotations

import hmac
import random
from collections import Counter

import msgspec
import numpy as np
import pytest

from matching.engine.lottery import keyed
from matching.engine.problem import Problem
from matching.engine.solve import solve
from matching.faults import Cancelled
from tests.pure.matching.larger_problems import block_problem
from tests.pure.matching.small_problems import best_for_goals, random_problem

GOALS = ("placed", "satisfaction")


def outcome_by_key(problem: Problem, seed: str, draw_rounds: int = 8) -> dict[str, str | None]:
    solved = solve(problem, GOALS, seed, draw_rounds=draw_rounds)
    return {
        key: None if pair < 0 else problem.offer_keys[problem.offer[pair]]
        for key, pair in zip(problem.student_keys, solved.pair_of_student.tolist(), strict=True)
    }


def renumbered(problem: Problem, dice: random.Random) -> Problem:
    """The same round with the rows in another order."""
    students = dice.sample(range(len(problem.student_keys)), len(problem.student_keys))
    offers = dice.sample(range(len(problem.offer_keys)), len(problem.offer_keys))
    student, offer = np.argsort(students)[problem.student], np.argsort(offers)[problem.offer]
    order = np.lexsort((offer, student))
    return Problem(
        student_keys=tuple(problem.student_keys[s] for s in students),
        offer_keys=tuple(problem.offer_keys[o] for o in offers),
        places=problem.places[offers],
        student=student[order].astype(np.int32),
        offer=offer[order].astype(np.int32),
        utility=problem.utility[order],
        locked_student=problem.locked_student[students],
    )


def one_place_for(students: int) -> Problem:
    return Problem(
        student_keys=tuple(f"s{s}" for s in range(students)),
        offer_keys=("O",),
        places=np.array([1], np.int64),
        student=np.arange(students, dtype=np.int32),
        offer=np.zeros(students, np.int32),
        utility=np.full(students, 500, np.int64),
        locked_student=np.zeros(students, np.bool_),
    )


def test_row_order_does_not_matter() -> None:
    dice = random.Random(5)
    for number in range(40):
        problem = random_problem(random.Random(number))
        assert outcome_by_key(problem, "a") == outcome_by_key(renumbered(problem, dice), "a")
    large = block_problem(3, students=800, steps=2)
    assert outcome_by_key(large, "a") == outcome_by_key(renumbered(large, dice), "a")


def test_exchanging_two_keys_exchanges_the_two_outcomes() -> None:
    """Two students with the same file: what one number gets, the other gets when they swap numbers."""
    twins = 0
    for number in range(60):
        problem = random_problem(random.Random(number), students=4)
        of_first = problem.student == 0
        n = len(problem.student_keys)
        if n < 2 or problem.locked_student.any():
            continue
        others = problem.student > 1
        doubled = Problem(
            student_keys=problem.student_keys,
            offer_keys=problem.offer_keys,
            places=problem.places,
            student=np.concatenate([np.zeros(of_first.sum()), np.ones(of_first.sum()), problem.student[others]]).astype(
                np.int32
            ),
            offer=np.concatenate([problem.offer[of_first], problem.offer[of_first], problem.offer[others]]),
            utility=np.concatenate([problem.utility[of_first], problem.utility[of_first], problem.utility[others]]),
            locked_student=problem.locked_student,
        )
        as_is = solve(doubled, GOALS, "a").pair_of_student
        keys = (doubled.student_keys[1], doubled.student_keys[0], *doubled.student_keys[2:])
        swapped_problem = Problem(
            student_keys=keys,
            offer_keys=doubled.offer_keys,
            places=doubled.places,
            student=doubled.student,
            offer=doubled.offer,
            utility=doubled.utility,
            locked_student=doubled.locked_student,
        )
        swapped = solve(swapped_problem, GOALS, "a").pair_of_student

        def offers(pairs: list[int], of: Problem = doubled) -> list[int]:
            return [-1 if pair < 0 else int(of.offer[pair]) for pair in pairs]

        first, second, *rest = offers(as_is.tolist())
        assert offers(swapped.tolist()) == [second, first, *rest]
        twins += first != second
    assert twins > 5


def test_each_of_three_equals_wins_about_as_often() -> None:
    """300 seeds, one place for three: binomial(300, 1/3) is within 100 +- 33 with probability > 0.9999."""
    problem = one_place_for(3)
    wins = Counter(int(np.flatnonzero(solve(problem, GOALS, str(seed)).pair_of_student >= 0)[0]) for seed in range(300))
    assert all(67 <= wins[s] <= 133 for s in range(3))


def test_the_lowest_lot_wins_and_all_were_decided_by_lot() -> None:
    solved = solve(one_place_for(5), GOALS, "x")
    assert int(np.argmin(solved.lot_numbers)) == int(np.argmax(solved.pair_of_student >= 0))
    assert solved.lot_decided.all()
    assert sorted(solved.lot_numbers.tolist()) == [1, 2, 3, 4, 5]


def test_the_same_seed_gives_the_same_bytes() -> None:
    problem = block_problem(1, students=600, steps=2)
    first, second = solve(problem, GOALS, "a"), solve(problem, GOALS, "a")
    assert msgspec.json.encode(first.levels) == msgspec.json.encode(second.levels)
    assert first.pair_of_student.tolist() == second.pair_of_student.tolist()
    assert solve(problem, GOALS, "b").pair_of_student.tolist() != first.pair_of_student.tolist()


def test_without_draws_the_key_order_still_ends_in_one_best_matching() -> None:
    """The last resort, reached here by allowing no round of draws."""
    used = 0
    for number in range(60):
        problem = random_problem(random.Random(number))
        solved = solve(problem, GOALS, "a", draw_rounds=0)
        best, _ = best_for_goals(problem, GOALS)
        assert tuple(solved.pair_of_student.tolist()) in best
        if any(level.goal == "where" for level in solved.levels):
            used += 1
            who = [pair >= 0 for pair in solved.pair_of_student]
            assert tuple(solved.pair_of_student.tolist()) == min(c for c in best if [p >= 0 for p in c] == who)
    assert used > 5


@pytest.mark.parametrize(("students", "offers"), [(0, 0), (2, 0), (0, 2), (2, 2)])
def test_a_round_without_pairs_is_no_special_case(students: int, offers: int) -> None:
    empty = Problem(
        student_keys=tuple(f"s{s}" for s in range(students)),
        offer_keys=tuple(f"O{o}" for o in range(offers)),
        places=np.ones(offers, np.int64),
        student=np.zeros(0, np.int32),
        offer=np.zeros(0, np.int32),
        utility=np.zeros(0, np.int64),
        locked_student=np.zeros(students, np.bool_),
    )
    solved = solve(empty, GOALS, "a")
    assert [outcome.value for outcome in solved.outcomes] == [0, 0]
    assert solved.pair_of_student.tolist() == [-1] * students


def test_stop_is_heard_between_stages_and_progress_names_them() -> None:
    seen: list[str] = []
    problem = block_problem(1, students=200, steps=2)
    solve(problem, GOALS, "a", progress=lambda stage, _: seen.append(stage))
    assert list(dict.fromkeys(seen)) == ["placed", "satisfaction", "who", "where"]
    with pytest.raises(Cancelled):
        solve(problem, GOALS, "a", stop=lambda: True)


@pytest.mark.parametrize("seed", ["", "bench", "zaad é", "s" * 64, "s" * 65, "é" * 40])
def test_draws_are_those_of_the_standard_library(seed: str) -> None:
    """Also with keys that are longer than a block of the hash, and message after message."""
    digest = keyed(seed)
    for message in (b"", b"lot|1", b"pair|1|0000001|" + b"O" * 200):
        assert digest(message) == hmac.digest(seed.encode(), message, "sha256")
