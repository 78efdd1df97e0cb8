"""A part of the round as rows of whole numbers, built once more (docs/matching.md, "Proof in stages")."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.verify.side import Side


class Row(NamedTuple):
    """Sum of factor x variable is at most ``at_most``, or equal to it."""

    factors: dict[int, int]
    at_most: int
    equal: bool = False


class SideModel:
    """The variables with their bounds, the rows, and what each variable stands for."""

    def __init__(
        self,
        side: Side,
        rows_of: dict[int, list[int]],
        groups: dict[tuple[str, str], list[int]],
    ) -> None:
        """``rows_of``: the offers with places of each student of the part, both ascending."""
        self.side = side
        self.students = list(rows_of)
        self.pairs = [(s, o) for s, own in rows_of.items() for o in own]
        self.at = {pair: n for n, pair in enumerate(self.pairs)}
        self.by_student = {s: [self.at[s, o] for o in own] for s, own in rows_of.items()}
        self.by_offer: dict[int, list[int]] = {}
        for n, (_, o) in enumerate(self.pairs):
            self.by_offer.setdefault(o, []).append(n)
        self.groups = groups
        locked = [student.locked_offer is not None for student in side.tables.students]
        self.low = [int(locked[s]) for s, _ in self.pairs]
        self.high = [1] * len(self.pairs)
        self.rows: list[Row] = []
        self._build(locked)

    def _build(self, locked: Sequence[bool]) -> None:
        side = self.side
        opens = {o: self._variable(1) for o in sorted(side.minimum) if o in self.by_offer}
        limits = [limit for limit in side.reserves if limit.offer in self.by_offer]
        self.reserves = [self._variable(limit.places) for limit in limits]
        both = [
            (self.at[a, o], self.at[b, o]) for a, b in side.wishes for _, o in self._pairs_of(a) if (b, o) in self.at
        ]
        self.wishes = [self._variable(1) for _ in both]
        self.counted = {group: self._variable(len(members)) for group, members in self.groups.items()}
        for s, own in self.by_student.items():
            self.rows.append(Row(dict.fromkeys(own, 1), 1, equal=locked[s]))
        for o, own in sorted(self.by_offer.items()):
            self._places(o, own, opens)
        for offers, places in side.shared.values():
            columns = [n for o in offers for n in self.by_offer.get(o, ())]
            if columns:
                self.rows.append(Row(dict.fromkeys(columns, 1), places))
        for limit in side.shares:
            if limit.offer in self.by_offer:
                self.rows.append(Row(dict.fromkeys(self._members(limit.offer, limit.members), 1), limit.places))
        for a, b in side.musts:
            for o in sorted({o for s in (a, b) for _, o in self._pairs_of(s)}):
                found = {self.at[a, o]: 1} if (a, o) in self.at else {}
                self.rows.append(Row(found | ({self.at[b, o]: -1} if (b, o) in self.at else {}), 0, equal=True))
        for limit, variable in zip(limits, self.reserves, strict=True):
            self.rows.append(self._below(variable, self._members(limit.offer, limit.members)))
        for (x, y), variable in zip(both, self.wishes, strict=True):
            self.rows += [self._below(variable, [x]), self._below(variable, [y])]
        for group, variable in self.counted.items():
            members = set(self.groups[group])
            row = self._below(variable, [n for n, (s, _) in enumerate(self.pairs) if s in members])
            self.rows.append(Row(row.factors, 0, equal=True))

    def _variable(self, high: int) -> int:
        self.low.append(0)
        self.high.append(high)
        return len(self.high) - 1

    def _pairs_of(self, s: int) -> list[tuple[int, int]]:
        return [self.pairs[n] for n in self.by_student.get(s, ())]

    def _members(self, o: int, members: frozenset[int]) -> list[int]:
        return [n for n in self.by_offer[o] if self.pairs[n][0] in members]

    @staticmethod
    def _below(variable: int, columns: Sequence[int]) -> Row:
        return Row({**dict.fromkeys(columns, -1), variable: 1}, 0)

    def _places(self, o: int, own: list[int], opens: dict[int, int]) -> None:
        places = self.side.tables.offers[o].places
        if o not in opens:
            self.rows.append(Row(dict.fromkeys(own, 1), places))
            return
        self.rows.append(Row({**dict.fromkeys(own, 1), opens[o]: -places}, 0))
        self.rows.append(Row({**dict.fromkeys(own, -1), opens[o]: self.side.minimum[o]}, 0))
        self.rows += [Row({n: 1, opens[o]: -1}, 0) for n in own]

    def gap_rows(self, gap: Fraction, *, strict: bool) -> list[Row]:
        """Rows that keep every gap at most ``gap``, or below it."""
        found = []
        for (a, x), (b, y) in permutations(self.counted.items(), 2):
            if a[0] == b[0]:
                n, m = len(self.groups[a]), len(self.groups[b])
                most = ceil(gap * n * m) - 1 if strict else floor(gap * n * m)
                found.append(Row({x: m, y: -n}, most))
        return found

    def is_open(self, objective: dict[int, int]) -> bool:
        """Whether the bounds leave the objective more than one value."""
        return any(weight and self.low[n] < self.high[n] for n, weight in objective.items())

    def one_left(self) -> bool:
        """Whether the bounds leave one matching."""
        return all(self.low[n] == self.high[n] for n in range(len(self.pairs)))

    def open_students(self) -> set[int]:
        """Students for whom the bounds leave more than one outcome."""
        return {s for n, (s, _) in enumerate(self.pairs) if self.low[n] < self.high[n]}
