"""Trees for tiny rounds: counts are halved until one inequality alone contradicts the rest."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from matching.result import CountNode
from tests.pure.matching.counted_world import Counts

#: A leaf without multipliers.
NOTHING = CountNode()


@dataclass(kw_only=True)
class Inequality:
    """Sum of atoms x z <= at_most (< where strict), and the multipliers of a leaf that make it."""

    atoms: list[Fraction]
    at_most: Fraction
    uses: CountNode = NOTHING
    strict: bool = False


class TreeMaker:
    """Halve the counts until one inequality alone contradicts the rest of the box."""

    def __init__(
        self,
        dice: random.Random,
        low: list[int],
        high: list[int],
        known: Callable[[], list[Inequality]],
        exclude: Callable[[Counts], None],
    ) -> None:
        self.dice, self.low, self.high, self.known, self.exclude = dice, low, high, known, exclude
        self.nodes: list[CountNode] = []

    def make(self) -> tuple[CountNode, ...]:
        self.nodes = []
        self._node([])
        return tuple(self.nodes)

    def _node(self, way: list[tuple[int, tuple[int, ...], int]]) -> int:
        number = len(self.nodes)
        self.nodes.append(CountNode())
        low, high = list(self.low), list(self.high)
        for sign, atoms, at_most in way:
            if len(atoms) == 1 and sign > 0:
                high[atoms[0]] = min(high[atoms[0]], at_most)
            elif len(atoms) == 1:
                low[atoms[0]] = max(low[atoms[0]], -at_most)
        leaf = self._leaf(way, low, high)
        point = all(a == b for a, b in zip(low, high, strict=True))
        if leaf is None and point:
            self.exclude(tuple(low))
            leaf = self._leaf(way, low, high)
            assert leaf is not None
        if leaf is not None:
            self.nodes[number] = leaf
            return number
        if len(way) < 2 and self.dice.random() < 0.3:
            atoms = tuple(sorted(self.dice.sample(range(len(low)), self.dice.randint(1, len(low)))))
            at_most = self.dice.randint(0, sum(self.high[a] for a in atoms))
        else:
            atoms = (self.dice.choice([a for a in range(len(low)) if low[a] < high[a]]),)
            at_most = self.dice.randint(low[atoms[0]], high[atoms[0]] - 1)
        fewer = self._node([*way, (1, atoms, at_most)])
        more = self._node([*way, (-1, atoms, -at_most - 1)])
        self.nodes[number] = CountNode(atoms=atoms, at_most=at_most, fewer=fewer, more=more)
        return number

    def _leaf(self, way: list[tuple[int, tuple[int, ...], int]], low: list[int], high: list[int]) -> CountNode | None:
        for at, (sign, atoms, at_most) in enumerate(way):
            row = [Fraction(sign if a in atoms else 0) for a in range(len(low))]
            branch = Inequality(atoms=row, at_most=Fraction(at_most))
            found = self._closed(way, low, high, branch, at)
            if found is not None:
                return found
        for inequality in self.known():
            found = self._closed(way, low, high, inequality, None)
            if found is not None:
                return found
        return None

    def _closed(
        self,
        way: list[tuple[int, tuple[int, ...], int]],
        low: list[int],
        high: list[int],
        row: Inequality,
        own_branch: int | None,
    ) -> CountNode | None:
        least = sum((c * (low[a] if c > 0 else high[a]) for a, c in enumerate(row.atoms)), Fraction(0))
        if least < row.at_most or (least == row.at_most and not row.strict):
            return None
        times = lcm(*(c.denominator for c in row.atoms)) * self.dice.choice((1, 1, 3))
        branches = [0] * len(way)
        if own_branch is not None:
            branches[own_branch] += times
        for a, c in enumerate(row.atoms):
            limit = (-1, (a,), -low[a]) if c > 0 else (1, (a,), high[a])
            if limit in way:  # otherwise the face itself
                branches[way.index(limit)] += int(abs(c) * times)
        return CountNode(
            branches=tuple(branches),
            cuts=tuple((cut, own * times) for cut, own in row.uses.cuts),
            gaps=tuple((g, group, upper * times, lower * times) for g, group, upper, lower in row.uses.gaps),
            total=row.uses.total * times,
        )
