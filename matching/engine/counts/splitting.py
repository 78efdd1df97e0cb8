"""Where a proof divides: sums of counts that are not whole, groups before atoms."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.rows import Branch

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.windows import RateBranch

    Ints = npt.NDArray[np.int64]


def split(base: Base, counts: npt.NDArray[np.float64]) -> tuple[tuple[int, ...], int, bool] | None:
    """Atoms whose sum is not whole, what it is less than, and whether it is nearer above; None where all are whole."""
    rows = [np.ones(len(counts), np.int64)] if base.least_placed is not None else []
    rows += [member for grouping in base.atoms.groupings for member in grouping.member]
    rows += list(np.eye(len(counts), dtype=np.int64))
    best: tuple[float, tuple[int, ...], int, bool] | None = None
    groups = len(rows) - len(counts)
    for number, row in enumerate(rows):
        if number == groups and best is not None:
            break  # sums of groups first: they decide more
        value = float(row @ counts)
        away = abs(value - round(value))
        if away > 1e-6 and (best is None or away > best[0]):
            best = away, tuple(np.flatnonzero(row).tolist()), floor(value), value - floor(value) > 0.5
    return None if best is None else best[1:]


def pin(base: Base, branches: Sequence[Branch | RateBranch], counts: Ints) -> tuple[tuple[int, ...], int, bool] | None:
    """An atom that the branches leave room, divided at the counts that were judged already."""
    low, high = base.low.copy(), base.high.copy()
    for branch in branches:
        if isinstance(branch, Branch) and len(branch.atoms) == 1:
            atom = branch.atoms[0]
            if branch.more:
                low[atom] = max(low[atom], branch.at_most + 1)
            else:
                high[atom] = min(high[atom], branch.at_most)
    room = np.flatnonzero(low < high)
    if not room.size:
        return None
    atom = int(room[0])
    return (atom,), int(min(counts[atom], high[atom] - 1)), False
