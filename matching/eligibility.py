"""From an instance to the arrays that the engine solves: which pairs are possible, and what each is worth.

Faults of rows (``RowFault.code``): ``duplicate_student``, ``duplicate_offer``, ``places_negative``,
``duplicate_travel``, ``travel_minutes_negative``; of locks, see
:mod:`matching.locks`; of a list of pairs, see :mod:`matching.given_pairs`. A preference for an offer that does not
exist is no fault here: it is told to the student as a wish with the fate ``unknown_offer``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.problem import Problem
from matching.faults import InstanceUnusable, RowFault
from matching.given_pairs import given_pairs
from matching.locks import NOT_GIVEN, locked_pairs
from matching.rules import RULES, first_refusal
from matching.rules.columns import Columns, Ints, Mask, columns_of
from matching.rules.pair_set import PairSet
from matching.rules.sieve import sieve
from matching.rules.travel import journey_minutes
from matching.utility import utility_parts
from matching.wishes import Wishes, wishes_of_pairs, wishes_of_students

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from matching.instance import Instance, Offer, Student, Travel
    from matching.policy import Policy, UtilityWeights


@dataclass(frozen=True, kw_only=True, slots=True)
class Eligibility:
    """The problem, and everything that is needed to explain it. Arrays follow the order of ``problem``.

    ``possible`` and ``removed`` count what the rules left and took, also for a locked student, who has only his lock
    in ``problem``. With a list of pairs nothing is removed, and ``parts`` is None.
    """

    students: tuple[Student, ...]
    offers: tuple[Offer, ...]
    problem: Problem
    rank: Ints  # (pairs,) -1 = not named
    travel_minutes: Ints  # (pairs,) -1 = unknown
    parts: Ints | None  # (pairs, 3)
    recognition_unverified: Mask  # (pairs,)
    travel_unknown: Mask  # (pairs,)
    possible: Ints  # (students,)
    removed: Ints  # (students, rules)
    wishes: Wishes
    wish_pair: Ints  # (wishes,) the pair of `problem`, or -1
    wish_refusal: Ints  # (wishes,) column of the rule that removed it; -1 = eligible, or unknown offer
    columns: Columns | None = None  # None with a list of pairs


def build(instance: Instance, policy: Policy, *, stop: Callable[[], bool] = lambda: False) -> Eligibility:
    """Apply the rules and the formula, or take the list of pairs.

    Raises
    ------
    InstanceUnusable
        Rows contradict each other; every fault of one kind is listed.
    Cancelled
        ``stop`` said so.
    """
    students = tuple(sorted(instance.students, key=lambda student: student.student_number))
    offers = tuple(sorted(instance.offers, key=lambda offer: offer.offer_id))
    faults = (*_faults(students, offers), *_travel_faults(instance.travel))
    if faults:
        raise InstanceUnusable(faults)
    offer_index = {offer.offer_id: index for index, offer in enumerate(offers)}
    if instance.pairs is None:
        wishes = wishes_of_students(students, offer_index)
        columns = columns_of(instance, students, offers, wishes.named, offer_index)
        return _derived(students, offers, columns, wishes, policy.utility, offer_index, stop)
    return _given(instance, students, offers, offer_index)


def _faults(students: Sequence[Student], offers: Sequence[Offer]) -> Iterator[RowFault]:
    for number, count in Counter(student.student_number for student in students).items():
        if count > 1:
            yield RowFault(code="duplicate_student", kind="students", row_key=number, column="student_number")
    for offer_id, count in Counter(offer.offer_id for offer in offers).items():
        if count > 1:
            yield RowFault(code="duplicate_offer", kind="offers", row_key=offer_id, column="offer_id")
    for offer in offers:
        if offer.places < 0:
            yield RowFault(code="places_negative", kind="offers", row_key=offer.offer_id, column="places")


def _travel_faults(travel: Sequence[Travel]) -> Iterator[RowFault]:
    trips = Counter((row.home_zone, row.work_zone, row.transport) for row in travel)
    for (home_zone, work_zone, transport), count in trips.items():
        if count > 1:
            facts: dict[str, str | int] = {"work_zone": work_zone, "transport": transport}
            yield RowFault(code="duplicate_travel", kind="travel", row_key=home_zone, column="home_zone", facts=facts)
    for row in travel:
        if row.minutes < 0:
            facts = {"work_zone": row.work_zone, "transport": row.transport, "value": row.minutes}
            yield RowFault(
                code="travel_minutes_negative", kind="travel", row_key=row.home_zone, column="minutes", facts=facts
            )


def _derived(
    students: tuple[Student, ...],
    offers: tuple[Offer, ...],
    columns: Columns,
    wishes: Wishes,
    weights: UtilityWeights,
    offer_index: dict[str, int],
    stop: Callable[[], bool],
) -> Eligibility:
    locks = locked_pairs(students, offer_index, columns.offer.places, partial(first_refusal, columns))
    sieved = sieve(columns, stop)
    keys = _with_locks(sieved.keys, locks, len(offers))
    s, o = np.divmod(keys, max(len(offers), 1))
    rank = wishes.rank_of(s, o)
    minutes = journey_minutes(columns, s, o)
    parts = utility_parts(columns, weights, s, o, rank, minutes)
    wish_pair, wish_refusal = _places_of_wishes(wishes, keys, columns)
    return Eligibility(
        students=students,
        offers=offers,
        problem=_problem(students, offers, s, o, parts.sum(axis=1), locks[0]),
        rank=rank,
        travel_minutes=minutes,
        parts=parts,
        recognition_unverified=columns.offer.unverified[o],
        travel_unknown=(minutes < 0) & (columns.student.max_minutes[s] >= 0),
        possible=len(offers) - sieved.removed.sum(axis=1),
        removed=sieved.removed,
        wishes=wishes,
        wish_pair=wish_pair,
        wish_refusal=wish_refusal,
        columns=columns,
    )


def _given(
    instance: Instance, students: tuple[Student, ...], offers: tuple[Offer, ...], offer_index: dict[str, int]
) -> Eligibility:
    student_index = {student.student_number: index for index, student in enumerate(students)}
    given = given_pairs(instance.pairs or (), student_index, offer_index)
    wishes = wishes_of_pairs(given, offers)
    every = PairSet(given.keys, len(offers))
    places = np.array([offer.places for offer in offers], np.int64)
    locks = locked_pairs(students, offer_index, places, lambda s, o: np.where(every.has(s, o), -1, NOT_GIVEN))
    keys = _with_locks(given.keys, locks, len(offers))
    s, o = np.divmod(keys, max(len(offers), 1))
    kept = every.place(s, o)
    nothing = np.zeros(keys.size, np.bool_)
    return Eligibility(
        students=students,
        offers=offers,
        problem=_problem(students, offers, s, o, given.utility[kept], locks[0]),
        rank=given.rank[kept],
        travel_minutes=given.minutes[kept],
        parts=None,
        recognition_unverified=nothing,
        travel_unknown=nothing,
        possible=np.bincount(given.keys // max(len(offers), 1), minlength=len(students)),
        removed=np.zeros((len(students), len(RULES)), np.int64),
        wishes=wishes,
        wish_pair=PairSet(keys, len(offers)).place(wishes.student, wishes.offer),
        wish_refusal=np.full(wishes.student.size, -1, np.int64),
    )


def _with_locks(keys: Ints, locks: tuple[Ints, Ints], offer_count: int) -> Ints:
    """The keys with, for each locked student, his own pair only."""
    s, o = locks
    if not s.size:
        return keys
    free = keys[~np.isin(keys // offer_count, s)]
    return np.sort(np.concatenate([free, s * offer_count + o]))


def _places_of_wishes(wishes: Wishes, keys: Ints, columns: Columns) -> tuple[Ints, Ints]:
    """For each wish its pair, or the rule that removed it."""
    known = wishes.offer >= 0
    pair = np.full(wishes.student.size, -1, np.int64)
    pair[known] = PairSet(keys, columns.offer.places.size).place(wishes.student[known], wishes.offer[known])
    gone = known & (pair < 0)
    refusal = np.full(wishes.student.size, -1, np.int64)
    refusal[gone] = first_refusal(columns, wishes.student[gone], wishes.offer[gone])
    return pair, refusal


def _problem(
    students: Sequence[Student], offers: Sequence[Offer], s: Ints, o: Ints, utility: Ints, locked: Ints
) -> Problem:
    locked_student = np.zeros(len(students), np.bool_)
    locked_student[locked] = True
    return Problem(
        student_keys=tuple([student.student_number for student in students]),
        offer_keys=tuple([offer.offer_id for offer in offers]),
        places=np.array([offer.places for offer in offers], np.int64),
        student=s.astype(np.int32),
        offer=o.astype(np.int32),
        utility=utility,
        locked_student=locked_student,
    )
