"""The side constraints, said once more in plain Python (docs/matching.md, "Side constraints")."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from matching.groupings import group_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.instance import GroupPlaces
    from matching.policy import Policy
    from matching.verify.tables import Tables


class Limit(NamedTuple):
    """A number of places of an offer, and the students that it speaks of."""

    offer: int
    members: frozenset[int]
    places: int


class Broken(NamedTuple):
    """A side constraint that the placements break; ``subject`` is an offer, a student or a name."""

    code: str
    subject: str
    facts: dict[str, str | int | None]


def has_side(tables: Tables, policy: Policy) -> bool:
    """Whether the round has something that the plain network cannot say."""
    return (
        policy.rematch is not None
        or any(o.reserves or o.maximum_share or o.minimum > 1 or o.shared_capacity for o in tables.offers)
        or any(s.together_with for s in tables.students)
    )


def goals_in_stages(policy: Policy, *, reserves: bool, together: bool) -> list[str]:
    """The goals of the policy with those that the side constraints bring (docs/matching.md)."""
    goals: list[str] = list(policy.goals)
    if reserves:
        priced = policy.group_gap.price > 0 and "group_gap" in goals
        after = "group_gap" if priced else "placed"
        goals.insert(goals.index(after) + 1 if after in goals else 0, "reserves")
    if together:
        goals.insert(goals.index("satisfaction") if "satisfaction" in goals else len(goals), "together")
    return goals


def goals_of(tables: Tables, policy: Policy) -> list[str]:
    """The goals that the report of a run tells."""
    side = Side(tables)
    return goals_in_stages(policy, reserves=bool(side.reserves), together=bool(side.wishes))


@dataclass(frozen=True)
class Side:
    """Students and offers by number, in the order of their keys."""

    tables: Tables

    @cached_property
    def shared(self) -> dict[str, tuple[list[int], int]]:
        """Offers and places by the name of the shared capacity, sorted by name."""
        found: dict[str, tuple[list[int], int]] = {}
        for o, offer in enumerate(self.tables.offers):
            if offer.shared_capacity is not None:
                found.setdefault(offer.shared_capacity.name, ([], offer.shared_capacity.places))[0].append(o)
        return dict(sorted(found.items()))

    @cached_property
    def shares(self) -> list[Limit]:
        """Maximum shares."""
        return [limit for o, offer in enumerate(self.tables.offers) for limit in self._limits(o, offer.maximum_share)]

    @cached_property
    def reserves(self) -> list[Limit]:
        """Reserves."""
        return [limit for o, offer in enumerate(self.tables.offers) for limit in self._limits(o, offer.reserves)]

    @cached_property
    def minimum(self) -> dict[int, int]:
        """Minimums of 2 and more."""
        return {o: offer.minimum for o, offer in enumerate(self.tables.offers) if offer.minimum > 1}

    @cached_property
    def musts(self) -> list[tuple[int, int]]:
        """Pairs of students of whom one must have the offer of the other."""
        return self._pairs(must=True)

    @cached_property
    def wishes(self) -> list[tuple[int, int]]:
        """Pairs of students of whom one wants the offer of the other; a must is no wish."""
        musts = set(self.musts)
        return [pair for pair in self._pairs(must=False) if pair not in musts]

    @cached_property
    def published(self) -> dict[int, int]:
        """The published offer of each student; both are in the round."""
        given = self.tables.instance.published
        if given is msgspec.UNSET:
            return {}
        return {
            self.tables.student_index[number]: self.tables.offer_index[offer_id]
            for number, offer_id in given
            if number in self.tables.student_index and offer_id in self.tables.offer_index
        }

    def _pairs(self, *, must: bool) -> list[tuple[int, int]]:
        found = set()
        for s, student in enumerate(self.tables.students):
            for other in student.together_with:
                if other.must is must:
                    t = self.tables.student_index[other.student_number]
                    found.add((min(s, t), max(s, t)))
        return sorted(found)

    def _limits(self, o: int, stated: tuple[GroupPlaces, ...]) -> list[Limit]:
        return [Limit(o, self._members(limit.grouping, limit.value), limit.places) for limit in stated]

    def _members(self, grouping: str, value: str) -> frozenset[int]:
        students = enumerate(self.tables.students)
        return frozenset(s for s, student in students if group_of(student, grouping) == value)

    def broken(self, placed: Sequence[int]) -> Iterator[Broken]:
        """What the placements (the offer of each student, -1 = none) break; the re-match is not looked at here."""
        offers, students = self.tables.offers, self.tables.students
        at = Counter(o for o in placed if o >= 0)
        for name, (held, places) in self.shared.items():
            count = sum(at[o] for o in held)
            if count > places:
                yield Broken("over_shared_capacity", name, {"places": places, "placed": count})
        for limit in self.shares:
            count = sum(placed[s] == limit.offer for s in limit.members)
            if count > limit.places:
                facts: dict[str, str | int | None] = {"places": limit.places, "placed": count}
                yield Broken("over_maximum_share", offers[limit.offer].offer_id, facts)
        for o, minimum in self.minimum.items():
            if 0 < at[o] < minimum:
                yield Broken("below_minimum", offers[o].offer_id, {"minimum": minimum, "placed": at[o]})
        for a, b in self.musts:
            if placed[a] != placed[b]:
                other = {"together_with": students[b].student_number}
                yield Broken("not_together", students[a].student_number, {**other})

    def kept(self, placed: Sequence[int]) -> int:
        """Students who have their published offer."""
        return sum(placed[s] == o for s, o in self.published.items())

    def reserved(self, placed: Sequence[int]) -> int:
        """The value of the goal ``reserves``."""
        return sum(min(limit.places, sum(placed[s] == limit.offer for s in limit.members)) for limit in self.reserves)

    def together(self, placed: Sequence[int]) -> int:
        """The value of the goal ``together``."""
        return sum(placed[a] == placed[b] >= 0 for a, b in self.wishes)
