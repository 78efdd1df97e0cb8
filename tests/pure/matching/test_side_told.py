"""What students read in a round with side constraints is true: checked against moving the student there."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

from matching.faults import InstanceUnusable
from matching.instance import GroupPlaces, Instance, SharedCapacity, Student, Together
from matching.policy import Policy
from matching.result import Explanation, WishOutcome
from matching.run import run
from tests.pure.matching.rounds import offer, student
from tests.pure.matching.side_rounds import Enumeration, random_round

SEEN: Counter[str] = Counter()


def told(instance: Instance, policy: Policy | None = None) -> dict[str, Explanation]:
    result = run(instance, policy or Policy(seed="x"), clock=lambda: 0.0)
    return {row.student_number: row for row in result.explanations}


def fates(row: Explanation) -> list[str]:
    return [wish.fate for wish in row.wishes]


def wants(number: str, *offer_ids: str, **facts: Any) -> Student:
    return student(number, preferences=tuple((one,) for one in offer_ids), only_preferences=True, **facts)


def test_each_side_constraint_is_told_as_the_reason() -> None:
    mate = (Together(student_number="S5", must=True),)
    instance = Instance(
        students=(
            wants("S1", "O1"),
            wants("S2", "O2", groups=(("team", "A"),)),
            wants("S3", "O3"),
            wants("S4", "O5", together_with=mate),
            wants("S5", "O6"),
        ),
        offers=(
            offer("O1", places=2, minimum=2),
            offer("O2", places=2, maximum_share=(GroupPlaces(grouping="team", value="A", places=0),)),
            offer("O3", shared_capacity=SharedCapacity(name="x", places=0)),
            offer("O5"),
            offer("O6"),
        ),
    )
    rows = told(instance)
    assert [fates(row) for row in rows.values()] == [
        ["closed_below_minimum"],
        ["share_full"],
        ["shared_full"],
        ["mate_elsewhere"],
        ["mate_elsewhere"],
    ]
    assert {row.reason_code for row in rows.values()} == {"side_constraint"}


def check(instance: Instance, policy: Policy) -> None:
    by_hand = Enumeration(instance, policy)
    rows = told(instance, policy)
    one = [row.offer_id for row in rows.values()]
    for at, row in enumerate(rows.values()):
        for wish in row.wishes:
            SEEN[wish.fate] += 1
            moved = tuple(wish.offer_id if n == at else own for n, own in enumerate(one))
            check_wish(by_hand, tuple(one), moved, wish, row)


def room(by_hand: Enumeration, one: list[str | None], offer_id: str) -> int:
    return by_hand.offers[offer_id].places - one.count(offer_id)


def check_wish(
    by_hand: Enumeration,
    one: tuple[str | None, ...],
    moved: tuple[str | None, ...],
    wish: WishOutcome,
    row: Explanation,
) -> None:
    offer_ = by_hand.offers[wish.offer_id]
    if wish.fate == "taken":
        assert one.count(wish.offer_id) == offer_.places
    elif wish.fate == "closed_below_minimum":
        assert one.count(wish.offer_id) == 0 < offer_.minimum
    elif wish.fate in ("share_full", "shared_full"):
        assert room(by_hand, list(one), wish.offer_id) > 0
        assert not by_hand.allowed(moved)
    elif wish.fate == "mate_elsewhere":
        mates = {n for pair in by_hand.musts if row.student_number in pair for n in pair} - {row.student_number}
        got = dict(zip([s.student_number for s in by_hand.students], one, strict=True))
        assert any(got[mate] != wish.offer_id for mate in mates)
    elif wish.fate == "kept_free":
        assert room(by_hand, list(one), wish.offer_id) > 0
    assert wish.fate != "place_left"


def test_every_fate_of_random_rounds_is_true() -> None:
    SEEN.clear()
    for number in range(3000, 3060):
        instance, policy = random_round(random.Random(number))
        try:
            if by_side(instance):
                check(instance, policy)
        except InstanceUnusable:
            continue
    assert {"closed_below_minimum", "share_full", "shared_full", "mate_elsewhere", "kept_free"} <= SEEN.keys()


def by_side(instance: Instance) -> bool:
    return any(one.together_with for one in instance.students) or any(
        one.maximum_share or one.shared_capacity or one.minimum > 1 or one.reserves for one in instance.offers
    )
