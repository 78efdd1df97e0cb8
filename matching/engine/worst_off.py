"""Worst off first: classes from worst to best, fewest students in the worst one, then in the next (leximin).

Theory of operation. The number of students in a class is a linear objective, so a class is a level like any other,
and the next class is solved on the face that it leaves. Classes whose number cannot change any more are passed over.

Neighbouring classes share a level where small whole numbers can say it exactly. A student in class c costs one more
than what all students together can cost in the better classes of the level. That is counted on the open part of the
face: each student with the dearest of these classes that he can get into. Ten classes of thousands need a few levels
so, and one student with a list of five thousand needs one. ``_MOST`` keeps the cost of one student at 2^20, as small
as other weights of the engine, far from what 64 bits hold. The best open class costs nothing: it gets whoever is
left.

Costs become weights by turning them round: weight = cost of the worst class of the level - own cost. Without a place
the weight is 0. That is right where the worst class is "no place"; where it is another one, the number of students
without a place is settled already, so that the same constant is added to every matching.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose

    Ints = npt.NDArray[np.int64]

#: No student costs more than this in a level of several classes.
_MOST = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Classes:
    """Classes 0, 1, ..., ``count`` - 1 from worst to best; class 0 is "no place", and only stand-ins are in it."""

    of_pair: Ints  # (pairs of the problem,)
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ClassLevel:
    """The next level: it settles the classes ``first`` .. ``last``; ``weight`` is that of the pairs on the face."""

    first: int
    last: int
    weight: Ints


def next_class_level(face: Face, loose: Loose, classes: Classes, settled: int) -> ClassLevel | None:
    """The level after class ``settled``; None where one profile is left.

    ``settled`` is -1 to begin with, or 0 where *placed* is a goal above.
    """
    of_pair = classes.of_pair[face.pair]
    members = {c: students for c, students in _members(face, loose, of_pair, classes.count) if c > settled}
    undecided = list(members)
    if len(undecided) < 2:
        return None  # the profile adds up to the number of students

    def dearest(size: int) -> int:
        return _costs(members, undecided[:size], len(face.must_student))[undecided[0]]

    taken = undecided[: bisect_right(range(1, len(undecided)), _MOST, key=dearest)]
    costs = np.zeros(classes.count, np.int64)
    for c, cost in _costs(members, taken, len(face.must_student)).items():
        costs[c] = cost
    weight = np.where(of_pair > 0, costs[taken[0]] - costs[of_pair], 0)
    return ClassLevel(first=taken[0], last=taken[-1], weight=weight)


def profile(face: Face, classes: Classes) -> tuple[int, ...]:
    """How many students the matching on the face has in each class, worst class first."""
    counts = np.bincount(classes.of_pair[face.pair[face.taken]], minlength=classes.count)
    counts[0] += len(face.must_student) - int(face.taken.sum())
    return tuple(counts.tolist())


def _members(face: Face, loose: Loose, of_pair: Ints, count: int) -> Iterator[tuple[int, Ints]]:
    """Each class that is one outcome of several for some students, worst first, with these students."""
    unplaced = np.flatnonzero(loose.may_lose | (loose.student & (face.offer_of_student() < 0)))
    if unplaced.size:
        yield 0, unplaced
    pairs = np.flatnonzero(loose.pair | (face.taken & loose.student[face.student]))
    students = len(face.must_student)
    outcomes = np.unique(of_pair[pairs] * students + face.student[pairs])
    ends = np.searchsorted(outcomes, np.arange(1, count + 1) * students)
    for c in range(1, count):
        if ends[c - 1] < ends[c]:
            yield c, outcomes[ends[c - 1] : ends[c]] - c * students


def _costs(members: dict[int, Ints], taken: list[int], students: int) -> dict[int, int]:
    """What one student costs in each class of a level; the worst class stands at ``_MOST`` + 1 where it is more."""
    costs: dict[int, int] = {}
    most = np.zeros(students, np.int64)  # what each student can cost in the classes so far
    together = 0
    for c in reversed(taken):
        costs[c] = together + 1
        if costs[c] > _MOST:
            costs[taken[0]] = _MOST + 1
            break
        together += int((costs[c] - most[members[c]]).sum())
        most[members[c]] = costs[c]
    return costs
