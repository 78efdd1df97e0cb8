"""The linear relaxation of a large model: a program that grows by columns, and goes on where it stood (GLOP).

Of a quarter of a million pairs a few in a hundred ever matter. So the program begins with some pairs of each student;
prices of the rows tell which of the others would gain, and those come in, until none would. Its prices then hold for
all columns, whichever are in it. Rows may be added, bounds may change and another objective may come: GLOP goes on from
the basis that it had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.staged.matrix import Ints, Matrix

    Floats = npt.NDArray[np.float64]

#: Columns of one row that begin, or come in at once where many would gain.
_BEST = 3
_MANY = 4_000

#: What a column must gain at least, per unit.
_GAIN = 1e-6

#: Spreads columns of equal worth, so that not everybody begins with the same offers (Knuth's multiplier).
_SPREAD, _BITS = 2_654_435_761, 32


class Stuck(RuntimeError):
    """GLOP gave no answer: another program has to."""


class OutOfTime(Exception):
    """The clock of a budget ended the search; ``prices`` are the last ones, and hold as any prices do."""

    def __init__(self, prices: Floats) -> None:
        super().__init__()
        self.prices = prices


class Program:
    """The relaxation of one model; ``inside``: the columns that are in it."""

    def __init__(self, matrix: Matrix, inside: npt.NDArray[np.bool_] | None = None) -> None:
        """``inside``: columns that begin, from another program; there may be more variables by now."""
        from ortools.linear_solver import pywraplp  # imported late: it costs a second or two

        size = matrix.factors.shape[1]
        swig: Any = pywraplp  # it has no types
        self._solver: Any = swig.Solver.CreateSolver("GLOP")
        self._infinity = self._solver.infinity()
        self._parameters: Any = swig.MPSolverParameters()
        self._parameters.SetIntegerParam(self._parameters.PRESOLVE, self._parameters.PRESOLVE_OFF)
        self._optimal, self._infeasible = swig.Solver.OPTIMAL, swig.Solver.INFEASIBLE
        self._rows: list[Any] = []
        self._columns: dict[int, Any] = {}
        self._eased: list[Any] = []
        self._said: list[tuple[int, bool]] = []
        self.inside = np.zeros(size, np.bool_)
        self._begin = np.zeros(size, np.bool_)
        if inside is not None:
            self._begin[: inside.size] = inside[:size]
            self._begin[inside.size :] = True
        self._low, self._high = np.zeros(size), np.zeros(size)
        self._aims = np.zeros(size)
        self._solver.Objective().SetMaximization()
        self.follow(matrix)

    def follow(self, matrix: Matrix) -> None:
        """The rows of the moment: the same as before, some of them equal now, and perhaps more."""
        self._matrix = matrix
        self._by_column = matrix.factors.tocsc()
        self._by_column.sort_indices()
        self._transposed = matrix.factors.T.tocsr()
        said = list(zip(matrix.at_most.tolist(), matrix.equal.tolist(), strict=True))
        for row, (old, new) in enumerate(zip(self._said, said, strict=False)):
            if old != new:
                self._rows[row].SetBounds(float(new[0]) if new[1] else -self._infinity, float(new[0]))
        for number in range(len(self._rows), len(said)):
            at_most, equal = said[number]
            row = self._solver.Constraint(float(at_most) if equal else -self._infinity, float(at_most))
            self._rows.append(row)
            start, end = matrix.factors.indptr[number : number + 2]
            for column, factor in zip(
                matrix.factors.indices[start:end].tolist(), matrix.factors.data[start:end].tolist(), strict=True
            ):
                if column in self._columns:
                    row.SetCoefficient(self._columns[column], float(factor))
            if self._eased:
                self._ease(number)
        self._said = said

    def solve(self, low: Ints, high: Ints, objective: Ints, seconds_left: Callable[[], float | None]) -> Answer:
        """The best values, None where the rows cannot be met; and the prices, or those that show that they cannot.

        Raises
        ------
        Stuck
            GLOP fails.
        OutOfTime
            The clock ended it.
        """
        wanted = (low != 0) | self._begin
        if not self.inside.any():
            wanted |= self._best_of(objective, np.flatnonzero(low < high))
        self._bound(low, high)
        self._enter(np.flatnonzero(wanted & ~self.inside))
        self._aim(objective)
        try:
            prices = self._grow(low, high, objective, seconds_left)
            if prices is None:
                prices = self._feasible(low, high, seconds_left)
                if prices is not None:
                    return None, prices
                self._aim(objective)
                prices = self._grow(low, high, objective, seconds_left)
            if prices is None:
                raise Stuck
        finally:
            self._forbid_easing()
        values = low.astype(np.float64)
        for column, variable in self._columns.items():
            values[column] = variable.solution_value()
        return values, prices

    def _grow(self, low: Ints, high: Ints, objective: Ints, seconds_left: Callable[[], float | None]) -> Floats | None:
        """Solve, and let columns in that gain, until none does; the prices. None where the rows cannot be met."""
        prices = np.zeros(len(self._rows))
        while True:
            left = seconds_left()
            if left is not None and left <= 0:
                raise OutOfTime(prices)
            self._solver.SetTimeLimit(0 if left is None else max(1, int(left * 1000)))
            status = self._solver.Solve(self._parameters)
            if status == self._infeasible:
                return None
            if status != self._optimal:
                left = seconds_left()
                if left is not None and left <= 0:
                    raise OutOfTime(prices)
                raise Stuck
            prices = np.array([row.dual_value() for row in self._rows])
            gains = objective - self._transposed @ prices
            coming = np.flatnonzero(~self.inside & (low < high) & (gains > _GAIN))
            if not coming.size:
                return prices
            if coming.size > _MANY:
                coming = np.flatnonzero(self._best_of(gains, coming))
            self._enter(coming)

    def _feasible(self, low: Ints, high: Ints, seconds_left: Callable[[], float | None]) -> Floats | None:
        """Prices that show that the rows cannot be met: those of breaking them as little as possible; or None."""
        for number in range(len(self._eased), len(self._rows)):
            self._ease(number)
        for variables in self._eased:
            for variable in variables:
                variable.SetBounds(0.0, self._infinity)
        nothing = np.zeros(low.size, np.int64)
        self._aim(nothing)
        prices = self._grow(low, high, nothing, seconds_left)
        if prices is None:
            raise Stuck
        broken = sum(variable.solution_value() for variables in self._eased for variable in variables)
        self._forbid_easing()
        return prices if broken > _GAIN else None

    def _ease(self, number: int) -> None:
        """Variables that let a row be broken, at a cost; forbidden until they are asked for."""
        found = []
        for factor in (-1.0, 1.0) if self._matrix.equal[number] else (-1.0,):
            variable = self._solver.NumVar(0.0, 0.0, "")
            self._rows[number].SetCoefficient(variable, factor)
            self._solver.Objective().SetCoefficient(variable, -1.0)
            found.append(variable)
        self._eased.append(found)

    def _forbid_easing(self) -> None:
        for variables in self._eased:
            for variable in variables:
                variable.SetBounds(0.0, 0.0)

    def _best_of(self, worth: Ints | Floats, columns: Ints) -> npt.NDArray[np.bool_]:
        """The best columns of each row, of those that have this as their first row: of a student, of a group."""
        found = np.zeros(worth.size, np.bool_)
        said = columns[np.diff(self._by_column.indptr)[columns] > 0]
        found[np.setdiff1d(columns, said)] = True
        first = self._by_column.indices[self._by_column.indptr[said]]
        spread = (said * _SPREAD) % (1 << _BITS)
        order = np.lexsort((spread, -worth[said], first))
        begins = np.flatnonzero(np.append(True, np.diff(first[order]) != 0)) if said.size else said
        place = np.arange(said.size) - np.repeat(begins, np.diff(np.append(begins, said.size)))
        found[said[order[place < _BEST]]] = True
        return found

    def _enter(self, columns: Ints) -> None:
        """Let columns in."""
        starts, rows, factors = self._by_column.indptr, self._by_column.indices, self._by_column.data
        for column in columns.tolist():
            variable = self._solver.NumVar(float(self._low[column]), float(self._high[column]), "")
            for at in range(starts[column], starts[column + 1]):
                self._rows[rows[at]].SetCoefficient(variable, float(factors[at]))
            self._solver.Objective().SetCoefficient(variable, float(self._aims[column]))
            self._columns[column] = variable
        self.inside[columns] = True

    def _bound(self, low: Ints, high: Ints) -> None:
        """Other bounds."""
        for column in np.flatnonzero(self.inside & ((low != self._low) | (high != self._high))).tolist():
            self._columns[column].SetBounds(float(low[column]), float(high[column]))
        self._low, self._high = low.astype(np.float64), high.astype(np.float64)

    def _aim(self, objective: Ints) -> None:
        """Another objective."""
        goal = self._solver.Objective()
        for column in np.flatnonzero(self.inside & (objective != self._aims)).tolist():
            goal.SetCoefficient(self._columns[column], float(objective[column]))
        self._aims = objective.astype(np.float64)


if TYPE_CHECKING:
    Answer = tuple[Floats | None, Floats]
