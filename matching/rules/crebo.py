"""One of the offer's codes is the student's code, or counts as equal to it by the table of equivalents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the programme of each pair fits; equivalence is one step and one way."""
    return columns.accepted[columns.student.crebo[s], columns.offer.crebos[o]]
