"""Why students stay without a place: the smallest sets of students who have fewer places than they are.

From an unplaced student one can walk: offer that is possible for him -> student who was placed there -> offer that is
possible for that one -> ... Where no walk ends at a free place, every offer that it comes to is full, and the students
on it have no other places than these: he and they are one more than the places, and nobody can be left out of that
count (docs/matching.md, "Bottlenecks"). Unplaced students whose walks come to the same offers share a bottleneck.

Offers that can be walked to from each other are one *knot* here (a strong component), so that each is walked once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from matching.engine.components import strong_components
from matching.places_short import Surroundings, described

if TYPE_CHECKING:
    from matching.eligibility import Eligibility
    from matching.openings import Openings
    from matching.result import Bottleneck
    from matching.rules.columns import Ints


@dataclass(frozen=True, slots=True)
class Bottlenecks:
    """The bottlenecks, largest shortage first, and the one each unplaced student is in; -1 = none."""

    found: tuple[Bottleneck, ...]
    of_student: Ints


def bottlenecks(eligibility: Eligibility, opened: Openings, *, promised: bool) -> Bottlenecks:
    """Find the bottlenecks. ``promised``: extra places are sure to place more students (*placed* is the first goal)."""
    problem = eligibility.problem
    of_student = np.full(len(problem.student_keys), -1, np.int64)
    pairs = np.flatnonzero(opened.useful & (opened.works_at[problem.student] < 0))
    student, offer = problem.student[pairs].astype(np.int64), problem.offer[pairs].astype(np.int64)
    room = np.zeros(of_student.size, np.bool_)
    room[student[opened.roomy[offer]]] = True
    student, offer = student[~room[student]], offer[~room[student]]
    if not student.size:
        return Bottlenecks((), of_student)
    knot, below = _knots(opened, problem.places.size)
    waiting = _by_reach(student, knot[offer], below)
    surroundings = Surroundings(eligibility, opened.works_at)
    order = np.argsort(knot, kind="stable")
    first = np.searchsorted(knot[order], np.arange(len(below) + 1))
    found = []
    for knots, group in waiting:
        offers = np.sort(np.concatenate([order[first[one] : first[one + 1]] for one in knots]))
        mine = np.isin(student, group)
        found.append(
            (group, described(surroundings, offers, np.array(group), student[mine], offer[mine], promised=promised))
        )
    found.sort(key=lambda entry: (-entry[1].shortage, entry[0][0]))
    for number, (group, _) in enumerate(found):
        of_student[group] = number
    return Bottlenecks(
        tuple([msgspec.structs.replace(one, number=number) for number, (_, one) in enumerate(found, 1)]), of_student
    )


def _knots(opened: Openings, offers: int) -> tuple[Ints, list[list[int]]]:
    """The knot of each offer, and the knots that one can walk on to; from offers with room nobody walks here."""
    full = ~opened.roomy[opened.tail]
    tail, head = opened.tail[full], opened.head[full]
    keys = np.unique(tail * offers + head)
    tail, head = np.divmod(keys, offers)
    knot = strong_components(head, np.searchsorted(tail, np.arange(offers + 1)))
    leaves = np.unique(np.stack([knot[tail], knot[head]], axis=1)[knot[tail] != knot[head]], axis=0)
    below: list[list[int]] = [[] for _ in range(int(knot.max()) + 1)]
    for one, other in leaves.tolist():
        below[one].append(other)
    return knot, below


def _by_reach(student: Ints, knot: Ints, below: list[list[int]]) -> list[tuple[list[int], list[int]]]:
    """Unplaced students, ascending, by the set of knots that they can walk to."""
    entered: dict[int, list[int]] = {}
    for one, entry in np.unique(np.stack([student, knot], axis=1), axis=0).tolist():
        entered.setdefault(one, []).append(entry)
    reach = _Reach(below)
    groups: dict[int, list[int]] = {}
    for one, entries in entered.items():
        groups.setdefault(reach.of(tuple(entries)), []).append(one)
    return [(reach.knots(walked), group) for walked, group in groups.items()]


class _Reach:
    """Sets of knots as the bits of a number: a long chain of knots has long sets, and each knot has one."""

    def __init__(self, below: list[list[int]]) -> None:
        self.below = below
        self.met: list[int] = []  # bit -> knot
        self.of_knot: dict[int, int] = {}
        self.of_entries: dict[tuple[int, ...], int] = {}

    def of(self, entries: tuple[int, ...]) -> int:
        """Everything that can be walked to from these knots."""
        if entries not in self.of_entries:
            walked = 0
            for entry in entries:
                self._walk(entry)
                walked |= self.of_knot[entry]
            self.of_entries[entries] = walked
        return self.of_entries[entries]

    def knots(self, walked: int) -> list[int]:
        """The knots of a set."""
        octets = np.frombuffer(walked.to_bytes(-(-walked.bit_length() // 8), "little"), np.uint8)
        return [self.met[bit] for bit in np.flatnonzero(np.unpackbits(octets, bitorder="little")).tolist()]

    def _walk(self, entry: int) -> None:
        """Note the sets of ``entry`` and of every knot on the way, the last ones first; knots have no cycles."""
        path = [entry]
        while path:
            knot = path[-1]
            onward = self.below[knot]
            unknown = [] if knot in self.of_knot else [other for other in onward if other not in self.of_knot]
            if unknown:
                path += unknown
                continue
            path.pop()
            if knot not in self.of_knot:
                walked = 1 << len(self.met)
                self.met.append(knot)
                for other in onward:
                    walked |= self.of_knot[other]
                self.of_knot[knot] = walked
