"""Eligibility given from outside: a list of pairs with their utility, in the place of the rules and the formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.faults import InstanceUnusable, RowFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.instance import Pair
    from matching.rules.columns import Ints

_MOST = 1000

# Above every number that a file may hold, so that one comparison tells absent from out of range.
_NO_RANK = _UNKNOWN = int(np.iinfo(np.int64).max)


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenPairs:
    """The pairs in the order of their keys (student x number of offers + offer); -1 = no rank, or minutes unknown."""

    keys: Ints
    utility: Ints
    rank: Ints
    minutes: Ints


def given_pairs(pairs: Sequence[Pair], student_index: dict[str, int], offer_index: dict[str, int]) -> GivenPairs:
    """Check the list and lay it out.

    Raises
    ------
    InstanceUnusable
        A pair names an unknown student or offer, comes twice, or has a number out of its range.
    """
    student = np.array([student_index.get(pair.student_number, -1) for pair in pairs], np.int64)
    offer = np.array([offer_index.get(pair.offer_id, -1) for pair in pairs], np.int64)
    utility = np.array([pair.utility for pair in pairs], np.int64)
    rank = np.array([_NO_RANK if pair.rank is None else pair.rank for pair in pairs], np.int64)
    minutes = np.array([_UNKNOWN if pair.travel_minutes is None else pair.travel_minutes for pair in pairs], np.int64)
    keys = student * len(offer_index) + offer
    order = np.argsort(keys)
    keys = keys[order]
    sound = (student >= 0) & (offer >= 0) & (utility >= 0) & (utility <= _MOST) & (rank > 0) & (minutes >= 0)
    if not sound.all() or not (np.diff(keys) > 0).all():
        raise InstanceUnusable(tuple(_faults(pairs, student_index, offer_index)))
    return GivenPairs(
        keys=keys,
        utility=utility[order],
        rank=np.where(rank == _NO_RANK, -1, rank)[order],
        minutes=np.where(minutes == _UNKNOWN, -1, minutes)[order],
    )


def _faults(pairs: Sequence[Pair], students: dict[str, int], offers: dict[str, int]) -> Iterator[RowFault]:
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        key = (pair.student_number, pair.offer_id)
        if pair.student_number not in students:
            yield _fault("pair_unknown_student", pair, "student_number")
        if pair.offer_id not in offers:
            yield _fault("pair_unknown_offer", pair, "offer_id")
        if key in seen:
            yield _fault("pair_duplicate", pair, "offer_id")
        if not 0 <= pair.utility <= _MOST:
            yield _fault("pair_utility_out_of_range", pair, "utility", pair.utility)
        if pair.rank is not None and pair.rank < 1:
            yield _fault("pair_rank_below_one", pair, "rank", pair.rank)
        if pair.travel_minutes is not None and pair.travel_minutes < 0:
            yield _fault("pair_minutes_negative", pair, "travel_minutes", pair.travel_minutes)
        seen.add(key)


def _fault(code: str, pair: Pair, column: str, value: int | None = None) -> RowFault:
    facts: dict[str, str | int] = {"offer_id": pair.offer_id}
    if value is not None:
        facts["value"] = value
    return RowFault(code=code, kind="pairs", row_key=pair.student_number, column=column, facts=facts)
