"""Which goal settled a student's outcome, and where a lot did: against plain enumeration, and as it is told."""

from __future__ import annotations

import random

import pytest

from matching.engine.solve import solve
from matching.instance import Instance
from matching.policy import Policy
from matching.result import Explanation
from matching.run import run
from tests.pure.matching.rounds import offer, pair, student
from tests.pure.matching.small_problems import best_for_goals, random_classes, random_problem

ORDERS = (("placed", "satisfaction"), ("satisfaction", "placed"), ("placed", "worst_off", "satisfaction"), ("placed",))


def check_against_enumeration(number: int) -> None:
    dice = random.Random(number)
    problem = random_problem(dice)
    classes = random_classes(dice, problem)
    for goals in ORDERS:
        solved = solve(problem, goals, f"seed {number}", classes=classes)
        settled = [len(goals)] * len(problem.student_keys)
        for done in range(len(goals), -1, -1):
            best, _ = best_for_goals(problem, goals[:done], classes)
            for s, outcomes in enumerate(zip(*best, strict=True)):
                if len(set(outcomes)) == 1:
                    settled[s] = done - 1
        assert solved.settled_by.tolist() == settled
        best, _ = best_for_goals(problem, goals, classes)
        open_to = {pair for outcomes in zip(*best, strict=True) if len(set(outcomes)) > 1 for pair in outcomes} - {-1}
        assert solved.lot_pairs.tolist() == sorted(open_to)


@pytest.mark.parametrize("block", range(5))
def test_what_settled_an_outcome_equals_enumeration(block: int) -> None:
    for number in range(block * 30, block * 30 + 30):
        check_against_enumeration(number)


@pytest.mark.evidence
def test_what_settled_thousands_of_outcomes_equals_enumeration() -> None:
    for number in range(20_000, 23_000):
        check_against_enumeration(number)


def told(instance: Instance, policy: Policy) -> dict[str, Explanation]:
    rows = run(instance, policy, clock=lambda: 0.0).explanations
    return {row.student_number: row for row in rows}


def test_each_student_hears_what_decided() -> None:
    people = (
        student("S1", locked_offer="O1"),
        student("S2", crebo="25743"),
        student("S3", preferences=(("O2",), ("O3",))),
        student("S4", preferences=(("O3",), ("O2",))),
        student("S5", crebo="23089"),
    )
    works = (
        offer("O1"),
        offer("O2"),
        offer("O3"),
        offer("O4", crebos=("25743",)),
    )
    said = told(Instance(students=people, offers=works), Policy(seed="s"))
    assert [row.settled_by for row in said.values()] == [None, "placed", "satisfaction", "satisfaction", None]


def test_a_wish_that_the_lot_took_says_which_lots_got_it() -> None:
    """Three equal students for two places: the one who draws the last lot hears which lots came before his."""
    people = tuple(student(f"S{number}", preferences=(("O1",),)) for number in range(3))
    said = told(Instance(students=people, offers=(offer("O1", places=2),)), Policy(seed="s"))
    [missed] = [row for row in said.values() if row.offer_id is None]
    assert missed.lot_number == 3
    assert missed.settled_by == "lottery"
    assert missed.wishes[0].lots == (1, 2)
    assert {row.wishes[0].lots for row in said.values() if row.offer_id} == {None}


def test_a_wish_that_a_goal_took_has_no_lots() -> None:
    pairs = (pair("S1", "O1", 9, rank=1), pair("S2", "O1", 5, rank=1))
    said = told(Instance(students=(student("S1"), student("S2")), offers=(offer("O1"),), pairs=pairs), Policy(seed="s"))
    assert (said["S2"].wishes[0].fate, said["S2"].wishes[0].lots) == ("taken", None)
    assert said["S2"].settled_by == "satisfaction"
