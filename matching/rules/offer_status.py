"""The offer is open: neither closed, nor blocked by an open case of a discriminatory wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether the offer of each pair is open."""
    return columns.offer.open[o] & np.ones(s.shape, np.bool_)
