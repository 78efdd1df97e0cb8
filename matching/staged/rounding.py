"""A good whole answer by HiGHS' branch and cut (through SciPy): quick on large models that are nearly networks.

Its answer is taken after whole-number arithmetic agreed that it obeys every row. That it is the best is HiGHS' word,
in floating point: where no tree of prices proves it (``tree``), the report says "solver".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from matching.staged.matrix import Ints, Matrix

#: Branches that it may look at, fewer where the model is large: so it ends at the same moment everywhere.
_NODES = 500
_WORK = 500_000

#: Smaller models go straight to CP-SAT.
_SMALL = 300


def rounded(matrix: Matrix, low: Ints, high: Ints, objective: Ints, seconds: float | None) -> tuple[Ints | None, bool]:
    """A whole answer, the best that was found, and whether HiGHS calls it the best there is.

    None where it found none, or the model is small.
    """
    opened = np.flatnonzero(low < high)
    if opened.size < _SMALL:
        return None, False
    from scipy.optimize import Bounds, LinearConstraint, milp  # imported late: a run without it need not wait

    rest = matrix.at_most - matrix.factors @ np.where(low < high, 0, low)
    limits: Any = {"mip_rel_gap": 0.0, "node_limit": max(10, min(_NODES, _WORK // opened.size))}
    if seconds is not None:
        limits["time_limit"] = max(seconds, 0.01)
    whole: Any = np.ones(opened.size, np.int64)
    found = milp(
        -objective[opened].astype(np.float64),
        constraints=LinearConstraint(
            matrix.factors[:, opened].astype(np.float64), np.where(matrix.equal, rest, -np.inf), rest
        ),
        bounds=Bounds(low[opened], high[opened]),
        integrality=whole,
        options=limits,
    )
    if found.x is None:
        return None, False
    values = low.copy()
    values[opened] = np.rint(found.x).astype(np.int64)
    sound = (values >= low).all() and (values <= high).all() and matrix.met(values)
    return (values, found.status == 0) if sound else (None, False)
