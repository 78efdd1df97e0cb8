"""The guide: linear and mixed-integer programs over the counts, by HiGHS. What it says is checked by others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from matching.engine.counts.rows import Branch, KnownCut, Task, cut_right, gap_terms
from matching.engine.counts.windows import Window, windows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.windows import RateBranch

    Ints = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]

#: Nodes that HiGHS may look at for one candidate: a limit in work, not in time, so that every machine does the same.
_NODES = 1

#: Columns of a program from which the interior point is the faster one.
_LARGE = 4_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Multipliers:
    """Of the rows, as the guide found them: floats, >= 0. Those of a cut are of the cut divided by its ``size``."""

    cuts: dict[int, float]
    upper: dict[tuple[int, int], float]
    lower: dict[tuple[int, int], float]
    branches: list[float]  # over atoms
    total: float
    windows: list[tuple[Window, float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Relaxed:
    """Fractional counts, the ``objective`` that they would have (for a gap: the gap), and the multipliers.

    ``counts`` is None where no counts are possible at all.
    """

    counts: Floats | None
    objective: float
    multipliers: Multipliers


def linear(cost: Floats, **rest: Any) -> Any:
    """A linear program by HiGHS; SciPy's stubs ask for shapes that arrays here do not tell.

    Large ones go to the interior point, with a simplex clean-up: the levels above make them degenerate, and the simplex
    alone takes six times as long (5,000 students). Where it fails, and for small ones, it is the simplex.
    """
    from scipy.optimize import linprog  # imported late: a command that does not match need not wait for it

    program: Any = linprog
    if len(cost) > _LARGE:
        found = program(cost, method="highs-ipm", **rest)
        if found.status in (0, 2):
            return found
    return program(cost, method="highs", **rest)


class Program:
    """The rows around a point of reference, laid out once for many branches.

    Columns: counts less the reference, then the lowest rate of each grouping, then one for the objective (of a linear
    level: what is above ``best``; the gap itself).
    """

    def __init__(self, base: Base, task: Task, reference: Ints) -> None:
        self.base, self.task, self.reference = base, task, reference
        self.atoms, self.lows = len(reference), len(base.atoms.groupings)
        self.width = self.atoms + self.lows + 1
        self.names: list[tuple[Any, ...]] = []
        cuts, cut_rights = self._of_cuts()
        rows: list[Floats] = []
        rights: list[float] = []
        most = float(base.most_gap) if base.most_gap is not None else 0.0
        for k, g, rate in gap_terms(base):
            now = float(rate @ reference)
            self._add(rows, rights, rate, most - now, -1 if task.is_gap else 0, low=(k, -1))
            self.names.append(("upper", k, g))
            self._add(rows, rights, -rate, now, 0, low=(k, 1))
            self.names.append(("lower", k, g))
        if base.least_placed is not None:
            self._add(rows, rights, -np.ones(self.atoms), int(reference.sum()) - base.least_placed, 0)
            self.names.append(("total",))
        self.rows = np.concatenate([cuts, np.array(rows).reshape(-1, self.width)])
        self.rights = np.array([*cut_rights, *rights])
        self.cost = np.zeros(self.width)
        self.cost[-1] = 1 if task.is_gap else -1
        self.least = np.concatenate([base.low - reference, np.full(self.lows, -1.0), [0 if task.is_gap else -np.inf]])
        self.most = np.concatenate([base.high - reference, np.full(self.lows, 1.0), [np.inf]])

    def _of_cuts(self) -> tuple[Floats, list[float]]:
        """The rows of the cuts that say something here, each divided by its size, and their right sides."""
        task, used, rights = self.task, list[KnownCut](), list[int]()
        target = None if task.is_gap else int(task.best)
        for number, cut in enumerate(self.base.cuts):
            right = cut_right(self.base, cut.told, task, target)
            if right is not None:
                used.append(cut)
                rights.append(right)
                self.names.append(("cut", number))
        rows = np.array([cut.row for cut in used], np.int64).reshape(-1, self.atoms)
        size = np.array([cut.size for cut in used], np.int64)
        laid = np.zeros((len(used), self.width))
        laid[:, : self.atoms] = rows / size[:, None]
        laid[:, -1] = [(cut.told.scale if 0 <= cut.told.level == task.level else 0) / cut.size for cut in used]
        here = (rows @ self.reference).tolist()
        return laid, [(right - now) / cut.size for right, now, cut in zip(rights, here, used, strict=True)]

    def _add(
        self,
        rows: list[Floats],
        rights: list[float],
        counts: Floats,
        right: float,
        objective: float,
        low: tuple[int, int] | None = None,
    ) -> None:
        row = np.zeros(self.width)
        row[: self.atoms] = counts
        row[-1] = objective
        if low is not None:
            row[self.atoms + low[0]] = low[1]
        rows.append(row)
        rights.append(right)

    def _with(self, more: Sequence[Branch | Window]) -> tuple[Floats, Floats]:
        rows = np.zeros((len(more), self.width))
        rights = np.zeros(len(more))
        for number, one in enumerate(more):
            row, right = one.row(self.base)
            rows[number, : self.atoms] = row
            rights[number] = right - int(row @ self.reference)
        return np.concatenate([self.rows, rows]), np.concatenate([self.rights, rights])

    def relaxed(self, every: Sequence[Branch | RateBranch] = ()) -> Relaxed | None:
        """The best fractional counts, or multipliers that show that there are none; None where HiGHS gives up."""
        branches = [branch for branch in every if isinstance(branch, Branch)]
        windows = list(windows_of(self.base, self.task, every))
        rows, rights = self._with([*branches, *windows])
        bounds = np.stack([self.least, self.most], axis=1)
        found = linear(self.cost, A_ub=rows, b_ub=rights, bounds=bounds)
        if found.status == 0:
            objective = float(found.fun) if self.task.is_gap else float(-found.fun)
            counts = found.x[: self.atoms] + self.reference
            multipliers = self._named(found.ineqlin.marginals, windows)
            return Relaxed(counts=counts, objective=objective, multipliers=multipliers)
        # By how much must the rows give way? The multipliers of that program contradict themselves.
        give = np.concatenate([np.zeros(self.width), [1.0]])
        found = linear(
            give,
            A_ub=np.hstack([rows, -np.ones((len(rows), 1))]),
            b_ub=rights,
            bounds=np.concatenate([bounds, [[0, np.inf]]]),
        )
        if found.status != 0:
            return None
        return Relaxed(counts=None, objective=0.0, multipliers=self._named(found.ineqlin.marginals, windows))

    def nearest(self, objective: float, every: Sequence[Branch | RateBranch] = ()) -> Floats | None:
        """The fractional counts of this gap that are nearest to the reference; None where HiGHS gives up."""
        branches = [branch for branch in every if isinstance(branch, Branch)]
        rows, rights = self._with([*branches, *windows_of(self.base, self.task, every)])
        # Two columns for each atom: how many more than in the reference, how many fewer.
        counts, rest, nothing = rows[:, : self.atoms], rows[:, self.atoms :], np.zeros(2 * self.atoms)
        more, fewer = self.most[: self.atoms], -self.least[: self.atoms]
        least = np.concatenate([nothing, self.least[self.atoms :]])
        most = np.concatenate([more, fewer, self.most[self.atoms : -1], [objective + 1e-9]])
        found = linear(
            np.concatenate([nothing + 1, np.zeros(self.width - self.atoms)]),
            A_ub=np.hstack([counts, -counts, rest]),
            b_ub=rights,
            bounds=np.stack([least, most], axis=1),
        )
        if found.status != 0:
            return None
        near: Floats = found.x[: self.atoms] - found.x[self.atoms : 2 * self.atoms] + self.reference
        return near

    def _named(self, marginals: Floats, windows: Sequence[Window]) -> Multipliers:
        own = np.maximum(-np.asarray(marginals), 0)
        cuts: dict[int, float] = {}
        upper: dict[tuple[int, int], float] = {}
        lower: dict[tuple[int, int], float] = {}
        total = 0.0
        for name, multiplier in zip(self.names, own[: len(self.names)].tolist(), strict=True):
            if multiplier <= 0:
                continue
            if name[0] == "cut":
                cuts[name[1]] = multiplier
            elif name[0] == "total":
                total = multiplier
            else:
                (upper if name[0] == "upper" else lower)[name[1], name[2]] = multiplier
        return Multipliers(
            cuts=cuts,
            upper=upper,
            lower=lower,
            branches=own[len(self.names) : len(own) - len(windows)].tolist(),
            total=total,
            windows=[
                (window, multiplier)
                for window, multiplier in zip(windows, own[len(own) - len(windows) :].tolist(), strict=True)
                if multiplier > 0
            ],
        )

    def candidate(self) -> Ints | None:
        """Whole counts that look best; None where none looks better than what is there."""
        best = self._mixed(self.cost, self.most)
        if best is None or not self._better(best):
            return None
        most = self.most.copy()
        if self.task.is_gap:
            # Of all counts with this gap the nearest ones: they are the likeliest to be possible.
            most[-1] = best[-1] + 1e-9
            near = self._mixed(self.cost, most, np.zeros(self.atoms))
            best = best if near is None else near
        return np.rint(best[: self.atoms]).astype(np.int64) + self.reference

    def near(self, counts: Floats) -> Ints | None:
        """The whole counts nearest to fractional ones that could be better than what is there; None: none could."""
        least = self.least[-1]
        self.least[-1] = 1.0 - 1e-6
        found = self._mixed(self.cost, self.most, counts - self.reference)
        self.least[-1] = least
        return None if found is None else np.rint(found[: self.atoms]).astype(np.int64) + self.reference

    def _better(self, found: Floats) -> bool:
        if self.task.is_gap:
            return bool(found[-1] < float(self.task.best) - 1e-12)
        return bool(found[-1] > 0.5)

    def _mixed(self, cost: Floats, most: Floats, centre: Floats | None = None) -> Floats | None:
        """A mixed-integer program; with ``centre`` in the place of ``cost`` the counts nearest to it."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # imported late

        rows, rights = self.rows, self.rights
        least, whole = self.least, np.zeros(self.width, np.int64)
        whole[: self.atoms] = 1
        if centre is not None:
            # One column more for each atom: its distance.
            count = self.atoms
            eye = np.eye(count)
            away = np.zeros((2 * count, self.width + count))
            away[:count, :count], away[:count, self.width :] = eye, -eye
            away[count:, :count], away[count:, self.width :] = -eye, -eye
            rows = np.vstack([np.hstack([rows, np.zeros((len(rows), count))]), away])
            rights = np.concatenate([rights, centre, -centre])
            cost = np.concatenate([np.zeros(self.width), np.ones(count)])
            least = np.concatenate([least, np.zeros(count)])
            most = np.concatenate([most, np.full(count, np.inf)])
            whole = np.concatenate([whole, np.zeros(count, np.int64)])
        found: Any = milp(
            cost,
            constraints=LinearConstraint(rows, ub=rights) if len(rows) else (),
            bounds=Bounds(least, most),
            integrality=whole,
            options={"node_limit": _NODES, "mip_rel_gap": 0.5} if self.task.is_gap else {"node_limit": _NODES},
        )
        return None if found.x is None else np.asarray(found.x[: self.width])
