"""Where both name a learning path (BOL or BBL), it is the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the learning path of each pair fits."""
    asked, given = columns.student.learning_path[s], columns.offer.learning_path[o]
    fits: Mask = (asked == given) | (asked == 0) | (given == 0)
    return fits
