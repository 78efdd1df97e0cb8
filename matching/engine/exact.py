"""Sums of whole numbers that never overflow: by arrays where 64 bits surely hold them, one by one elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

#: What arrays may add up to.
_MOST = 1 << 62


def whole_sum(values: Ints) -> int:
    """The sum of ``values``, (n,), exactly."""
    if _largest(values) * len(values) < _MOST:
        return int(values.sum())
    return sum(values.tolist())


def whole_product(left: Ints, right: Ints) -> int:
    """The sum of ``left[i]`` x ``right[i]``, both (n,), exactly."""
    if _largest(left) * _largest(right) * len(left) < _MOST:
        return int(left @ right)
    return sum(one * other for one, other in zip(left.tolist(), right.tolist(), strict=True))


def _largest(values: Ints) -> int:
    return max(abs(int(values.max(initial=0))), abs(int(values.min(initial=0))))
