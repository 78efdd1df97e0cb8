"""What is said to each student: counts that add up, the fate of each wish, and shortages that can be counted."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from matching.eligibility import build
from matching.engine.solve import solve
from matching.explain import explain
from matching.instance import Instance, Spot
from matching.policy import GoalName, Policy, UtilityWeights
from matching.result import Explanation, UtilityParts, WishOutcome
from tests.pure.matching.rounds import offer, pair, rounds, student


def explained(instance: Instance, policy: Policy | None = None) -> dict[str, Explanation]:
    policy = policy or Policy(seed="a fixed seed")
    eligibility = build(instance, policy)
    solved = solve(eligibility.problem, policy.goals, policy.seed)
    return {explanation.student_number: explanation for explanation in explain(eligibility, solved, policy)}


@given(rounds())
def test_what_is_said_adds_up(instance: Instance) -> None:
    places = {row.offer_id: row.places for row in instance.offers}
    wished = {row.student_number: {o for equals in row.preferences for o in equals} for row in instance.students}
    said = explained(instance)
    assert list(said) == sorted(wished)
    for number, facts in said.items():
        assert facts.offers == len(instance.offers) == facts.eligible + sum(facts.removed.values())
        assert all(facts.removed.values())
        assert (facts.offer_id is None) == (facts.reason_code is not None)
        assert facts.parts is None or sum(msgspec.structs.astuple(facts.parts)) == facts.utility
        assert {wish.offer_id for wish in facts.wishes} == wished[number]
        assert len(facts.wishes) == len(wished[number])
        assert [wish.rank for wish in facts.wishes] == sorted(wish.rank for wish in facts.wishes)
        assert [w.offer_id for w in facts.wishes if w.fate == "obtained"] == [facts.offer_id] * (facts.rank is not None)
        for wish in facts.wishes:
            assert (wish.fate == "unknown_offer") == (wish.offer_id not in places)
            assert wish.places == places.get(wish.offer_id, 0)
            assert (wish.fate == "removed") == (wish.rule is not None)
            assert wish.named_by == sum(wish.offer_id in names for names in wished.values()) * (wish.offer_id in places)
            taken = sum(other.offer_id == wish.offer_id for other in said.values())
            assert wish.fate != "taken" or taken == wish.places > 0
            assert wish.fate != "place_left" or taken < wish.places


@given(rounds())
def test_a_shortage_can_be_counted(instance: Instance) -> None:
    eligibility = build(instance, Policy())
    problem = eligibility.problem
    possible: dict[str, set[str]] = {number: set() for number in problem.student_keys}
    for s, o in zip(problem.student.tolist(), problem.offer.tolist(), strict=True):
        if problem.places[o]:
            possible[problem.student_keys[s]].add(problem.offer_keys[o])
    places = {row.offer_id: row.places for row in instance.offers}
    crebos = {row.student_number: row.crebo for row in instance.students}
    said = explained(instance)
    for number, facts in said.items():
        assert (facts.reason_code == "more_students_than_places") == (facts.bottleneck is not None)
        assert facts.reason_code != "no_eligible_offer" or facts.eligible == 0
        assert facts.reason_code != "no_places" or (facts.eligible and not possible[number])
        if facts.bottleneck:
            around = {one for one, offers in possible.items() if offers and offers <= set(facts.bottleneck.offers)}
            inside = {one for one in around if said[one].offer_id or said[one].bottleneck == facts.bottleneck}
            assert number in inside
            assert facts.bottleneck.students == len(inside) > facts.bottleneck.places
            assert facts.bottleneck.places == sum(places[offer_id] for offer_id in facts.bottleneck.offers)
            assert set(facts.bottleneck.crebos) == {crebos[one] for one in inside}


def test_the_fate_of_every_wish() -> None:
    rival = student("S1", locked_offer="O-taken")
    person = student(
        "S2",
        preferences=(("O-gone",), ("O-closed",), ("O-empty",), ("O-taken",), ("O-mine", "O-equal"), ("O-later",)),
    )
    works = (
        offer("O-closed", status="closed"),
        offer("O-empty", places=0),
        offer("O-taken"),
        offer("O-mine", recognition_checked_on=None),
        offer("O-equal", tags=("care",)),
        offer("O-later"),
    )
    said = explained(Instance(students=(rival, person), offers=works))["S2"]
    fates = {wish.offer_id: (wish.rank, wish.fate, wish.rule) for wish in said.wishes}
    assert said.rank == 5
    mine, equal = (said.offer_id, {"O-mine", "O-equal"} - {said.offer_id})
    assert fates == {
        "O-gone": (1, "unknown_offer", None),
        "O-closed": (2, "removed", "offer_status"),
        "O-empty": (3, "no_places", None),
        "O-taken": (4, "taken", None),
        mine: (5, "obtained", None),
        equal.pop(): (5, "not_needed", None),
        "O-later": (6, "not_needed", None),
    }
    assert said.wishes[3] == WishOutcome(offer_id="O-taken", rank=4, fate="taken", named_by=1, eligible=2, places=1)


def test_a_more_wanted_offer_can_keep_a_place_where_the_points_say_so() -> None:
    far, near = Spot(zone="f", east=10_000, north=0), Spot(zone="n", east=0, north=0)
    person = student(home=near, transport="car", max_travel_minutes=23, preferences=(("O1",), ("O2",)))
    policy = Policy(utility=UtilityWeights(preference=100, travel=900, learning_wishes=0))
    said = explained(Instance(students=(person,), offers=(offer("O1", work=far), offer("O2", work=near))), policy)["S1"]
    assert (said.offer_id, said.rank, said.wishes[0].fate) == ("O2", 2, "place_left")
    assert said.parts == UtilityParts(preference=50, travel=900 * 18 // 23, learning_wishes=0)
    assert said.travel_minutes == 5
    assert said.check == ("recognition_unverified",)


def test_flags_for_a_person_to_look_at() -> None:
    person = student(transport="bike", max_travel_minutes=20)
    assert explained(Instance(students=(person,), offers=(offer(),)))["S1"].check == (
        "recognition_unverified",
        "travel_unknown",
    )


@pytest.mark.parametrize(
    ("places", "status", "reason"),
    [(0, "open", "no_places"), (1, "closed", "no_eligible_offer")],
)
def test_why_one_student_alone_has_no_place(places: int, status: str, reason: str) -> None:
    said = explained(Instance(students=(student(),), offers=(offer(places=places, status=status),)))["S1"]
    assert (said.reason_code, said.bottleneck, said.offer_id) == (reason, None, None)


def test_two_shortages_are_told_apart() -> None:
    people = [student(f"A{number}") for number in range(3)] + [
        student(f"B{number}", crebo="25743") for number in range(4)
    ]
    works = (
        offer("O1"),
        offer("O2"),
        offer("P1", crebos=("25743",), places=3),
        offer("P2", crebos=("25743",), places=0),
    )
    said = explained(Instance(students=tuple(people), offers=works))
    shortages = {
        (facts.student_number[0], facts.bottleneck.students, facts.bottleneck.places, facts.bottleneck.offers)
        for facts in said.values()
        if facts.bottleneck
    }
    assert shortages == {("A", 3, 2, ("O1", "O2")), ("B", 4, 3, ("P1",))}


def test_a_shortage_reaches_through_the_students_who_are_placed() -> None:
    # S3 can only go to O1; whoever has O1 could go to O2 instead, so O2 is part of the shortage, O3 is not.
    people = (
        student("S1", forbidden_offers=("O3",)),
        student("S2", forbidden_offers=("O3",)),
        student("S3", forbidden_offers=("O2", "O3")),
        student("S4", forbidden_offers=("O1",)),
    )
    said = explained(Instance(students=people, offers=(offer("O1"), offer("O2"), offer("O3"))))
    [unplaced] = [facts for facts in said.values() if facts.offer_id is None]
    assert unplaced.bottleneck is not None
    assert (unplaced.bottleneck.students, unplaced.bottleneck.places) == (3, 2)
    assert unplaced.bottleneck.offers == ("O1", "O2")


def test_a_long_list_of_offers_is_cut() -> None:
    people = tuple(student(f"S{number:02}") for number in range(31))
    said = explained(Instance(students=people, offers=tuple(offer(f"O{number:02}") for number in range(30))))
    [shortage] = [facts.bottleneck for facts in said.values() if facts.bottleneck]
    assert (shortage.students, shortage.places) == (31, 30)
    assert shortage.offers == tuple(f"O{number:02}" for number in range(20))


def test_no_shortage_is_claimed_where_another_goal_came_first() -> None:
    pairs = (pair("S1", "O1", 1000), pair("S1", "O2", 0), pair("S2", "O1", 100))
    instance = Instance(students=(student("S1"), student("S2")), offers=(offer("O1"), offer("O2")), pairs=pairs)
    goals: tuple[GoalName, ...] = ("satisfaction", "placed")
    said = explained(instance, Policy(goals=goals))
    assert (said["S1"].offer_id, said["S2"].reason_code) == ("O1", "other_goal_first")
    assert {facts.offer_id for facts in explained(instance).values()} == {"O1", "O2"}


def test_a_locked_student_hears_that_and_the_counts_of_the_rules() -> None:
    people = (student("S1", locked_offer="O2", preferences=(("O1",), ("O2",))),)
    works = (offer("O1"), offer("O2"), offer("O3", status="blocked"))
    said = explained(Instance(students=people, offers=works))["S1"]
    assert said.locked
    assert (said.offer_id, said.rank, said.offers, said.eligible) == ("O2", 2, 3, 2)
    assert said.removed == {"offer_status": 1}
    assert [wish.fate for wish in said.wishes] == ["decided", "obtained"]


def test_a_list_of_pairs_has_no_rules_and_no_parts() -> None:
    pairs = (pair("S1", "O2", 40, rank=2, travel_minutes=3), pair("S1", "O1", 90, rank=1), pair("S2", "O1", 95, rank=1))
    instance = Instance(students=(student("S1"), student("S2")), offers=(offer("O1"), offer("O2")), pairs=pairs)
    said = explained(instance)["S1"]
    assert (said.offer_id, said.rank, said.utility, said.travel_minutes, said.parts) == ("O2", 2, 40, 3, None)
    assert (said.offers, said.eligible, said.removed, said.check) == (2, 2, {}, ())
    assert [(wish.offer_id, wish.fate) for wish in said.wishes] == [("O1", "taken"), ("O2", "obtained")]
