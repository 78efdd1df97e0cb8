"""A student who accepts only named offers has named this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether each pair is named, where only named offers are acceptable."""
    only_named = columns.student.only_named[s]
    if not only_named.any():
        return ~only_named & np.ones(o.shape, np.bool_)
    return ~only_named | columns.named.has(s, o)
