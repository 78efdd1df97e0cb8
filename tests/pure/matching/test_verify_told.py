"""What a report tells about its proofs is true, or verify refuses it."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest

from matching.instance import GroupPlaces, Instance, Offer, Student
from matching.policy import GroupGap, Policy, Rematch
from matching.result import GoalOutcome, Result
from matching.run import run
from matching.verify import verify
from matching.verify.staged import _honest
from tests.pure.matching.test_run_gap import done, has_groups, random_policy, random_round

change = msgspec.structs.replace


def failed(instance: Instance, policy: Policy, result: Result) -> bool:
    found = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    return any(check.status == "failed" for check in found)


def with_goal(result: Result, number: int, **fields: Any) -> Result:
    goals = list(result.report.goals)
    goals[number] = change(goals[number], **fields)
    return change(result, report=change(result.report, goals=tuple(goals)))


def test_what_is_not_proven_is_never_called_proven_by_the_certificate() -> None:
    unproven = 0
    for number in range(120):
        dice = random.Random(f"run gap {number}")
        instance, policy = random_round(dice), random_policy(dice, budget=0.0)
        if not has_groups(instance):
            continue
        result = done(instance, policy)
        for at, goal in enumerate(result.report.goals):
            assert goal.proof == ("certificate" if goal.proven else "none"), (number, goal)
            other = "none" if goal.proven else "certificate"
            assert failed(instance, policy, with_goal(result, at, proof=other)), (number, goal)
            unproven += not goal.proven
    assert unproven > 5


def two_groups(share: tuple[GroupPlaces, ...] = ()) -> Instance:
    return Instance(
        students=tuple(
            Student(student_number=f"S{n}", crebo="25998", level=2 + (n > 1), preferences=(("O1",),)) for n in range(5)
        ),
        offers=(
            Offer(offer_id="O1", places=2, crebos=("25998",), maximum_share=share),
            Offer(offer_id="O2", places=1, crebos=("25998",)),
        ),
    )


def test_another_limit_of_changes_is_refused() -> None:
    instance = change(two_groups(), published=(("S0", "O1"), ("S1", "O2")))
    policy = Policy(rematch=Rematch(max_changes=1))
    result = run(instance, policy, clock=lambda: 0.0)
    assert not failed(instance, policy, result)
    told = result.report.rematch
    assert told is not msgspec.UNSET
    forged = change(result, report=change(result.report, rematch=change(told, max_changes=99)))
    assert failed(instance, policy, forged)


@pytest.mark.parametrize("value", ["1e999999999", "9/0", "2/4", "nan", ""])
def test_a_gap_of_the_certificate_in_an_odd_spelling_is_refused(value: str) -> None:
    instance = two_groups((GroupPlaces(grouping="level", value="3", places=1),))
    policy = Policy(
        goals=("placed", "group_gap", "satisfaction"), group_gap=GroupGap(groupings=("level",), min_group_size=1)
    )
    result = run(instance, policy, clock=lambda: 0.0)
    assert not failed(instance, policy, result)
    (part,) = result.certificate.parts
    levels = tuple(change(level, value=value) if level.goal == "group_gap" else level for level in part.levels)
    forged = change(result, certificate=change(result.certificate, parts=(change(part, levels=levels),)))
    assert failed(instance, policy, forged)


@pytest.mark.parametrize(
    ("value", "least", "told", "true"),
    [
        ("1/4", "0/1", "0/1", True),
        ("1/4", "0/1", "9/1", False),
        ("1/4", "0/1", "1/4", False),
        ((3, 2), (1, 0), (2, 2), True),
        ((3, 2), (1, 0), (0, 2), False),
        ((3, 2), (1, 0), (4, 2), False),
        ((3, 2), (1, 0), (2,), False),
    ],
)
def test_the_bound_of_what_nobody_proved_is_compared(value: Any, least: Any, told: Any, *, true: bool) -> None:
    stated = GoalOutcome(name="goal", value=value, bound=told, proven=False, proof="none")
    assert _honest(stated, value, least, value, proven=False) is true
