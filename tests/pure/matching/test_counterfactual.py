"""What would be different: every answer is tried out by changing the round and running it again."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import msgspec
import pytest

from bench.school import school
from matching.instance import Instance, Spot, Travel
from matching.policy import Policy
from matching.result import Counterfactual, Explanation
from matching.run import run
from matching.verify import verify
from matching.verify.eligible import eligible_pairs
from matching.verify.tables import Tables
from tests.pure.matching.rounds import offer, pair, student
from tests.pure.matching.tight_rounds import tight_round

POLICY = Policy(seed="otherwise")
WITHOUT: dict[str, dict[str, Any]] = {
    "period": {"start_date": None, "end_date": None},
    "days": {"days": (), "days_per_week": None},
    "travel": {"max_travel_minutes": None},
    "support": {"support_needs": ()},
    "forbidden": {"forbidden_offers": ()},
    "not_named": {"only_preferences": False},
}
change = msgspec.structs.replace


def told(instance: Instance, policy: Policy = POLICY) -> dict[str, Explanation]:
    result = run(instance, policy, clock=lambda: 0.0)
    checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    assert {check.status for check in checks} == {"proven"}
    return {row.student_number: row for row in result.explanations}


def placed(rows: dict[str, Explanation]) -> int:
    return sum(row.offer_id is not None for row in rows.values())


def with_other(instance: Instance, number: str, **demands: Any) -> Instance:
    return change(
        instance,
        students=tuple(change(one, **demands) if one.student_number == number else one for one in instance.students),
    )


def possible(instance: Instance, number: str) -> set[str]:
    """Offers with places that the student could get."""
    tables = Tables(instance)
    row = eligible_pairs(tables, POLICY)[tables.student_index[number]]
    return {tables.offers[o].offer_id for o in row if tables.offers[o].places}


def try_out(
    instance: Instance, before: dict[str, Explanation], number: str, would: Counterfactual, policy: Policy
) -> None:
    person = next(one for one in instance.students if one.student_number == number)
    relaxed = with_other(instance, number, **WITHOUT[would.rule])
    if would.minutes is not None:
        most = (person.max_travel_minutes or 0) + would.minutes
        relaxed = with_other(instance, number, max_travel_minutes=most)
        with_less = with_other(instance, number, max_travel_minutes=most - 1)
        entries = [one for one in before[number].counterfactuals if one.rule == "travel"]
        if would == entries[0]:
            assert possible(with_less, number) == possible(instance, number)
        else:
            assert would.place == "certain"
            assert placed(told(with_less, policy)) == placed(before)
    more = possible(relaxed, number) - possible(instance, number)
    assert len(more) == would.offers
    after = told(relaxed, policy)
    if would.place == "certain":
        assert after[number].offer_id in more
        assert placed(after) == placed(before) + 1
        return
    assert placed(after) == placed(before)
    if would.place == "no":
        assert after[number].offer_id is None
    else:
        had = possible(instance, number) if would.rule == "travel" else set()  # their points change too
        fixed = [
            placed(told(with_other(relaxed, number, locked_offer=one), policy))
            for one in sorted(more | had)
            if _free(relaxed, one)
        ]
        assert placed(before) in fixed


def _free(instance: Instance, offer_id: str) -> bool:
    """Whether a lock may be added there."""
    locks = sum(one.locked_offer == offer_id for one in instance.students)
    return locks < next(one.places for one in instance.offers if one.offer_id == offer_id)


def search(numbers: range, policies: tuple[Policy, ...]) -> Counter[tuple[str, str]]:
    seen: Counter[tuple[str, str]] = Counter()
    for number in numbers:
        instance, policy = tight_round(random.Random(f"otherwise {number}")), policies[number % len(policies)]
        before = told(instance, policy)
        for row in before.values():
            took = [rule for rule in WITHOUT if row.removed.get(rule)]
            rules = list(dict.fromkeys(one.rule for one in row.counterfactuals))
            assert rules == ([] if row.offer_id is not None else took)
            for would in row.counterfactuals:
                seen[would.rule, would.place] += 1
                try_out(instance, before, row.student_number, would, policy)
    return seen


PLACED_FIRST = (
    POLICY,
    Policy(seed="otherwise", goals=("placed", "worst_off", "satisfaction")),
    Policy(seed="otherwise", goals=("placed",)),
)


def test_every_answer_holds_when_it_is_tried_out() -> None:
    seen = search(range(120), PLACED_FIRST)
    assert {rule for rule, _ in seen} == set(WITHOUT)
    assert {place for _, place in seen} == {"certain", "depends", "no"}
    assert sum(count for (_, place), count in seen.items() if place == "certain") > 20


@pytest.mark.evidence
def test_thousands_of_answers_hold_when_they_are_tried_out() -> None:
    assert search(range(1_000, 4_000), PLACED_FIRST).total() > 5_000


def test_nothing_is_certain_where_another_goal_comes_first() -> None:
    for number in range(60):
        instance = tight_round(random.Random(number))
        for row in told(instance, Policy(seed="otherwise", goals=("satisfaction", "placed"))).values():
            assert {one.place for one in row.counterfactuals} <= {"depends", "no"}


def test_the_journey_has_a_first_offer_and_a_first_certain_place() -> None:
    zones = ("near", "further", "far")
    trips = tuple(
        Travel(home_zone="home", work_zone=zone, transport="bike", minutes=minutes)
        for zone, minutes in zip(zones, (25, 30, 55), strict=True)
    )
    works = tuple(offer(f"O-{zone}", work=Spot(zone=zone)) for zone in zones)
    people = (
        student("S1", home=Spot(zone="home"), transport="bike", max_travel_minutes=20),
        student("S2", locked_offer="O-near"),
        student("S3", forbidden_offers=("O-far",)),
    )
    row = told(Instance(students=people, offers=works, travel=trips))["S1"]
    assert row.reason_code == "no_eligible_offer"
    assert row.counterfactuals == (
        Counterfactual(rule="travel", offers=1, place="no", minutes=5),
        Counterfactual(rule="travel", offers=3, place="certain", minutes=35),
    )


def test_an_offer_without_places_is_no_offer_more() -> None:
    people = (student("S1", only_preferences=True),)
    row = told(Instance(students=people, offers=(offer("O1", places=0),)))["S1"]
    assert row.counterfactuals == (Counterfactual(rule="not_named", offers=0, place="no"),)


def test_two_rules_in_the_way_are_no_single_relaxation() -> None:
    people = (student("S1", only_preferences=True, support_needs=("rest",)),)
    row = told(Instance(students=people, offers=(offer("O1"),)))["S1"]
    assert row.removed == {"support": 1}
    assert row.counterfactuals == (Counterfactual(rule="support", offers=0, place="no"),)


def test_a_list_of_pairs_has_no_rules_to_relax() -> None:
    instance = Instance(
        students=(student("S1", only_preferences=True), student("S2")),
        offers=(offer("O1"), offer("O2")),
        pairs=(pair("S1", "O1", 5), pair("S2", "O1", 9)),
    )
    assert [row.counterfactuals for row in told(instance).values()] == [(), ()]


def test_a_larger_round_is_told_the_same_by_the_verifier() -> None:
    rows = told(school(1, 1_200)).values()
    assert any(row.counterfactuals for row in rows)
