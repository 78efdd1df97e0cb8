"""Proofs that divide the lowest rate of a grouping: small groups beside large ones, where fractions prove little."""

from __future__ import annotations

import random

import pytest

from bench.grouped import grouped_school
from matching.policy import GroupGap, Policy
from matching.run import run
from tests.pure.matching.changed_counts import change, misshape_a_rate, proof_of, with_proof
from tests.pure.matching.counted_world import Claim
from tests.pure.matching.test_verify_counts import found_of

POLICY = Policy(
    goals=("placed", "group_gap", "worst_off", "satisfaction"),
    seed="rates",
    group_gap=GroupGap(groupings=("level", "team", "location"), min_group_size=5),
)


def claim_of(number: int, students: int, places_per_student: float) -> Claim:
    instance = grouped_school(number, students, places_per_student, "nested")
    result = run(instance, POLICY, clock=lambda: 0.0)
    return Claim(
        instance=instance,
        policy=POLICY,
        placements=result.placements,
        certificate=result.certificate,
        report=result.report,
        statuses={},
    )


@pytest.mark.parametrize(("number", "students", "places"), [(1, 120, 1.0), (3, 120, 0.9), (5, 200, 1.0)])
def test_a_gap_of_small_groups_is_proven_and_the_proof_holds(number: int, students: int, places: float) -> None:
    claim = claim_of(number, students, places)
    assert {check.status for check in found_of(claim)} == {"proven"}
    tree = proof_of(claim).levels[0].tree
    assert any(node.rate for node in tree)
    dice, refused = random.Random(number), 0
    for _ in range(150):
        changed = misshape_a_rate(dice, claim)
        if changed is not None:  # None: a level was drawn whose tree divides no rate
            assert any(check.status == "failed" for check in found_of(changed)), proof_of(changed).levels[0].tree
            refused += 1
    assert refused > 10


def test_a_rate_that_is_raised_until_its_half_holds_better_counts_is_refused() -> None:
    """Above 1/1 nobody comes: then the half below has to be proven by the leaf of another half."""
    claim = claim_of(3, 120, 0.9)
    gap, *below = proof_of(claim).levels
    root = gap.tree[0]
    assert root.rate
    trivial = change(root, rate="1/1")
    changed = with_proof(claim, levels=(change(gap, tree=(trivial, *gap.tree[1:])), *below))
    assert any(check.status == "failed" for check in found_of(changed))
