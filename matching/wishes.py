"""The offers that students named, as columns: one entry a wish, in the order of the students and their preferences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.rules.pair_set import PairSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.given_pairs import GivenPairs
    from matching.instance import Offer, Student
    from matching.rules.columns import Ints


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """``rank`` is the class of equal offers, 1 = most wanted; an offer that was named twice counts at its best."""

    student: Ints
    offer: Ints  # -1 = the round has no such offer
    rank: Ints
    offer_id: tuple[str, ...]
    named: PairSet  # the known ones
    rank_of_named: Ints  # in the order of `named.keys`

    def rank_of(self, s: Ints, o: Ints) -> Ints:
        """The rank of each pair; -1 = not named."""
        if not self.rank_of_named.size:
            return np.full(s.shape, -1, np.int64)
        place = self.named.place(s, o)
        return np.where(place < 0, -1, self.rank_of_named[place])


def wishes_of_students(students: Sequence[Student], offer_index: dict[str, int]) -> Wishes:
    """The preferences as the students stated them; ``students`` are sorted by number."""
    entries = [
        (index, rank, offer_index.get(offer_id, -1), offer_id)
        for index, student in enumerate(students)
        for rank, equals in enumerate(student.preferences, 1)
        for offer_id in equals
    ]
    student = np.array([entry[0] for entry in entries], np.int64)
    rank = np.array([entry[1] for entry in entries], np.int64)
    offer = np.array([entry[2] for entry in entries], np.int64)
    known = np.flatnonzero(offer >= 0)
    keys, first = np.unique(student[known] * len(offer_index) + offer[known], return_index=True)
    unknown: dict[tuple[int, str], int] = {}
    for index in np.flatnonzero(offer < 0).tolist():
        unknown.setdefault((entries[index][0], entries[index][3]), index)
    kept = np.sort(np.concatenate([known[first], np.array(list(unknown.values()), np.int64)]))
    return Wishes(
        student=student[kept],
        rank=rank[kept],
        offer=offer[kept],
        offer_id=tuple([entries[index][3] for index in kept.tolist()]),
        named=PairSet(keys, len(offer_index)),
        rank_of_named=rank[known[first]],
    )


def wishes_of_pairs(given: GivenPairs, offers: Sequence[Offer]) -> Wishes:
    """The ranks of a list of pairs, which stand in the place of preferences; ``offers`` are sorted by id."""
    ranked = given.rank > 0
    keys, rank = given.keys[ranked], given.rank[ranked]
    student, offer = np.divmod(keys, max(len(offers), 1))
    order = np.lexsort((offer, rank, student))
    return Wishes(
        student=student[order],
        rank=rank[order],
        offer=offer[order],
        offer_id=tuple([offers[index].offer_id for index in offer[order].tolist()]),
        named=PairSet(keys, len(offers)),
        rank_of_named=rank,
    )
