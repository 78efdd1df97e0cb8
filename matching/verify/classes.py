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

#: The greatest rank that a list of pairs may have where ranks are classes.
MOST_CLASSES = 10_000


@dataclass(frozen=True)
class Classes:
    """``of``: for each student {number of the offer: class}. Class 0 is "no place"; the best is ``count`` - 1.

    Only a stand-in (docs/matching.md, "Fixed counts") is an offer of class 0; it weighs nothing in any level.
    """

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
    who: dict[int, set[int]] = {}
    for s, outcomes in face.open_outcomes().items():
        for o in outcomes:
            who.setdefault(classes.of_outcome(s, o), set()).add(s)
    left = sorted(c for c in who if c > settled)
    if len(left) < 2:
        return None
    # The most classes that fit, found by halving; the best one is never needed.
    fits, too_many = 1, len(left)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if _costs(who, left[:middle]) is None:
            too_many = middle
        else:
            fits = middle
    level = left[:fits]
    cost = _costs(who, level) or {}
    top = cost[level[0]]
    weights = [
        [top - cost.get(c, 0) if (c := classes.of[s][o]) else 0 for o in row] for s, row in enumerate(face.offers_of)
    ]
    return ClassLevel(level[0], level[-1], weights)


def _costs(who: dict[int, set[int]], level: list[int]) -> dict[int, int] | None:
    """One more than all students together can cost in better classes of the level; None where that is too dear."""
    cost: dict[int, int] = {}
    can_cost: dict[int, int] = {}
    together = 0
    for c in reversed(level):
        cost[c] = together + 1
        if cost[c] > _DEAREST:
            return None
        for s in who[c]:
            together += cost[c] - can_cost.get(s, 0)
            can_cost[s] = cost[c]
    return cost
