"""The grading of greatest gain by whole-number programming, for employers that are too unordered to try every up-set.

``D[i, j]`` says that i stands in a higher grade than j. D is a grading when never both ``D[i, j]`` and ``D[j, i]``, and
``D[i, j] <= D[i, k] + D[k, j]`` for every third k. Of the latter, only those are written down that a solution breaks;
a solution that breaks none is optimal for all, and the solver's bound is the proof.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from testing_lab.faults import NotConverged

if TYPE_CHECKING:
    from testing_lab.employers.best_grading import Chances, Truths

_ROUNDS: Final = 200
_MOST_A_ROUND: Final = 6_000
_BROKEN: Final = 1e-6


def grading_by_program(gains: Chances, over: Truths) -> list[int]:
    """The grade of each item, 1 the lowest. ``over``: which pairs may be taken never to stand the other way round.

    Raises
    ------
    NotConverged
        The solver gave up, or new inequalities kept being broken.
    """
    n = len(gains)
    free = ~over.T & ~np.eye(n, dtype=np.bool_)
    first, second = np.nonzero(free)
    column = np.full((n, n), -1)
    column[first, second] = np.arange(len(first))
    rows = [
        ([column[i, j], column[j, i]], [1.0, 1.0], 1.0) for i in range(n) for j in range(i) if free[i, j] and free[j, i]
    ]
    whole = False
    for _ in range(_ROUNDS):
        higher = _solved(gains, rows, column, whole=whole)
        broken = _broken(higher)
        if not broken and np.allclose(higher, np.round(higher), atol=_BROKEN):
            below = np.round(higher).sum(axis=1)  # how many stand below: the same within a grade
            return [int(grade) + 1 for grade in np.unique(below, return_inverse=True)[1]]
        whole = whole or not broken
        for i, j, k in broken:
            terms = [(column[i, j], 1.0), (column[i, k], -1.0), (column[k, j], -1.0)]
            kept = [(place, sign) for place, sign in terms if place >= 0]
            rows.append(([place for place, _ in kept], [sign for _, sign in kept], 0.0))
    raise NotConverged("the grading kept breaking new inequalities", rounds=_ROUNDS, inequalities=len(rows))


def _solved(
    gains: Chances, rows: list[tuple[list[int], list[float], float]], column: np.ndarray, *, whole: bool
) -> Chances:
    number = int(column.max()) + 1
    where = np.repeat(np.arange(len(rows)), [len(places) for places, _, _ in rows])
    matrix = csr_array(
        (
            [sign for _, signs, _ in rows for sign in signs],
            (where, [place for places, _, _ in rows for place in places]),
        ),
        shape=(len(rows), number),
    )
    placed = column >= 0
    cost = np.zeros(number)
    cost[column[placed]] = -gains[placed]
    found = milp(
        cost,
        constraints=[LinearConstraint(matrix, -np.inf, [most for _, _, most in rows])] if rows else [],
        bounds=Bounds(0, 1),
        integrality=np.full(number, int(whole)),
        options={"mip_rel_gap": 0.0},
    )
    if found.status != 0:
        raise NotConverged("the solver gave up", status=int(found.status), detail=str(found.message))
    higher = np.zeros(gains.shape)
    higher[placed] = found.x[column[placed]]
    return higher


def _broken(higher: Chances) -> list[tuple[int, int, int]]:
    """For each pair the third that breaks its inequality most, the worst first."""
    n = len(higher)
    by = higher[:, None, :] - higher[:, :, None] - higher[None, :, :]  # by[i, k, j]
    one = np.arange(n)
    by[one, one, :] = by[:, one, one] = by[one, :, one] = -1.0
    third, most = by.argmax(axis=1), by.max(axis=1)
    i, j = np.nonzero(most > _BROKEN)
    worst = np.argsort(-most[i, j], kind="stable")[:_MOST_A_ROUND]
    return [(int(a), int(b), int(third[a, b])) for a, b in zip(i[worst], j[worst], strict=True)]
