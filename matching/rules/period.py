"""The two periods have a day in common; an unknown date stands in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the periods of each pair overlap."""
    starts_in_time = columns.offer.first_day[o] <= columns.student.last_day[s]
    ends_late_enough = columns.offer.last_day[o] >= columns.student.first_day[s]
    return starts_in_time & ends_late_enough
