"""Where both name weekdays they share one, and the offer asks no more days a week than the student has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the days of each pair fit."""
    free, wanted = columns.student.weekdays[s], columns.offer.weekdays[o]
    share_a_day: Mask = (free == 0) | (wanted == 0) | (free & wanted != 0)
    few_enough: Mask = columns.offer.days_asked[o] <= columns.student.days_free[s]
    return share_a_day & few_enough
