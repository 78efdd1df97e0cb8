"""What counts are worth for a coupled level, by the oracle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.counts.oracle import ask

if TYPE_CHECKING:
    from fractions import Fraction

    import numpy as np
    import numpy.typing as npt

    from matching.engine.counts.base_face import Base
    from matching.engine.counts.rows import Task

    Ints = npt.NDArray[np.int64]


def judge(base: Base, task: Task, counts: Ints) -> int | Fraction | None:
    """The value of counts; None where they are not possible, or fall short of what is settled.

    The cuts that the answer proves are added to the base.
    """
    if not base.obeys(counts):
        return None
    if task.level is not None:
        return ask(base, counts, task.level)
    found = with_counts(base, counts)
    if isinstance(found, Impossible):
        base.cut_off(found)
        return None
    return base.atoms.gap(counts)
