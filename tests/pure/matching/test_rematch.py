"""Re-matching near what was published: forced changes, chosen changes, and the trade-off curve."""

from __future__ import annotations

import itertools
import random

import msgspec
import numpy as np
import pytest

from matching.eligibility import build
from matching.faults import InstanceUnusable
from matching.instance import Instance
from matching.policy import Policy, Rematch
from matching.rematch import trade_off
from matching.result import RematchOutcome
from matching.run import run
from matching.staged.asking import in_stages
from matching.staged.matrix import Ints
from matching.staged.stage import Reached, Stages
from matching.staged.tree import node_of
from matching.staged_proof import StagedLevel
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


def a_school_that_lost_offers() -> Instance:
    before = side_school(5, 60, part=0.02, with_pairs=True)
    first = run(before, Policy(seed="x"), clock=lambda: 0.0)
    offers = tuple(one for n, one in enumerate(before.offers) if n % 12)
    left = {one.offer_id for one in offers}
    return change(
        before,
        offers=offers,
        pairs=tuple(one for one in before.pairs or () if one.offer_id in left),
        published=tuple((one.student_number, one.offer_id) for one in first.placements),
    )


def test_with_a_budget_more_changes_never_come_to_less() -> None:
    """The clock moves a second whenever it is asked, so each budget cuts the stages off at another place."""
    after = a_school_that_lost_offers()
    curves = []
    for budget in (0.0, 2.0, 4.0, 5.0, 6.0, 7.0):
        policy = Policy(goals=("placed", "satisfaction"), seed="x", budget_seconds=budget)
        ticks = itertools.count()
        points = trade_off(after, policy, clock=lambda ticks=ticks: float(next(ticks)), at=(0, 1, 2, 3, 50))
        values = [tuple(goal.value for goal in point.goals) for point in points]
        assert values == sorted(values)
        curves.append(values)
        assert all(0 <= point.enough <= point.max_changes for point in points)
    assert len({str(values) for values in curves}) > 2, "they were cut off at different places"


def test_a_start_is_what_no_stage_comes_below() -> None:
    """Without any time: with the matching of fewer changes at least that, alone less."""
    after = a_school_that_lost_offers()
    policy = Policy(goals=("placed", "satisfaction"), seed="x", rematch=Rematch(max_changes=2))
    late = change(policy, rematch=Rematch(max_changes=3), budget_seconds=0.0)
    known = build(after, policy)
    first = in_stages(after, policy, known, None, "x", lambda: 0.0, lottery=False).solved
    alone = in_stages(after, late, known, None, "x", lambda: 0.0, lottery=False).solved
    then = in_stages(after, late, known, None, "x", lambda: 0.0, lottery=False, start=first.pair_of_student).solved
    assert [goal.value for goal in then.outcomes] == [goal.value for goal in first.outcomes]
    assert [goal.value for goal in alone.outcomes] < [goal.value for goal in first.outcomes]
    assert not then.outcomes[-1].proven


def test_what_is_not_proven_of_the_places_that_cannot_stay_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for what can be kept ends at once with one place of three; the goals keep all three after all."""
    instance = Instance(
        students=tuple(student(f"S{n}") for n in (1, 2, 3)),
        offers=tuple(offer(f"O{n}") for n in (1, 2, 3)),
        pairs=tuple(pair(f"S{n}", f"O{m}", 900 if n == m else 100) for n in (1, 2, 3) for m in (1, 2, 3)),
        published=(("S1", "O1"), ("S2", "O2"), ("S3", "O3"), ("S9", "O1")),
    )
    policy = Policy(rematch=Rematch(max_changes=1), seed="x")
    level = Stages.level

    def give_up(self: Stages, goal: str, level_round: int, objective: Ints, *, fix: bool = True) -> Reached:
        if (goal, level_round) != ("kept", 0):
            return level(self, goal, level_round, objective, fix=fix)
        swapped = {(0, 0), (1, 2), (2, 1)}
        pairs = zip(self.model.student.tolist(), self.model.offer.tolist(), strict=True)
        self.values = np.array([int(one in swapped) for one in pairs], np.int64)
        most, root = self._plain(self.matrix, objective)
        self.levels.append(StagedLevel(goal=goal, round=0, value=1, bound=most, tree=(node_of(root),)))
        return Reached(value=1, bound=2, most=most, certified=False)

    monkeypatch.setattr(Stages, "level", give_up)
    result = run(instance, policy, clock=lambda: 0.0)
    told = result.report.rematch
    # 3 are kept, which the prices prove to be the most: nothing is left to tell.
    assert told == outcome(4, 1, 0, 1)
    assert {check.status for check in verify(instance, policy, *_of(result))} == {"proven"}

    worse = change(instance, pairs=tuple(change(one, utility=1000 - one.utility) for one in instance.pairs or ()))
    result = run(worse, policy, clock=lambda: 0.0)
    told = result.report.rematch
    assert told == RematchOutcome(published=4, forced=3, chosen=1, max_changes=1, proof="none", least_forced=2)
    assert result.report.status == "unproven"
    checks = {check.goal: check.status for check in verify(worse, policy, *_of(result))}
    assert checks["rematch"] == "bound"
    assert "failed" not in checks.values()
    for lie in ({"proof": msgspec.UNSET, "least_forced": msgspec.UNSET}, {"least_forced": 0}, {"least_forced": 3}):
        lied = change(result, report=change(result.report, rematch=change(told, **lie)))
        assert "failed" in {check.status for check in verify(worse, policy, *_of(lied))}, lie


def test_without_time_nobody_brings_more_than_his_best_pair() -> None:
    """The bound is certified by prices, and no sum over all pairs."""
    after = a_school_that_lost_offers()
    policy = Policy(goals=("placed", "satisfaction"), seed="x", budget_seconds=0.0, rematch=Rematch(max_changes=5))
    result = run(after, policy, clock=lambda: 0.0)
    best: dict[str, int] = {}
    for one in after.pairs or ():
        best[one.student_number] = max(best.get(one.student_number, 0), one.utility)
    goals = {goal.name: goal for goal in result.report.goals}
    assert goals["placed"].bound == len(best)
    bound = goals["satisfaction"].bound
    assert isinstance(bound, int)
    assert (
        goals["satisfaction"].value < bound <= sum(best.values()) < sum(one.utility for one in after.pairs or ()) // 4
    )
    checks = {check.goal: check for check in verify(after, policy, *_of(result))}
    assert checks["satisfaction"].status == "bound"
    assert checks["satisfaction"].facts["bound"] == bound
    (part,) = result.certificate.parts
    at = next(n for n, level in enumerate(part.levels) if level.goal == "satisfaction")
    node = part.levels[at].tree[0]
    cheaper = change(part.levels[at], tree=(change(node, rows=node.rows[1:]),))  # one student is free
    lied = change(part, levels=(*part.levels[:at], cheaper, *part.levels[at + 1 :]))
    changed = change(result, certificate=change(result.certificate, parts=(lied,)))
    assert "failed" in {check.status for check in verify(after, policy, *_of(changed))}
