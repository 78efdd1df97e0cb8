"""On larger rounds, the whole chain with *group gap* equals what a second exact solver (HiGHS) finds."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from fractions import Fraction

import msgspec
import pytest

from matching.run import run
from matching.verify import verify
from tests.pure.matching.gap_rounds import gap_policy, gap_round
from tests.pure.matching.second_gap import Chain, Value
from tests.pure.matching.test_engine_counts import ORDERS


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What a comparison was about: goals in all, those that were proven, the smallest gap, placements given up."""

    goals: int
    proven: int
    smallest: Fraction
    given_up: int


def check_against_highs(
    number: int, goals: tuple[str, ...], *, most: int = 150, budget: float | None = None
) -> Compared:
    """Every value, and that the placements obey every row that HiGHS had in the end.

    A goal that is not proven (``budget`` seconds were over, or its tree was too large) must have the best value between
    its own and its bound. Where its value is not the best, the goals below it stand on something else: left out.
    """
    instance = gap_round(random.Random(f"second gap {number}"), most=most)
    policy = gap_policy(random.Random(f"{number} {goals}"), goals)
    policy = msgspec.structs.replace(policy, budget_seconds=budget)
    result = run(instance, policy, clock=time.monotonic)
    checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    chain = Chain(instance=instance, policy=policy)
    best, largest = chain.values()
    smallest = best["group_gap"]
    assert isinstance(smallest, Fraction)
    mine = chain.matching(result.placements)
    where = (number, goals, best, result.report.goals)
    compared, proven = 0, 0
    goals_met = result.report.goals
    if largest is not None:  # how many are placed is settled after the gap
        goals_met = tuple(sorted(goals_met, key=lambda goal: ("group_gap", "placed", goal.name).index(goal.name)))
    for goal in goals_met:
        value, bound = chain.value(goal.name, mine), goal.bound
        obtained: Value = Fraction(goal.value) if isinstance(goal.value, str) else goal.value
        assert obtained == value, where
        compared, proven = compared + 1, proven + goal.proven
        if goal.name == "group_gap":
            accepted = max(smallest, policy.group_gap.accepted_gap)
            assert not goal.proven or obtained <= accepted, where  # type: ignore[operator]  # both are fractions
            if obtained > policy.group_gap.accepted_gap:  # type: ignore[operator]  # both are fractions
                assert Fraction(str(bound)) <= smallest <= obtained, where  # type: ignore[operator]  # both are fractions
            same = obtained <= accepted  # type: ignore[operator]  # both are fractions
        else:
            same = obtained == best[goal.name]
            assert same or not goal.proven, where
            if goal.name == "placed" and largest is not None:
                assert bound == largest or not goal.proven, where
            elif goal.proven:
                assert bound == obtained, where
            elif not isinstance(bound, tuple):
                assert obtained <= best[goal.name] <= bound, where  # type: ignore[operator]  # all are whole numbers
        if not same:
            break
    else:
        assert chain.meets(mine), where
    found = {check.status for check in checks}
    assert "failed" not in found, (where, checks)
    assert found == {"proven"} or not all(goal.proven for goal in result.report.goals), (where, checks)
    given_up = 0 if largest is None else largest - len(mine)
    return Compared(goals=compared, proven=proven, smallest=smallest, given_up=given_up)


@pytest.mark.parametrize("number", [2, 8, 9, 10, 12, 14])
def test_the_chain_equals_that_of_highs(number: int) -> None:
    """Rounds that both solve in a moment; the evidence takes all that come by."""
    compared = check_against_highs(number, ORDERS[number * 5 % len(ORDERS)], most=75)
    assert compared.proven == compared.goals
