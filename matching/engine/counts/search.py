"""One coupled level: candidates from the guide, judged by the oracle, until a tree proves that nothing is better."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base import TooLarge
from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.counts.oracle import ask
from matching.engine.counts.program import Program
from matching.engine.counts.rows import Task
from matching.engine.counts.tree import grow, nothing_is_smaller, whole_multipliers
from matching.result import CountNode

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.engine.counts.base import Base

    Ints = npt.NDArray[np.int64]

#: Effort for one level, in work and not in time, so that every machine stops at the same point.
MOST_CANDIDATES = 400
MOST_NODES = 4_000


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
    if task.is_gap and task.best <= task.enough:
        return _enough(base, task, counts)
    judged: set[bytes] = set()
    tree: tuple[CountNode, ...] = ()
    for _ in range(MOST_CANDIDATES):
        if over():
            break
        candidate = Program(base, task, counts).candidate()
        if candidate is None or candidate.tobytes() in judged:
            grown = grow(base, task, counts, judged, most_nodes=MOST_NODES)
            tree, candidate = grown.tree, grown.open_counts
            if candidate is None:
                break
        judged.add(candidate.tobytes())
        try:
            value = _judge(base, task, candidate)
        except TooLarge:
            break
        if value is not None and (value < task.best if task.is_gap else value > task.best):
            task, counts = replace(task, best=value), candidate
            if task.is_gap and value <= task.enough:
                return _enough(base, task, counts)
    if tree:
        return Found(counts=counts, value=task.best, bound=task.best, tree=tree)
    bound, tree = _bound(base, task, counts)
    return Found(counts=counts, value=task.best, bound=bound, tree=tree)


def _enough(base: Base, task: Task, counts: Ints) -> Found:
    """A gap that need not be smaller."""
    return Found(counts=counts, value=task.best, bound=Fraction(0), tree=nothing_is_smaller(base))


def _judge(base: Base, task: Task, counts: Ints) -> int | Fraction | None:
    """What counts are worth; None where they are not possible, or fall short of what is settled."""
    if not base.obeys(counts):
        return None
    if task.is_gap:
        found = with_counts(base, counts)
        if isinstance(found, Impossible):
            base.cut(-1, 0, (), -found.atoms)
            return None
        return base.atoms.gap(counts)
    if not base.levels:
        found = with_counts(base, counts)
        if isinstance(found, Impossible):
            base.cut(-1, 0, (), -found.atoms)
            return None
        values: tuple[int, ...] = ()
    else:
        last = len(base.levels) - 1 if task.level is None else task.level
        answer = ask(base, counts, last=last).values
        if answer is None or len(answer) <= last:
            return None
        values = answer
    settled = base.values if task.level is None else base.values[: task.level]
    if any(value != expected for value, expected in zip(values, settled, strict=False)):
        return None
    if task.draw is not None:
        return int(task.draw @ counts)
    return values[-1]


def _bound(base: Base, task: Task, counts: Ints) -> tuple[int | Fraction, tuple[CountNode, ...]]:
    """What the rows alone prove: a tree of one leaf."""
    relaxed = Program(base, task, counts).relaxed()
    if task.is_gap:
        if relaxed is not None and relaxed.counts is not None:
            least = Fraction(max(0, floor(relaxed.objective * 1_000_000) - 1), 1_000_000)
            shown = replace(task, best=least)
            leaf = whole_multipliers(base, shown, (), relaxed.multipliers)
            if least > 0 and leaf is not None:
                return least, (leaf,)
        return Fraction(0), nothing_is_smaller(base)
    if relaxed is not None and relaxed.counts is not None:
        top = relaxed.objective + (int(task.draw @ counts) if task.draw is not None else int(task.best))
        for bound in (floor(top + 1e-6), floor(top) + 1, floor(top) + 1_000):
            shown = replace(task, best=max(bound, int(task.best)))
            leaf = whole_multipliers(base, shown, (), relaxed.multipliers)
            if leaf is not None:
                return int(shown.best), (leaf,)
    return _plain(base, task)


def _plain(base: Base, task: Task) -> tuple[int, tuple[CountNode, ...]]:
    """What one cut of the level alone proves; for a draw, what all students together would be worth."""
    if task.draw is not None:
        return int(task.draw @ base.high), (CountNode(better=1),)
    level = task.level or 0
    cut, _ = base.cut(level, 1, (0,) * level, np.zeros(len(base.low), np.int64))
    return cut.constant, (CountNode(cuts=((len(base.cuts) - 1, 1),)),)
