"""A round frozen for a run: the students that somebody may decide about, and the places that are theirs to get.

A placed student takes part with a lock on what he holds, so that a run explains him and never moves him. Where that
lock could not stand (the offer was closed since, his data changed), he keeps his place outside the run. Places that
students outside the run hold are taken off first. Within some programmes, the run sees only the offers that one of
its students could get, named or holds: the rest of the school is not in it.
"""

from __future__ import annotations

import gzip
import uuid
from collections import Counter
from itertools import groupby
from operator import itemgetter

import asyncpg
import msgspec

from api.services import places
from db import round_copy
from db.round_copy import OfferCopyRow, StudentCopyRow
from matching.eligibility import build
from matching.faults import InstanceUnusable
from matching.instance import Instance, Offer, Student
from matching.policy import Policy


class RoundCopy(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of a round as the database gave them, for one scope of programmes (None: all)."""

    programmes: list[str] | None
    students: list[StudentCopyRow]
    offers: list[OfferCopyRow]
    equivalents: tuple[tuple[str, str], ...]


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """An instance as it is stored. ``content`` is the canonical JSON, gzip; ``sha256`` is that of the JSON."""

    content: bytes
    sha256: str
    programmes: list[str]
    students: int
    offers: int


async def copy(connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None) -> RoundCopy:
    """Read the round. Hold the lock of the round, so that the three reads are of one moment."""
    students = await round_copy.students(connection, round_id, programmes)
    equivalents = await round_copy.equivalents(connection, sorted({student.crebo for student in students}))
    return RoundCopy(
        programmes=programmes,
        students=students,
        offers=await round_copy.offers(connection, round_id, programmes),
        equivalents=tuple((row.crebo, row.equivalent_crebo) for row in equivalents),
    )


def freeze(copied: RoundCopy) -> Frozen:
    """Make the instance and its stored form; takes a second for 20,000 students, so call it in a thread."""
    instance = instance_of(copied)
    canonical = instance.canonical()
    return Frozen(
        content=gzip.compress(canonical, mtime=0),
        sha256=instance.sha256(),
        programmes=sorted({student.crebo for student in instance.students}),
        students=len(instance.students),
        offers=len(instance.offers),
    )


def instance_of(copied: RoundCopy) -> Instance:
    """The instance of a copied round."""
    students = [_student(row) for row in copied.students]
    offers = {row.offer_id: _offer(row) for row in copied.offers}
    stay_out = _locks_that_cannot_stand(copied, students, tuple(offers.values()))
    taking_part = [student for student in students if student.student_number not in stay_out]
    held = Counter(row.holds for row in copied.students if row.student_number in stay_out)
    seen = None if copied.programmes is None else _seen(taking_part, copied)
    return Instance(
        students=tuple(taking_part),
        offers=tuple(
            msgspec.structs.replace(offer, places=max(0, offer.places - held[offer.offer_id]))
            for offer in offers.values()
            if seen is None or offer.offer_id in seen
        ),
        equivalents=copied.equivalents,
    )


def _locks_that_cannot_stand(copied: RoundCopy, students: list[Student], offers: tuple[Offer, ...]) -> set[str]:
    """Numbers of placed students whose placement breaks a hard rule by now, or has no place left under it."""
    numbers = {row.student_number for row in copied.students if row.holds is not None}
    if not numbers:
        return set()
    holders = tuple(student for student in students if student.student_number in numbers)
    try:
        build(Instance(students=holders, offers=offers, equivalents=copied.equivalents), Policy())
    except InstanceUnusable as fault:
        return {row.row_key for row in fault.rows}
    return set()


def _seen(students: list[Student], copied: RoundCopy) -> set[str]:
    own = {student.crebo for student in students}
    accepted = own | {equivalent for crebo, equivalent in copied.equivalents if crebo in own}
    named = {offer for student in students for wish in student.preferences for offer in wish}
    locked = {student.locked_offer for student in students}
    return {
        row.offer_id
        for row in copied.offers
        if not accepted.isdisjoint(row.crebos) or row.offer_id in named or row.offer_id in locked
    }


def _student(row: StudentCopyRow) -> Student:
    """The student without the person. Groupings: our own five, and those that the school gave."""
    own = {
        "team": row.team,
        "location": row.location,
        "level": "" if row.level is None else str(row.level),
        "learning_path": row.learning_path or "",
        "study_year": "" if row.study_year is None else str(row.study_year),
    }
    groups = {**row.groups, **{grouping: value for grouping, value in own.items() if value}}
    wishes = groupby(zip(row.wish_ranks, row.wish_offers, strict=True), key=itemgetter(0))
    return msgspec.convert(
        {
            **{field: getattr(row, field) for field in _SAME_FOR_STUDENTS},
            "days": row.weekdays,
            "home": places.spot(row.postcode4, row.place),
            "preferences": [[offer_id for _, offer_id in wish] for _, wish in wishes],
            "locked_offer": row.holds or row.locked_offer,
            "groups": sorted(groups.items()),
        },
        Student,
    )


def _offer(row: OfferCopyRow) -> Offer:
    """The offer without the company. Places that students outside the run hold are off."""
    return msgspec.convert(
        {
            **{field: getattr(row, field) for field in _SAME_FOR_OFFERS},
            "days": row.weekdays,
            "work": places.spot(row.postcode4, row.place),
            "places": max(0, row.places - row.held_by_others),
        },
        Offer,
    )


_SAME_FOR_STUDENTS = sorted(
    set(Student.__struct_fields__) & set(StudentCopyRow.__struct_fields__) - {"locked_offer", "groups"}
)
_SAME_FOR_OFFERS = sorted(set(Offer.__struct_fields__) & set(OfferCopyRow.__struct_fields__) - {"places"})
