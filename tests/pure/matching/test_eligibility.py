"""From instance to arrays, compared with docs/matching.md in plain Python; locks, lists of pairs, faults."""

from __future__ import annotations

import dataclasses
import math

import msgspec
import numpy as np
import pytest
from hypothesis import given

from matching.eligibility import Eligibility, build
from matching.faults import Cancelled, InstanceUnusable, TooManyPairs
from matching.instance import Instance, Offer, Student, Travel
from matching.policy import Policy
from matching.result import RULE_CODES
from matching.rules.columns import columns_of
from matching.rules.sieve import sieve
from matching.wishes import wishes_of_students
from tests.pure.matching.rounds import offer, pair, rounds, student

PUBLISHED = {"walk": (0, 5_000), "bike": (2, 15_000), "public_transport": (12, 28_000), "car": (5, 45_000)}


def plain_minutes(instance: Instance, one: Student, other: Offer) -> int | None:
    if one.home is None or other.work is None or one.transport is None:
        return None
    for row in instance.travel:
        if (row.home_zone, row.work_zone, row.transport) == (one.home.zone, other.work.zone, one.transport):
            return row.minutes
    if None in (one.home.east, one.home.north, other.work.east, other.work.north):
        return None
    fixed, speed = PUBLISHED[one.transport]
    metres = math.isqrt((one.home.east - other.work.east) ** 2 + (one.home.north - other.work.north) ** 2)
    return fixed + math.ceil(metres * 780 / (10 * speed))


def plain_reason(instance: Instance, one: Student, other: Offer) -> str | None:
    """docs/matching.md, the table of hard rules, from top to bottom."""
    accepted = {one.crebo} | {counts for crebo, counts in instance.equivalents if crebo == one.crebo}
    minutes = plain_minutes(instance, one, other)
    free = one.days_per_week if one.days_per_week is not None else (len(one.days) or None)
    named = {offer_id for equals in one.preferences for offer_id in equals}
    broken = {
        "offer_status": other.status != "open",
        "crebo": not accepted & set(other.crebos),
        "level": bool(one.level and other.levels and one.level not in other.levels),
        "learning_path": bool(one.learning_path and other.learning_path and one.learning_path != other.learning_path),
        "period": bool(
            (other.start_date and one.end_date and other.start_date > one.end_date)
            or (other.end_date and one.start_date and other.end_date < one.start_date)
        ),
        "days": bool(one.days and other.days and not set(one.days) & set(other.days))
        or (free is not None and other.days_per_week is not None and other.days_per_week > free),
        "travel": minutes is not None and one.max_travel_minutes is not None and minutes > one.max_travel_minutes,
        "support": not set(one.support_needs) <= set(other.support_offered),
        "forbidden": other.offer_id in one.forbidden_offers,
        "not_named": one.only_preferences and other.offer_id not in named,
    }
    return next((code for code in RULE_CODES if broken[code]), None)


def plain_rank(one: Student, offer_id: str) -> int | None:
    return next((rank for rank, equals in enumerate(one.preferences, 1) if offer_id in equals), None)


