"""*Group gap* and everything below it: level after level, until the counts are fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base_face import Base, base_of
from matching.engine.counts.fixed import Impossible, stand_ins, with_counts
from matching.engine.counts.levels import linear_levels
from matching.engine.counts.meeting import meet
from matching.engine.counts.oracle import ask
from matching.engine.counts.rows import Task
from matching.engine.counts.search import Found, search
from matching.engine.counts.shuffling import drawn
from matching.engine.goal_outcomes import fraction_text
from matching.result import CountNode, CountsProof, CoupledLevel

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.engine.counts.atoms import Atoms
    from matching.engine.face import Face
    from matching.engine.problem import Problem
    from matching.engine.worst_off import Classes

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What is asked: the goals below *group gap*, whether *placed* is above it and what may be given up for it."""

    tolerance: Fraction
    price: int
    most_placed: int  # meant where price > 0
    placed_above: bool
    below: tuple[str, ...]
    seed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """``face`` has the counts fixed and a matching on it; ``pair`` is the number of the pair, or past the last one."""

    face: Face
    proof: CountsProof
    best: bool  # the matching is known to be best for all goals below, given the counts
    gap: Fraction  # that the counts have
    gap_bound: Fraction  # nothing smaller is possible, or counts as smaller


def settle(
    problem: Problem,
    face: Face,
    atoms: Atoms,
    order: Order,
    classes: Classes | None,
    *,
    begin: Callable[[str], None],
    over: Callable[[], bool],
) -> Settled:
    """Fix the counts. ``face`` is the base face; ``begin`` hears each level, and may stop the run."""
    shuffle = drawn(problem, atoms, order.seed)
    shuffled, origin = shuffle.face(face)
    base = base_of(shuffled, shuffle.atoms(atoms))
    everybody = np.ones(len(atoms.size), np.int64)
    base.cut([], everybody)
    base.cut([], -everybody)
    counts = base.atoms.counts(base.face.offer_of_student() >= 0)
    if order.price:
        base.least_placed = order.most_placed - order.price
    begin("group_gap")
    gap = search(base, Task(best=base.atoms.gap(counts), enough=order.tolerance), counts, over)
    counts = gap.counts
    base.most_gap = max(Fraction(gap.value), order.tolerance)
    levels: list[CoupledLevel] = []
    placed_settled = order.placed_above
    for goal in (*(("placed",) if order.price else ()), *order.below):
        for level in linear_levels(goal, problem, face, classes, placed_settled=placed_settled):
            begin(goal)
            base.levels.append(replace(level, weight=level.weight[origin]))
            found = _linear(base, counts, over)
            counts = found.counts
            base.values.append(int(found.value))
            levels.append(_told(goal, level.round, found))
        placed_settled = placed_settled or goal == "placed"
    last = with_counts(base, counts)
    if isinstance(last, Impossible):
        raise ArithmeticError("counts that were possible are not")
    taken = np.zeros(len(face.pair), np.bool_)
    taken[origin[last.pair[last.taken & (last.pair >= 0)]]] = True
    counts = counts[np.argsort(shuffle.atom)]
    fixed = stand_ins(face, atoms, counts, taken)
    obtained = atoms.gap(counts)
    levels.insert(0, _told("group_gap", 0, replace(gap, value=obtained)))
    proof = CountsProof(
        cuts=tuple(cut.told for cut in base.cuts),
        levels=tuple(levels),
        counts=tuple(counts[shuffle.atom].tolist()),
    )
    return Settled(
        face=replace(fixed, pair=np.where(fixed.pair < 0, len(problem.student), fixed.pair)),
        proof=shuffle.back(proof),
        best=not base.tied,
        gap=obtained,
        gap_bound=obtained if gap.proven or obtained <= order.tolerance else Fraction(gap.bound),
    )


def _linear(base: Base, counts: Ints, over: Callable[[], bool]) -> Found:
    """The last level of the base, from the counts at hand to the best ones.

    Where counts that obey what is settled reach the best value without regard for counts, nothing ties the level to
    the others: the face is narrowed, as for any goal. Mostly they do, and are found soon.
    """
    level = len(base.levels) - 1
    cut, step = base.plain(level)
    tree = (CountNode(cuts=((len(base.cuts) - 1, 1),)),)
    best = cut.constant - sum(factor * own for factor, own in zip(cut.above, base.values, strict=True))
    narrower = base.narrower(step)
    if not base.tied:
        met = meet(narrower, counts, over)
        if met is not None:
            base.narrow(narrower)
            return Found(counts=met, value=best, bound=best, tree=tree)
    value = ask(base, counts, level)
    if value is None:
        raise ArithmeticError("counts that were possible are not")
    if value == best:
        base.narrow(narrower)
        return Found(counts=counts, value=value, bound=value, tree=tree)
    found = search(base, Task(best=value, level=level), counts, over)
    if found.value == best:
        base.narrow(narrower)
    return found


def _told(goal: str, level_round: int, found: Found) -> CoupledLevel:
    def text(value: int | Fraction) -> str:
        if goal == "group_gap":
            return fraction_text(Fraction(value))
        return str(value)

    return CoupledLevel(goal=goal, round=level_round, value=text(found.value), bound=text(found.bound), tree=found.tree)
