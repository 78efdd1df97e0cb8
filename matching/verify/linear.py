"""The linear levels below *group gap*: what a pair weighs in each, and what a bound of it means (docs/matching.md)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.verify.classes import Classes
    from matching.verify.eligible import Eligible
    from matching.verify.face import Face

#: The costs of the classes of one level stay within this number.
_DEAREST = 2**12


@dataclass(frozen=True)
class LinearLevel:
    """``worth``: for each student {offer: weight} of his pairs. ``round`` and ``last`` are classes in *worst off*."""

    goal: str
    round: int
    last: int
    base: int
    worth: list[dict[int, int]]
    face: Face

    @cached_property
    def weights(self) -> list[list[int]]:
        """The weights in the order of the pairs of the face; in *worst off* they are made of the classes ``worth``."""
        if self.goal == "placed":
            return [[1] * len(row) for row in self.face.offers_of]
        rows = zip(self.face.offers_of, self.worth, strict=True)
        if self.goal != "worst_off":
            return [[worth[o] for o in row] for row, worth in rows]
        dearest = self.cost(self.round)
        return [[dearest - self.cost(worth[o]) for o in row] for row, worth in rows]

    def cost(self, of_class: int) -> int:
        """What a student in a class costs: the worst of the level most, a better one than the level nothing."""
        return 0 if of_class > self.last else int(self.base ** (self.last - max(of_class, self.round)))

    def value(self) -> int:
        """What the placements weigh."""
        return sum(
            row[o]
            for row, offers, placed in zip(self.weights, self.face.offers_of, self.face.placed, strict=True)
            for o, offer in enumerate(offers)
            if offer == placed
        )

    def least_profile(self, profile: Sequence[int], room: int) -> list[int]:
        """The profile that the level leaves possible, when its bound is ``room`` above its value.

        The costs of a level are the digits of a number with base ``base``: the bound is a number too, and the first
        digit in which the two differ is the first class that is not proven.
        """
        possible = list(profile)
        left = sum(self.cost(c) * profile[c] for c in range(self.round, self.last + 1)) - room
        for c in range(self.round, self.last + 1):
            digit, left = divmod(max(left, 0), self.cost(c))
            if digit != profile[c]:
                possible[c] = digit
                break
        return possible


def linear_levels(
    face: Face, goals: Sequence[str], eligible: Eligible, classes: Classes | None, *, placed_settled: bool
) -> list[LinearLevel]:
    """The levels of ``goals``, in order; ``placed_settled``: whether *placed* stands above the first of them."""
    found: list[LinearLevel] = []
    for goal in goals:
        if goal == "worst_off":
            if classes is not None:
                found += _class_levels(face, classes, 1 if placed_settled else 0)
        else:
            found.append(LinearLevel(goal, 0, 0, 0, eligible, face))
        placed_settled = placed_settled or goal == "placed"
    return found


def _class_levels(face: Face, classes: Classes, first: int) -> Iterator[LinearLevel]:
    base = len(face.offers_of) + 1
    at_once = 1
    while base ** (at_once + 1) <= _DEAREST and at_once < classes.count:
        at_once += 1
    for worst in range(first, classes.count - 1, at_once):
        last = min(worst + at_once, classes.count - 1) - 1
        yield LinearLevel("worst_off", worst, last, base, classes.of, face)
