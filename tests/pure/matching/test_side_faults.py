"""Every contradiction of side constraints is named by its row, and no run is made."""

from __future__ import annotations

from typing import Any

import pytest

from matching.faults import InstanceUnusable
from matching.instance import GroupPlaces, Instance, Offer, SharedCapacity, Student, Together
from matching.policy import Policy, Rematch
from matching.run import run
from matching.verify.sound import contradictions
from tests.pure.matching.rounds import offer, student

A = (("team", "A"),)


def team(places: int) -> tuple[GroupPlaces, ...]:
    return (GroupPlaces(grouping="team", value="A", places=places),)


def must(number: str) -> tuple[Together, ...]:
    return (Together(student_number=number, must=True),)


def shared(name: str, places: int) -> SharedCapacity:
    return SharedCapacity(name=name, places=places)


S1, S2 = student("S1", groups=A), student("S2", groups=A)
LOCKED = [student(f"S{n}", groups=A, locked_offer="O1") for n in (1, 2)]
CASES: dict[str, tuple[list[Student], list[Offer], set[tuple[str, str, str]]]] = {
    "group_places_negative": ([S1], [offer(maximum_share=team(-1))], {("offers", "O1", "maximum_share")}),
    "group_places_twice": ([S1], [offer(reserves=team(1) + team(0))], {("offers", "O1", "reserves")}),
    "reserve_above_places": ([S1], [offer(reserves=team(2))], {("offers", "O1", "reserves")}),
    "minimum_negative": ([S1], [offer(minimum=-1)], {("offers", "O1", "minimum")}),
    "minimum_above_places": ([S1], [offer(minimum=2)], {("offers", "O1", "minimum")}),
    "shared_capacity_negative": (
        [S1],
        [offer(shared_capacity=shared("x", -1))],
        {("offers", "O1", "shared_capacity")},
    ),
    "shared_capacity_differs": (
        [S1],
        [offer("O2", shared_capacity=shared("x", 2)), offer("O1", shared_capacity=shared("x", 1))],
        {("offers", "O2", "shared_capacity")},
    ),
    "together_unknown_student": (
        [student("S1", together_with=must("S9"))],
        [offer()],
        {("students", "S1", "together_with")},
    ),
    "together_with_oneself": (
        [student("S1", together_with=must("S1"))],
        [offer()],
        {("students", "S1", "together_with")},
    ),
    "locks_not_together": (
        [student("S1", locked_offer="O1", together_with=must("S2")), student("S2", locked_offer="O2")],
        [offer(), offer("O2")],
        {("students", "S1", "locked_offer")},
    ),
    "locks_above_share": (
        LOCKED,
        [offer(places=2, maximum_share=team(1))],
        {("students", "S1", "locked_offer"), ("students", "S2", "locked_offer")},
    ),
    "locks_above_shared_capacity": (
        [LOCKED[0], student("S2", locked_offer="O2")],
        [offer(shared_capacity=shared("x", 1)), offer("O2", shared_capacity=shared("x", 1))],
        {("students", "S1", "locked_offer"), ("students", "S2", "locked_offer")},
    ),
}


def faults_of(instance: Instance, policy: Policy | None = None) -> list[tuple[str, str, str, str]]:
    with pytest.raises(InstanceUnusable) as refused:
        run(instance, policy or Policy(), clock=lambda: 0.0)
    return [(fault.code, fault.kind, fault.row_key, fault.column) for fault in refused.value.rows]


@pytest.mark.parametrize("code", CASES)
def test_a_contradiction_names_its_rows(code: str) -> None:
    students, offers, rows = CASES[code]
    instance = Instance(students=tuple(students), offers=tuple(offers))
    assert set(faults_of(instance)) == {(code, *row) for row in rows}
    assert list(contradictions(instance)) == ["side_constraints"]


LOCKED_ALONE: dict[str, Any] = {
    "a minimum that nobody else can reach": ([LOCKED[0], student("S2", crebo="1")], [offer(places=2, minimum=2)]),
    "a mate who may not come along": (
        [student("S1", locked_offer="O1", together_with=must("S2")), student("S2", forbidden_offers=("O1",))],
        [offer(places=2), offer("O2")],
    ),
    "a mate for whom no place is left": (
        [LOCKED[0], student("S2", locked_offer="O1", together_with=must("S3")), student("S3")],
        [offer(places=2)],
    ),
}


@pytest.mark.parametrize("what", LOCKED_ALONE)
def test_locks_that_only_together_cannot_stand_are_all_named(what: str) -> None:
    students, offers = LOCKED_ALONE[what]
    locked = {one.student_number for one in students if one.locked_offer}
    found = faults_of(Instance(students=tuple(students), offers=tuple(offers)))
    assert found == [("locks_cannot_stand", "students", number, "locked_offer") for number in sorted(locked)]


def test_published_places_come_once_and_a_rematch_needs_them() -> None:
    policy = Policy(rematch=Rematch(max_changes=1))
    nothing = Instance(students=(S1,), offers=(offer(),))
    assert faults_of(nothing, policy) == [("published_missing", "published", "published", "student_number")]
    twice = Instance(students=(S1,), offers=(offer(),), published=(("S1", "O1"), ("S1", "O2")))
    assert faults_of(twice, policy) == [("published_twice", "published", "S1", "student_number")]


def test_an_offer_without_places_contradicts_nothing() -> None:
    closed = offer(places=0, minimum=3, reserves=team(2))
    result = run(Instance(students=(S1,), offers=(closed,)), Policy(), clock=lambda: 0.0)
    assert result.placements == ()
    assert [(goal.name, goal.value) for goal in result.report.goals][:2] == [("placed", 0), ("reserves", 0)]
