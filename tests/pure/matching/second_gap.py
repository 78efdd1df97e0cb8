"""A second solver for the whole chain with *group gap*: HiGHS, from docs/matching.md alone.

Nothing of ``matching`` takes part but the words of an instance and a policy: pairs, points, classes and groups are
worked out here once more. Goal after goal is a whole-number program with the goals before it as rows. What HiGHS finds
is rounded, and every row and every value worked out again in whole numbers and fractions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import permutations
from math import ceil, floor

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from matching.instance import Instance, Student
from matching.policy import Policy
from matching.result import Placement

Row = tuple[dict[int, int], int]  # the sum of number x variable is at most
Apart = tuple[int, int, int]  # (one group, another, the most that the one may be ahead)
Matching = frozenset[int]  # pairs
Value = int | Fraction | tuple[int, ...]


class OutOfTime(Exception):
    """HiGHS needs more time for one of the programs than it has: nothing is said."""


@dataclass(frozen=True, kw_only=True)
class Possible:
    """A pair: points, and the class for *worst off first*."""

    student: int
    offer: int
    points: int
    of_class: int


@dataclass(kw_only=True)
class Chain:
    """The goals of a policy one after another; ``values`` has what each of them can be."""

    instance: Instance
    policy: Policy
    pairs: list[Possible] = field(init=False)
    classes: int = field(init=False)
    groups: list[list[int]] = field(init=False)  # the students of each group that counts
    groupings: list[list[int]] = field(init=False)  # the numbers of the groups of each grouping
    rows: list[Row] = field(init=False)
    apart: list[Apart] = field(init=False)
    seconds: float = 10.0  # for each program

    def __post_init__(self) -> None:
        by_rank = self.policy.worst_off.classes == "rank"
        longest = max((len(student.preferences) for student in self.instance.students), default=0)
        self.classes = longest + 2 if by_rank else 11
        self.pairs = []
        for s, student in enumerate(self.instance.students):
            for o, offer in enumerate(self.instance.offers):
                rank = _rank(student, offer.offer_id)
                if student.locked_offer not in (None, offer.offer_id) or student.crebo not in offer.crebos:
                    continue
                if offer.offer_id in student.forbidden_offers:
                    continue
                if student.only_preferences and rank is None and student.locked_offer is None:
                    continue
                points = _points(student, rank)
                banded = 1 + min(points // 100, 9)
                ranked = 1 if rank is None else longest + 2 - rank
                self.pairs.append(Possible(student=s, offer=o, points=points, of_class=ranked if by_rank else banded))
        self.groups, self.groupings, self.apart = [], [], []
        for name in self.policy.group_gap.groupings:
            own = self._groups(name)
            self.groupings.append(list(range(len(self.groups), len(self.groups) + len(own))))
            self.groups += own
        of_student: dict[int, dict[int, int]] = {}
        of_offer: dict[int, dict[int, int]] = {}
        for number, pair in enumerate(self.pairs):
            of_student.setdefault(pair.student, {})[number] = 1
            of_offer.setdefault(pair.offer, {})[number] = 1
        self.rows = [(row, 1) for row in of_student.values()]
        self.rows += [(row, self.instance.offers[o].places) for o, row in of_offer.items()]
        for s, student in enumerate(self.instance.students):
            if student.locked_offer is not None:
                self.rows.append((dict.fromkeys(of_student[s], -1), -1))

    def _groups(self, grouping: str) -> list[list[int]]:
        found: dict[str, list[int]] = {}
        for s, student in enumerate(self.instance.students):
            found.setdefault(_group(student, grouping), []).append(s)
        least = self.policy.group_gap.min_group_size
        return [own for name, own in found.items() if name and len(own) >= least]

    # --- what a matching is worth, in whole numbers ---------------------------------------------------------------

    def gap(self, matching: Matching) -> Fraction:
        placed = {self.pairs[number].student for number in matching}
        largest = Fraction(0)
        for numbers in self.groupings:
            rates = [Fraction(sum(s in placed for s in self.groups[g]), len(self.groups[g])) for g in numbers]
            if rates:
                largest = max(largest, max(rates) - min(rates))
        return largest

    def value(self, goal: str, matching: Matching) -> Value:
        if goal == "placed":
            return len(matching)
        if goal == "satisfaction":
            return sum(self.pairs[number].points for number in matching)
        if goal == "group_gap":
            return self.gap(matching)
        own = [self.pairs[number].of_class for number in matching]
        return len(self.instance.students) - len(own), *(own.count(c) for c in range(1, self.classes))

    def matching(self, placements: Iterable[Placement]) -> Matching:
        """The pairs of a run; one that is not possible here is a KeyError."""
        number_of = {
            (self.instance.students[pair.student].student_number, self.instance.offers[pair.offer].offer_id): number
            for number, pair in enumerate(self.pairs)
        }
        return frozenset(number_of[row.student_number, row.offer_id] for row in placements)

    def meets(self, matching: Matching, more: Iterable[Apart] = ()) -> bool:
        """Whether a matching obeys every row, and every limit between groups."""
        placed = self._placed(matching)
        return all(
            sum(times for number, times in row.items() if number in matching) <= most for row, most in self.rows
        ) and all(
            len(self.groups[other]) * placed[one] - len(self.groups[one]) * placed[other] <= most
            for one, other, most in (*self.apart, *more)
        )

    def _placed(self, matching: Matching) -> list[int]:
        students = {self.pairs[number].student for number in matching}
        return [sum(s in students for s in own) for own in self.groups]

    # --- HiGHS ----------------------------------------------------------------------------------------------------

    def _solve(self, weight: dict[int, int], more: Sequence[Apart] = ()) -> Matching | None:
        """A matching with the greatest sum of weights; None where nothing meets the rows.

        The pairs are the first variables; the placed students of each group are variables too, as it is on these
        that HiGHS has to branch.
        """
        size, count = len(self.pairs), len(self.groups)
        rows = [(row, -np.inf, float(most)) for row, most in self.rows]
        for g, own in enumerate(self.groups):
            members = {number: 1 for number, pair in enumerate(self.pairs) if pair.student in set(own)}
            rows.append((members | {size + g: -1}, 0.0, 0.0))
        for one, other, most in (*self.apart, *more):
            row = {size + one: len(self.groups[other]), size + other: -len(self.groups[one])}
            rows.append((row, -np.inf, float(most)))
        at = [(n, number, times) for n, (row, _, _) in enumerate(rows) for number, times in row.items()]
        index, column, times = zip(*at, strict=True)
        matrix = csr_array((np.array(times, float), (index, column)), shape=(len(rows), size + count))
        cost = np.zeros(size + count)
        cost[list(weight)] = [-own for own in weight.values()]
        found = milp(
            cost,
            constraints=LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows]),
            integrality=np.ones(size + count),
            bounds=(0, [1] * size + [len(own) for own in self.groups]),
            options={"mip_rel_gap": 0.0, "time_limit": self.seconds},
        )
        if found.status == 1:
            raise OutOfTime
        if found.status == 2:
            return None
        assert found.status == 0, found.message
        matching = frozenset(np.flatnonzero(found.x[:size] > 0.5).tolist())
        assert self.meets(matching, more)
        assert -found.mip_dual_bound < sum(weight.get(number, 0) for number in matching) + 0.99
        return matching

    def _most(self, weight: dict[int, int]) -> int:
        """The greatest sum, which from here on every matching has."""
        found = self._solve(weight)
        assert found is not None
        most = sum(weight.get(number, 0) for number in found)
        if any(weight.values()):
            self.rows.append(({number: -own for number, own in weight.items() if own}, -most))
        return most

    def _within(self, gap: Fraction, *, strict: bool = False) -> list[Apart]:
        """For two groups of n and m students of a grouping: m x placed of the one - n x placed of the other."""
        found = []
        for numbers in self.groupings:
            for one, other in permutations(numbers, 2):
                exact = gap * len(self.groups[one]) * len(self.groups[other])
                found.append((one, other, ceil(exact) - 1 if strict else floor(exact)))
        return found

    def _smallest_gap(self) -> Fraction:
        """From one matching to a better one, until HiGHS says that there is none."""
        found = self._solve({})
        assert found is not None
        while (gap := self.gap(found)) > 0:
            better = self._solve({}, self._within(gap, strict=True))
            if better is None:
                break
            assert self.gap(better) < gap
            found = better
        return gap

    # --- the chain ------------------------------------------------------------------------------------------------

    def values(self) -> tuple[dict[str, Value], int | None]:
        """The best value of each goal (of *group_gap* the smallest); and P, where a price may be paid."""
        found: dict[str, Value] = {}
        everybody = dict.fromkeys(range(len(self.pairs)), 1)
        wanted, most = self.policy.group_gap, None
        for goal in self.policy.goals:
            if goal == "placed" and wanted.price:
                best = self._solve(everybody)
                assert best is not None
                most = len(best)
                self.rows.append((dict.fromkeys(everybody, -1), wanted.price - most))
            elif goal == "placed":
                found[goal] = self._most(everybody)
            elif goal == "satisfaction":
                found[goal] = self._most({number: pair.points for number, pair in enumerate(self.pairs)})
            elif goal == "worst_off":
                profile = [len(self.instance.students) - self._most(everybody)]
                for c in range(1, self.classes):
                    inside = {number: -1 for number, pair in enumerate(self.pairs) if pair.of_class == c}
                    profile.append(-self._most(inside))
                found[goal] = tuple(profile)
            else:
                smallest = self._smallest_gap()
                found[goal] = smallest
                self.apart += self._within(max(smallest, Fraction(str(wanted.tolerance))))
                if wanted.price:
                    found["placed"] = self._most(everybody)
        return found, most


def _rank(student: Student, offer_id: str) -> int | None:
    return next((r for r, names in enumerate(student.preferences, 1) if offer_id in names), None)


def _points(student: Student, rank: int | None) -> int:
    """Nobody has a maximum of minutes, coordinates or learning wishes: half of 250, and 150."""
    named = len(student.preferences)
    preference = 600 if not named else 0 if rank is None else 600 * (named + 1 - rank) // named
    return preference + 250 // 2 + 150


def _group(student: Student, grouping: str) -> str:
    if grouping == "programme":
        return student.crebo
    if grouping == "failed_applications":
        times = student.failed_applications
        return "0" if times == 0 else "1-2" if times <= 2 else "3-5" if times <= 5 else "6+"
    return dict(student.groups).get(grouping, "")
