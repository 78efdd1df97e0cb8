"""Where both name levels, the student's is among the offer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.rules.tag_bits import holds_all

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the level of each pair fits."""
    asked, given = columns.student.level, columns.offer.levels
    return columns.offer.any_level[o] | holds_all(asked, given, s, o)
