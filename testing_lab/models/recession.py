r"""When does a likelihood rise for ever? Directions in which coefficients run away, found by linear programming.

For the logit, the probit and the conditional logit, the log-likelihood never falls along :math:`d` exactly when
:math:`Dd \ge 0`, with one row of :math:`D` for each thing that was observed the one way and not the other:
:math:`(2y-1)x'` for a row of a logit, :math:`x_{positive} - x_{negative}` for two rows of one stratum. If such a
:math:`d` with :math:`Dd \ne 0` exists there is no finite maximum (Albert & Anderson 1984); what the direction decides
is fitted perfectly, and what is left is a likelihood with a finite maximum (Geyer 2009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy import optimize, sparse

from testing_lab.faults import NotConverged

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: A coefficient that keeps still along the direction moves less than this beside the others.
_STILL: Final = 1e-7
_NOTHING: Final = 1e-10


class Recession(msgspec.Struct, frozen=True, kw_only=True):
    """A direction that decides as much as possible at once, which rows it decides, and where each coefficient runs.

    ``signs``: 1 up, -1 down, 0 not at all or (if the direction moves it) to no side in particular.
    """

    direction: NDArray[np.float64]
    decided: NDArray[np.bool_]
    signs: list[int]


def recession(rows: NDArray[np.float64], *, back: NDArray[np.float64] | None = None) -> Recession | None:
    """The direction for D = ``rows``, or ``None`` if the maximum is finite.

    ``back`` turns coefficients of these columns into those whose signs are asked.
    """
    back = np.eye(rows.shape[1]) if back is None else back
    size = np.abs(rows).max(axis=1, initial=0.0)
    # Equal rows of a stratum may differ by a rounding: that is no difference.
    moving = size > _NOTHING * size.max(initial=0.0)
    unique, first = np.unique(np.round(rows[moving] / size[moving, None], 14), axis=0, return_inverse=True)
    if len(unique) == 0:
        return None
    count, terms = unique.shape
    # max Σs with Dd ≥ s, 0 ≤ s ≤ 1: at the maximum s is 1 for every row that can be decided, and 0 elsewhere.
    answer = optimize.linprog(
        np.concatenate([np.zeros(terms), -np.ones(count)]),
        A_ub=sparse.hstack([sparse.csr_array(-unique), sparse.eye_array(count)], format="csr"),
        b_ub=np.zeros(count),
        bounds=[(None, None)] * terms + [(0, 1)] * count,
        method="highs",
    )
    if answer.status != 0 or answer.x is None:
        raise NotConverged("the search for a direction without a maximum did not end", status=int(answer.status))
    decided = answer.x[terms:] > 0.5
    if not decided.any():
        return None
    every = np.zeros(len(rows), dtype=bool)
    every[moving] = decided[first.reshape(-1)]
    return Recession(direction=answer.x[:terms], decided=every, signs=[_sign(unique, goal) for goal in back])


def _sign(unique: NDArray[np.float64], goal: NDArray[np.float64]) -> int:
    """The side to which ``goal @ d`` can go, of all directions along which the likelihood never falls."""
    scaled = goal / max(float(np.abs(goal).max()), 1e-300)
    up, down = (_reach(unique, side * scaled) > _STILL for side in (1, -1))
    return 1 if up and not down else -1 if down and not up else 0


def _reach(unique: NDArray[np.float64], goal: NDArray[np.float64]) -> float:
    """How far ``goal @ d`` can go with d between -1 and 1."""
    answer = optimize.linprog(
        -goal, A_ub=-unique, b_ub=np.zeros(len(unique)), bounds=[(-1, 1)] * len(goal), method="highs"
    )
    if answer.status != 0 or answer.fun is None:
        raise NotConverged("the search for the side of a coefficient did not end", status=int(answer.status))
    return -float(answer.fun)
