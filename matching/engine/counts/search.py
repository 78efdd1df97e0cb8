"""One coupled level: candidates judged by the oracle, and a tree that proves that nothing is better.

Theory of operation. First a few candidates of the guide are judged. Then a tree of branches over counts grows,
depth first. A node is a leaf when multipliers of the rows contradict a better value under its branches. Where they do
not, the relaxation over pairs under these branches proposes a cut, which holds everywhere; then whole counts are
judged, and fractional ones are divided: sums of groups first. Each whole count is judged once and then cut off, so the
tree ends. A leaf stays one when a better value is found later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base_face import TooLarge
from matching.engine.counts.fixed import not_mixed
from matching.engine.counts.judge import judge
from matching.engine.counts.leaves import leaf_of, nothing_is_smaller, whole_multipliers
from matching.engine.counts.program import Program
from matching.engine.counts.relaxation import Relaxation
from matching.engine.counts.rows import Branch
from matching.engine.counts.splitting import pin, split
from matching.engine.counts.windows import RateBranch, divide_rates
from matching.engine.goal_outcomes import fraction_text
from matching.result import CountNode

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.program import Relaxed
    from matching.engine.counts.rows import Task

    Ints = npt.NDArray[np.int64]

Way = tuple[Branch | RateBranch, ...]

#: Effort for one level, in work and not in time, so that every machine stops at the same point.
_CANDIDATES = 40
_FRUITLESS = 3
_MOST_NODES = 4_000
_CUTS = 40  # of fractional counts of a gap, before the tree
_CUTS_OF_A_NODE = 10
_MANY_ATOMS = 1_000  # from here on it would take hundreds of these cuts: the relaxation is sooner there
_MOST_COLUMNS = 150_000  # columns that the programs of the nodes have, all together
_MOST_PAIRS = 600_000  # pairs that relaxations look at, all together


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The best counts of a level, their ``value``, and the ``bound`` that ``tree`` proves."""

    counts: Ints
    value: int | Fraction
    bound: int | Fraction
    tree: tuple[CountNode, ...]

    @property
    def proven(self) -> bool:
        """Whether nothing is better."""
        return self.value == self.bound


def search(base: Base, task: Task, counts: Ints, over: Callable[[], bool]) -> Found:
    """Find the best counts, starting from ``counts``, which are worth ``task.best``. ``over``: the time is up."""
    found = _Search(base, task, counts, over)
    found.hunt()
    if found.enough:
        return Found(counts=found.counts, value=found.task.best, bound=Fraction(0), tree=nothing_is_smaller(base))
    proven = found.prove()
    # What a mixed-integer program may find is asked for last: it takes longer than most trees.
    return found.prove() if not proven.proven and found.try_whole() else proven


@dataclass(frozen=True, kw_only=True, slots=True)
class Division:
    """Two halves that leave nothing out; which one is likelier to hold better counts."""

    fewer: Branch | RateBranch
    more: Branch | RateBranch
    nearer_is_more: bool

    @classmethod
    def of_atoms(cls, found: tuple[tuple[int, ...], int, bool]) -> Division:
        """Of the sum of some counts."""
        atoms, at_most, nearer_is_more = found
        return cls(
            fewer=Branch(atoms=atoms, at_most=at_most, more=False),
            more=Branch(atoms=atoms, at_most=at_most, more=True),
            nearer_is_more=nearer_is_more,
        )


