"""The verifier accepts true certificates of *group gap*, says honestly what is only a bound, and refuses the rest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from matching.policy import GoalName, GroupGap, Policy, WorstOff
from matching.verify import GoalCheck, verify
from tests.pure.matching.changed_counts import MUTATIONS, Mutation, change, proof_of, restated, turned, with_proof
from tests.pure.matching.count_certificates import Maker
from tests.pure.matching.count_judge import constant_of, holds
from tests.pure.matching.counted_world import Claim, random_round

ORDERS: tuple[tuple[GoalName, ...], ...] = (
    ("placed", "group_gap", "worst_off", "satisfaction"),
    ("placed", "group_gap", "satisfaction", "worst_off"),
    ("placed", "group_gap"),
    ("group_gap",),
    ("group_gap", "placed", "satisfaction"),
    ("group_gap", "worst_off", "placed"),
    ("satisfaction", "group_gap", "placed"),
    ("worst_off", "placed", "group_gap", "satisfaction"),
    ("placed", "satisfaction", "group_gap", "worst_off"),
)
GROUPINGS = (("team",), ("team", "place"), ("place", "level"), ("failed_applications", "team", "place"))


def drawn_policy(dice: random.Random) -> Policy:
    goals = dice.choice(ORDERS)
    can_pay = "placed, group_gap" in ", ".join(goals)
    return Policy(
        goals=goals,
        seed=dice.choice(("", "counts")),
        group_gap=GroupGap(
            groupings=dice.choice(GROUPINGS),
            tolerance=dice.choice((0.0, 0.0, 0.25, 0.5)),
            price=dice.choice((0, 1, 2)) if can_pay else 0,
            min_group_size=dice.choice((1, 2)),
        ),
        worst_off=WorstOff(classes=dice.choice(("rank", "utility"))),
    )


def drawn(number: int, *, other_counts: bool = False, policy: Policy | None = None) -> tuple[Maker, Claim] | None:
    """A claim and who made it; None where the groups leave nothing to compare."""
    dice = random.Random(number)
    policy = policy or drawn_policy(dice)
    maker = Maker(dice, random_round(dice, most_ranks=dice.choice((3, 14))), policy)
    if not any(len(groups) > 1 for groups in maker.groupings):
        return None
    return maker, maker.claim(other_counts=other_counts)


def claims(
    numbers: range, *, other_counts: bool = False, policy: Policy | None = None
) -> Iterator[tuple[Maker, Claim]]:
    for number in numbers:
        found = drawn(number, other_counts=other_counts, policy=policy)
        if found is not None:
            yield found


def found_of(claim: Claim) -> tuple[GoalCheck, ...]:
    return verify(claim.instance, claim.policy, claim.placements, claim.certificate, claim.report)


def statuses(claim: Claim) -> dict[str, str]:
    return {check.goal: check.status for check in found_of(claim)}


def test_what_is_best_is_proven_in_every_order_of_goals() -> None:
    seen = Counter[tuple[str, ...]]()
    for _, claim in claims(range(150)):
        assert statuses(claim) == dict.fromkeys((*claim.policy.goals, "lottery"), "proven")
        seen[claim.policy.goals] += 1
    assert set(seen) == set(ORDERS)


def test_what_other_counts_leave_is_told_as_a_bound() -> None:
    seen = Counter[str]()
    for _, claim in claims(range(200, 320), other_counts=True):
        assert statuses(claim) == claim.statuses
        seen += Counter(goal for goal, status in claim.statuses.items() if status == "bound")
    assert set(seen) == {"placed", "group_gap", "worst_off", "satisfaction"}


def test_what_is_not_the_best_cannot_pass_for_it() -> None:
    """Other counts, every bound equal to its value, a report that says proven: some tree has an open leaf."""
    tried = 0
    for _, claim in claims(range(400, 480), other_counts=True):
        if all(status == "proven" for goal, status in claim.statuses.items()):
            continue
        proof = claim.certificate.counts
        assert proof is not None
        bold = change(proof, levels=tuple(change(level, bound=level.value) for level in proof.levels))
        said = change(
            claim.report,
            status="finished",
            goals=tuple(
                change(
                    goal,
                    proven=True,
                    bound=goal.bound if goal.name == "placed" and claim.policy.group_gap.price else goal.value,
                )
                for goal in claim.report.goals
            ),
        )
        found = found_of(restated(claim, certificate=change(claim.certificate, counts=bold), report=said))
        assert any(check.status == "failed" for check in found)
        tried += 1
    assert tried > 20


@pytest.mark.parametrize(
    "mutation",
    MUTATIONS,
    ids=lambda mutation: mutation.__name__,
)
def test_no_mutation_is_accepted(mutation: Mutation) -> None:
    dice = random.Random(mutation.__name__)
    tried = 0
    for _, claim in claims(range(500, 525)):
        for _ in range(12):
            changed = mutation(dice, claim)
            if changed is not None:
                assert any(check.status == "failed" for check in found_of(changed)), changed
                tried += 1
    assert tried > 50


# --- changes that may leave a proof -----------------------------------------------------------------------------------


def test_prices_prove_what_they_prove_and_nothing_else() -> None:
    """A changed price or atom is refused exactly when the constant, worked out once more, is another one."""
    kept = Counter[bool]()
    for maker, claim in claims(range(600, 660)):
        dice = random.Random(str(claim.placements))
        for number, cut in enumerate(proof_of(claim).cuts):
            price = dict(cut.offers)
            offer = dice.randrange(len(claim.instance.offers))
            price[offer] = price.get(offer, 0) + dice.choice((-2, -1, 1))
            atoms = list(cut.atoms)
            if dice.random() < 0.5:
                atoms[dice.randrange(len(atoms))] += dice.choice((-1, 1))
            changed = change(cut, offers=tuple((o, own) for o, own in sorted(price.items()) if own), atoms=tuple(atoms))
            true = constant_of(maker, changed)
            for constant in {cut.constant, true}:
                if constant is not None:
                    cuts = list(proof_of(claim).cuts)
                    cuts[number] = change(changed, constant=constant)
                    found = found_of(with_proof(claim, cuts=tuple(cuts)))
                    details = {check.detail for check in found}
                    assert bool(details & {"cut_price", "cut_constant"}) == (constant != true)
                    kept[constant == true] += 1
    assert min(kept[True], kept[False]) > 60


def test_trees_prove_what_the_judge_says() -> None:
    """Multipliers, branches and bounds that somebody turned: the verifier and the definition in fractions agree."""
    agreed = Counter[bool]()
    for maker, claim in claims(range(700, 740)):
        dice = random.Random(str(claim.placements))
        for _ in range(25):
            number = dice.randrange(len(proof_of(claim).levels))
            changed = turned(dice, claim, number)
            true = holds(maker, changed.certificate, number)
            found = [
                c for c in found_of(changed) if c.detail in ("tree_misshapen", "leaf_open", "multiplier_not_allowed")
            ]
            assert bool(found) == (not true)
            agreed[true] += 1
    assert min(agreed[True], agreed[False]) > 100
