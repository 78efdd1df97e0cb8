"""The round as columns of numbers: what the rules and the formula look at, one entry a student or an offer.

A rule reads ``columns.student.level[s]`` and ``columns.offer.levels[o]``, where ``s`` and ``o`` are index arrays that
broadcast against each other: ``s`` of shape (n, 1) with ``o`` of shape (1, m) asks about a block, two arrays of one
shape ask about pairs. No demand has a neutral number, so that no rule has to ask whether something is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from matching.rules.pair_set import PairSet
from matching.rules.tag_bits import Words, bits, universe
from matching.travel import TravelTable, code_of_transport, farthest_squared, travel_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.instance import Instance, Offer, Student

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

ALWAYS = int(np.iinfo(np.int64).max)
_PATHS = {None: 0, "BOL": 1, "BBL": 2}
_WEEKDAYS = {"mo": 1, "tu": 2, "we": 4, "th": 8, "fr": 16}


@dataclass(frozen=True, kw_only=True, slots=True)
class StudentColumns:
    """One entry a student, in the order of the sorted numbers."""

    crebo: Ints  # a number per code
    level: Words  # a bit; none = no demand
    learning_path: Ints  # 0 = no demand
    first_day: Ints  # day number; 0 = unknown
    last_day: Ints  # day number; ALWAYS = unknown
    weekdays: Ints  # bits; 0 = no demand
    days_free: Ints  # a week; ALWAYS = unknown
    located: Mask
    east: Ints
    north: Ints
    zone: Ints  # row of the travel table; the last one is "not in it"
    transport: Ints  # -1 = unknown
    max_minutes: Ints  # -1 = no maximum
    reach: Ints  # a distance squared below this is near enough; ALWAYS = no maximum, or no transport
    needs: Words
    wishes: Words
    wish_count: Ints
    preference_classes: Ints
    only_named: Mask
    signature: Ints  # students with the same one are equal to every rule in `rules.BY_SIGNATURE`


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferColumns:
    """One entry an offer, in the order of the sorted ids."""

    open: Mask
    crebos: Ints  # a number per set of codes
    levels: Words
    any_level: Mask
    learning_path: Ints
    first_day: Ints  # 0 = unknown
    last_day: Ints  # ALWAYS = unknown
    weekdays: Ints
    days_asked: Ints  # a week; 0 = no demand
    located: Mask
    east: Ints
    north: Ints
    zone: Ints
    support: Words
    tags: Words
    unverified: Mask
    places: Ints


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """Both sides, and the tables between them."""

    student: StudentColumns
    offer: OfferColumns
    accepted: Mask  # (codes of students, sets of codes of offers)
    travel: TravelTable
    forbidden: PairSet
    named: PairSet


def columns_of(
    instance: Instance,
    students: Sequence[Student],
    offers: Sequence[Offer],
    named: PairSet,
    offer_index: dict[str, int],
) -> Columns:
    """Number everything. ``students`` and ``offers`` are sorted by key."""
    crebo_number = {code: number for number, code in enumerate(dict.fromkeys(s.crebo for s in students))}
    set_number = {codes: number for number, codes in enumerate(dict.fromkeys(o.crebos for o in offers))}
    levels = universe([(s.level,) for s in students])
    needs = universe(s.support_needs for s in students)
    wishes = universe(s.learning_wishes for s in students)
    table = travel_table(instance.travel)
    forbidden = [
        (index, offer_index[offer_id])
        for index, student in enumerate(students)
        for offer_id in student.forbidden_offers
        if offer_id in offer_index
    ]
    forbidden_pairs = np.array(forbidden, np.int64).reshape(-1, 2)
    return Columns(
        student=_student_columns(students, crebo_number, levels, needs, wishes, table),
        offer=_offer_columns(offers, set_number, levels, needs, wishes, table),
        accepted=_accepted(crebo_number, set_number, instance.equivalents),
        travel=table,
        forbidden=PairSet.of(forbidden_pairs[:, 0], forbidden_pairs[:, 1], len(offers)),
        named=named,
    )


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, np.int64)


def _accepted(
    crebo_number: dict[str, int], set_number: dict[tuple[str, ...], int], equivalents: Sequence[tuple[str, str]]
) -> Mask:
    sets_with: dict[str, list[int]] = {}
    for codes, number in set_number.items():
        for code in codes:
            sets_with.setdefault(code, []).append(number)
    accepted = np.zeros((len(crebo_number), len(set_number)), np.bool_)
    own = [(crebo, crebo) for crebo in crebo_number]
    for crebo, counts_too in (*own, *equivalents):
        if crebo in crebo_number and counts_too in sets_with:
            accepted[crebo_number[crebo], sets_with[counts_too]] = True
    return accepted


def _student_columns(
    students: Sequence[Student],
    crebo_number: dict[str, int],
    levels: dict[object, int],
    needs: dict[object, int],
    wishes: dict[object, int],
    table: TravelTable,
) -> StudentColumns:
    homes = [s.home for s in students]
    transport = code_of_transport([s.transport for s in students])
    max_minutes = _ints([-1 if s.max_travel_minutes is None else s.max_travel_minutes for s in students])
    signatures: dict[tuple[object, ...], int] = {}
    return StudentColumns(
        crebo=_ints([crebo_number[s.crebo] for s in students]),
        level=bits([() if s.level is None else (s.level,) for s in students], levels),
        learning_path=_ints([_PATHS[s.learning_path] for s in students]),
        first_day=_ints([0 if s.start_date is None else s.start_date.toordinal() for s in students]),
        last_day=_ints([ALWAYS if s.end_date is None else s.end_date.toordinal() for s in students]),
        weekdays=_ints([_weekday_bits(s.days) for s in students]),
        days_free=_ints([_days_free(s) for s in students]),
        located=np.array([h is not None and h.east is not None and h.north is not None for h in homes], np.bool_),
        east=_ints([(h.east or 0) if h else 0 for h in homes]),
        north=_ints([(h.north or 0) if h else 0 for h in homes]),
        zone=table.home_rows([h.zone if h else None for h in homes]),
        transport=transport,
        max_minutes=max_minutes,
        reach=np.where((max_minutes < 0) | (transport < 0), ALWAYS, farthest_squared(max_minutes, transport)),
        needs=bits([s.support_needs for s in students], needs),
        wishes=bits([s.learning_wishes for s in students], wishes),
        wish_count=_ints([len(set(s.learning_wishes)) for s in students]),
        preference_classes=_ints([len(s.preferences) for s in students]),
        only_named=np.array([s.only_preferences for s in students], np.bool_),
        signature=_ints(
            [
                signatures.setdefault(
                    (s.crebo, s.level, s.learning_path, s.start_date, s.end_date, s.days, s.days_per_week),
                    len(signatures),
                )
                for s in students
            ]
        ),
    )


def _offer_columns(
    offers: Sequence[Offer],
    set_number: dict[tuple[str, ...], int],
    levels: dict[object, int],
    needs: dict[object, int],
    wishes: dict[object, int],
    table: TravelTable,
) -> OfferColumns:
    spots = [o.work for o in offers]
    return OfferColumns(
        open=np.array([o.status == "open" for o in offers], np.bool_),
        crebos=_ints([set_number[o.crebos] for o in offers]),
        levels=bits([o.levels for o in offers], levels),
        any_level=np.array([not o.levels for o in offers], np.bool_),
        learning_path=_ints([_PATHS[o.learning_path] for o in offers]),
        first_day=_ints([0 if o.start_date is None else o.start_date.toordinal() for o in offers]),
        last_day=_ints([ALWAYS if o.end_date is None else o.end_date.toordinal() for o in offers]),
        weekdays=_ints([_weekday_bits(o.days) for o in offers]),
        days_asked=_ints([o.days_per_week or 0 for o in offers]),
        located=np.array([w is not None and w.east is not None and w.north is not None for w in spots], np.bool_),
        east=_ints([(w.east or 0) if w else 0 for w in spots]),
        north=_ints([(w.north or 0) if w else 0 for w in spots]),
        zone=table.work_columns([w.zone if w else None for w in spots]),
        support=bits([o.support_offered for o in offers], needs),
        tags=bits([o.tags for o in offers], wishes),
        unverified=np.array([o.recognition_checked_on is None for o in offers], np.bool_),
        places=_ints([o.places for o in offers]),
    )


def _days_free(student: Student) -> int:
    if student.days_per_week is not None:
        return student.days_per_week
    return len(set(student.days)) or ALWAYS


@cache
def _weekday_bits(days: tuple[str, ...]) -> int:
    return sum(_WEEKDAYS[day] for day in set(days))
