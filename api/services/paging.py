"""Which rows a page of a list holds."""

from __future__ import annotations

from typing import Final

from api.messages.faults import Unusable
from api.messages.paging import LARGEST_SIZE

#: Nobody turns to a page beyond this one; it keeps the offset within what PostgreSQL counts.
LARGEST_PAGE: Final = 1_000_000


def offset_of(number: int, size: int) -> int:
    """Rows before page ``number``.

    Raises
    ------
    Unusable
        ``page`` or ``size`` is out of range.
    """
    fields: dict[str, str] = {}
    if not 1 <= number <= LARGEST_PAGE:
        fields["page"] = "out_of_range"
    if not 1 <= size <= LARGEST_SIZE:
        fields["size"] = "out_of_range"
    if fields:
        raise Unusable(fields)
    return (number - 1) * size
