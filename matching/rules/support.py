"""Every support need of the student is among what the offer gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.rules.tag_bits import holds_all

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the support of each pair suffices."""
    return holds_all(columns.student.needs, columns.offer.support, s, o)
