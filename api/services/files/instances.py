"""Records to the instance that the matcher takes. A name, an e-mail or an unknown column never gets through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from api.services.files.equivalents import EquivalentRecord
from api.services.files.offers import OfferRecord
from api.services.files.pairs import PairRecord
from api.services.files.published import PublishedRecord
from api.services.files.students import StudentRecord
from api.services.files.travel import TravelRecord
from matching.instance import Instance, Offer, Pair, Spot, Student, Travel

#: ``api.services.places.spot``, or another source of coordinates: (postcode4, place) -> spot.
Locate = Callable[[str | None, str], Spot | None]


def student_of(record: StudentRecord, locate: Locate) -> Student:
    """The student without the person. Groupings: our own five, and those that the school gave."""
    own = {
        "team": record.team,
        "location": record.location,
        "level": "" if record.level is None else str(record.level),
        "learning_path": record.learning_path or "",
        "study_year": "" if record.study_year is None else str(record.study_year),
    }
    groups = {**dict(record.groups), **{grouping: value for grouping, value in own.items() if value}}
    return Student(
        student_number=record.student_number,
        crebo=record.crebo,
        level=record.level,
        learning_path=record.learning_path,
        study_year=record.study_year,
        start_date=record.start_date,
        end_date=record.end_date,
        days=record.days,
        days_per_week=record.days_per_week,
        home=locate(record.postcode4, record.place),
        transport=record.transport,
        max_travel_minutes=record.max_travel_minutes,
        preferences=record.preferences,
        only_preferences=record.only_preferences,
        learning_wishes=record.learning_wishes,
        support_needs=record.support_needs,
        failed_applications=record.failed_applications,
        locked_offer=record.locked_offer,
        forbidden_offers=record.forbidden_offers,
        groups=tuple(sorted(groups.items())),
        together_with=record.together_with,
    )


def offer_of(record: OfferRecord, locate: Locate) -> Offer:
    """The offer without the names of the company."""
    return Offer(
        offer_id=record.offer_id,
        places=record.places,
        crebos=record.crebos,
        levels=record.levels,
        learning_path=record.learning_path,
        start_date=record.start_date,
        end_date=record.end_date,
        days=record.days,
        days_per_week=record.days_per_week,
        work=locate(record.postcode4, record.place),
        tags=record.tags,
        support_offered=record.support_offered,
        recognition_checked_on=record.recognition_checked_on,
        status=record.status,
        reserves=record.reserves,
        maximum_share=record.maximum_share,
        minimum=record.minimum,
        shared_capacity=record.shared_capacity,
    )


def instance_of(
    students: Sequence[StudentRecord],
    offers: Sequence[OfferRecord],
    locate: Locate,
    *,
    equivalents: Sequence[EquivalentRecord] = (),
    travel: Sequence[TravelRecord] = (),
    pairs: Sequence[PairRecord] | None = None,
    published: Sequence[PublishedRecord] | None = None,
) -> Instance:
    """The whole instance, rows in the order of :class:`matching.instance.Instance`."""
    return Instance(
        students=tuple(sorted((student_of(s, locate) for s in students), key=lambda student: student.student_number)),
        offers=tuple(sorted((offer_of(o, locate) for o in offers), key=lambda offer: offer.offer_id)),
        equivalents=tuple(sorted({(row.crebo, row.equivalent_crebo) for row in equivalents})),
        travel=tuple(
            Travel(home_zone=row.home_zone, work_zone=row.work_zone, transport=row.transport, minutes=row.minutes)
            for row in sorted(travel, key=lambda row: (row.home_zone, row.work_zone, row.transport))
        ),
        pairs=None
        if pairs is None
        else tuple(
            Pair(
                student_number=row.student_number,
                offer_id=row.offer_id,
                utility=row.utility,
                rank=row.rank,
                travel_minutes=row.travel_minutes,
            )
            for row in sorted(pairs, key=lambda row: (row.student_number, row.offer_id))
        ),
        published=msgspec.UNSET
        if published is None
        else tuple(sorted((row.student_number, row.offer_id) for row in published)),
    )
