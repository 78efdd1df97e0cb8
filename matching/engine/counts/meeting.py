"""Counts that obey what is settled, among those of the matchings on a face: found without programs over pairs.

Theory of operation. The counts of the matchings on a face are the whole points of sum over A of z(a) <= most(A) for
sets A of atoms. So whole counts that obey the gap and the rows known so far are proposed (a small mixed-integer
program), as near as can be to counts that the face has; one maximum flow tells whether the face has them, and else by
which set they are too many (or too few). That is one row more. Such rows guide the search; no proof uses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.counts.rows import gap_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.engine.counts.base_face import Base

    Ints = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]

#: Proposals before it is left to the search over pairs.
_ROUNDS = 30

#: Nodes that HiGHS may look at for one proposal: a limit in work, so that every machine does the same.
_NODES = 1


def meet(base: Base, counts: Ints, over: Callable[[], bool]) -> Ints | None:
    """Counts of a matching on the face of ``base`` that obey what is settled; ``counts`` where it has them.

    None where none are found soon; there may be some.
    """
    first = with_counts(base, counts)
    if not isinstance(first, Impossible):
        return counts
    own = base.atoms.counts(base.face.offer_of_student() >= 0)
    if base.obeys(own):
        return own
    low, high = bounds(base)
    rows: list[tuple[Ints, int]] = [(first.atoms, int(first.atoms @ counts) - first.excess)] if first.excess else []
    for _ in range(_ROUNDS):
        if over():
            return None
        near = _nearest(base, own, low, high, rows)
        if near is None or not base.obeys(near):
            return None
        found = with_counts(base, near)
        if not isinstance(found, Impossible):
            return near
        if not found.excess:
            return None
        rows.append((found.atoms, int(found.atoms @ near) - found.excess))
    return None


def bounds(base: Base) -> tuple[Ints, Ints]:
    """The least and the greatest number of placed students of each atom, by who may change on the face."""
    placed = base.face.offer_of_student() >= 0
    always = placed & ~base.loose.may_lose
    return base.atoms.counts(always), base.atoms.counts(placed | base.loose.student)


def _nearest(base: Base, counts: Ints, low: Ints, high: Ints, rows: list[tuple[Ints, int]]) -> Ints | None:
    """The whole counts nearest to ``counts`` that obey what is settled and the rows; None where there seem to be none.

    Columns: counts more than there, counts fewer than there, the lowest rate of each grouping.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # imported late, as all of SciPy

    atoms, lows = len(counts), len(base.atoms.groupings)
    open_atoms = np.flatnonzero(low < high)
    sums: list[Floats] = []
    rights: list[float] = []

    def add(row: Floats | Ints, right: float, grouping: int = -1, sign: float = 0.0) -> None:
        laid = np.zeros(2 * len(open_atoms) + lows)
        laid[: len(open_atoms)] = row[open_atoms]
        laid[len(open_atoms) : 2 * len(open_atoms)] = -row[open_atoms]
        if sign:
            laid[2 * len(open_atoms) + grouping] = sign
        sums.append(laid)
        rights.append(right - float(row @ counts))

    if base.most_gap is not None:
        for k, _, rate in gap_terms(base):
            add(rate, float(base.most_gap), k, -1.0)
            add(-rate, 0.0, k, 1.0)
    if base.least_placed is not None:
        add(-np.ones(atoms), -base.least_placed)
    for row, right in rows:
        add(row, right)
    more, fewer = (high - counts)[open_atoms], (counts - low)[open_atoms]
    found: Any = milp(
        np.concatenate([np.ones(2 * len(open_atoms)), np.zeros(lows)]),
        constraints=LinearConstraint(np.array(sums), ub=rights),
        bounds=Bounds(0, np.concatenate([more, fewer, np.ones(lows)])),
        integrality=np.concatenate([np.ones(2 * len(open_atoms)), np.zeros(lows)]),
        options={"node_limit": _NODES},
    )
    if found.x is None:
        return None
    change = np.rint(np.asarray(found.x)).astype(np.int64)
    near = counts.copy()
    near[open_atoms] += change[: len(open_atoms)] - change[len(open_atoms) : 2 * len(open_atoms)]
    return near