class _Search:
    def __init__(self, base: Base, task: Task, counts: Ints, over: Callable[[], bool]) -> None:
        self.base, self.task, self.counts, self.over = base, task, counts, over
        self.judged: set[bytes] = set()
        self.relaxation = None if task.level is None or over() else Relaxation(base, task.level)
        self.looked_at = 0  # pairs, by the relaxation
        self.laid: tuple[tuple[int, int | Fraction, bytes], Program] | None = None

    @property
    def enough(self) -> bool:
        """Whether a gap need not be smaller."""
        return self.task.is_gap and self.task.best <= self.task.enough

    def hunt(self) -> None:
        """Judge candidates while they help."""
        if self.relaxation is not None:
            fractional = self._relax(())
            if fractional is not None:
                self._try_near(fractional)
        else:
            self._try_candidates()

    def try_whole(self) -> bool:
        """Whether whole counts that a mixed-integer program over pairs finds are better than what was there."""
        if self.relaxation is None or self.task.is_gap or self.over():
            return False
        whole = self.relaxation.whole(int(self.task.best))
        return whole is not None and whole.tobytes() not in self.judged and self._judge(whole)

    def _try_near(self, fractional: npt.NDArray[np.float64]) -> None:
        """Judge whole counts near those of the relaxation while they help."""
        fruitless = 0
        while fruitless < _FRUITLESS and not self._closed_by_rows():
            whole = self._program().near(fractional)
            if whole is None or whole.tobytes() in self.judged:
                return
            fruitless = 0 if self._judge(whole) else fruitless + 1

    def _try_candidates(self) -> None:
        fruitless = 0
        for _ in range(_CANDIDATES):
            if self.enough or self.over() or fruitless == _FRUITLESS:
                return
            candidate = self._program().candidate()
            if candidate is None or candidate.tobytes() in self.judged:
                return
            fruitless = 0 if self._judge(candidate) else fruitless + 1

    def _program(self) -> Program:
        """The rows at hand, laid out once for as long as nothing is added to them."""
        key = (len(self.base.cuts), self.task.best, self.counts.tobytes())
        if self.laid is None or self.laid[0] != key:
            self.laid = key, Program(self.base, self.task, self.counts)
        return self.laid[1]

    def _closed_by_rows(self) -> bool:
        """Whether the cuts at hand leave nothing better."""
        relaxed = self._program().relaxed()
        return relaxed is not None and relaxed.objective < 1 - 1e-6

    def _relax(self, branches: Way) -> npt.NDArray[np.float64] | None:
        if self.relaxation is None:
            return None
        self.looked_at += self.relaxation.pairs
        return self.relaxation.solve(self.task, branches)

    def _judge(self, counts: Ints) -> bool:
        """Whether they are better than what was there; then they are what is there."""
        self.judged.add(counts.tobytes())
        try:
            value = judge(self.base, self.task, counts)
        except TooLarge:
            return False
        if value is None or not (value < self.task.best if self.task.is_gap else value > self.task.best):
            return False
        self.task, self.counts = replace(self.task, best=value), counts
        return True

    def prove(self) -> Found:
        """Grow the tree."""
        if self.task.is_gap and not self._tightened() and not self.over():
            # Many cuts do not meet where the relaxation over pairs is best: its own prices are one cut that does.
            self.relaxation = Relaxation(self.base, None)
            self._relax(())
        nodes: list[CountNode | None] = [None]
        waiting: list[tuple[int, Way]] = [(0, ())]
        stuck: list[tuple[int, Way]] = []
        most_nodes = min(_MOST_NODES, 1 + _MOST_COLUMNS // max(1, len(self.base.low)))
        while waiting:
            if len(nodes) > most_nodes or self.looked_at > _MOST_PAIRS or self.over():
                break
            number, branches = waiting.pop()
            done = self._visit(branches)
            if self.enough:
                return Found(
                    counts=self.counts, value=self.task.best, bound=Fraction(0), tree=nothing_is_smaller(self.base)
                )
            if done is None:
                stuck.append((number, branches))
            elif isinstance(done, CountNode):
                nodes[number] = done
            else:
                nodes[number] = self._inner(done, len(nodes))
                children = [
                    (len(nodes) + int(more), (*branches, side)) for more, side in enumerate((done.fewer, done.more))
                ]
                nodes += [None, None]
                waiting += children if done.nearer_is_more else reversed(children)
        return self._closed(nodes, [*waiting, *stuck])

    def _tightened(self) -> bool:
        """Add cuts of fractional counts; whether the gap is proven then, or cuts have no more to say."""
        for _ in range(_CUTS):
            relaxed = self._program().relaxed()
            if self.over() or relaxed is None:
                return False
            if leaf_of(self.base, self.task, (), relaxed) is not None:
                return True
            if len(self.base.low) > _MANY_ATOMS:
                return False
            if relaxed.counts is None or not self._cut_off(relaxed, ()):
                return relaxed.counts is not None
        return False

    def _cut_off(self, relaxed: Relaxed, branches: Way) -> bool:
        """Whether a cut says that fractional counts of the best gap are beyond every mixture of matchings.

        Of all counts with this gap the nearest ones to what is there are asked for: so few cuts are enough.
        """
        if relaxed.counts is None or not_mixed(self.base, relaxed.counts) is None:
            return False
        near = self._program().nearest(relaxed.objective, branches)
        why = None if near is None else not_mixed(self.base, near)
        if why is None:
            return False
        self.base.cut_off(why)
        return True

    def _inner(self, division: Division, first: int) -> CountNode:
        """The node of a division; its halves are numbered from ``first``."""
        if isinstance(division.more, Branch):
            more = division.more
            return CountNode(atoms=more.atoms, at_most=more.at_most, fewer=first, more=first + 1)
        number = self.base.atoms.groupings[division.more.k].number
        return CountNode(grouping=number, rate=fraction_text(division.more.rate), fewer=first, more=first + 1)

    def _divided(self, branches: Way, relaxed: Relaxed) -> Division | None:
        """Where the better counts are best divided; None where the fractional ones are whole."""
        if relaxed.counts is None:
            return None
        prices = {
            key: (relaxed.multipliers.upper.get(key, 0.0), relaxed.multipliers.lower.get(key, 0.0))
            for key in (*relaxed.multipliers.upper, *relaxed.multipliers.lower)
        }
        rates = divide_rates(self.base, self.task, branches, relaxed.counts, prices)
        if rates is not None:
            k, rate, above = rates
            return Division(
                fewer=RateBranch(k=k, rate=rate, more=False),
                more=RateBranch(k=k, rate=rate, more=True),
                nearer_is_more=above,
            )
        found = split(self.base, relaxed.counts)
        return None if found is None else Division.of_atoms(found)

    def _visit(self, branches: Way) -> CountNode | Division | None:
        """A leaf, or a division, or None: no way on."""
        relaxed_here, cuts_left = False, _CUTS_OF_A_NODE if self.relaxation is None else 0
        while True:
            relaxed = self._program().relaxed(branches)
            if relaxed is None:
                return None
            leaf = leaf_of(self.base, self.task, branches, relaxed)
            if leaf is not None:
                return leaf
            if self.task.is_gap and cuts_left and not self.over():
                # Where the counts are those of a mixture of matchings, there is no more to say about fractional ones.
                cuts_left = cuts_left - 1 if self._cut_off(relaxed, branches) else 0
                if cuts_left:
                    continue
            useful = not self.task.is_gap or relaxed.counts is None or not_mixed(self.base, relaxed.counts) is not None
            if not relaxed_here and self.relaxation is not None and useful:
                relaxed_here = True
                fractional = self._relax(branches)
                whole = fractional is not None and np.abs(fractional - np.rint(fractional)).max(initial=0) < 1e-6
                if fractional is None or not whole or np.rint(fractional).astype(np.int64).tobytes() in self.judged:
                    continue
                self._judge(np.rint(fractional).astype(np.int64))
                continue
            if relaxed.counts is None:
                return None
            division = self._divided(branches, relaxed)
            if division is not None:
                return division
            counts = np.rint(relaxed.counts).astype(np.int64)
            if counts.tobytes() not in self.judged:
                self._judge(counts)
                if self.enough:
                    return None
                continue
            pinned = pin(self.base, branches, counts)
            return None if pinned is None else Division.of_atoms(pinned)

    def _closed(self, nodes: list[CountNode | None], left: list[tuple[int, Way]]) -> Found:
        """The tree with a leaf for every node that is left, for the best bound that they allow."""
        best = self.task.best
        if not left:
            return self._found(best, nodes)
        if not self.task.is_gap:
            program = self._program()
            ends = [(number, branches, program.relaxed(branches)) for number, branches in left]
            start = int(best)
            top = max(
                (
                    start + floor(end.objective + 1e-6)
                    for _, _, end in ends
                    if end is not None and end.counts is not None
                ),
                default=int(best),
            )
            for bound in (max(top, int(best)), max(top, int(best)) + 1):
                shown = replace(self.task, best=bound)
                filled = list(nodes)
                for number, branches, end in ends:
                    if end is not None:
                        filled[number] = whole_multipliers(self.base, shown, branches, end.multipliers)
                if all(node is not None for node in filled):
                    return self._found(bound, filled)
        return self._at_the_root()

    def _found(self, bound: int | Fraction, nodes: list[CountNode | None]) -> Found:
        tree = tuple(node for node in nodes if node is not None)
        return Found(counts=self.counts, value=self.task.best, bound=bound, tree=tree)

    def _at_the_root(self) -> Found:
        """What the rows alone prove: a tree of one leaf."""
        base, task = self.base, self.task
        relaxed = Program(base, task, self.counts).relaxed()
        if task.is_gap:
            if relaxed is not None and relaxed.counts is not None:
                least = Fraction(max(0, floor(relaxed.objective * 1_000_000) - 1), 1_000_000)
                leaf = whole_multipliers(base, replace(task, best=least), (), relaxed.multipliers)
                if least > 0 and leaf is not None:
                    return self._found(least, [leaf])
            return self._found(Fraction(0), list(nothing_is_smaller(base)))
        cut, _ = base.plain(task.level or 0)
        settled = sum(factor * value for factor, value in zip(cut.above, base.values, strict=False))
        return self._found(cut.constant - settled, [CountNode(cuts=((len(base.cuts) - 1, 1),))])
