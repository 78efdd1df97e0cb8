"""One stage after another on a model: the best value, its proof, and the narrower model that is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matching.faults import Cancelled
from matching.staged.matrix import matrix_of
from matching.staged.model import Row
from matching.staged.near import near, nearest
from matching.staged.relaxation import LARGE, Leaf, Relaxations, is_whole, leaf_of
from matching.staged.rounding import rounded
from matching.staged.tree import Proof, node_of, prove
from matching.staged.whole import WORK, best_whole
from matching.staged_proof import StagedLevel

if TYPE_CHECKING:
    from collections.abc import Callable

    from matching.staged.budget import Budget
    from matching.staged.matrix import Ints, Matrix
    from matching.staged.model import Model
    from matching.staged.relaxation import Relaxed

#: A first look of CP-SAT, before HiGHS may round and CP-SAT gets all its time.
_FIRST_WORK = 3.0


#: Variables that a search near the prices may leave open, one search after another.
_NEAR = (5_000, 20_000, 60_000)


#: What none exceeds where there is none.
_NOTHING = -(1 << 62)


class Impossible(RuntimeError):
    """No matching obeys the rows: locks contradict the side constraints."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """What a stage came to. ``certified``: the prices prove it; ``bound`` is the solver's where they do not.

    ``most``: what the prices prove.
    """

    value: int
    bound: int
    most: int
    certified: bool = True


class Stages:
    """The stages of one part."""

    def __init__(self, model: Model, budget: Budget, stop: Callable[[], bool]) -> None:
        self.model = model
        self.low, self.high = model.low.copy(), model.high.copy()
        self.rows = list(model.rows)
        self.levels: list[StagedLevel] = []
        self.values: Ints | None = None  # the best solution so far
        self.held: list[Ints] = []  # objectives that are kept at a value which nothing proves to be the best
        self.start: Ints | None = None  # a matching to begin with: no stage ends with less than it has
        self.budget, self.stop = budget, stop
        self._matrix: Matrix | None = None
        self.relaxations = Relaxations()

    @property
    def matrix(self) -> Matrix:
        """All rows of the moment."""
        if self._matrix is None:
            self._matrix = matrix_of(self.rows, self.low.size)
        return self._matrix

    def add(self, row: Row) -> None:
        """One row more."""
        self.rows.append(row)
        self._matrix = None

    def with_rows(self, rows: list[Row], variables: int = 0) -> Matrix:
        """All rows and these, perhaps with more variables, for a question that leaves nothing behind."""
        return matrix_of([*self.rows, *rows], max(self.low.size, variables))

    def fork(self) -> Stages:
        """The same state, to ask other questions of it."""
        other = Stages(self.model, self.budget, self.stop)
        other.low, other.high, other.rows, other.values = self.low, self.high, list(self.rows), self.values
        other.held = list(self.held)
        other.relaxations = Relaxations(self.relaxations.known)
        return other

    def under(self, budget: Budget) -> Stages:
        """The same state and the stages so far, to go on under another budget; these ones are done with."""
        other = self.fork()
        other.levels, other.budget, other.relaxations = self.levels, budget, self.relaxations
        return other

    def again_from_the_start(self, matrix: Matrix) -> Ints | None:
        """The matching to begin with, as long as it obeys everything: then it is as good as what the stages found."""
        start = self.start
        if start is None or (start < self.low).any() or (start > self.high).any() or not matrix.met(start):
            return None
        return start

    def opened(self, objective: Ints) -> bool:
        """Whether the objective can still have more than one value."""
        return bool((objective[self.low < self.high] != 0).any())

    def begin(self) -> None:
        """A first solution, so that there is always one; no budget limits the search for it.

        Raises
        ------
        Impossible
            There is none.
        """
        if self.values is None and self.matrix.met(locked := self.model.counted(self.low)):
            self.values = locked  # the locks alone
        if self.values is None:
            nothing = np.zeros(self.low.size, np.int64)
            self.values = best_whole(
                self.matrix, self.low, self.high, nothing, hint=None, at_most=0, seconds=None
            ).values
        if self.values is None:
            raise Impossible

    def level(self, goal: str, level_round: int, objective: Ints, *, fix: bool = True) -> Reached:
        """Reach the greatest objective, and hold it in the stages to come (``fix``)."""
        self.begin()
        if not self.opened(objective):
            value = int(objective @ self.low)
            return Reached(value=value, bound=value, most=value)
        reached, most, root = self.best(self.matrix, objective)
        if self.values is None:
            raise Impossible
        self.values = self.model.counted(self.values)
        value = int(objective @ self.values)
        proof = self._proof(objective, value, root) if reached.bound <= value else None
        if proof is not None:
            self.levels.append(
                StagedLevel(goal=goal, round=level_round, value=value, bound=value, tree=tuple(proof.nodes))
            )
        else:
            self.levels.append(
                StagedLevel(goal=goal, round=level_round, value=value, bound=most, tree=(node_of(root),))
            )
        if fix:
            self._keep(objective, value, proof, root)
        return Reached(
            value=value, bound=max(reached.bound, value), most=value if proof else most, certified=proof is not None
        )

    def _proof(self, objective: Ints, value: int, root: Leaf) -> Proof | None:
        """The leaf at the root, or a tree."""
        if root.bound() == value:
            proof = Proof(self.low, self.high, value)
            proof.add(root, self.low, self.high)
            return proof
        return prove(
            self.matrix, self.low, self.high, objective, value, value + 1, self.budget.seconds_left, self.relaxations
        )

    def _keep(self, objective: Ints, value: int, proof: Proof | None, root: Leaf) -> None:
        """From now on the objective has this value; or at least this value, where nothing proves that it is the best.

        Where one leaf proves it without room to spare, the solutions that have it are exactly those that meet the rows
        with a price and stay within the bounds: then the sum itself, one row over everything, need not be a row.
        """
        if proof is not None:
            self.low, self.high = proof.low, proof.high
            if proof.tight is not None:
                for number in proof.tight.tolist():
                    self.rows[number] = replace(self.rows[number], equal=True)
                self._matrix = None
                return
        columns = np.flatnonzero(objective)
        if proof is None:
            self.low, self.high, _ = near(root, self.low, self.high, value)
            self.held.append(objective)
        sign = -1 if proof is None else 1
        self.add(Row(columns=columns, factors=sign * objective[columns], at_most=sign * value, equal=proof is not None))

    def best(self, matrix: Matrix, objective: Ints) -> tuple[Reached, int, Leaf]:
        """Find the best solution, keep it in ``values``; the bound, and what the prices at the root prove."""
        if self.stop():
            raise Cancelled
        self.values = self.values if self.values is not None and matrix.met(self.values) else None
        self._better(objective, self.again_from_the_start(matrix))
        if self.budget.over and self.values is not None:
            most, root = self._plain(matrix, objective)
            return Reached(value=int(objective @ self.values), bound=most, most=most), most, root
        relaxed = self.relaxations.solve(matrix, self.low, self.high, objective, self.budget.seconds_left)
        most, root = self._root(matrix, objective, relaxed)
        if relaxed.values is not None and is_whole(relaxed.values):
            whole = np.rint(relaxed.values).astype(np.int64)
            if matrix.met(whole) and int(objective @ whole) == most:
                self.values = whole
                return Reached(value=most, bound=most, most=most), most, root
        bound = most
        if relaxed.values is not None and np.count_nonzero(self.low < self.high) > LARGE:
            bound = self._near_the_prices(matrix, objective, root, bound)
        bound = self._search(matrix, objective, bound, self.low, self.high)
        value = 0 if self.values is None else int(objective @ self.values)
        return Reached(value=value, bound=max(bound, value), most=most), most, root

    def _near_the_prices(self, matrix: Matrix, objective: Ints, root: Leaf, bound: int) -> int:
        """Search where the prices say that the best solutions are, wider where none is; the bound that is known."""
        for variables in _NEAR:
            known = -1 if self.values is None else int(objective @ self.values)
            if known >= bound or self.budget.over:
                break
            low, high, least = nearest(root, self.low, self.high, known, bound, variables)
            if (low > high).any():
                bound = min(bound, least - 1)
                continue
            found = self._search(matrix, objective, bound, low, high)
            bound = min(bound, max(found, least - 1))  # what is better than both would have been in there
        return bound

    def _search(self, matrix: Matrix, objective: Ints, bound: int, low: Ints, high: Ints) -> int:
        """Look for better whole solutions within these bounds; what none of them exceeds."""
        large = np.count_nonzero(low < high) > LARGE
        for ask in (None, _FIRST_WORK, WORK) if large else (_FIRST_WORK, None, WORK):
            if self.values is not None and int(objective @ self.values) >= bound:
                break
            if ask is None:
                found, best = rounded(matrix, low, high, objective, self.budget.seconds_left())
                self._better(objective, found)
                if found is not None and best:
                    bound = min(bound, int(objective @ found))
                continue
            answer = best_whole(
                matrix,
                low,
                high,
                objective,
                hint=self.values,
                at_most=bound,
                seconds=self.budget.seconds_left(),
                work=ask,
            )
            self._better(objective, answer.values)
            bound = answer.bound
            if answer.proven:
                return bound if answer.values is not None else _NOTHING
        return bound

    def _better(self, objective: Ints, found: Ints | None) -> None:
        """Keep the better one."""
        if found is not None and (self.values is None or objective @ found > objective @ self.values):
            self.values = found

    def _root(self, matrix: Matrix, objective: Ints, relaxed: Relaxed) -> tuple[int, Leaf]:
        """The bound that the relaxation proves, and its leaf; without an answer, the best that prices at hand tell."""
        beyond = _NOTHING if relaxed.values is None else int(np.floor(float(objective @ relaxed.values) + 1e-6)) + 1
        leaf = leaf_of(matrix, self.low, self.high, objective, relaxed.prices, scaled=True, beyond=beyond)
        if leaf is not None and relaxed.values is not None:
            return leaf.bound(), leaf
        most, plain = self._plain(matrix, objective)
        return (most, plain) if leaf is None or most <= leaf.bound() else (leaf.bound(), leaf)

    def _plain(self, matrix: Matrix, objective: Ints) -> tuple[int, Leaf]:
        """What holds without any search: nobody brings more than his best pair, which is the price of his own row."""
        prices = np.zeros(matrix.at_most.size, np.int64)
        model = self.model
        opened = self.high[: model.pair.size] > 0
        for row, own in enumerate(model.pairs_of.values()):  # the rows of students come first, in this order
            prices[row] = max(0, int(objective[own][opened[own]].max(initial=0)))
        left = objective - matrix.factors.T @ prices
        most = int(prices @ matrix.at_most) + int(np.where(left > 0, left * self.high, left * self.low).sum())
        return most, Leaf(scale=1, prices=prices, most=most, left=left)
