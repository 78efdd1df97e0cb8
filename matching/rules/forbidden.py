"""No person has ruled this pair out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether each pair is free of a ban."""
    return ~columns.forbidden.has(s, o)
