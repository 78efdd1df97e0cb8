"""The linear levels of the goals below *group gap* (docs/matching.md, "Group gap", 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base_face import LinearLevel

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.problem import Problem
    from matching.engine.worst_off import Classes

    Ints = npt.NDArray[np.int64]

#: No student costs more than this in a level of several classes.
_DEAREST = 1 << 12


def linear_levels(
    goal: str, problem: Problem, face: Face, classes: Classes | None, *, placed_settled: bool
) -> Iterator[LinearLevel]:
    """The levels of one goal."""
    if goal == "placed":
        yield LinearLevel(goal=goal, round=0, weight=np.ones(len(face.pair), np.int64))
    elif goal == "satisfaction":
        yield LinearLevel(goal=goal, round=0, weight=problem.utility[face.pair])
    elif goal == "worst_off" and classes is not None:
        of_pair = classes.of_pair[face.pair]
        for first, last in class_ranges(classes.count, len(face.must_student), placed_settled=placed_settled):
            costs = np.zeros(classes.count, np.int64)
            for c in range(first, last + 1):
                costs[c] = (len(face.must_student) + 1) ** (last - c)
            costs[:first] = costs[first]
            yield LinearLevel(goal=goal, round=first, weight=costs[first] - costs[of_pair])
    else:
        raise NotImplementedError(goal)


def class_ranges(count: int, students: int, *, placed_settled: bool) -> list[tuple[int, int]]:
    """(first, last) class of each level: as many as fit; the best class follows from the others."""
    together = 1
    while (students + 1) ** (together + 1) <= _DEAREST:
        together += 1
    start = 1 if placed_settled else 0
    return [(first, min(first + together, count - 1) - 1) for first in range(start, count - 1, together)]
