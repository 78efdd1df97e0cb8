"""The engine in stages equals plain enumeration, and the verifier accepts its results and nothing else."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import msgspec
import pytest

from matching.classes import classes_of
from matching.eligibility import build
from matching.faults import InstanceUnusable
from matching.instance import Instance, SharedCapacity
from matching.policy import GoalName, Policy, Rematch
from matching.result import GoalOutcome, Placement, Result
from matching.run import run
from matching.side_faults import side_faults
from matching.staged.asking import in_stages
from matching.staged.matrix import Ints, Matrix
from matching.staged.relaxation import Leaf, relax
from matching.staged.side import needs_stages
from matching.staged.stage import Reached, Stages
from matching.staged_proof import StagedNode
from matching.verify import verify
from matching.verify.lots import lots_of
from tests.pure.matching.rounds import offer, pair, student
from tests.pure.matching.side_rounds import Assignment, Enumeration, random_round
from tests.pure.matching.side_schools import side_school

change = msgspec.structs.replace


def check_against_enumeration(number: int, goals: tuple[GoalName, ...] | None = None) -> bool:
    """Values of all goals, the one matching of the lottery, and who had another outcome open.

    With ``goals``: in this order, instead of the one that was drawn.
    """
    instance, policy = random_round(random.Random(number))
    if goals is not None:
        pays = "placed, group_gap" in ", ".join(goals)
        gap = change(policy.group_gap, price=1 if pays and number % 2 else 0)
        policy = change(policy, goals=goals, group_gap=gap)
    by_hand = Enumeration(instance, policy)
    try:
        assert side_faults(instance, policy) == () or not by_hand.allowed_ones
        eligibility = build(instance, policy)
        classes = classes_of(instance, eligibility, policy)
        got = in_stages(instance, policy, eligibility, classes, policy.seed, lambda: 0.0)
    except InstanceUnusable:
        assert not by_hand.allowed_ones
        return False
    best, values = by_hand.best()
    one = by_hand.lottery(best)
    outcomes = {goal.name: goal for goal in got.solved.outcomes}
    assert list(outcomes) == by_hand.goals()
    assert {goal.proof for goal in outcomes.values()} <= {"certificate"}
    for name, goal in outcomes.items():
        if name == "worst_off":
            assert goal.value == tuple(-count for count in values[name])
        elif name == "group_gap":
            assert Fraction(str(goal.value)) == by_hand.gap(one)
        else:
            assert goal.value == values[name]
    problem = eligibility.problem
    pairs = got.solved.pair_of_student.tolist()
    assert one == tuple(None if pair < 0 else problem.offer_keys[problem.offer[pair]] for pair in pairs)
    assert got.solved.lot_decided.tolist() == [len(set(outcome)) > 1 for outcome in zip(*best, strict=True)]
    if policy.rematch is not None:
        known = [offer for offer in by_hand.published.values() if offer in by_hand.offers]
        assert (got.forced, got.kept) == (len(known) - by_hand.most_kept, by_hand.kept(one))
    return True


@pytest.mark.parametrize("block", range(6))
def test_small_rounds_equal_enumeration(block: int) -> None:
    assert sum(check_against_enumeration(number) for number in range(block * 12, block * 12 + 12)) > 6


@pytest.mark.parametrize("number", [200_009, 200_033, 210_031, 220_053])
def test_the_fewest_changes_come_before_any_lot(number: int) -> None:
    """Rounds where matchings that are best for all goals keep different numbers of published places."""
    assert check_against_enumeration(number)


def solved(number: int) -> tuple[Instance, Policy, Result] | None:
    instance, policy = random_round(random.Random(number))
    if not needs_stages(instance, policy):
        return None
    try:
        return instance, policy, run(instance, policy, clock=lambda: 0.0)
    except InstanceUnusable:
        return None


def statuses(instance: Instance, policy: Policy, result: Result, *, told: bool = True) -> set[str]:
    explanations = result.explanations if told else None
    checks = verify(instance, policy, result.placements, result.certificate, result.report, explanations)
    return {check.status for check in checks}


def as_if(by_hand: Enumeration, one: Assignment, result: Result) -> Result:
    """The result with another matching, and a report that claims that its values are the best."""
    lots = lots_of(by_hand.students, by_hand.policy.seed)
    placements = []
    for person, lot, offer_id in zip(by_hand.students, lots, one, strict=True):
        if offer_id is not None:
            number = person.student_number
            own = by_hand.pairs[number, offer_id]
            facts: dict[str, Any] = {"rank": own.rank, "utility": own.utility, "travel_minutes": None}
            placements.append(Placement(student_number=number, offer_id=offer_id, lot_number=lot, **facts))
    goals = []
    for name in by_hand.goals():
        value: Any = by_hand.gap(one) if name == "group_gap" else by_hand.value(name, one)
        if name == "worst_off":
            value = tuple(by_hand.profile(one))
        elif name == "group_gap":
            value = f"{value.numerator}/{value.denominator}"
        goals.append(GoalOutcome(name=name, value=value, bound=value, proven=True))
    ranks = [placement.rank for placement in placements]
    profile = {str(rank): ranks.count(rank) for rank in ranks if rank is not None}
    profile |= {"not_named": ranks.count(None), "none": len(lots) - len(placements)}
    report = change(result.report, placed=len(placements), profile=profile, goals=tuple(goals))
    if report.rematch:
        known = sum(offer in by_hand.offers for offer in by_hand.published.values())
        gone = report.rematch.published - known
        chosen = report.rematch.published - gone - (known - by_hand.most_kept) - by_hand.kept(one)
        report = change(report, rematch=change(report.rematch, chosen=chosen))
    return change(result, placements=tuple(placements), report=report)


def check_verifier(number: int, times: int) -> int:
    """It accepts the result, and refuses other matchings and other certificates; how many it refused."""
    made = solved(number)
    if made is None:
        return 0
    instance, policy, result = made
    assert statuses(instance, policy, result) == {"proven"}
    by_hand, dice, refused = Enumeration(instance, policy), random.Random(number), 0
    placed = {placement.student_number: placement.offer_id for placement in result.placements}
    mine = tuple(placed.get(student.student_number) for student in by_hand.students)
    others = [one for one in by_hand.every() if one != mine]
    for one in dice.sample(others, min(times, len(others))):
        assert "failed" in statuses(instance, policy, as_if(by_hand, one, result), told=False)
        refused += 1
    for lie in lies(dice, result):
        assert "failed" in statuses(instance, policy, lie, told=False)
        refused += 1
    return refused


def lies(dice: random.Random, result: Result) -> list[Result]:
    """Certificates that do not prove what they say, and a report that says something else."""
    found = []
    parts = result.certificate.parts
    for at, part in enumerate(parts):
        if part.levels:
            n = dice.randrange(len(part.levels))
            level = part.levels[n]
            lied_levels: list[tuple[Any, ...]] = [
                (),
                (change(level, round=level.round + 1),),
                (change(level, goal="kept" if level.goal != "kept" else "who"),),
            ]
            if level.goal != "group_gap":
                lied_levels += [(change(level, tree=()),), (change(level, tree=(StagedNode(),)),)]
            if isinstance(level.value, int):
                wrong = level.value + dice.choice((-1, 1))
                lied_levels.append((change(level, value=wrong, bound=wrong),))
            for changed in lied_levels:
                levels = (*part.levels[:n], *changed, *part.levels[n + 1 :])
                lied = (*parts[:at], change(part, levels=levels), *parts[at + 1 :])
                found.append(change(result, certificate=change(result.certificate, parts=lied)))
    if parts:
        found.append(change(result, certificate=change(result.certificate, parts=parts[1:])))
    report = result.report
    found.append(change(result, report=change(report, placed=report.placed + 1)))
    found.append(change(result, certificate=change(result.certificate, input_sha256="0" * 64)))
    for n, goal in enumerate(report.goals):
        for lied in (change(goal, proof="solver"), change(goal, proof="none", proven=False), change(goal, bound="x")):
            goals = (*report.goals[:n], lied, *report.goals[n + 1 :])
            found.append(change(result, report=change(report, goals=goals)))
    if report.rematch:
        for field in ("published", "forced", "chosen", "max_changes"):
            lied_rematch = change(report.rematch, **{field: getattr(report.rematch, field) + 1})
            found.append(change(result, report=change(report, rematch=lied_rematch)))
    return found


@pytest.mark.parametrize("block", range(4))
def test_verify_accepts_every_result_and_nothing_else(block: int) -> None:
    assert sum(check_verifier(number, 6) for number in range(block * 8 + 500, block * 8 + 508)) > 50


def test_where_no_tree_is_small_enough_the_report_says_that_it_is_the_word_of_the_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("matching.staged.tree._MOST_NODES", 0)
    proofs, found = set(), set()
    for number in range(900, 940):
        made = solved(number)
        if made is not None:
            assert all(goal.proven for goal in made[2].report.goals)
            proofs |= {goal.proof for goal in made[2].report.goals}
            found |= statuses(*made)
    assert proofs == {"certificate", "solver"}
    assert found == {"proven", "bound"}


def test_a_budget_that_is_over_leaves_an_honest_result() -> None:
    instance = side_school(2, 60, part=0.15)
    policy = Policy(goals=("placed", "satisfaction"), seed="x", budget_seconds=0.0)
    result = run(instance, policy, clock=lambda: 0.0)
    assert result.report.status == "unproven"
    assert {goal.proof for goal in result.report.goals} == {"none"}
    assert "failed" not in statuses(instance, policy, result)
    proven = run(instance, change(policy, budget_seconds=None), clock=lambda: 0.0)
    assert proven.report.status == "finished"
    for goal, best in zip(result.report.goals, proven.report.goals, strict=True):
        assert goal.name != "placed" or goal.value <= best.value <= goal.bound


def test_a_part_without_side_constraints_is_the_same_on_the_plain_network() -> None:
    """The plain engine and the stages agree: a re-match that binds nothing puts everybody into one part."""
    instance = side_school(7, 60, part=0.02, with_pairs=True)
    policy = Policy(goals=("placed", "worst_off", "satisfaction"), seed="x")
    split = run(instance, policy, clock=lambda: 0.0)
    assert split.certificate.levels
    rematch = change(policy, rematch=Rematch(max_changes=10_000))
    published = change(instance, published=tuple((p.student_number, p.offer_id) for p in split.placements))
    whole = run(published, rematch, clock=lambda: 0.0)
    assert not whole.certificate.levels
    assert len(whole.certificate.parts) == 1
    assert whole.placements == split.placements
    assert [goal.value for goal in whole.report.goals] == [goal.value for goal in split.report.goals]
    assert statuses(instance, policy, split) == statuses(published, rematch, whole) == {"proven"}


def test_the_order_of_the_rows_changes_nothing() -> None:
    for number in range(700, 706):
        made = solved(number)
        if made is not None:
            instance, policy, result = made
            turned = change(instance, students=instance.students[::-1], offers=instance.offers[::-1])
            assert run(turned, policy, clock=lambda: 0.0) == result


def test_an_unproven_stage_lets_nobody_be_told_that_a_lot_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    """One placement is best. A stage that stopped at nobody placed may not make that as good as it."""
    instance = Instance(
        students=(student("S0"), student("S1"), student("S2")),
        offers=(
            offer("O0"),
            change(offer("O1"), places=3, shared_capacity=SharedCapacity(name="y", places=0)),
            change(offer("O2"), places=2, minimum=2),
        ),
        pairs=(pair("S0", "O2", 500), pair("S1", "O2", 500), pair("S2", "O1", 500)),
    )
    policy = Policy(goals=("satisfaction",), seed="x")
    found, stopped = Stages.best, list[str]()

    def stop_once(self: Stages, matrix: Matrix, objective: Ints) -> tuple[Reached, int, Leaf]:
        if stopped or self.values is None:
            return found(self, matrix, objective)
        stopped.append("here")
        most, root = self._root(matrix, objective, relax(matrix, self.low, self.high, objective))
        return Reached(value=int(objective @ self.values), bound=most, most=most), most, root

    monkeypatch.setattr(Stages, "best", stop_once)
    result = run(instance, policy, clock=lambda: 0.0)
    part, rest = result.certificate.parts  # S2 is a part of his own
    (level,) = [one for one in part.levels if one.goal == "satisfaction"]
    assert isinstance(level.value, int)
    assert isinstance(level.bound, int)
    assert level.value < level.bound
    assert len(result.placements) == 2
    assert (part.others, statuses(instance, policy, result)) == ((), {"proven"})
    nobody = change(part, others=((-1, -1),))
    lied = change(result, certificate=change(result.certificate, parts=(nobody, rest)))
    assert "failed" in statuses(instance, policy, lied)


def test_no_budget_breaks_the_limit_of_changes() -> None:
    instance = side_school(2, 60, part=0.15)
    first = run(instance, Policy(seed="x"), clock=lambda: 0.0)
    published = tuple((one.student_number, one.offer_id) for one in first.placements)
    again = change(instance, published=published)
    policy = Policy(seed="x", rematch=Rematch(max_changes=2), budget_seconds=0.0)
    result = run(again, policy, clock=lambda: 0.0)
    assert result.report.rematch is not msgspec.UNSET
    assert (result.report.rematch.forced, result.report.rematch.chosen <= 2) == (0, True)
    assert "failed" not in statuses(again, policy, result)
