"""What counts are worth for a coupled level, by the oracle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.counts.oracle import ask

if TYPE_CHECKING:
    from fractions import Fraction

    import numpy as np
    import numpy.typing as npt

    from matching.engine.counts.base import Base
    from matching.engine.counts.rows import Task

    Ints = npt.NDArray[np.int64]


def judge(base: Base, task: Task, counts: Ints) -> int | Fraction | None:
    """The value of counts; None where they are not possible, or fall short of what is settled.

    The cuts that the answer proves are added to the base.
    """
    if not base.obeys(counts):
        return None
    last = len(base.levels) - 1 if task.level is None else task.level
    if task.is_gap or last < 0:
        found = with_counts(base, counts)
        if isinstance(found, Impossible):
            base.cut(-1, 0, (), -found.atoms)
            return None
        return base.atoms.gap(counts) if task.draw is None else int(task.draw @ counts)
    values = ask(base, counts, last=last).values
    if values is None or len(values) <= last:
        return None
    settled = base.values if task.level is None else base.values[: task.level]
    if any(value != expected for value, expected in zip(values, settled, strict=False)):
        return None
    return values[-1] if task.draw is None else int(task.draw @ counts)
