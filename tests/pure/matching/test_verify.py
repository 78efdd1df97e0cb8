"""The verifier accepts what a run leaves, and nothing that was changed afterwards."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from bench.school import school
from matching.eligibility import build
from matching.engine.solve import solve
from matching.explain import explain
from matching.instance import Instance, Pair, Travel
from matching.policy import Policy, WorstOff
from matching.result import LevelDuals, Placement, Result
from matching.run import run
from matching.verify import GoalCheck, verify
from matching.verify.audit import audit
from matching.verify.eligible import eligible_pairs
from matching.verify.tables import Tables
from matching.verify.worth import minutes_of, ranks_of, utility_of
from tests.pure.matching.rounds import offer as an_offer
from tests.pure.matching.rounds import rounds
from tests.pure.matching.rounds import student as a_student

POLICY = Policy(seed="verify")
BY_UTILITY = WorstOff(classes="utility")
FAIR = Policy(seed="verify", goals=("placed", "worst_off", "satisfaction"))
FAIR_BY_UTILITY = Policy(seed="verify", goals=("worst_off", "satisfaction"), worst_off=BY_UTILITY)
POLICIES = (
    Policy(),
    Policy(goals=("satisfaction", "placed")),
    Policy(goals=("placed",)),
    Policy(goals=("satisfaction",)),
    Policy(goals=("worst_off",)),
    Policy(goals=("placed", "worst_off", "satisfaction")),
    Policy(goals=("satisfaction", "worst_off", "placed")),
    Policy(goals=("worst_off", "satisfaction"), worst_off=BY_UTILITY),
    Policy(goals=("placed", "worst_off"), worst_off=BY_UTILITY),
)
change = msgspec.structs.replace


def solved(instance: Instance, policy: Policy = POLICY) -> Result:
    return run(instance, policy, clock=lambda: 0.0)


def checks(instance: Instance, result: Result, policy: Policy = POLICY) -> tuple[GoalCheck, ...]:
    return verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)


def accepted(instance: Instance, result: Result, policy: Policy = POLICY) -> bool:
    return all(check.status == "proven" for check in checks(instance, result, policy))


def with_locks(instance: Instance, dice: random.Random) -> Instance:
    """Lock a few students to an eligible offer, never more than there are places."""
    tables = Tables(instance)
    left = [offer.places for offer in tables.offers]
    students = []
    for student, row in zip(tables.students, eligible_pairs(tables, POLICY), strict=True):
        with_room = [o for o in row if left[o]]
        if with_room and dice.random() < 0.1:
            offer = dice.choice(with_room)
            left[offer] -= 1
            students.append(change(student, locked_offer=tables.offers[offer].offer_id))
        else:
            students.append(student)
    return change(instance, students=tuple(students))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rounds())
def test_every_run_is_proven_in_every_order_of_goals(instance: Instance) -> None:
    """Rules, minutes, ranks and utilities of the run and of the verifier are two pieces of code: they must agree."""
    for policy in POLICIES:
        found = checks(instance, solved(instance, policy), policy)
        assert [(check.goal, check.status) for check in found] == [
            (goal, "proven") for goal in (*policy.goals, "lottery")
        ]


@pytest.mark.parametrize("with_pairs", [False, True])
@pytest.mark.parametrize("number", range(3))
def test_rounds_with_locks_are_proven(number: int, with_pairs: bool) -> None:
    instance = with_locks(school(number, 300, with_pairs=with_pairs), random.Random(number))
    assert sum(student.locked_offer is not None for student in instance.students) > 10
    for policy in (POLICY, FAIR, FAIR_BY_UTILITY):
        assert accepted(instance, solved(instance, policy), policy)


def true_placement(instance: Instance, old: Placement, offer_id: str) -> Placement:
    """The student of ``old`` at another offer, with everything that is stated about the pair being true."""
    tables = Tables(instance)
    student = tables.students[tables.student_index[old.student_number]]
    offer = tables.offers[tables.offer_index[offer_id]]
    for pair in instance.pairs or ():
        if (pair.student_number, pair.offer_id) == (old.student_number, offer_id):
            facts = {"rank": pair.rank, "utility": pair.utility, "travel_minutes": pair.travel_minutes}
            return change(old, offer_id=offer_id, **facts)
    rank, minutes = ranks_of(student).get(offer_id), minutes_of(tables, student, offer)
    utility = utility_of(POLICY.utility, student, offer, rank, minutes)
    return change(old, offer_id=offer_id, rank=rank, utility=utility, travel_minutes=minutes)


def swap_two(dice: random.Random, instance: Instance, result: Result) -> Result:
    placements = list(result.placements)
    while True:
        a, b = dice.sample(range(len(placements)), 2)
        one, other = placements[a], placements[b]
        if one.offer_id != other.offer_id:
            placements[a] = true_placement(instance, one, other.offer_id)
            placements[b] = true_placement(instance, other, one.offer_id)
            return change(result, placements=tuple(placements))


def move_one(dice: random.Random, instance: Instance, result: Result) -> Result:
    """To another eligible offer, full or not."""
    tables = Tables(instance)
    eligible = eligible_pairs(tables, POLICY)
    placements = list(result.placements)
    while True:
        a = dice.randrange(len(placements))
        row = [tables.offers[o].offer_id for o in eligible[tables.student_index[placements[a].student_number]]]
        others = [offer_id for offer_id in row if offer_id != placements[a].offer_id]
        if others:
            placements[a] = true_placement(instance, placements[a], dice.choice(others))
            return change(result, placements=tuple(placements))


def replace_one(dice: random.Random, instance: Instance, result: Result) -> Result:
    """Give the place of a placed student to an unplaced one who is eligible for it; all else stays."""
    tables = Tables(instance)
    eligible = eligible_pairs(tables, POLICY)
    placed = {placement.student_number: n for n, placement in enumerate(result.placements)}
    lots = {explanation.student_number: explanation.lot_number for explanation in result.explanations}
    wanted = []
    for student, row in zip(tables.students, eligible, strict=True):
        if student.student_number not in placed:
            ids = {tables.offers[o].offer_id for o in row}
            wanted += [(student.student_number, n) for n, p in enumerate(result.placements) if p.offer_id in ids]
    if not wanted:  # nobody without a place wants one of these: then any other change will do
        return move_one(dice, instance, result)
    number, at = dice.choice(wanted)
    placements = list(result.placements)
    newcomer = change(placements[at], student_number=number, lot_number=lots[number])
    placements[at] = true_placement(instance, newcomer, newcomer.offer_id)
    return change(result, placements=tuple(placements))


def drop_one(dice: random.Random, instance: Instance, result: Result) -> Result:
    placements = list(result.placements)
    del placements[dice.randrange(len(placements))]
    return change(result, placements=tuple(placements))


def repeat_one(dice: random.Random, instance: Instance, result: Result) -> Result:
    return change(result, placements=(*result.placements, dice.choice(result.placements)))


def misstate_placement(dice: random.Random, instance: Instance, result: Result) -> Result:
    at = dice.randrange(len(result.placements))
    name = dice.choice(["rank", "utility", "travel_minutes", "lot_number"])
    old = getattr(result.placements[at], name)
    changed = change(result.placements[at], **{name: 1 if old is None else old + dice.choice((-1, 1))})
    return change(result, placements=(*result.placements[:at], changed, *result.placements[at + 1 :]))


def levels(result: Result, changed: list[LevelDuals]) -> Result:
    return change(result, certificate=change(result.certificate, levels=tuple(changed)))


def alter_a_price(dice: random.Random, instance: Instance, result: Result) -> Result:
    """Of a student, or of an offer with places: an offer without places weighs nothing in any sum."""
    changed = list(result.certificate.levels)
    at = dice.randrange(len(changed))
    side = dice.choice(["student", "offer"])
    prices = list(getattr(changed[at], side))
    counted = [n for n in range(len(prices)) if side == "student" or Tables(instance).offers[n].places > 0]
    prices[dice.choice(counted)] += dice.choice((-1, 1, -1000, 1000))
    changed[at] = change(changed[at], **{side: tuple(prices)})
    return levels(result, changed)


def alter_a_level(dice: random.Random, instance: Instance, result: Result) -> Result:
    changed = list(result.certificate.levels)
    at = dice.randrange(len(changed))
    what = dice.choice(["value", "goal", "round", "drop", "repeat", "shorten"])
    level = changed[at]
    if what == "drop":
        del changed[at]
    elif what == "repeat":
        changed.append(level)
    elif what == "shorten":
        changed[at] = change(level, offer=level.offer[:-1])
    elif what == "goal":
        changed[at] = change(level, goal="placed" if level.goal != "placed" else "satisfaction")
    else:
        changed[at] = change(level, **{what: getattr(level, what) + 1})
    return levels(result, changed)


def alter_the_report(dice: random.Random, instance: Instance, result: Result) -> Result:
    report = result.report
    name = dice.choice(
        ["students", "offers", "places", "placed", "eligible_pairs", "profile", "seed", "policy", "goals", "status"]
    )
    old: Any = getattr(report, name)
    if name == "profile":
        new: Any = {**old, dice.choice([*old, "9"]): 10_000}
    elif name == "seed":
        new = old + "!"
    elif name == "policy":
        new = {**old, "seed": "other"}
    elif name == "status":
        new = "unproven"
    elif name == "goals":
        at, field = dice.randrange(len(old)), dice.choice(["value", "bound", "proven", "missing"])
        if field == "missing":
            new = (*old[:at], *old[at + 1 :])
        else:
            was = getattr(old[at], field)
            other = not was if field == "proven" else (was[-1] + 1, *was[1:]) if isinstance(was, tuple) else was + 1
            goal = change(old[at], **{field: other})
            new = (*old[:at], goal, *old[at + 1 :])
    else:
        new = old + 1
    return change(result, report=change(report, **{name: new}))


def misstate_explanation(dice: random.Random, instance: Instance, result: Result) -> Result:
    """Something that only students read: no placement, price or count of the report changes."""
    told = list(result.explanations)
    at = dice.randrange(len(told))
    row = told[at]
    what = dice.choice(["eligible", "lot_decided", "locked", "check", "removed", "wishes", "reason", "twice", "order"])
    if what == "twice":
        told.append(row)
    elif what == "order":
        told[at], told[at - 1] = told[at - 1], told[at]
    elif what in ("lot_decided", "locked"):
        told[at] = change(row, **{what: not getattr(row, what)})
    elif what == "check":
        told[at] = change(row, check=("looked_at",))
    elif what == "wishes" and row.wishes:
        wish = dice.choice(row.wishes)
        field = dice.choice(["named_by", "eligible", "places", "rank"])
        lie = change(wish, **{field: getattr(wish, field) + 1})
        told[at] = change(row, wishes=tuple(lie if one is wish else one for one in row.wishes))
    elif what == "reason" and row.bottleneck is not None:
        fewer = change(row.bottleneck, students=row.bottleneck.students - 1)
        told[at] = change(row, bottleneck=dice.choice([None, fewer]))
    elif what == "removed" and row.removed:
        code = dice.choice(list(row.removed))
        told[at] = change(row, removed={**row.removed, code: row.removed[code] - 1}, eligible=row.eligible + 1)
    else:
        told[at] = change(row, eligible=row.eligible + 1, offers=row.offers + 1)
    return change(result, explanations=tuple(told))


def alter_the_hash(dice: random.Random, instance: Instance, result: Result) -> Result:
    where = dice.choice(["report", "certificate"])
    return change(result, **{where: change(getattr(result, where), input_sha256="0" * 64)})


Mutation = Callable[[random.Random, Instance, Result], Result]
MUTATIONS: tuple[Mutation, ...] = (
    swap_two,
    move_one,
    replace_one,
    drop_one,
    repeat_one,
    misstate_placement,
    alter_a_price,
    alter_a_level,
    alter_the_report,
    misstate_explanation,
    alter_the_hash,
)


def check_mutations(mutation: Mutation, number: int, times: int) -> None:
    dice = random.Random(f"{mutation.__name__} {number}")
    instance = with_locks(school(number, 120, with_pairs=number % 2 == 0), dice)
    policy = (POLICY, POLICY, FAIR, FAIR_BY_UTILITY)[number % 4]
    result = solved(instance, policy)
    assert accepted(instance, result, policy)
    for _ in range(times):
        mutated = mutation(dice, instance, result)
        assert mutated != result
        assert not accepted(instance, mutated, policy)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_no_mutation_is_accepted(mutation: Mutation, number: int) -> None:
    check_mutations(mutation, number, times=20)


def test_another_lottery_is_not_accepted() -> None:
    """An honest proof for another seed, dressed up with the lot numbers and the report of the true one."""
    instance = school(4, 200, with_pairs=True)
    true, other = solved(instance), solved(instance, change(POLICY, seed="kinder to my friends"))
    lots = {explanation.student_number: explanation.lot_number for explanation in true.explanations}
    dressed = change(
        true,
        placements=tuple(change(p, lot_number=lots[p.student_number]) for p in other.placements),
        certificate=other.certificate,
    )
    assert audit(instance, POLICY, dressed.placements) == ()
    found = {check.goal: check.status for check in checks(instance, dressed)}
    assert (found["placed"], found["satisfaction"], found["lottery"]) == ("proven", "proven", "failed")


def test_goals_in_another_order_are_not_accepted() -> None:
    instance = school(4, 200)
    policy = change(POLICY, goals=("satisfaction", "placed"))
    other = solved(instance, policy)
    assert accepted(instance, other, policy)
    true = solved(instance)
    assert other.placements != true.placements
    assert not accepted(instance, change(true, placements=other.placements, certificate=other.certificate))


def test_a_changed_input_is_not_accepted() -> None:
    instance = school(2, 120)
    result = solved(instance)
    opened = change(instance, offers=(change(instance.offers[0], places=9), *instance.offers[1:]))
    found = checks(opened, result)
    assert {(check.goal, check.status) for check in found} == {
        (goal, "failed") for goal in ("input", "placed", "satisfaction", "lottery")
    }


@pytest.mark.parametrize("part", ["students", "offers", "travel", "pairs", "a stranger"])
def test_an_instance_that_no_run_takes_is_not_accepted(part: str) -> None:
    """Even with every hash made to fit."""
    instance = school(2, 120, with_pairs=True)
    result = solved(instance)
    trip = Travel(home_zone="1", work_zone="2", transport="bike", minutes=-5)
    stranger = Pair(student_number="nobody", offer_id=instance.offers[0].offer_id, utility=1)
    forged = {
        "students": lambda: change(instance, students=(*instance.students, instance.students[0])),
        "offers": lambda: change(instance, offers=(*instance.offers, change(instance.offers[0], places=0))),
        "travel": lambda: change(instance, travel=(trip,)),
        "pairs": lambda: change(instance, pairs=(*(instance.pairs or ()), (instance.pairs or ())[0])),
        "a stranger": lambda: change(instance, pairs=(*(instance.pairs or ()), stranger)),
    }[part]()
    hashed = change(
        result,
        report=change(result.report, input_sha256=forged.sha256()),
        certificate=change(result.certificate, input_sha256=forged.sha256()),
    )
    first = checks(forged, hashed)[0]
    assert (first.goal, first.status, first.detail) == ("input", "failed", "input_contradicts")


def test_a_report_from_before_a_table_of_the_policy_existed_is_accepted() -> None:
    instance = school(2, 120)
    result = solved(instance)
    old = {name: value for name, value in result.report.policy.items() if name != "worst_off"}
    assert len(old) == len(result.report.policy) - 1
    assert accepted(instance, change(result, report=change(result.report, policy=old)))
    odd = change(result, report=change(result.report, policy={**old, "worst_off": {"classes": "ranks"}}))
    assert not accepted(instance, odd)


def test_ranks_that_no_run_takes_as_classes_are_refused_before_they_are_counted() -> None:
    """A folder that somebody made up must not make the verifier write down a thousand million classes."""
    given = Pair(student_number="S1", offer_id="O1", utility=1, rank=1_000_000_000)
    instance = Instance(students=(a_student("S1"),), offers=(an_offer("O1"),), pairs=(given,))
    by_utility = Policy(goals=("worst_off",), worst_off=BY_UTILITY)
    found = checks(instance, solved(instance, by_utility), Policy(goals=("worst_off",)))
    assert (found[0].goal, found[0].status, found[0].detail) == ("worst_off", "failed", "rank_too_high")


def test_a_solution_that_is_not_the_best_has_a_bound() -> None:
    """Prices of the best solution still say how far a worse one is off."""
    instance = school(2, 120)
    result = solved(instance)
    fewer = change(result, placements=result.placements[1:])
    first = checks(instance, fewer)[0]
    assert (first.goal, first.status, first.detail) == ("placed", "bound", "gap")
    assert first.facts == {"value": len(result.placements) - 1, "bound": len(result.placements)}


def test_a_lottery_with_slack_prices_is_no_lottery() -> None:
    """Prices that hold but leave room prove nothing about lots: any set of students would pass with them."""
    instance = school(4, 200, with_pairs=True)
    result = solved(instance)
    changed = list(result.certificate.levels)
    at = next(number for number, level in enumerate(changed) if level.goal == "who")
    level = changed[at]
    changed[at] = change(level, student=(level.student[0] + 1, *level.student[1:]), value=level.value + 1)
    lottery = checks(instance, levels(result, changed))[2]
    assert (lottery.goal, lottery.status, lottery.detail) == ("lottery", "failed", "gap")


def test_the_last_resort_of_the_lottery_is_verified_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key order, reached by allowing no round of draws on both sides."""
    instance = school(1, 300, with_pairs=True)
    problem = build(instance, POLICY).problem
    found = solve(problem, POLICY.goals, POLICY.seed, draw_rounds=0)
    by_draws = solved(instance)
    lots = {explanation.student_number: explanation.lot_number for explanation in by_draws.explanations}
    placements = tuple(
        true_placement(
            instance,
            Placement(
                student_number=number, offer_id="", rank=None, utility=0, travel_minutes=None, lot_number=lots[number]
            ),
            problem.offer_keys[problem.offer[pair]],
        )
        for number, pair in zip(problem.student_keys, found.pair_of_student.tolist(), strict=True)
        if pair >= 0
    )
    result = change(by_draws, placements=placements, certificate=change(by_draws.certificate, levels=found.levels))
    result = change(result, report=change(result.report, profile=profile_of(placements, len(instance.students))))
    assert sum(level.goal == "where" for level in found.levels) > 1
    result = change(result, explanations=explain(build(instance, POLICY), found))
    assert not accepted(instance, result)
    monkeypatch.setattr("matching.verify.verifier.DRAW_ROUNDS", 0)
    assert accepted(instance, result)
    assert not accepted(instance, by_draws)


def profile_of(placements: tuple[Placement, ...], students: int) -> dict[str, int]:
    ranks = [str(placement.rank) for placement in placements]
    return {**{rank: ranks.count(rank) for rank in ranks}, "not_named": 0, "none": students - len(placements)}
