"""Good multipliers for a linear level: the prices of its relaxation over the pairs that are still open, by HiGHS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from matching.engine.counts import program
from matching.engine.counts.rows import gap_terms
from matching.engine.network import open_part

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.counts.base import Base

    Floats = npt.NDArray[np.float64]

#: Scales that are tried before the fine one: prices are often simple fractions.
_SCALES = (1, 2, 6, 12, 60, 840)


def cut_of_relaxation(base: Base, level: int) -> None:
    """Add the cut that the relaxation of a linear level proposes. A guide that fails adds nothing."""
    found = _prices(base, level)
    if found is None:
        return
    atoms, above = found
    fine = 1 << int(np.ceil(np.log2(20 * max(2, int(base.loose.student.sum())))))
    scale = next((s for s in _SCALES if np.abs(atoms * s - np.rint(atoms * s)).max(initial=0) < 1e-7), fine)
    base.cut(
        level,
        scale,
        tuple(round(price * scale) for price in above.tolist()),
        np.rint(atoms * scale).astype(np.int64),
    )


def _prices(base: Base, level: int) -> tuple[Floats, Floats] | None:
    """What a placed student of each atom costs, and what the settled levels above are worth."""
    from scipy.sparse import coo_array, csr_array, vstack  # imported late, as all of SciPy

    face, atoms = base.face, base.atoms
    network = open_part(face, base.loose)
    pairs, lows = len(network.position), len(atoms.groupings)
    if not pairs:
        return None
    width = pairs + lows
    column = np.arange(pairs)

    def sums(row: Any, count: int) -> Any:
        return csr_array(coo_array((np.ones(pairs), (row, column)), shape=(count, width)))

    students = sums(network.tail, network.students)
    offers = sums(network.head - network.students, len(network.places))
    free, must = network.bypass, network.must_offer
    fixed_pair = np.zeros(len(face.pair), np.bool_)
    fixed_pair[face.taken & ~base.loose.student[face.student]] = True
    settled = atoms.counts(_placed(base, fixed_pair))
    atom = base.pair_atom[network.position]
    gaps: list[Any] = []
    gap_right: list[float] = []
    gap_atoms: list[Floats] = []
    most = float(base.most_gap) if base.most_gap is not None else 1.0
    for k, _, rate in gap_terms(base):
        for sign, low, right in ((1.0, -1.0, most), (-1.0, 1.0, 0.0)):
            row = np.zeros(width)
            row[:pairs] = sign * rate[atom]
            row[pairs + k] = low
            gaps.append(csr_array(row.reshape(1, -1)))
            gap_right.append(right - sign * float(rate @ settled))
            gap_atoms.append(sign * rate)
    if base.least_placed is not None:
        row = np.zeros(width)
        row[:pairs] = -1
        gaps.append(csr_array(row.reshape(1, -1)))
        gap_right.append(float(int(settled.sum()) - base.least_placed))
        gap_atoms.append(-np.ones(len(atoms.size)))
    above = [np.concatenate([base.levels[j].weight[network.position], np.zeros(lows)]) for j in range(level)]
    above_right = [base.values[j] - int(base.levels[j].weight[fixed_pair].sum()) for j in range(level)]
    equal = [
        students[np.flatnonzero(~free)],
        offers[np.flatnonzero(must)],
        *(csr_array(w.reshape(1, -1)) for w in above),
    ]
    found = program.linear(
        np.concatenate([-base.levels[level].weight[network.position].astype(np.float64), np.zeros(lows)]),
        A_ub=vstack([students[np.flatnonzero(free)], offers[np.flatnonzero(~must)], *gaps]),
        b_ub=np.concatenate([np.ones(int(free.sum())), network.places[~must], gap_right]),
        A_eq=vstack(equal),
        b_eq=np.concatenate([np.ones(int((~free).sum())), network.places[must], np.array(above_right, np.float64)]),
        bounds=[(0, None)] * pairs + [(-1, 2)] * lows,
    )
    if found.status != 0:
        return None
    own = np.asarray(found.ineqlin.marginals)[int(free.sum()) + int((~must).sum()) :]
    price = np.zeros(len(atoms.size))
    for marginal, rate in zip(own.tolist(), gap_atoms, strict=True):
        price -= marginal * rate
    return price, np.asarray(found.eqlin.marginals)[int((~free).sum()) + int(must.sum()) :]


def _placed(base: Base, pairs: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    placed = np.zeros(len(base.face.must_student), np.bool_)
    placed[base.face.student[pairs]] = True
    return placed
