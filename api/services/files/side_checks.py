"""What one cell cannot know about rules over more than one pair: students, groups and capacities of other rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from api.messages.importing import Fault
from api.services.files.cells import shortened
from api.services.files.instances import student_of
from api.services.files.offers import OfferRecord
from api.services.files.students import StudentRecord
from matching.groupings import group_of
from matching.instance import GroupPlaces, Student

#: A grouping and a value of it.
Group = tuple[str, str]


def unknown_together(students: Sequence[StudentRecord], known: Collection[str]) -> tuple[Fault, ...]:
    """Students who name somebody in ``together_with`` who is not there; one fault a name."""
    return tuple(
        Fault(
            code="unknown_together",
            row=student.row,
            column="together_with",
            facts={"student": shortened(rule.student_number)},
        )
        for student in students
        for rule in student.together_with
        if rule.student_number not in known
    )


def different_capacities(offers: Sequence[OfferRecord]) -> tuple[Fault, ...]:
    """Offers that share a capacity of one name and differ about how many students it holds; the first row is right."""
    first: dict[str, OfferRecord] = {}
    faults = []
    for offer in offers:
        shared = offer.shared_capacity
        if shared is None:
            continue
        other = first.setdefault(shared.name, offer)
        if other.shared_capacity != shared:
            told = 0 if other.shared_capacity is None else other.shared_capacity.places
            facts: dict[str, str | int] = {
                "name": shortened(shared.name),
                "number": told,
                "other": shortened(other.offer_id),
            }
            faults.append(Fault(code="shared_capacity_differs", row=offer.row, column="shared_capacity", facts=facts))
    return tuple(faults)


def empty_groups(offers: Sequence[OfferRecord], groups: Collection[Group]) -> tuple[Fault, ...]:
    """Reserves and maximum shares of a group that no student is in. Never serious: the rule then does nothing."""
    return tuple(
        Fault(
            code="group_without_students",
            row=offer.row,
            column=column,
            facts={"group": shortened(f"{rule.grouping}={rule.value}")},
            serious=False,
        )
        for offer in offers
        for column, rules in (("reserves", offer.reserves), ("maximum_share", offer.maximum_share))
        for rule in rules
        if (rule.grouping, rule.value) not in groups
    )


def rules_of(offers: Iterable[OfferRecord]) -> tuple[GroupPlaces, ...]:
    """Every reserve and maximum share."""
    return tuple(rule for offer in offers for rule in (*offer.reserves, *offer.maximum_share))


def groups_in(students: Iterable[StudentRecord], groupings: Collection[str]) -> frozenset[Group]:
    """The groups of these groupings that somebody is in."""
    alone = (student_of(record, _nowhere) for record in students)
    return frozenset(group for student in alone for group in _groups_of(student, groupings))


def _nowhere(_postcode4: str | None, _place: str) -> None:
    """A group does not depend on where somebody lives."""


def _groups_of(student: Student, groupings: Collection[str]) -> list[Group]:
    return [(grouping, value) for grouping in groupings if (value := group_of(student, grouping)) is not None]
