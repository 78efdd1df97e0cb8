"""The classes of *worst off first*, derived once more, and the weights of their levels (docs/matching.md)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from matching.verify.worth import ranks_of

if TYPE_CHECKING:
    from matching.policy import Policy
    from matching.verify.eligible import Eligible
    from matching.verify.face import Face
    from matching.verify.tables import Tables

_DEAREST = 2**20


@dataclass(frozen=True)
class Classes:
    """``of``: for each student {number of the offer: class}. Class 0 is "no place"; the best is ``count`` - 1."""

    of: list[dict[int, int]]
    count: int

    def of_outcome(self, s: int, o: int) -> int:
        """The class of student ``s`` with offer ``o``, -1 = none."""
        return 0 if o < 0 else self.of[s][o]


class ClassLevel(NamedTuple):
    """The classes that the level settles, and what its pairs weigh."""

    first: int
    last: int
    weights: list[list[int]]


def classes_of(tables: Tables, eligible: Eligible, policy: Policy) -> Classes:
    """The class of every eligible pair."""
    if policy.worst_off.classes == "utility":
        return Classes([{o: min(utility // 100, 9) + 1 for o, utility in row.items()} for row in eligible], 11)
    ranks, last = _ranks(tables)
    of = [{o: last + 2 - ranks[s][o] if o in ranks[s] else 1 for o in row} for s, row in enumerate(eligible)]
    return Classes(of, last + 2)


def _ranks(tables: Tables) -> tuple[list[dict[int, int]], int]:
    """For each student the rank of the offers that he named, and the last rank of the round."""
    ranks: list[dict[int, int]] = [{} for _ in tables.students]
    if tables.instance.pairs is not None:
        for pair in tables.instance.pairs:
            if pair.rank is not None:
                ranks[tables.student_index[pair.student_number]][tables.offer_index[pair.offer_id]] = pair.rank
        return ranks, max((rank for row in ranks for rank in row.values()), default=0)
    for s, student in enumerate(tables.students):
        for offer_id, rank in ranks_of(student).items():
            if offer_id in tables.offer_index:
                ranks[s][tables.offer_index[offer_id]] = rank
    return ranks, max((len(student.preferences) for student in tables.students), default=0)


def profile(face: Face, classes: Classes) -> tuple[int, ...]:
    """The number of students in each class, worst class first."""
    counts = Counter(classes.of_outcome(s, o) for s, o in enumerate(face.placed))
    return tuple(counts[c] for c in range(classes.count))


def next_class_level(face: Face, classes: Classes, settled: int) -> ClassLevel | None:
    """The level after class ``settled``; None where the profile cannot differ any more.

    The weights are safe whatever the run did: a student in a class costs more than everybody who can get into a better
    class of this level, so the greatest weight is the least profile.
    """
    could_be = Counter(
        c for s, outcomes in face.open_outcomes().items() for c in {classes.of_outcome(s, o) for o in outcomes}
    )
    left = sorted(c for c in could_be if c > settled)
    if len(left) < 2:
        return None
    level, dearest = left[:1], 1
    for c in left[1:-1]:
        dearest *= could_be[c] + 1
        if dearest > _DEAREST:
            break
        level.append(c)
    cost, step = Counter[int](), 1
    for c in reversed(level):
        cost[c] = step
        step *= could_be[c] + 1
    top = cost[level[0]]
    weights = [[top - cost[classes.of[s][o]] for o in row] for s, row in enumerate(face.offers_of)]
    return ClassLevel(level[0], level[-1], weights)
