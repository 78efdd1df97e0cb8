"""What is known about counts, as rows "sum of c(a) x z(a) <= d": the same rows for the guide and for the proof."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.result import CountCut

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """What to look for: counts that are better than ``best``.

    ``level`` is the number of a linear level; None for *group gap*.
    """

    best: int | Fraction
    level: int | None = None
    enough: Fraction = Fraction(0)  # a gap that counts as none

    @property
    def is_gap(self) -> bool:
        """Whether the gap itself is made smaller."""
        return self.level is None


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """Atoms that together place at most so many students, or (``more``) more than that."""

    atoms: tuple[int, ...]
    at_most: int
    more: bool

    def row(self, base: Base) -> tuple[Ints, int]:
        """As a row over the counts, and its right side."""
        row = np.zeros(len(base.low), np.int64)
        row[list(self.atoms)] = -1 if self.more else 1
        return row, -(self.at_most + 1) if self.more else self.at_most


class KnownCut:
    """A cut of the base, with what is asked of it again and again: its row, "row x counts <= ...", and its size.

    ``size`` is its greatest multiplier of a count: divided by it, rows of very different cuts can be compared.
    """

    __slots__ = ("row", "size", "told")

    def __init__(self, told: CountCut) -> None:
        self.told = told
        self.row: Ints = -np.array(told.atoms, np.int64)
        self.size = max(1, int(np.abs(self.row).max(initial=0)))


def cut_right(base: Base, cut: CountCut, task: Task, target: int | None) -> int | None:
    """The right side of the row of a cut. ``target`` is the objective that is looked for; None leaves its term out.

    None where the cut says nothing here: it is about a later level.
    """
    right = cut.constant
    if cut.level >= 0:
        if task.level is None or cut.level > task.level:
            return None
        right -= sum(factor * base.values[j] for j, factor in enumerate(cut.above))
        if cut.level == task.level:
            right -= cut.scale * (target or 0)
        else:
            right -= cut.scale * base.values[cut.level]
    return right


def gap_terms(base: Base) -> list[tuple[int, int, npt.NDArray[np.float64]]]:
    """(number of the grouping, number of the group, coefficients of its rate)."""
    return [
        (k, g, grouping.member[g] / grouping.size[g])
        for k, grouping in enumerate(base.atoms.groupings)
        for g in range(len(grouping.groups))
    ]
