"""What surrounds the trees of *group gap*: groups, prices in placements, rounds without anything to compare, lots."""

from __future__ import annotations

import random

import msgspec
from hypothesis import given, settings

from bench.school import school
from matching import groupings
from matching.instance import Instance
from matching.policy import GroupGap, Policy
from matching.result import CountsProof, GoalOutcome, SettledBy
from matching.verify import verify
from matching.verify.eligible import eligible_pairs
from matching.verify.groups import group_of
from matching.verify.most import most_placed
from matching.verify.tables import Tables
from matching.verify.told import explanations_of
from matching.verify.verifier import Levels
from tests.pure.matching.changed_counts import restated
from tests.pure.matching.changed_results import change, checks, solved
from tests.pure.matching.counted_world import World, random_round
from tests.pure.matching.rounds import rounds
from tests.pure.matching.test_verify_counts import claims, found_of, statuses

PAYING = Policy(
    goals=("placed", "group_gap", "satisfaction"),
    seed="price",
    group_gap=GroupGap(groupings=("team", "place"), price=2, min_group_size=1),
)


@settings(deadline=None, max_examples=40)
@given(rounds())
def test_groups_are_those_of_the_run(instance: Instance) -> None:
    """Two pieces of code for one definition."""
    for student in instance.students:
        for burden in (student.failed_applications, 1, 2, 3, 5, 6, 40):
            one = change(student, failed_applications=burden, study_year=burden, groups=(("team", "a"), ("level", "x")))
            for name in (*groupings.DERIVED, "team", "location"):
                assert group_of(student, name) == (groupings.group_of(student, name) or "")
                assert group_of(one, name) == (groupings.group_of(one, name) or "")


def test_the_most_that_can_be_placed_is_found_from_any_placements() -> None:
    more = 0
    for number in range(120):
        dice = random.Random(number)
        world = World(random_round(dice), Policy(), "")
        every = world.matchings()
        most = max(sum(o >= 0 for o in matching) for matching in every)
        placed = dice.choice(every)
        assert most_placed(world.face(placed)) == most
        more += most > sum(o >= 0 for o in placed)
    assert more > 50


def test_placements_are_given_up_up_to_the_price() -> None:
    given_up = 0
    for maker, claim in claims(range(60), policy=PAYING):
        placed = claim.report.goals[0]
        assert statuses(claim) == dict.fromkeys((*PAYING.goals, "lottery"), "proven")
        assert placed.bound == maker.most
        assert maker.most - 2 <= len(claim.placements) <= maker.most
        given_up += len(claim.placements) < maker.most
    assert given_up > 5


def test_more_than_can_be_placed_is_not_taken_for_the_most() -> None:
    """Prices that leave room hold for any matching; but with P one higher, one placement fewer may be given up."""
    for _, claim in claims(range(20), policy=PAYING):
        first, *others = claim.certificate.levels
        dear = change(first, value=first.value + 1, student=(first.student[0] + 1, *first.student[1:]))
        found = found_of(restated(claim, certificate=change(claim.certificate, levels=(dear, *others))))
        assert (found[0].goal, found[0].status, found[0].detail) == ("placed", "failed", "value_misstated")
        assert found[0].facts["most"] == first.value
        assert {check.detail for check in found[1:4]} == {"above_not_proven"}


def test_the_price_may_not_be_exceeded() -> None:
    """What is best for a price of 2, told as if the price were 1."""
    tried = 0
    for maker, claim in claims(range(60), policy=PAYING):
        if maker.most - len(claim.placements) == 2:
            policy = change(PAYING, group_gap=change(PAYING.group_gap, price=1))
            report = change(claim.report, policy=msgspec.to_builtins(policy))
            found = found_of(restated(claim, policy=policy, report=report))
            assert (found[0].goal, found[0].status, found[0].detail) == ("placed", "failed", "too_few_placed")
            tried += 1
    assert tried


def test_where_nothing_can_be_compared_the_gap_is_nothing() -> None:
    """One group that counts: all else is as without the goal, and so is the certificate."""
    instance = school(3, 120)
    plain = Policy(goals=("placed", "satisfaction"), seed="one group")
    policy = change(
        plain, goals=("placed", "group_gap", "satisfaction"), group_gap=GroupGap(groupings=("level", "team"))
    )
    instance = change(instance, students=tuple(change(student, level=3) for student in instance.students))
    result = solved(instance, plain)
    placed, satisfaction = result.report.goals
    count, n = len(result.placements), len(instance.students)
    report = change(
        result.report,
        goals=(placed, GoalOutcome(name="group_gap", value="0/1", bound="0/1", proven=True), satisfaction),
        policy=msgspec.to_builtins(policy),
        groupings={"level": {"3": {"students": n, "placed": count, "rate": count / n}}, "team": {}, "gap": "0/1"},
        gap="0/1",
    )
    true = change(result, report=report)
    assert {check.status for check in checks(instance, true, policy)} == {"proven"}
    for wrong in (
        change(report, gap=None),
        change(report, groupings={}),
        change(report, goals=(placed, change(report.goals[1], value="0"), satisfaction)),
    ):
        assert "failed" in {check.status for check in checks(instance, change(true, report=wrong), policy)}


def test_a_proof_about_counts_that_nobody_asked_for_is_refused() -> None:
    instance = school(3, 120)
    result = solved(instance)
    stray = change(result.certificate, counts=CountsProof(cuts=(), levels=(), counts=()))
    lottery = checks(instance, change(result, certificate=stray))[-1]
    assert (lottery.goal, lottery.status, lottery.detail) == ("lottery", "failed", "level_unexpected")


def test_a_lot_decided_where_the_counts_leave_more_than_one_outcome() -> None:
    by_lot = 0
    for maker, claim in claims(range(30, 70)):
        tables = Tables(claim.instance)
        best = [matching for matching in maker.best if maker.counts(matching) == maker.counts(maker.placed)]
        decided = {s for s in range(len(tables.students)) if len({matching[s] for matching in best}) > 1}
        eligible, seed = eligible_pairs(tables, claim.policy), maker.world.seed
        levels = Levels(tables, eligible, claim.placements, claim.certificate, seed)
        assert "failed" not in {check.status for check in levels.check(claim.policy, claim.report)}
        assert levels.decided_by_lot is not None
        assert set(levels.decided_by_lot) == decided
        goals = claim.policy.goals
        told_by: list[SettledBy | None] = [
            "lottery" if s in decided else goals[goal] if 0 <= goal < len(goals) else None
            for s, goal in enumerate(levels.settled_by)
        ]
        told = explanations_of(tables, claim.policy, eligible, claim.placements, levels.decided_by_lot, told_by, seed)
        found = verify(claim.instance, claim.policy, claim.placements, claim.certificate, claim.report, told)
        assert {check.status for check in found} == {"proven"}
        lie = [change(told[0], lot_decided=not told[0].lot_decided), *told[1:]]
        found = verify(claim.instance, claim.policy, claim.placements, claim.certificate, claim.report, lie)
        assert found[-1].detail == "explanation_untrue"
        by_lot += bool(decided)
    assert by_lot > 5
