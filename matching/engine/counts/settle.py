"""*Group gap* and everything below it: level after level, until the counts are fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base import Base, base_of
from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.counts.levels import count_draws, linear_levels
from matching.engine.counts.oracle import ask
from matching.engine.counts.rows import Task
from matching.engine.counts.search import Found, search
from matching.engine.loose import loose_part
from matching.result import CountsProof, CoupledLevel

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
    base = base_of(face, loose_part(face), atoms)
    for sign in (1, -1):
        base.cut(-1, 0, (), np.full(len(atoms.size), sign, np.int64))
    counts = atoms.counts(face.offer_of_student() >= 0)
    if order.price:
        base.least_placed = order.most_placed - order.price
    levels: list[CoupledLevel] = []
    begin("group_gap")
    gap = search(base, Task(best=atoms.gap(counts), enough=order.tolerance), counts, over)
    counts = gap.counts
    base.most_gap = max(Fraction(gap.value), order.tolerance)
    placed_settled = order.placed_above
    for goal in (*(("placed",) if order.price else ()), *order.below):
        for level in linear_levels(goal, problem, face, classes, placed_settled=placed_settled):
            begin(goal)
            base.levels.append(level)
            counts, found = _linear(base, counts, over)
            base.values.append(int(found.value))
            levels.append(_told(goal, level.round, found))
        placed_settled = placed_settled or goal == "placed"
    begin("counts")
    draw = count_draws(atoms.labels, order.seed)
    found = search(base, Task(best=int(draw @ counts), draw=draw), counts, over)
    levels.append(_told("counts", 0, found))
    fixed = with_counts(base, found.counts)
    if isinstance(fixed, Impossible):
        raise ArithmeticError("counts that were possible are not")
    obtained = atoms.gap(found.counts)
    levels.insert(0, _told("group_gap", 0, replace(gap, value=obtained)))
    pair = np.append(face.pair, len(problem.student))[fixed.pair]
    return Settled(
        face=replace(fixed, pair=pair),
        proof=CountsProof(cuts=tuple(base.cuts), levels=tuple(levels), counts=tuple(found.counts.tolist())),
        gap=obtained,
        gap_bound=obtained if gap.proven or obtained <= order.tolerance else Fraction(gap.bound),
    )


def _linear(base: Base, counts: Ints, over: Callable[[], bool]) -> tuple[Ints, Found]:
    """The last level of the base: from the counts at hand to the best ones."""
    level = len(base.levels) - 1
    values = ask(base, counts, last=level).values
    if values is None or len(values) <= level:
        raise ArithmeticError("counts that were possible are not")
    found = search(base, Task(best=values[-1], level=level), counts, over)
    return found.counts, found


def _told(goal: str, level_round: int, found: Found) -> CoupledLevel:
    def text(value: int | Fraction) -> str:
        if goal == "group_gap":
            exact = Fraction(value)
            return f"{exact.numerator}/{exact.denominator}"
        return str(value)

    return CoupledLevel(goal=goal, round=level_round, value=text(found.value), bound=text(found.bound), tree=found.tree)
