"""Re-matching near what was published: forced changes, chosen changes, and the trade-off curve."""

from __future__ import annotations

import random

import msgspec
import pytest

from matching.faults import InstanceUnusable
from matching.instance import Instance
from matching.policy import Policy, Rematch
from matching.rematch import trade_off
from matching.result import RematchOutcome
from matching.run import run
from matching.verify import verify
from tests.pure.matching.rounds import offer, pair, student
from tests.pure.matching.side_rounds import Enumeration, random_round
from tests.pure.matching.side_schools import side_school

change = msgspec.structs.replace


def outcome(published: int, forced: int, chosen: int, most: int) -> RematchOutcome:
    return RematchOutcome(published=published, forced=forced, chosen=chosen, max_changes=most)


def test_what_nobody_can_keep_does_not_count_against_the_limit() -> None:
    """S1's offer is gone, S2's pair is not possible any more, S9 has left; S3 and S4 had one place that is left."""
    instance = Instance(
        students=tuple(student(f"S{n}") for n in (1, 2, 3, 4)),
        offers=(offer("O1"), offer("O2"), offer("O3")),
        pairs=(
            pair("S1", "O2"),
            pair("S2", "O3"),
            *(pair(f"S{n}", offer_id, 100) for n in (3, 4) for offer_id in ("O1", "O2", "O3")),
        ),
        published=(("S1", "O-gone"), ("S2", "O1"), ("S3", "O1"), ("S4", "O1"), ("S9", "O2")),
    )
    result = run(instance, Policy(rematch=Rematch(max_changes=0)), clock=lambda: 0.0)
    assert result.report.rematch == outcome(5, 4, 0, 0)
    placed = {placement.student_number: placement.offer_id for placement in result.placements}
    assert placed["S1"] == "O2"
    assert placed["S2"] == "O3"
    assert "O1" in placed.values()
    checks = verify(instance, Policy(rematch=Rematch(max_changes=0)), *_of(result))
    assert {check.status for check in checks} == {"proven"}
    assert checks[0].goal == "rematch"


def _of(result: msgspec.Struct) -> tuple[object, ...]:
    return tuple(getattr(result, name) for name in ("placements", "certificate", "report", "explanations"))


def test_a_change_buys_points_only_within_the_limit() -> None:
    """Both would rather have the other's place; each of them moving is a change."""
    instance = Instance(
        students=(student("S1"), student("S2")),
        offers=(offer("O1"), offer("O2")),
        pairs=(pair("S1", "O1", 1), pair("S1", "O2", 9), pair("S2", "O2", 1), pair("S2", "O1", 9)),
        published=(("S1", "O1"), ("S2", "O2")),
    )
    for most, satisfaction, chosen in ((0, 2, 0), (1, 2, 0), (2, 18, 2), (7, 18, 2)):
        result = run(instance, Policy(rematch=Rematch(max_changes=most)), clock=lambda: 0.0)
        assert [goal.value for goal in result.report.goals] == [2, satisfaction]
        assert result.report.rematch == outcome(2, 0, chosen, most)
    points = trade_off(instance, Policy(), clock=lambda: 0.0)
    assert [(point.max_changes, point.enough, point.goals[1].value) for point in points] == [(0, 0, 2), (2, 2, 18)]


@pytest.mark.parametrize("number", range(8))
def test_every_point_of_the_curve_equals_enumeration(number: int) -> None:
    dice = random.Random(f"curve {number}")
    instance, policy = random_round(dice)
    goals = tuple(goal for goal in policy.goals if goal != "group_gap") or ("placed",)
    numbers = [one.student_number for one in instance.students]
    published = tuple((one, dice.choice(instance.offers).offer_id) for one in numbers)
    instance = change(instance, published=published)
    gap = change(policy.group_gap, price=0)
    policy = change(policy, goals=goals, rematch=None, group_gap=gap)
    try:
        points = trade_off(instance, policy, clock=lambda: 0.0, at=range(6))
    except InstanceUnusable:
        return
    assert [point.max_changes for point in points] == list(range(6))
    for point in points:
        by_hand = Enumeration(instance, change(policy, rematch=Rematch(max_changes=point.max_changes)))
        best, values = by_hand.best()
        told = {goal.name: goal.value for goal in point.goals}
        if "worst_off" in values:
            values["worst_off"] = tuple(-count for count in values["worst_off"])
        assert told == values
        assert point.forced == len(published) - by_hand.most_kept
        assert point.enough == by_hand.most_kept - max(map(by_hand.kept, best))


def test_a_curve_of_a_school_rises_and_ends_where_nothing_gets_better() -> None:
    before = side_school(5, 60, part=0.02, with_pairs=True)
    policy = Policy(goals=("placed", "satisfaction"), seed="x")
    first = run(before, policy, clock=lambda: 0.0)
    offers = tuple(one for n, one in enumerate(before.offers) if n % 12)
    left = {one.offer_id for one in offers}
    after = change(
        before,
        offers=offers,
        pairs=tuple(one for one in before.pairs or () if one.offer_id in left),
        published=tuple((one.student_number, one.offer_id) for one in first.placements),
    )
    points = trade_off(after, policy, clock=lambda: 0.0)
    values = [tuple(goal.value for goal in point.goals) for point in points]
    assert values == sorted(set(values))
    assert points[0].max_changes == 0
    assert points[-1].enough <= points[-1].max_changes
    free = run(after, policy, clock=lambda: 0.0)
    assert values[-1] == tuple(goal.value for goal in free.report.goals)
