"""A round frozen for a run: the students that somebody may decide about, and the places that are theirs to get.

A placed student takes part with a lock on what he holds, so that a run explains him and never moves him. Where that
lock could not stand (the offer was closed since, his data changed), he keeps his place outside the run. What students
outside the run hold, or are locked to, is taken off first (``freezing_rules``). Within some programmes, the run
sees only the offers that one of its students could get, named or holds: the rest of the school is not in it.

For a re-match the places that students hold are the published ones, and those students take part without a lock, but
for whoever is locked to what he holds: so a run may propose to move at most so many of them.
"""

from __future__ import annotations

import gzip
import uuid
from itertools import groupby
from operator import itemgetter

import asyncpg
import msgspec

from api.services import places
from api.services.files import side_rules
from api.services.freezing_rules import left_of, within
from db import round_copy
from db.round_copy import OfferCopyRow, StudentCopyRow
from matching.eligibility import build
from matching.faults import InstanceUnusable
from matching.instance import Instance, Offer, Student
from matching.policy import Policy


class RoundCopy(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of a round as the database gave them, for one scope of programmes (None: all).

    ``outside``: students of other programmes who hold a place or are locked to one.
    """

    programmes: list[str] | None
    students: list[StudentCopyRow]
    offers: list[OfferCopyRow]
    equivalents: tuple[tuple[str, str], ...]
    outside: list[StudentCopyRow] = []


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """An instance as it is stored. ``content`` is the canonical JSON, gzip; ``sha256`` is that of the JSON."""

    content: bytes
    sha256: str
    programmes: list[str]
    students: int
    offers: int


async def copy(connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None) -> RoundCopy:
    """Read the round. Hold the lock of the round, so that the reads are of one moment."""
    students = await round_copy.students(connection, round_id, programmes)
    equivalents = await round_copy.equivalents(connection, sorted({student.crebo for student in students}))
    return RoundCopy(
        programmes=programmes,
        students=students,
        offers=await round_copy.offers(connection, round_id),
        equivalents=tuple((row.crebo, row.equivalent_crebo) for row in equivalents),
        outside=[] if programmes is None else await round_copy.holders_outside(connection, round_id, programmes),
    )


def freeze(copied: RoundCopy, *, rematch: bool = False) -> Frozen:
    """Make the instance and its stored form; takes a second for 20,000 students, so call it in a thread.

    Raises
    ------
    Conflict
        ``together_outside``.
    """
    instance = instance_of(copied, rematch=rematch)
    canonical = instance.canonical()
    return Frozen(
        content=gzip.compress(canonical, mtime=0),
        sha256=instance.sha256(),
        programmes=sorted({student.crebo for student in instance.students}),
        students=len(instance.students),
        offers=len(instance.offers),
    )


def instance_of(copied: RoundCopy, *, rematch: bool = False) -> Instance:
    """The instance of a copied round; for a re-match with the places that were published."""
    students = [_student(row) for row in copied.students]
    outside = [_student(row) for row in copied.outside]
    offers = left_of((_offer(row) for row in copied.offers), outside)
    stay_out = _locks_that_cannot_stand(copied, students, tuple(offers))
    staying = [student for student in students if student.student_number in stay_out]
    taking_part = [student for student in students if student.student_number not in stay_out]
    taking_part = within(taking_part, [*outside, *staying])
    seen = None if copied.programmes is None else _seen(taking_part, copied)
    left = left_of(offers, staying)
    rows = [row for row in copied.students if row.student_number not in stay_out]
    return Instance(
        students=tuple(map(_free_to_move, taking_part, rows) if rematch else taking_part),
        offers=tuple(offer for offer in left if seen is None or offer.offer_id in seen),
        equivalents=copied.equivalents,
        published=tuple((row.student_number, row.holds) for row in rows if row.holds is not None)
        if rematch
        else msgspec.UNSET,
    )


def _free_to_move(student: Student, row: StudentCopyRow) -> Student:
    """For a re-match: only a lock on what he holds keeps somebody where he is."""
    if row.holds is None or row.holds in (row.fixed_offer, row.locked_offer):
        return student
    return msgspec.structs.replace(student, locked_offer=None)


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


def rule_against(student: StudentCopyRow, offer: OfferCopyRow, equivalents: tuple[tuple[str, str], ...]) -> str | None:
    """The hard rule that forbids a lock of this student on this offer; None where it can stand. Places do not count."""
    alone = msgspec.structs.replace(_student(student), locked_offer=offer.offer_id, together_with=())
    roomy = msgspec.structs.replace(_offer(offer), places=max(1, offer.places))
    try:
        build(Instance(students=(alone,), offers=(roomy,), equivalents=equivalents), Policy())
    except InstanceUnusable as fault:
        return str(fault.rows[0].facts.get("rule", fault.rows[0].code))
    return None


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
            "locked_offer": row.holds or row.fixed_offer or row.locked_offer,
            "together_with": side_rules.together_of(row.together_with),
            "groups": sorted(groups.items()),
        },
        Student,
    )


def _offer(row: OfferCopyRow) -> Offer:
    """The offer without the company."""
    return msgspec.convert(
        {
            **{field: getattr(row, field) for field in _SAME_FOR_OFFERS},
            "days": row.weekdays,
            "work": places.spot(row.postcode4, row.place),
        },
        Offer,
    )


_SAME_FOR_STUDENTS = sorted(
    set(Student.__struct_fields__) & set(StudentCopyRow.__struct_fields__) - {"locked_offer", "together_with", "groups"}
)
_SAME_FOR_OFFERS = sorted(set(Offer.__struct_fields__) & set(OfferCopyRow.__struct_fields__))
