"""Minutes, rank and utility of one pair, in plain whole numbers (docs/matching.md, "Travel minutes", "Utility")."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.instance import Offer, Student
    from matching.policy import UtilityWeights
    from matching.verify.tables import Tables

_FIXED = {"walk": 0, "bike": 2, "public_transport": 12, "car": 5}
_SPEED = {"walk": 5_000, "bike": 15_000, "public_transport": 28_000, "car": 45_000}


def minutes_of(tables: Tables, student: Student, offer: Offer) -> int | None:
    """Minutes, one way; None where they cannot be known."""
    home, work, transport = student.home, offer.work, student.transport
    if home is None or work is None or transport is None:
        return None
    measured = tables.measured.get((home.zone, work.zone, transport)) if tables.measured else None
    if measured is not None:
        return measured
    if home.east is None or home.north is None or work.east is None or work.north is None:
        return None
    metres = isqrt((home.east - work.east) ** 2 + (home.north - work.north) ** 2)
    return _FIXED[transport] + -(-metres * 13 * 60 // (10 * _SPEED[transport]))


def ranks_of(student: Student) -> dict[str, int]:
    """The class in which the student named each offer, 1 = most wanted."""
    ranks: dict[str, int] = {}
    for rank, equals in enumerate(student.preferences, 1):
        for offer_id in equals:
            ranks.setdefault(offer_id, rank)
    return ranks


def utility_of(weights: UtilityWeights, student: Student, offer: Offer, rank: int | None, minutes: int | None) -> int:
    """Points, 0..1000."""
    return sum(parts_of(weights, student, offer, rank, minutes))


def parts_of(
    weights: UtilityWeights, student: Student, offer: Offer, rank: int | None, minutes: int | None
) -> tuple[int, int, int]:
    """The points for preference, travel and learning wishes."""
    classes = len(student.preferences)
    if classes == 0:
        preference = weights.preference
    else:
        preference = 0 if rank is None else weights.preference * (classes + 1 - rank) // classes
    if minutes is None:
        travel = weights.travel // 2
    else:
        yardstick = student.max_travel_minutes or 120
        travel = weights.travel * max(0, yardstick - minutes) // yardstick
    wishes = set(student.learning_wishes)
    if not wishes:
        return preference, travel, weights.learning_wishes
    return preference, travel, weights.learning_wishes * len(wishes & set(offer.tags)) // len(wishes)
