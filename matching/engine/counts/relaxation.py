"""Good multipliers for a cut: the prices of the relaxation over the pairs that are still open, by HiGHS."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np

from matching.engine.counts.base_face import TooLarge
from matching.engine.counts.program import linear
from matching.engine.counts.rows import Branch, gap_terms
from matching.engine.counts.windows import windows_of
from matching.engine.network import open_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.rows import Task
    from matching.engine.counts.windows import RateBranch

    Ints = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]

#: Nodes of the mixed-integer program: a limit in work, so that every machine stops at the same point.
_NODES = 200

#: The greatest multiplier of a cut for a gap, whose prices are shares of groups.
_FINE = 1 << 24

#: Whole prices past this are not looked for: exact arithmetic needs room.
_FINEST = 1 << 30

#: Scales that are tried before the fine one: prices are often simple fractions.
_SCALES = (1, 2, 6, 12, 60, 840)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row over the counts, "coefficients x count <= right", and the grouping whose lowest rate it speaks of."""

    coefficients: Floats  # (atoms,)
    right: float
    low: tuple[int, float] | None = None
    gap: float = 0.0


class Relaxation:
    """The matchings on the base face, fractions allowed, with everything that is settled; laid out once for a level."""

    def __init__(self, base: Base, level: int | None) -> None:
        from scipy.sparse import coo_array, csr_array, vstack  # imported late, as all of SciPy

        self.base, self.level = base, level
        face, atoms = base.face, base.atoms
        network = open_part(face, base.loose)
        self.pairs, lows = len(network.position), len(atoms.groupings)
        self.width = self.pairs + lows + 1  # the last column is the gap, where it is looked for
        self.atom = base.pair_atom[network.position]
        settled_pairs = face.taken & ~base.loose.student[face.student]
        settled = np.bincount(base.pair_atom[settled_pairs], minlength=len(atoms.size))
        self.settled: Ints = settled.astype(np.int64)
        if not self.pairs:
            return

        def sums(row: Any, count: int) -> Any:
            entries = (np.ones(self.pairs), (row, np.arange(self.pairs)))
            return csr_array(coo_array(entries, shape=(count, self.width)))

        students = sums(network.tail, network.students)
        offers = sums(network.head - network.students, len(network.places))
        free, must = network.bypass, network.must_offer
        weights = {j: base.weight(j, face) for j in (*base.tied, *([] if level is None else [level]))}
        kept = [weights[j][network.position].astype(np.float64) for j in base.tied]
        kept_right = [base.values[j] - int(weights[j][settled_pairs].sum()) for j in base.tied]
        self.counting = self._rows()
        rows = np.array([self._laid(row) for row in self.counting]).reshape(-1, self.width)
        self.static = int(free.sum()) + int((~must).sum())
        self.above = len(kept)
        loose_rows = [students[np.flatnonzero(free)], offers[np.flatnonzero(~must)]]
        loose_rows += [csr_array(np.append(-w, np.zeros(lows + 1)).reshape(1, -1)) for w in kept]
        self.upper = vstack([*loose_rows, csr_array(rows)]).tocsr()
        self.upper_right = np.concatenate(
            [
                np.ones(int(free.sum())),
                network.places[~must],
                -np.array(kept_right, np.float64),
                [row.right for row in self.counting],
            ]
        )
        self.equal = vstack([students[np.flatnonzero(~free)], offers[np.flatnonzero(must)]]).tocsr()
        self.equal_right = np.concatenate([np.ones(int((~free).sum())), network.places[must]])
        own = np.zeros(len(face.pair), np.int64) if level is None else weights[level]
        self.fixed = int(own[settled_pairs].sum())  # what the settled pairs add to the objective
        self.best, self.lost = np.inf, np.zeros(self.pairs)
        self.cost = np.concatenate([-own[network.position].astype(np.float64), np.zeros(lows), [float(level is None)]])

    def _rows(self) -> list[_Row]:
        base, found = self.base, list[_Row]()
        most = 0.0 if self.level is None else float(base.most_gap) if base.most_gap is not None else 1.0
        for k, _, rate in gap_terms(base):
            now = float(rate @ self.settled)
            found.append(_Row(rate, most - now, (k, -1.0), gap=-float(self.level is None)))
            found.append(_Row(-rate, now, (k, 1.0)))
        if base.least_placed is not None:
            found.append(_Row(-np.ones(len(base.low)), float(int(self.settled.sum()) - base.least_placed)))
        return found

    def _laid(self, row: _Row) -> Floats:
        """The row over pairs and lowest rates."""
        laid = np.zeros(self.width)
        laid[: self.pairs] = row.coefficients[self.atom]
        if row.low is not None:
            laid[self.pairs + row.low[0]] = row.low[1]
        laid[-1] = row.gap
        return laid

    def _extra(self, task: Task, branches: Sequence[Branch | RateBranch]) -> list[_Row]:
        """What the branches add to the rows."""
        laid = [branch.row(self.base) for branch in branches if isinstance(branch, Branch)]
        laid += [window.row(self.base) for window in windows_of(self.base, task, branches)]
        return [_Row(row.astype(np.float64), float(right - row @ self.settled)) for row, right in laid]

    def solve(self, task: Task, branches: Sequence[Branch | RateBranch] = ()) -> Floats | None:
        """Fractional counts of the best relaxed matching under the branches, None where there is none.

        Either way the cut that its prices (or those of its contradiction) propose is added to the base.
        """
        from scipy.sparse import csr_array, hstack, vstack  # imported late, as all of SciPy

        if not self.pairs:
            return np.asarray(self.settled, np.float64)
        extra = self._extra(task, branches)
        upper, right = self.upper, self.upper_right
        if extra:
            upper = vstack([upper, csr_array(np.array([self._laid(row) for row in extra]))]).tocsr()
            right = np.concatenate([right, [row.right for row in extra]])
        lows = self.width - self.pairs - 1
        bounds = [(0.0, None)] * self.pairs + [(-1.0, 2.0)] * lows + [(0.0, None)]
        found = linear(self.cost, A_ub=upper, b_ub=right, A_eq=self.equal, b_eq=self.equal_right, bounds=bounds)
        if found.status == 0:
            self._cut(found, extra, 1)
            if not branches:
                self.best = -float(found.fun)
                self.lost = np.maximum(np.asarray(found.lower.marginals)[: self.pairs], 0)
            open_counts = np.bincount(self.atom, found.x[: self.pairs], minlength=len(self.base.low))
            return np.asarray(open_counts + self.settled, np.float64)
        give = np.zeros((upper.shape[0], 1))
        give[self.static :] = -1.0  # only what ties the counts together gives way
        found = linear(
            np.append(np.zeros(self.width), 1.0),
            A_ub=hstack([upper, csr_array(give)]).tocsr(),
            b_ub=right,
            A_eq=hstack([self.equal, csr_array((self.equal.shape[0], 1))]).tocsr(),
            b_eq=self.equal_right,
            bounds=[*bounds, (0.0, None)],
        )
        if found.status == 0:
            self._cut(found, extra, 0)
        return None

    def whole(self, value: int) -> Ints | None:
        """Whole counts that look better than ``value``: a mixed-integer program, stopped after some nodes.

        A pair that costs the relaxation more than what it is above ``value`` is in no better matching: it is left out.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp  # imported late, as all of SciPy
        from scipy.sparse import coo_array, csr_array, hstack

        if not self.pairs:
            return None
        atoms, lows = len(self.base.low), self.width - self.pairs - 1
        worthwhile = (self.lost <= self.best + self.fixed - value + 1e-6).astype(np.float64)

        def wider(rows: Any) -> Any:
            wide: Any = hstack([rows, csr_array((rows.shape[0], atoms))])
            return wide.tocsr()

        of_atom = coo_array((np.ones(self.pairs), (self.atom, np.arange(self.pairs))), shape=(atoms, self.width))
        tie: Any = hstack([of_atom, -csr_array(np.eye(atoms))])
        found: Any = milp(
            np.append(self.cost, np.zeros(atoms)),
            constraints=[
                LinearConstraint(wider(self.upper), ub=self.upper_right),
                LinearConstraint(wider(self.equal), self.equal_right, self.equal_right),
                LinearConstraint(tie, 0, 0),
            ],
            bounds=Bounds(
                np.concatenate([np.zeros(self.pairs), np.full(lows, -1.0), [0.0], self.base.low - self.settled]),
                np.concatenate([worthwhile, np.full(lows, 2.0), [1.0], self.base.high - self.settled]),
            ),
            integrality=np.append(np.zeros(self.width, np.int64), np.ones(atoms, np.int64)),
            options={"node_limit": _NODES},
        )
        if found.x is None:
            return None
        counts: Ints = np.rint(np.asarray(found.x)[self.width :]).astype(np.int64) + self.settled
        return counts

    def _scale(self, every: Floats, tied: Floats) -> int:
        """What makes the prices whole: exactly, where they are simple fractions, or finely enough."""
        unit, near = 1, 1e-7
        fine = 1 << int(np.ceil(np.log2(20 * max(2, int(self.base.loose.student.sum())))))
        if self.level is None:
            # Prices are shares of groups: fractions with the sizes of the groups that take part.
            sizes = [int(grouping.size[g]) for grouping in self.base.atoms.groupings for g in range(len(grouping.size))]
            two = zip(tied[0::2].tolist(), tied[1::2].tolist(), sizes, strict=False)
            unit, near = lcm(*(size for upper, lower, size in two if max(upper, lower) > 1e-9)), 1e-3
            fine = round(_FINE / max(np.abs(every).max(initial=0), 1e-9))
        for times in _SCALES:
            scale = times * unit
            if scale <= _FINEST and np.abs(every * scale - np.rint(every * scale)).max(initial=0) < near:
                return scale
        return fine

    def _cut(self, found: Any, extra: Sequence[_Row], own: int) -> None:
        """Make a cut of the prices; ``own`` is 1 where the objective takes part."""
        marginals = -np.asarray(found.ineqlin.marginals)[self.static :]
        above, tied = marginals[: self.above], marginals[self.above :]
        price = np.zeros(len(self.base.low))
        for marginal, row in zip(tied.tolist(), [*self.counting, *extra], strict=True):
            price += marginal * row.coefficients
        scale = self._scale(np.concatenate([price, above]), tied)
        factors = [0] * len(self.base.levels)
        for level, value in zip(self.base.tied, above.tolist(), strict=True):
            factors[level] = max(0, round(value * scale))
        if self.level is not None:
            factors[self.level] += own * scale
        with suppress(TooLarge):  # a guide: without this cut the search has less to go by
            self.base.cut(factors, np.rint(price * scale).astype(np.int64))
