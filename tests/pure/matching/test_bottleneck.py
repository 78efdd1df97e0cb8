"""Bottlenecks: smallest sets by enumeration, shortages that add up, and openings that are tried out."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from itertools import combinations

import msgspec
import pytest

from bench.school import school
from matching.instance import Instance, Spot
from matching.policy import Policy
from matching.result import Bottleneck, Explanation, Result
from matching.run import run
from matching.verify.eligible import eligible_pairs
from matching.verify.tables import Tables
from tests.pure.matching.rounds import offer, pair, student
from tests.pure.matching.tight_rounds import tight_round

POLICY = Policy(seed="bottlenecks")
change = msgspec.structs.replace


def solved(instance: Instance, policy: Policy = POLICY) -> Result:
    return run(instance, policy, clock=lambda: 0.0)


def bottlenecks(result: Result) -> dict[int, Bottleneck]:
    return {row.bottleneck.number: row.bottleneck for row in result.explanations if row.bottleneck is not None}


def with_more_places(instance: Instance, extra: dict[str, int]) -> Instance:
    offers = tuple(change(one, places=one.places + extra.get(one.offer_id, 0)) for one in instance.offers)
    return change(instance, offers=offers)


def check_smallest(instance: Instance, result: Result) -> int:
    """Every set is one of fewer places than students, and no part of it is; the number of sets seen."""
    tables = Tables(instance)
    possible = {
        tables.students[s].student_number: {tables.offers[o].offer_id for o in row if tables.offers[o].places}
        for s, row in enumerate(eligible_pairs(tables, POLICY))
    }
    places = {one.offer_id: one.places for one in instance.offers}
    told = {row.student_number: row for row in result.explanations}
    seen: list[Bottleneck] = []
    for number, row in told.items():
        short = row.bottleneck
        assert (short is None) == (row.reason_code != "more_students_than_places")
        if short is None:
            continue
        assert set(short.offers) >= possible[number]
        inside = [other for other, one in told.items() if one.offer_id in short.offers]
        least = [number, *inside]
        assert set().union(*(possible[one] for one in least)) == set(short.offers)
        assert len(least) == sum(places[one] for one in short.offers) + 1
        for size in range(1, len(least)):
            for part in combinations(least, size):
                assert size <= sum(places[one] for one in set().union(*(possible[other] for other in part)))
        sharing = [other for other, one in told.items() if one.bottleneck == short]
        assert short.students == len(inside) + len(sharing)
        assert short.shortage == len(sharing)
        assert short.places == sum(places[one] for one in short.offers)
        assert short.offer_count == len(short.offers)
        crebos = {one.student_number: one.crebo for one in instance.students}
        assert short.crebos == tuple(sorted({crebos[one] for one in (*inside, *sharing)}))
        assert dict(short.unplaced) == Counter(crebos[one] for one in sharing)
        seen.append(short)
    return len(seen)


def check_openings(instance: Instance, result: Result) -> int:
    """Extra places do exactly what is promised: all openings together, a part of one, and one place anywhere."""
    tried = 0
    for short in bottlenecks(result).values():
        extra = dict(short.opens)
        assert 1 <= sum(extra.values()) <= short.shortage
        assert sum(extra.values()) == short.shortage or len(extra) == 5
        attempts = [extra, {short.opens[0][0]: 1}, *({one: 1} for one in short.offers)]
        for attempt in attempts:
            again = solved(with_more_places(instance, attempt))
            assert again.report.placed == result.report.placed + sum(attempt.values())
            tried += 1
    return tried


def test_every_bottleneck_is_a_smallest_set_and_its_openings_hold() -> None:
    sets = tried = 0
    for number in range(150):
        instance = tight_round(random.Random(number))
        result = solved(instance)
        sets += check_smallest(instance, result)
        tried += check_openings(instance, result)
    assert sets > 150
    assert tried > 300


@pytest.mark.evidence
def test_thousands_of_bottlenecks_are_smallest_sets_and_their_openings_hold() -> None:
    for number in range(1_000, 5_000):
        instance = tight_round(random.Random(number), students=9, offers=6)
        result = solved(instance)
        check_smallest(instance, result)
        check_openings(instance, result)


def test_every_unplaced_student_of_a_large_round_is_in_one_bottleneck_and_the_openings_hold() -> None:
    instance = school(1, 5_000, with_pairs=True)
    result = solved(instance)
    found = bottlenecks(result)
    missed = [row for row in result.explanations if row.offer_id is None]
    assert sum(one.shortage for one in found.values()) == len([row for row in missed if row.eligible])
    assert sorted(found) == list(range(1, len(found) + 1))
    assert [found[n].shortage for n in sorted(found)] == sorted((one.shortage for one in found.values()), reverse=True)
    everything = {offer_id: count for one in found.values() for offer_id, count in one.opens}
    promised = sum(count for one in found.values() for _, count in one.opens)
    assert promised > 20
    assert solved(with_more_places(instance, everything)).report.placed >= result.report.placed + sum(
        everything.values()
    )


def test_more_places_at_any_offer_of_the_set_would_be_too_much_to_promise() -> None:
    """S1 and S2 can only go to O1; S3 has it, and could go to O2, where S4 is: O2 can free O1 once, and only once."""
    people = (
        student("S1", forbidden_offers=("O2",)),
        student("S2", forbidden_offers=("O2",)),
        student("S3", locked_offer=None),
        student("S4", forbidden_offers=("O1",)),
    )
    instance = Instance(students=people, offers=(offer("O1"), offer("O2")))
    result = solved(instance, Policy(seed="bottlenecks", goals=("placed",)))
    [short] = bottlenecks(result).values()
    assert (short.students, short.places) == (4, 2)
    assert short.opens == (("O1", 2),)
    for places, placed in ((1, 3), (2, 3)):
        assert solved(with_more_places(instance, {"O2": places})).report.placed == placed
    assert solved(with_more_places(instance, {"O1": 2})).report.placed == 4


def test_students_who_wait_for_different_offers_are_in_different_bottlenecks() -> None:
    """A and C can go to O1; C and D to O1 and O2: the set around O1 is smaller than the one around both."""
    people = (
        student("A", locked_offer="O1"),
        student("B", forbidden_offers=("O2",)),
        student("C", locked_offer="O2"),
        student("D"),
        student("E"),
    )
    said = solved(Instance(students=people, offers=(offer("O1"), offer("O2")))).explanations
    short = {row.student_number: row.bottleneck for row in said}
    assert short["D"] == short["E"]
    assert short["B"] is not None
    assert (short["B"].number, short["B"].students, short["B"].places, short["B"].offers) == (2, 2, 1, ("O1",))
    assert short["D"] is not None
    assert (short["D"].number, short["D"].students, short["D"].places, short["D"].offers) == (1, 4, 2, ("O1", "O2"))


def test_where_and_when_are_told_where_they_say_something() -> None:
    people = tuple(student(f"S{number}") for number in range(9))
    works = (
        offer("O1", places=2, work=Spot(zone="Hilversum"), start_date=date(2027, 2, 1)),
        offer("O2", work=Spot(zone="Bussum"), start_date=date(2027, 2, 15)),
        offer("O3", work=Spot(zone="Amersfoort"), start_date=date(2027, 2, 8)),
        offer("O4", work=Spot(zone="Baarn"), start_date=date(2027, 2, 8)),
        offer("P1", crebos=("25743",), start_date=date(2027, 9, 1)),
    )
    first = bottlenecks(solved(Instance(students=people, offers=works)))[1]
    assert (first.zones, first.starts) == (("Hilversum", "Amersfoort", "Baarn"), ("2027-02",))
    one_month = bottlenecks(solved(Instance(students=people, offers=works[:4])))[1]
    assert one_month.starts == ()
    no_date = (*works[:3], change(works[3], start_date=None), works[4])
    assert bottlenecks(solved(Instance(students=people, offers=no_date)))[1].starts == ()


def test_nothing_is_promised_where_another_goal_comes_first() -> None:
    people = (student("S1"), student("S2"))
    result = solved(Instance(students=people, offers=(offer("O1"),)), Policy(goals=("satisfaction", "placed")))
    [short] = bottlenecks(result).values()
    assert (short.students, short.places, short.opens) == (2, 1, ())


def test_no_bottleneck_is_claimed_where_a_place_could_be_freed() -> None:
    """By satisfaction first S2 stays without a place, although S1 could move on to O2."""
    said = _other_goal_first()
    assert {row.student_number: (row.reason_code, row.bottleneck) for row in said}["S2"] == ("other_goal_first", None)


def _other_goal_first() -> tuple[Explanation, ...]:
    pairs = (pair("S1", "O1", 1000), pair("S1", "O2", 0), pair("S2", "O1", 100))
    instance = Instance(students=(student("S1"), student("S2")), offers=(offer("O1"), offer("O2")), pairs=pairs)
    return solved(instance, Policy(goals=("satisfaction", "placed"))).explanations
