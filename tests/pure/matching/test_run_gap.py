"""Whole runs with *group gap*: the verifier accepts them, proven or stopped at once, and refuses changed ones."""

from __future__ import annotations

import random
from itertools import count

import msgspec
import pytest

from matching.faults import InstanceUnusable
from matching.instance import Instance, Offer, Student
from matching.policy import GroupGap, Policy
from matching.result import Result
from matching.run import run
from matching.verify import verify
from tests.pure.matching.rounds import pair
from tests.pure.matching.test_engine_counts import ORDERS


def random_round(dice: random.Random) -> Instance:
    students = [f"s{number}" for number in range(dice.randint(1, 9))]
    offers = [f"O{number}" for number in range(dice.randint(1, 5))]
    pairs = tuple(
        pair(student, offer, dice.choice((0, 300, 1000)), rank=dice.choice((None, 1, 2, 3)))
        for student in students
        for offer in offers
        if dice.random() < 0.5
    )
    return Instance(
        students=tuple(
            Student(
                student_number=student,
                crebo="25998",
                groups=tuple((name, dice.choice("xyz")) for name in "ab" if dice.random() < 0.9),
            )
            for student in students
        ),
        offers=tuple(Offer(offer_id=o, places=dice.choice((0, 1, 1, 2)), crebos=("25998",)) for o in offers),
        pairs=pairs,
    )


def random_policy(dice: random.Random, *, budget: float | None) -> Policy:
    goals = dice.choice(ORDERS)
    price = dice.choice((0, 1)) if "placed, group_gap" in ", ".join(goals) else 0
    return Policy(
        goals=goals,  # type: ignore[arg-type]  # permutations give tuples of any length
        seed="x",
        group_gap=GroupGap(
            groupings=("a", "b"), tolerance=dice.choice((0.0, 0.2)), price=price, min_group_size=dice.choice((1, 2))
        ),
        budget_seconds=budget,
    )


def has_groups(instance: Instance) -> bool:
    return {"a", "b"} <= {name for student in instance.students for name, _ in student.groups}


def done(instance: Instance, policy: Policy) -> Result:
    ticks = count()
    return run(instance, policy, clock=lambda: float(next(ticks)))


@pytest.mark.parametrize("budget", [None, 0.0])
def test_verify_accepts_what_a_run_makes(budget: float | None) -> None:
    statuses = set()
    for number in range(120):
        dice = random.Random(f"run gap {number}")
        instance, policy = random_round(dice), random_policy(dice, budget=budget)
        if not has_groups(instance):
            continue
        result = done(instance, policy)
        checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
        found = {check.status for check in checks}
        assert "failed" not in found, (number, checks)
        proven = all(goal.proven for goal in result.report.goals)
        assert proven == (found == {"proven"}), (number, checks)
        statuses |= found
    assert statuses == ({"proven"} if budget is None else {"proven", "bound"})


def test_the_same_bytes_twice() -> None:
    dice = random.Random("bytes")
    instance, policy = random_round(dice), random_policy(dice, budget=None)
    first, second = (done(instance, policy) for _ in range(2))
    assert msgspec.json.encode(first) == msgspec.json.encode(second)


def test_a_grouping_that_nobody_has_is_named() -> None:
    instance = random_round(random.Random("unknown"))
    policy = Policy(goals=("placed", "group_gap"), group_gap=GroupGap(groupings=("campus",)))
    with pytest.raises(InstanceUnusable) as raised:
        done(instance, policy)
    assert [(fault.code, fault.row_key) for fault in raised.value.rows] == [("grouping_unknown", "campus")]
