"""A part of the round as a whole-number model: variables within bounds, rows, and what the goals count.

The order of variables and rows is part of the certificate (docs/matching.md, "Proof in stages").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from matching.engine.problem import Problem
    from matching.staged.side import Side

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """Sum of factor x variable is at most ``at_most``, or ``equal`` to it."""

    columns: Ints
    factors: Ints
    at_most: int
    equal: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """What a variable that is no pair comes to: the pairs of ``columns`` that are used, ``less`` and ``at_most``."""

    variable: int
    columns: Ints
    at_most: int
    less: int = 0


@dataclass(kw_only=True, slots=True)
class Model:
    """The first variables are the pairs of the part, 0 or 1 each; the others count for goals and minimums."""

    student: Ints  # (pairs,) number in the round
    offer: Ints  # (pairs,)
    pair: Ints  # (pairs,) number in the problem
    low: Ints  # (variables,)
    high: Ints  # (variables,)
    rows: list[Row]
    reserves: Ints  # variables
    wishes: Ints  # variables
    groups: dict[tuple[str, str], tuple[int, int]]  # (grouping, group) -> (variable, students)
    pairs_of: dict[int, Ints] = field(default_factory=dict)  # variables of each student
    counting: list[Counting] = field(default_factory=list)

    def objective(self, columns: Ints, weights: Ints | int = 1) -> Ints:
        """Weights of all variables: ``weights`` for ``columns``, 0 for the others."""
        found = np.zeros(self.low.size, np.int64)
        found[columns] = weights
        return found

    def counted(self, values: Ints) -> Ints:
        """The same pairs, every other variable at what they make of it: a search may leave it lower."""
        found = values.copy()
        for one in self.counting:
            found[one.variable] = max(0, min(int(values[one.columns].sum()) - one.less, one.at_most))
        return found

    def whole_pairs_in(self, low: Ints, high: Ints) -> bool:
        """Whether these bounds leave one matching."""
        return bool((low[: self.pair.size] == high[: self.pair.size]).all())


def build_model(problem: Problem, side: Side, pairs: Ints, groups: dict[tuple[str, str], list[int]]) -> Model:
    """The model of the pairs of a part. ``groups``: the students of each group that counts for *group gap*."""
    return _Builder(problem, side, pairs, groups).model()


class _Builder:
    def __init__(self, problem: Problem, side: Side, pairs: Ints, groups: dict[tuple[str, str], list[int]]) -> None:
        self.side, self.problem, self.pairs, self.groups = side, problem, pairs, groups
        self.student = problem.student[pairs].astype(np.int64)
        self.offer = problem.offer[pairs].astype(np.int64)
        self.by_student = _positions(self.student)
        self.by_offer = _positions(self.offer)
        self.high = [1] * pairs.size
        self.rows: list[Row] = []

    def model(self) -> Model:
        opens = {o: self._variable(1) for o in sorted(self.side.minimum) if o in self.by_offer}
        limits = [limit for limit in self.side.reserves if limit.offer in self.by_offer]
        reserves = [self._variable(limit.places) for limit in limits]
        both = [(x, y) for a, b in self.side.wishes for x, y in self._common(a, b)]
        wishes = [self._variable(1) for _ in both]
        counted = {group: self._variable(len(students)) for group, students in self.groups.items()}
        counting = [Counting(variable, self._at(o), 1) for o, variable in opens.items()]
        for s, columns in self.by_student.items():
            self._row(columns, 1, 1, equal=bool(self.problem.locked_student[s]))
        for o, columns in self.by_offer.items():
            self._places(o, columns, opens)
        for offers, places in self.side.shared:
            columns = np.sort(np.concatenate([self._at(o) for o in offers]))
            if columns.size:
                self._row(columns, 1, places)
        for limit in self.side.shares:
            if limit.offer in self.by_offer:
                self._row(self._members(limit.offer, limit.members), 1, limit.places)
        for a, b in self.side.musts:
            self._must(a, b)
        for limit, variable in zip(limits, reserves, strict=True):
            self._below(variable, self._members(limit.offer, limit.members))
            counting.append(Counting(variable, self._members(limit.offer, limit.members), limit.places))
        for (x, y), variable in zip(both, wishes, strict=True):
            self._below(variable, np.array([x]))
            self._below(variable, np.array([y]))
            counting.append(Counting(variable, np.array([x, y]), 1, less=1))
        for group, variable in counted.items():
            inside = np.flatnonzero(np.isin(self.student, self.groups[group]))
            self._below(variable, inside, equal=True)
            counting.append(Counting(variable, inside, inside.size))
        low = np.zeros(len(self.high), np.int64)
        low[: self.pairs.size] = self.problem.locked_student[self.student]
        return Model(
            student=self.student,
            offer=self.offer,
            pair=self.pairs,
            low=low,
            high=np.array(self.high, np.int64),
            rows=self.rows,
            reserves=np.array(reserves, np.int64),
            wishes=np.array(wishes, np.int64),
            groups={group: (variable, len(self.groups[group])) for group, variable in counted.items()},
            pairs_of=self.by_student,
            counting=counting,
        )

    def _variable(self, high: int) -> int:
        self.high.append(high)
        return len(self.high) - 1

    def _row(self, columns: Ints, factors: Ints | int, at_most: int, *, equal: bool = False) -> None:
        spread = np.broadcast_to(np.asarray(factors, np.int64), columns.shape)
        self.rows.append(Row(columns=columns, factors=spread, at_most=at_most, equal=equal))

    def _below(self, variable: int, columns: Ints, *, equal: bool = False) -> None:
        self._row(np.append(columns, variable), np.append(np.full(columns.size, -1), 1), 0, equal=equal)

    def _places(self, o: int, columns: Ints, opens: dict[int, int]) -> None:
        places = int(self.problem.places[o])
        if o not in opens:
            self._row(columns, 1, places)
            return
        both = np.append(columns, opens[o])
        ones = np.ones(columns.size, np.int64)
        self._row(both, np.append(ones, -places), 0)
        self._row(both, np.append(-ones, self.side.minimum[o]), 0)
        for column in columns.tolist():
            self._row(np.array([column, opens[o]]), np.array([1, -1]), 0)

    def _must(self, a: int, b: int) -> None:
        at = [dict(zip(self.offer[p].tolist(), p.tolist(), strict=True)) for p in (self._of(a), self._of(b))]
        for o in sorted({*at[0], *at[1]}):
            columns = [of[o] for of in at if o in of]
            factors = [factor for of, factor in zip(at, (1, -1), strict=True) if o in of]
            self._row(np.array(columns), np.array(factors), 0, equal=True)

    def _common(self, a: int, b: int) -> Iterable[tuple[int, int]]:
        at = dict(zip(self.offer[self._of(b)].tolist(), self._of(b).tolist(), strict=True))
        return [
            (x, at[o]) for o, x in zip(self.offer[self._of(a)].tolist(), self._of(a).tolist(), strict=True) if o in at
        ]

    def _of(self, s: int) -> Ints:
        return self.by_student.get(s, np.zeros(0, np.int64))

    def _at(self, o: int) -> Ints:
        return self.by_offer.get(o, np.zeros(0, np.int64))

    def _members(self, o: int, members: frozenset[int]) -> Ints:
        columns = self._at(o)
        return columns[[s in members for s in self.student[columns].tolist()]]


def _positions(keys: Ints) -> dict[int, Ints]:
    """Where each key stands, by key."""
    if not keys.size:
        return {}
    order = np.argsort(keys, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(keys[order])) + 1)
    return {int(keys[part[0]]): part for part in parts}
