"""Ten thousand changed results of real runs with *group gap*: the verifier refuses each of them."""

from __future__ import annotations

import random
import sys

import msgspec
import pytest

from matching.faults import InstanceUnusable
from matching.instance import Instance
from matching.policy import Policy
from matching.result import Placement, Result
from matching.run import run
from matching.verify import verify
from tests.pure.matching.changed_counts import MUTATIONS, Mutation, change
from tests.pure.matching.counted_world import Claim, random_round
from tests.pure.matching.test_verify_counts import drawn_policy, found_of

pytestmark = pytest.mark.evidence

TIMES = 625  # of each of fifteen mutations, and swapped pairs: ten thousand


def told(line: str) -> None:
    """For the evidence file."""
    sys.stdout.write(f"{line}\n")


def a_run(number: int) -> tuple[Instance, Policy, Result] | None:
    """A run that has a proof about counts; None where the groups leave nothing to compare."""
    dice = random.Random(f"changed run {number}")
    instance, policy = random_round(dice), drawn_policy(dice)
    try:
        result = run(instance, policy, clock=lambda: 0.0)
    except InstanceUnusable as fault:  # a grouping of the policy in which nobody has a group
        if {row.code for row in fault.rows} != {"grouping_unknown"}:
            raise
        return None
    checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    assert {check.status for check in checks} == {"proven"}, (number, checks)
    return None if result.certificate.counts is None else (instance, policy, result)


def claim_of(instance: Instance, policy: Policy, result: Result, **facts: object) -> Claim:
    made = {"placements": result.placements, "certificate": result.certificate, "report": result.report, **facts}
    return Claim(instance=instance, policy=policy, statuses={}, **made)  # type: ignore[arg-type]  # names of fields


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_no_change_of_a_proof_is_accepted(mutation: Mutation) -> None:
    refused, runs, number, dice = 0, 0, 0, random.Random(mutation.__name__)
    while refused < TIMES:
        number += 1
        made = a_run(number)
        if made is None:
            continue
        runs += 1
        claim = claim_of(*made)
        for _ in range(5):
            changed = mutation(dice, claim)
            if changed is None or changed == claim:
                continue
            assert any(check.status == "failed" for check in found_of(changed)), (number, changed.certificate)
            refused += 1
    told(f"{mutation.__name__}: {refused} changes of {runs} runs refused")


def test_no_swapped_pair_is_accepted() -> None:
    """Two students change places, where both may have the other's, and everything told of the two pairs is true."""
    refused, number = 0, 0
    while refused < TIMES:
        number += 1
        made = a_run(number)
        if made is None:
            continue
        instance, _, result = made
        for swapped in swaps(instance, result):
            assert any(check.status == "failed" for check in found_of(claim_of(*made, placements=swapped))), number
            refused += 1
    told(f"swapped pairs: {refused} of {number} rounds refused")


def swaps(instance: Instance, result: Result) -> list[tuple[Placement, ...]]:
    pairs = {(pair.student_number, pair.offer_id): pair for pair in instance.pairs or ()}
    found = []
    for a, one in enumerate(result.placements):
        for b, other in enumerate(result.placements[:a]):
            first = pairs.get((one.student_number, other.offer_id))
            second = pairs.get((other.student_number, one.offer_id))
            if first and second and one.offer_id != other.offer_id:
                rows = list(result.placements)
                for at, pair in ((a, first), (b, second)):
                    rows[at] = change(rows[at], offer_id=pair.offer_id, rank=pair.rank, utility=pair.utility)
                found.append(tuple(rows))
    return found


def test_a_thousand_runs_give_the_same_bytes_twice() -> None:
    same, number = 0, 0
    while same < 1_000:
        number += 1
        made = a_run(number)
        if made is not None:
            again = run(made[0], made[1], clock=lambda: 0.0)
            assert msgspec.json.encode(again) == msgspec.json.encode(made[2])
            same += 1
    told("1,000 runs with group gap twice: the same bytes")
