"""Worst off first: classes from worst to best, fewest students in the worst one, then in the next (leximin).

Theory of operation. The number of students in a class is a linear objective, so a class is a level like any other, and
the next class is solved on the face that it leaves. Classes whose number cannot change any more are passed over.

Neighbouring classes share a level where small whole numbers can say it exactly. At most ``cap`` students can get into
a class (they are counted on the open part of the face), so a student in class c costs as much as the caps of
all better classes of the level together, and one more: the product of their (cap + 1). ``_MOST`` keeps the cost of one
student below 2^20, as small as other weights of the engine, far from what 64 bits hold. The best open class costs
nothing: it gets whoever is left.

Costs become weights by turning them round: weight = cost of the worst class of the level - own cost. Without a place
the weight is 0. That is right where the worst class is "no place"; where it is another one, the number of students
without a place is settled already, so that the same constant is added to every matching.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose

    Ints = npt.NDArray[np.int64]

#: No student costs more than this in a level of several classes.
_MOST = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Classes:
    """Classes 0, 1, ..., ``count`` - 1 from worst to best; class 0 is "no place", and no pair is in it."""

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
    cap = _caps(face, loose, of_pair, classes.count)
    undecided = [c for c in np.flatnonzero(cap).tolist() if c > settled]
    if len(undecided) < 2:
        return None  # the profile adds up to the number of students
    taken, cost = [undecided[0]], 1
    for c in undecided[1:-1]:
        if cost * (int(cap[c]) + 1) > _MOST:
            break
        cost *= int(cap[c]) + 1
        taken.append(c)
    costs, cost = np.zeros(classes.count, np.int64), 1
    for c in reversed(taken):
        costs[c] = cost
        cost *= int(cap[c]) + 1
    return ClassLevel(first=taken[0], last=taken[-1], weight=costs[taken[0]] - costs[of_pair])


def profile(face: Face, classes: Classes) -> tuple[int, ...]:
    """How many students the matching on the face has in each class, worst class first."""
    counts = np.bincount(classes.of_pair[face.pair[face.taken]], minlength=classes.count)
    counts[0] = len(face.must_student) - int(face.taken.sum())
    return tuple(counts.tolist())


def _caps(face: Face, loose: Loose, of_pair: Ints, count: int) -> Ints:
    """For each class the number of students for whom it is one outcome of several."""
    pairs = np.flatnonzero(loose.pair | (face.taken & loose.student[face.student]))
    outcomes = np.unique(face.student[pairs] * count + of_pair[pairs])
    cap = np.bincount(outcomes % count, minlength=count)
    cap[0] = int((loose.may_lose | (loose.student & (face.offer_of_student() < 0))).sum())
    return cap
