"""What can be wrong with side constraints: rows that contradict themselves, each other, or a lock.

Codes: ``group_places_negative``, ``group_places_twice``, ``reserve_above_places``, ``minimum_negative``,
``minimum_above_places``, ``shared_capacity_negative``, ``shared_capacity_differs``, ``together_unknown_student``,
``together_with_oneself``, ``locks_not_together``, ``locks_above_share``, ``locks_above_shared_capacity``,
``locks_cannot_stand`` (only all of them together show it), ``published_twice``,
``published_missing``. An offer with 0 places opens for nobody, so its minimum and reserves contradict nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from matching.faults import RowFault
from matching.groupings import group_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matching.instance import Instance, Offer, Student
    from matching.policy import Policy


def side_faults(instance: Instance, policy: Policy | None = None) -> tuple[RowFault, ...]:
    """Every contradiction that can be seen row by row; student numbers and offer ids come once."""
    return (
        *_offer_faults(instance.offers),
        *_shared_faults(instance.offers),
        *_together_faults(instance.students),
        *_lock_faults(instance),
        *_published_faults(instance, policy),
    )


def cannot_stand(instance: Instance) -> tuple[RowFault, ...]:
    """All locks, where the engine found that no matching keeps them and the side constraints."""
    return tuple(
        _of_student(student, "locks_cannot_stand", "locked_offer", offer_id=student.locked_offer or "")
        for student in sorted(instance.students, key=lambda one: one.student_number)
        if student.locked_offer is not None
    )


def _of_offer(offer: Offer, code: str, column: str, **facts: str | int) -> RowFault:
    return RowFault(code=code, kind="offers", row_key=offer.offer_id, column=column, facts=facts)


def _of_student(student: Student, code: str, column: str, **facts: str | int) -> RowFault:
    return RowFault(code=code, kind="students", row_key=student.student_number, column=column, facts=facts)


def _offer_faults(offers: tuple[Offer, ...]) -> Iterator[RowFault]:
    for offer in offers:
        for column, stated in (("reserves", offer.reserves), ("maximum_share", offer.maximum_share)):
            if not stated:
                continue
            for group, count in Counter((one.grouping, one.value) for one in stated).items():
                if count > 1:
                    yield _of_offer(offer, "group_places_twice", column, group="=".join(group))
            for one in stated:
                name = f"{one.grouping}={one.value}"
                facts: dict[str, str | int] = {"group": name, "value": one.places, "places": offer.places}
                if one.places < 0:
                    yield _of_offer(offer, "group_places_negative", column, **facts)
                elif column == "reserves" and one.places > offer.places > 0:
                    yield _of_offer(offer, "reserve_above_places", column, **facts)
        if offer.minimum < 0:
            yield _of_offer(offer, "minimum_negative", "minimum", value=offer.minimum)
        elif offer.minimum > offer.places > 0:
            yield _of_offer(offer, "minimum_above_places", "minimum", value=offer.minimum, places=offer.places)


def _shared_faults(offers: tuple[Offer, ...]) -> Iterator[RowFault]:
    first: dict[str, int] = {}
    stated = [(offer, offer.shared_capacity) for offer in sorted(offers, key=lambda one: one.offer_id)]
    for offer, shared in stated:
        if shared is None:
            continue
        if shared.places < 0:
            yield _of_offer(offer, "shared_capacity_negative", "shared_capacity", value=shared.places)
        if first.setdefault(shared.name, shared.places) != shared.places:
            facts: dict[str, str | int] = {"name": shared.name, "value": shared.places, "other": first[shared.name]}
            yield _of_offer(offer, "shared_capacity_differs", "shared_capacity", **facts)


def _together_faults(students: tuple[Student, ...]) -> Iterator[RowFault]:
    known = {student.student_number for student in students}
    for student in students:
        for other in student.together_with:
            if other.student_number not in known:
                yield _of_student(student, "together_unknown_student", "together_with", other=other.student_number)
            elif other.student_number == student.student_number:
                yield _of_student(student, "together_with_oneself", "together_with")


def _lock_faults(instance: Instance) -> Iterator[RowFault]:
    by_number = {student.student_number: student for student in instance.students}
    at: dict[str, list[Student]] = {}
    for student in instance.students:
        if student.locked_offer is not None:
            at.setdefault(student.locked_offer, []).append(student)
            for other in student.together_with:
                mate = by_number.get(other.student_number)
                if other.must and mate and mate.locked_offer not in (None, student.locked_offer):
                    facts = {"other": mate.student_number, "offer_id": mate.locked_offer or ""}
                    yield _of_student(student, "locks_not_together", "locked_offer", **facts)
    together = Counter[str]()
    for offer in instance.offers:
        locked = at.get(offer.offer_id, [])
        for share in offer.maximum_share:
            inside = [one for one in locked if group_of(one, share.grouping) == share.value]
            if len(inside) > share.places >= 0:
                group = f"{share.grouping}={share.value}"
                for one in inside:
                    facts = {"offer_id": offer.offer_id, "group": group}
                    counts = {"value": share.places, "locked": len(inside)}
                    yield _of_student(one, "locks_above_share", "locked_offer", **facts, **counts)
        if offer.shared_capacity is not None:
            together[offer.shared_capacity.name] += len(locked)
    for offer in instance.offers:
        shared = offer.shared_capacity
        if shared is not None and together[shared.name] > shared.places >= 0:
            for one in at.get(offer.offer_id, []):
                counts = {"value": shared.places, "locked": together[shared.name]}
                facts = {"offer_id": offer.offer_id, "name": shared.name}
                yield _of_student(one, "locks_above_shared_capacity", "locked_offer", **facts, **counts)


def _published_faults(instance: Instance, policy: Policy | None) -> Iterator[RowFault]:
    if instance.published is msgspec.UNSET:
        if policy is not None and policy.rematch is not None:
            yield RowFault(code="published_missing", kind="published", row_key="published", column="student_number")
        return
    for number, count in Counter(number for number, _ in instance.published).items():
        if count > 1:
            yield RowFault(code="published_twice", kind="published", row_key=number, column="student_number")
