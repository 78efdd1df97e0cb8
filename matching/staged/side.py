"""The side constraints of a round as numbers: what ties students and offers together beyond places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from matching.groupings import group_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.instance import GroupPlaces, Instance, Offer, Student
    from matching.policy import Policy


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLimit:
    """A number of places of an offer and the students that it speaks of."""

    offer: int
    members: frozenset[int]
    places: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """Students and offers are numbered in the order of their keys. Everything is sorted by these numbers."""

    shared: tuple[tuple[tuple[int, ...], int], ...]  # (offers, places), by the name of the shared capacity
    shares: tuple[GroupLimit, ...]
    reserves: tuple[GroupLimit, ...]
    minimum: dict[int, int]  # offers with a minimum of 2 or more: less is no constraint
    musts: tuple[tuple[int, int], ...]
    wishes: tuple[tuple[int, int], ...]
    published: dict[int, int]  # student -> offer, both known


def needs_stages(instance: Instance, policy: Policy) -> bool:
    """Whether the round has something that the plain network cannot say."""
    return (
        policy.rematch is not None
        or any(
            offer.reserves or offer.maximum_share or offer.minimum > 1 or offer.shared_capacity is not None
            for offer in instance.offers
        )
        or any(student.together_with for student in instance.students)
    )


def gone(instance: Instance) -> int:
    """Published places of students, or of offers, that are not in the round any more."""
    if instance.published is msgspec.UNSET:
        return 0
    students = {student.student_number for student in instance.students}
    offers = {offer.offer_id for offer in instance.offers}
    return sum(number not in students or offer_id not in offers for number, offer_id in instance.published)


def side_of(instance: Instance, students: Sequence[Student], offers: Sequence[Offer]) -> Side:
    """Number everything; ``students`` and ``offers`` are sorted by key, and nothing contradicts itself."""
    student_index = {student.student_number: index for index, student in enumerate(students)}
    offer_index = {offer.offer_id: index for index, offer in enumerate(offers)}
    names: dict[str, tuple[list[int], int]] = {}
    for index, offer in enumerate(offers):
        if offer.shared_capacity is not None:
            names.setdefault(offer.shared_capacity.name, ([], offer.shared_capacity.places))[0].append(index)
    musts, wishes = set[tuple[int, int]](), set[tuple[int, int]]()
    for index, student in enumerate(students):
        for other in student.together_with:
            pair = tuple(sorted((index, student_index[other.student_number])))
            (musts if other.must else wishes).add((pair[0], pair[1]))
    members: dict[tuple[str, str], frozenset[int]] = {}

    def limits(index: int, stated: tuple[GroupPlaces, ...]) -> list[GroupLimit]:
        found = []
        for limit in stated:
            key = (limit.grouping, limit.value)
            if key not in members:
                members[key] = frozenset(
                    [s for s, student in enumerate(students) if group_of(student, limit.grouping) == limit.value]
                )
            found.append(GroupLimit(offer=index, members=members[key], places=limit.places))
        return found

    return Side(
        shared=tuple([(tuple(found), places) for _, (found, places) in sorted(names.items())]),
        shares=tuple([limit for index, offer in enumerate(offers) for limit in limits(index, offer.maximum_share)]),
        reserves=tuple([limit for index, offer in enumerate(offers) for limit in limits(index, offer.reserves)]),
        minimum={index: offer.minimum for index, offer in enumerate(offers) if offer.minimum > 1},
        musts=tuple(sorted(musts)),
        wishes=tuple(sorted(wishes - musts)),
        published={}
        if instance.published is msgspec.UNSET
        else {
            student_index[number]: offer_index[offer_id]
            for number, offer_id in instance.published
            if number in student_index and offer_id in offer_index
        },
    )
