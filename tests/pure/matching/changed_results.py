"""Runs to verify, and the ways in which somebody could change what they left."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec

from bench.school import school
from matching.instance import Instance
from matching.policy import Policy, WorstOff
from matching.result import Counterfactual, LevelDuals, Placement, Result
from matching.run import run
from matching.verify import GoalCheck, verify
from matching.verify.eligible import eligible_pairs
from matching.verify.tables import Tables
from matching.verify.worth import minutes_of, ranks_of, utility_of

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
    what = dice.choice([
        "eligible", "lot_decided", "locked", "check", "removed", "wishes", "reason", "twice", "order", "settled_by",
        "otherwise",
    ])  # fmt: skip
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
        field = dice.choice(["named_by", "eligible", "places", "rank", "lots"])
        other = (1, 10**6) if field == "lots" else getattr(wish, field) + 1
        lie = change(wish, **{field: other})
        told[at] = change(row, wishes=tuple(lie if one is wish else one for one in row.wishes))
    elif what == "reason" and row.bottleneck is not None:
        lies: list[dict[str, Any]] = [
            {"students": row.bottleneck.students - 1}, {"opens": ()}, {"number": 10**6}, {"starts": ("2020-01",)},
            {"zones": ("elsewhere",)}, {"offer_count": row.bottleneck.offer_count + 1},
        ]  # fmt: skip
        told[at] = change(row, bottleneck=dice.choice([None, change(row.bottleneck, **dice.choice(lies))]))
    elif what == "settled_by":
        told[at] = change(row, settled_by="group_gap")
    elif what == "otherwise":
        more = Counterfactual(rule="not_named", offers=10**6, place="certain")
        told[at] = change(row, counterfactuals=(*row.counterfactuals[1:], more))
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


def profile_of(placements: tuple[Placement, ...], students: int) -> dict[str, int]:
    ranks = [str(placement.rank) for placement in placements]
    return {**{rank: ranks.count(rank) for rank in ranks}, "not_named": 0, "none": students - len(placements)}
