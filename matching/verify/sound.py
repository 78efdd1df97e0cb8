"""Can the instance be one that a run was made of? A run refuses these contradictions, so no honest result has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.side_faults import side_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matching.instance import Instance


def contradictions(instance: Instance) -> Iterator[str]:
    """The parts of the instance that contradict themselves or each other."""
    students = [student.student_number for student in instance.students]
    offers = [offer.offer_id for offer in instance.offers]
    if _twice(students):
        yield "students"
    if _twice(offers) or any(offer.places < 0 for offer in instance.offers):
        yield "offers"
    trips = [(row.home_zone, row.work_zone, row.transport) for row in instance.travel]
    if _twice(trips) or any(row.minutes < 0 for row in instance.travel):
        yield "travel"
    pairs = instance.pairs or ()
    known_students, known_offers = set(students), set(offers)
    if _twice((pair.student_number, pair.offer_id) for pair in pairs) or not all(
        pair.student_number in known_students
        and pair.offer_id in known_offers
        and 0 <= pair.utility <= 1000
        and (pair.rank is None or pair.rank >= 1)
        and (pair.travel_minutes is None or pair.travel_minutes >= 0)
        for pair in pairs
    ):
        yield "pairs"
    if side_faults(instance):
        yield "side_constraints"


def _twice(keys: Iterable[object]) -> bool:
    found = list(keys)
    return len(set(found)) < len(found)
