"""What one file cannot know by itself: names that must stand in another file, and places that must exist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from api.messages.importing import Fault
from api.services.files.cells import shortened
from api.services.files.offers import OfferRecord
from api.services.files.pairs import PairRecord
from api.services.files.students import StudentRecord


def unknown_offers(students: Sequence[StudentRecord], known: Collection[str]) -> tuple[Fault, ...]:
    """Preferences, locks and forbidden offers that name an offer which does not exist; one fault a name."""
    faults: list[Fault] = []
    for student in students:
        named = (
            ("preferences", tuple(offer for equals in student.preferences for offer in equals)),
            ("locked_offer", (student.locked_offer,) if student.locked_offer else ()),
            ("forbidden_offers", student.forbidden_offers),
        )
        for column, offers in named:
            faults += [
                Fault(code="unknown_offer", row=student.row, column=column, facts={"offer": shortened(offer)})
                for offer in offers
                if offer not in known
            ]
    return tuple(faults)


def unknown_in_pairs(
    pairs: Sequence[PairRecord], students: Collection[str], offers: Collection[str]
) -> tuple[Fault, ...]:
    """Pairs that name a student or an offer which does not exist."""
    faults: list[Fault] = []
    for pair in pairs:
        if pair.student_number not in students:
            facts: dict[str, str | int] = {"student": shortened(pair.student_number)}
            faults.append(Fault(code="unknown_student", row=pair.row, column="student_number", facts=facts))
        if pair.offer_id not in offers:
            facts = {"offer": shortened(pair.offer_id)}
            faults.append(Fault(code="unknown_offer", row=pair.row, column="offer_id", facts=facts))
    return tuple(faults)


def uncertain_places(
    records: Sequence[StudentRecord] | Sequence[OfferRecord], known: Callable[[str], bool]
) -> tuple[Fault, ...]:
    """Places that we cannot find, and one remark for all rows with a postcode4 and no place. Never serious."""
    faults = [
        Fault(code="place_unknown", row=record.row, column="place", facts={"value": record.place}, serious=False)
        for record in records
        if record.place and not known(record.place)
    ]
    bare = sum(1 for record in records if record.postcode4 and not record.place)
    if bare:
        facts: dict[str, str | int] = {"count": bare}
        faults.insert(0, Fault(code="postcode_without_place", column="postcode4", facts=facts, serious=False))
    return tuple(faults)
