"""What one file cannot know by itself: names that must stand in another file, and places that must exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from api.messages.importing import Fault
from api.services.files.cells import shortened
from api.services.files.instances import Locate, offer_of, student_of
from api.services.files.offers import OfferRecord
from api.services.files.pairs import PairRecord
from api.services.files.published import PublishedRecord
from api.services.files.students import StudentRecord
from matching.instance import Instance
from matching.policy import Policy


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


def broken_locks(
    students: Sequence[StudentRecord],
    offers: Iterable[OfferRecord],
    equivalents: Iterable[tuple[str, str]],
    locate: Locate,
) -> tuple[Fault, ...]:
    """Locks that a hard rule forbids, or that are more than the places. An offer not among ``offers`` is left be."""
    of_id = {offer.offer_id: offer for offer in offers}
    row_of = {one.student_number: one.row for one in students if one.locked_offer in of_id}
    if not row_of:
        return ()
    # The rules need numpy: a file without locks is read without it.
    from matching.eligibility import build
    from matching.faults import InstanceUnusable

    locked = [one for one in students if one.student_number in row_of]
    named = [of_id[offer_id] for offer_id in sorted({one.locked_offer or "" for one in locked})]
    instance = Instance(
        students=tuple(student_of(one, locate) for one in locked),
        offers=tuple(offer_of(one, locate) for one in named),
        equivalents=tuple(equivalents),
    )
    try:
        build(instance, Policy())
    except InstanceUnusable as clash:
        return tuple(
            Fault(
                code="lock_breaks_rule" if one.code == "lock_breaks_rule" else "lock_exceeds_places",
                row=row_of[one.row_key],
                column=one.column,
                facts={
                    "offer": shortened(str(one.facts["offer_id"])),
                    **{name: value for name, value in one.facts.items() if name != "offer_id"},
                },
            )
            for one in clash.rows
        )
    return ()


def numbers_not_in_address(students: Sequence[StudentRecord]) -> tuple[Fault, ...]:
    """Student numbers that cannot stand in the address of a page: a slash divides it, dots alone walk through it.

    For the database only: ``stagekans match`` makes no pages, and takes them.
    """
    return tuple(
        Fault(
            code="number_not_in_address",
            row=student.row,
            column="student_number",
            facts={"value": shortened(student.student_number)},
        )
        for student in students
        if re.search(r"[/\\]|^\.+$", student.student_number)
    )


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


def gone_since_published(
    published: Sequence[PublishedRecord], students: Collection[str], offers: Collection[str]
) -> tuple[Fault, ...]:
    """Published places whose student or offer is not in the round any more: forced changes, so never serious."""
    faults: list[Fault] = []
    for place in published:
        at = place.row
        if place.student_number not in students:
            facts: dict[str, str | int] = {"student": shortened(place.student_number)}
            column = "student_number"
            faults.append(Fault(code="published_student_gone", row=at, column=column, facts=facts, serious=False))
        elif place.offer_id not in offers:
            facts = {"offer": shortened(place.offer_id)}
            faults.append(Fault(code="published_offer_gone", row=at, column="offer_id", facts=facts, serious=False))
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
