"""What students outside a run leave of the places and rules of an offer, and of wishes to be together.

Whoever holds a place, or is locked to one, counts where he is, in the run or not: his place is off, and reserves,
maximum shares, minimum and shared capacity are what is left of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from api.messages.faults import Conflict
from matching.groupings import group_of
from matching.instance import GroupPlaces, Offer, Student


def left_of(offers: Iterable[Offer], outside: Sequence[Student]) -> list[Offer]:
    """The offers without what the students ``outside`` hold; their ``locked_offer`` says which they hold."""
    at: dict[str, list[Student]] = {}
    for student in outside:
        at.setdefault(student.locked_offer or "", []).append(student)
    if not at:
        return list(offers)
    all_offers = list(offers)
    shared: Counter[str] = Counter()
    for offer in all_offers:
        if offer.shared_capacity is not None:
            shared[offer.shared_capacity.name] += len(at.get(offer.offer_id, ()))
    return [_left(offer, at.get(offer.offer_id, ()), shared) for offer in all_offers]


def _left(offer: Offer, there: Sequence[Student], shared: Mapping[str, int]) -> Offer:
    capacity = offer.shared_capacity
    if capacity is not None:
        capacity = msgspec.structs.replace(capacity, places=max(0, capacity.places - shared[capacity.name]))
    reserves = (_less(rule, there) for rule in offer.reserves)
    return msgspec.structs.replace(
        offer,
        places=max(0, offer.places - len(there)),
        reserves=tuple(rule for rule in reserves if rule.places),
        maximum_share=tuple(_less(rule, there) for rule in offer.maximum_share),
        minimum=max(0, offer.minimum - len(there)),
        shared_capacity=capacity,
    )


def _less(rule: GroupPlaces, there: Sequence[Student]) -> GroupPlaces:
    used = sum(group_of(student, rule.grouping) == rule.value for student in there)
    return msgspec.structs.replace(rule, places=max(0, rule.places - used))


def within(students: Sequence[Student], outside: Sequence[Student]) -> list[Student]:
    """The students with only those of their wishes to be together that name somebody of the run.

    Raises
    ------
    Conflict
        ``together_outside``: a student must be with somebody who takes no part, and does not stand fixed at his offer.
    """
    numbers = {student.student_number for student in students}
    fixed = {student.student_number: student.locked_offer for student in outside}
    for student in students:
        for rule in student.together_with:
            other = rule.student_number
            together = student.locked_offer is not None and fixed.get(other) == student.locked_offer
            if rule.must and other not in numbers and not together:
                raise Conflict("together_outside", student=student.student_number, other=other)
    return [
        student
        if not student.together_with
        else msgspec.structs.replace(
            student, together_with=tuple(rule for rule in student.together_with if rule.student_number in numbers)
        )
        for student in students
    ]
