"""The published utility of an eligible pair: 0..1000, the sum of three parts. Whole numbers throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.rules.tag_bits import shared

if TYPE_CHECKING:
    from matching.policy import UtilityWeights
    from matching.rules.columns import Columns, Ints

#: The yardstick for a student without a maximum.
_MINUTES_WITHOUT_MAXIMUM = 120


def utility_parts(columns: Columns, weights: UtilityWeights, s: Ints, o: Ints, rank: Ints, minutes: Ints) -> Ints:
    """The points of each pair for preference, travel and learning wishes, as columns; they add up to the utility.

    ``rank`` is the class of equal offers in which the student named the offer, 1 = most wanted, -1 = not named;
    ``minutes`` -1 = unknown.
    """
    return np.stack(
        [
            _preference(weights.preference, columns.student.preference_classes[s], rank),
            _travel(weights.travel, columns.student.max_minutes[s], minutes),
            _learning_wishes(weights.learning_wishes, columns, s, o),
        ],
        axis=-1,
    )


def _preference(weight: int, classes: Ints, rank: Ints) -> Ints:
    points = weight * (classes + 1 - rank) // np.maximum(classes, 1)
    return np.where(classes == 0, weight, np.where(rank < 0, 0, points))


def _travel(weight: int, max_minutes: Ints, minutes: Ints) -> Ints:
    against = np.where(max_minutes > 0, max_minutes, _MINUTES_WITHOUT_MAXIMUM)
    points = weight * np.maximum(against - minutes, 0) // against
    return np.where(minutes < 0, weight // 2, points)


def _learning_wishes(weight: int, columns: Columns, s: Ints, o: Ints) -> Ints:
    wishes = columns.student.wish_count[s]
    met = shared(columns.student.wishes, columns.offer.tags, s, o)
    return np.where(wishes == 0, weight, weight * met // np.maximum(wishes, 1))