def plain_utility(instance: Instance, one: Student, other: Offer) -> list[int]:
    rank, minutes = plain_rank(one, other.offer_id), plain_minutes(instance, one, other)
    classes, maximum = len(one.preferences), one.max_travel_minutes or 120
    wishes = set(one.learning_wishes)
    return [
        600 if not classes else 0 if rank is None else 600 * (classes + 1 - rank) // classes,
        125 if minutes is None else max(0, 250 * (maximum - minutes) // maximum),
        150 * len(wishes & set(other.tags)) // len(wishes) if wishes else 150,
    ]


def pairs_of(eligibility: Eligibility) -> list[tuple[str, str]]:
    problem = eligibility.problem
    return [
        (problem.student_keys[s], problem.offer_keys[o])
        for s, o in zip(problem.student.tolist(), problem.offer.tolist(), strict=True)
    ]


@given(rounds())
def test_equals_the_published_definition_in_plain_python(instance: Instance) -> None:
    eligibility = build(instance, Policy())
    reasons = {
        (s.student_number, o.offer_id): plain_reason(instance, s, o) for s in instance.students for o in instance.offers
    }
    assert pairs_of(eligibility) == sorted(key for key, reason in reasons.items() if reason is None)
    students = {s.student_number: s for s in instance.students}
    offers = {o.offer_id: o for o in instance.offers}
    assert eligibility.parts is not None
    for at, (number, offer_id) in enumerate(pairs_of(eligibility)):
        one, other = students[number], offers[offer_id]
        minutes = plain_minutes(instance, one, other)
        assert eligibility.parts[at].tolist() == plain_utility(instance, one, other)
        assert eligibility.problem.utility[at] == sum(plain_utility(instance, one, other))
        assert eligibility.rank[at] == (plain_rank(one, offer_id) or -1)
        assert eligibility.travel_minutes[at] == (-1 if minutes is None else minutes)
        assert eligibility.recognition_unverified[at] == (other.recognition_checked_on is None)
        assert eligibility.travel_unknown[at] == (minutes is None and one.max_travel_minutes is not None)
    for index, one in enumerate(eligibility.students):
        mine = [reasons[one.student_number, other.offer_id] for other in instance.offers]
        assert eligibility.removed[index].tolist() == [mine.count(code) for code in RULE_CODES]
        assert eligibility.possible[index] == mine.count(None)
    for index, s in enumerate(eligibility.wishes.student.tolist()):
        reason = reasons.get((eligibility.students[s].student_number, eligibility.wishes.offer_id[index]))
        assert eligibility.wish_refusal[index] == (RULE_CODES.index(reason) if reason else -1)


@given(rounds())
def test_the_order_of_the_rows_changes_nothing(instance: Instance) -> None:
    turned = msgspec.structs.replace(
        instance,
        students=instance.students[::-1],
        offers=instance.offers[::-1],
        equivalents=instance.equivalents[::-1],
        travel=instance.travel[::-1],
    )
    one, other = build(instance, Policy()), build(turned, Policy())
    for field in dataclasses.fields(one.problem):
        assert np.array_equal(getattr(one.problem, field.name), getattr(other.problem, field.name))


def test_many_students_of_one_kind_cross_the_border_of_a_block() -> None:
    people = tuple(student(f"S{number:03}", max_travel_minutes=30) for number in range(300))
    works = tuple(offer(f"O{number:03}") for number in range(700))
    eligibility = build(Instance(students=people, offers=works), Policy())
    assert eligibility.problem.student.size == 300 * 700
    assert (np.diff(eligibility.problem.student.astype(np.int64) * 700 + eligibility.problem.offer) == 1).all()
    assert (eligibility.possible == 700).all()


@pytest.mark.parametrize(
    ("people", "works"), [((), ()), ((student(),), ()), ((), (offer(),)), ((student(),), (offer(status="closed"),))]
)
def test_nothing_to_match(people: tuple[Student, ...], works: tuple[Offer, ...]) -> None:
    eligibility = build(Instance(students=people, offers=works), Policy())
    assert pairs_of(eligibility) == []
    assert eligibility.problem.places.tolist() == [work.places for work in works]
    assert (eligibility.possible + eligibility.removed.sum(axis=1)).tolist() == [len(works)] * len(people)


def test_a_locked_student_has_that_pair_and_no_other() -> None:
    people = (student("S1", locked_offer="O2", preferences=(("O1",),)), student("S2"))
    eligibility = build(Instance(students=people, offers=(offer("O1"), offer("O2"))), Policy())
    assert pairs_of(eligibility) == [("S1", "O2"), ("S2", "O1"), ("S2", "O2")]
    assert eligibility.problem.locked_student.tolist() == [True, False]
    assert eligibility.possible.tolist() == [2, 2]
    assert eligibility.wish_refusal.tolist() == [-1]


def test_a_lock_may_be_an_offer_that_was_not_named() -> None:
    people = (student("S1", locked_offer="O2", only_preferences=True, preferences=(("O1",),)),)
    eligibility = build(Instance(students=people, offers=(offer("O1"), offer("O2"))), Policy())
    assert pairs_of(eligibility) == [("S1", "O2")]
    assert eligibility.rank.tolist() == [-1]


def faults(instance: Instance) -> list[tuple[str, str, str]]:
    with pytest.raises(InstanceUnusable) as raised:
        build(instance, Policy())
    return [(fault.code, fault.row_key, fault.column) for fault in raised.value.rows]


def test_every_lock_that_cannot_stand_is_named() -> None:
    people = (
        student("S1", locked_offer="O-gone"),
        student("S2", locked_offer="O2"),
        student("S3", locked_offer="O1"),
        student("S4", locked_offer="O1"),
        student("S5", locked_offer="O3", forbidden_offers=("O3",)),
        student("S6", locked_offer="O4"),
    )
    works = (offer("O1"), offer("O2", crebos=("11111",)), offer("O3"), offer("O4"))
    assert faults(Instance(students=people, offers=works)) == [
        ("lock_unknown_offer", "S1", "locked_offer"),
        ("lock_breaks_rule", "S2", "locked_offer"),
        ("lock_exceeds_places", "S3", "locked_offer"),
        ("lock_exceeds_places", "S4", "locked_offer"),
        ("lock_breaks_rule", "S5", "locked_offer"),
    ]


def test_the_rule_that_a_lock_breaks_is_told() -> None:
    with pytest.raises(InstanceUnusable) as raised:
        build(Instance(students=(student(locked_offer="O1"),), offers=(offer(status="blocked"),)), Policy())
    [fault] = raised.value.rows
    assert fault.facts == {"offer_id": "O1", "rule": "offer_status"}


def test_a_lock_without_a_place_is_refused() -> None:
    locked = student(locked_offer="O1")
    assert faults(Instance(students=(locked,), offers=(offer(places=0),))) == [
        ("lock_exceeds_places", "S1", "locked_offer")
    ]
    assert faults(Instance(students=(locked,), offers=())) == [("lock_unknown_offer", "S1", "locked_offer")]


def test_keys_that_come_twice_and_negative_places() -> None:
    works = (offer("O1"), offer("O1", places=2), offer("O2", places=-1))
    assert faults(Instance(students=(student("S1"), student("S1")), offers=works)) == [
        ("duplicate_student", "S1", "student_number"),
        ("duplicate_offer", "O1", "offer_id"),
        ("places_negative", "O2", "places"),
    ]


def test_trips_that_come_twice_and_negative_minutes() -> None:
    trips = tuple(Travel(home_zone="h", work_zone="w", transport="car", minutes=minutes) for minutes in (5, -6))
    assert faults(Instance(students=(student(),), offers=(offer(),), travel=trips)) == [
        ("duplicate_travel", "h", "home_zone"),
        ("travel_minutes_negative", "h", "minutes"),
    ]


def test_a_list_of_pairs_replaces_rules_and_formula() -> None:
    people = (student("S1", crebo="11111", preferences=(("O1",),)), student("S2", level=4))
    works = (offer("O1", status="closed"), offer("O2", levels=(1,)))
    given_list = (pair("S2", "O2", 7), pair("S1", "O2", 0, rank=2), pair("S1", "O1", 1000, rank=1, travel_minutes=9))
    eligibility = build(Instance(students=people, offers=works, pairs=given_list), Policy())
    assert pairs_of(eligibility) == [("S1", "O1"), ("S1", "O2"), ("S2", "O2")]
    assert eligibility.problem.utility.tolist() == [1000, 0, 7]
    assert eligibility.rank.tolist() == [1, 2, -1]
    assert eligibility.travel_minutes.tolist() == [9, -1, -1]
    assert eligibility.parts is None
    assert eligibility.possible.tolist() == [2, 1]
    assert not eligibility.removed.any()
    assert eligibility.wishes.offer_id == ("O1", "O2")


def test_a_lock_within_a_list_of_pairs() -> None:
    people = (student("S1", locked_offer="O2"), student("S2"))
    pairs = (pair("S1", "O1", 9), pair("S1", "O2", 5), pair("S2", "O2", 7))
    instance = Instance(students=people, offers=(offer("O1"), offer("O2")), pairs=pairs)
    eligibility = build(instance, Policy())
    assert pairs_of(eligibility) == [("S1", "O2"), ("S2", "O2")]
    assert eligibility.problem.utility.tolist() == [5, 7]
    assert faults(msgspec.structs.replace(instance, pairs=pairs[::2])) == [("lock_not_in_pairs", "S1", "locked_offer")]


def test_every_fault_in_a_list_of_pairs_is_named() -> None:
    pairs = (
        pair("S9", "O1"),
        pair("S1", "O9"),
        pair("S1", "O1", 1001),
        pair("S1", "O1", 1),
        pair("S2", "O1", -1, rank=0, travel_minutes=-5),
    )
    assert faults(Instance(students=(student("S1"), student("S2")), offers=(offer(),), pairs=pairs)) == [
        ("pair_unknown_student", "S9", "student_number"),
        ("pair_unknown_offer", "S1", "offer_id"),
        ("pair_utility_out_of_range", "S1", "utility"),
        ("pair_duplicate", "S1", "offer_id"),
        ("pair_utility_out_of_range", "S2", "utility"),
        ("pair_rank_below_one", "S2", "rank"),
        ("pair_minutes_negative", "S2", "travel_minutes"),
    ]


def test_stops_on_request() -> None:
    with pytest.raises(Cancelled):
        build(Instance(students=(student(),), offers=(offer(),)), Policy(), stop=lambda: True)


def test_more_pairs_than_memory_can_hold_are_refused_with_their_number() -> None:
    people = [student(f"S{number:03}", forbidden_offers=("O000",)) for number in range(400)]
    works = [offer(f"O{number:03}") for number in range(301)]
    instance = Instance(students=tuple(people), offers=tuple(works))
    offer_index = {one.offer_id: index for index, one in enumerate(works)}
    columns = columns_of(instance, people, works, wishes_of_students(people, offer_index).named, offer_index)
    assert sieve(columns, lambda: False, most=120_000).keys.size == 120_000
    with pytest.raises(TooManyPairs) as caught:
        sieve(columns, lambda: False, most=119_999)
    assert caught.value.facts == {"pairs": 120_000, "most": 119_999}


@given(instance=rounds())
def test_the_rules_do_not_see_how_pairs_are_gathered(instance: Instance) -> None:
    whole = build(instance, Policy())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("matching.rules.sieve._TOGETHER", 1)
        patch.setattr("matching.rules.sieve._BLOCK", 1)
        piecemeal = build(instance, Policy())
    assert (whole.removed == piecemeal.removed).all()
    assert np.array_equal(whole.problem.student, piecemeal.problem.student)
    assert np.array_equal(whole.problem.offer, piecemeal.problem.offer)
