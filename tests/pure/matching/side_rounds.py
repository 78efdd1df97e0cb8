"""Small rounds with side constraints, and what plain enumeration says about them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import msgspec

from matching.groupings import group_of
from matching.instance import GroupPlaces, Instance, Offer, Pair, SharedCapacity, Student, Together
from matching.policy import GroupGap, Policy, Rematch, WorstOff
from matching.verify.lots import draw_of, lots_of

#: An assignment: the offer of each student, in key order, None = no place.
Assignment = tuple[str | None, ...]
GOALS = ("placed", "group_gap", "worst_off", "satisfaction")


def random_round(dice: random.Random) -> tuple[Instance, Policy]:
    """Three to five students, two to four offers, ties, and a few side constraints of any kind."""
    numbers = [f"S{n}" for n in range(dice.randint(3, 5))]
    offer_ids = [f"O{n}" for n in range(dice.randint(2, 4))]
    students = [
        Student(
            student_number=number,
            crebo="25998",
            groups=(("team", dice.choice("AB")), *((("year", dice.choice("12")),) if dice.random() < 0.8 else ())),
            together_with=_together(dice, number, numbers),
        )
        for number in numbers
    ]
    names = {name: dice.randint(0, 3) for name in "xy"}
    offers = [_offer(dice, offer_id, names) for offer_id in offer_ids]
    pairs = tuple(
        Pair(
            student_number=number,
            offer_id=offer_id,
            utility=dice.choice((0, 100, 300, 500)),
            rank=dice.choice((None, 1, 2, 3)),
        )
        for number in numbers
        for offer_id in offer_ids
        if dice.random() < 0.75
    )
    if pairs and dice.random() < 0.25:
        lock = dice.choice(pairs)
        students = [
            msgspec.structs.replace(one, locked_offer=lock.offer_id)
            if one.student_number == lock.student_number
            else one
            for one in students
        ]
    rematch, published = None, msgspec.UNSET
    if dice.random() < 0.3:
        rematch = Rematch(max_changes=dice.randint(0, 2))
        published = tuple((number, dice.choice([*offer_ids, "O-gone"])) for number in numbers if dice.random() < 0.7)
    count = dice.randint(1, 4)
    goals: Any = tuple(dice.sample(GOALS, count))
    price = dice.randint(0, 1) if "placed, group_gap" in ", ".join(goals) else 0
    gap = GroupGap(groupings=("team", "year"), min_group_size=2, tolerance=dice.choice((0.0, 0.0, 0.34)), price=price)
    policy = Policy(
        goals=goals,
        seed=f"seed {dice.random()}",
        group_gap=gap,
        rematch=rematch,
        worst_off=WorstOff(classes=dice.choice(("rank", "utility"))),
    )
    return Instance(students=tuple(students), offers=tuple(offers), pairs=pairs, published=published), policy


def _together(dice: random.Random, number: str, numbers: list[str]) -> tuple[Together, ...]:
    others = [other for other in numbers if other != number]
    if dice.random() < 0.3:
        return (Together(student_number=dice.choice(others), must=dice.random() < 0.5),)
    return ()


def _offer(dice: random.Random, offer_id: str, names: dict[str, int]) -> Offer:
    places = dice.randint(0, 3)

    def limits(least: int) -> tuple[GroupPlaces, ...]:
        if dice.random() < 0.6:
            return ()
        grouping, value = dice.choice((("team", "A"), ("team", "B"), ("year", "1")))
        return (GroupPlaces(grouping=grouping, value=value, places=dice.randint(least, max(places, least))),)

    name = dice.choice("xy")
    return Offer(
        offer_id=offer_id,
        places=places,
        crebos=("25998",),
        reserves=limits(0) if places else (),
        maximum_share=limits(0),
        minimum=dice.choice((0, 0, 1, 2)) if places > 1 else 0,
        shared_capacity=SharedCapacity(name=name, places=names[name]) if dice.random() < 0.3 else None,
    )


class Enumeration:
    """Every assignment that obeys the hard rules, and the values of the goals."""

    def __init__(self, instance: Instance, policy: Policy) -> None:
        self.instance, self.policy = instance, policy
        self.pairs = {(pair.student_number, pair.offer_id): pair for pair in instance.pairs or ()}
        self.students = sorted(instance.students, key=lambda student: student.student_number)
        self.offers = {offer.offer_id: offer for offer in instance.offers}
        numbers = {student.student_number for student in self.students}
        given = () if instance.published is msgspec.UNSET else instance.published
        self.published = {number: offer for number, offer in given if number in numbers}
        self.musts = self._pairs_of(must=True)
        self.wishes = self._pairs_of(must=False) - self.musts
        free = [one for one in self.every() if self.allowed(one)]
        if policy.rematch is not None and free:
            self.most_kept = max(map(self.kept, free))
            free = [one for one in free if self.kept(one) >= self.most_kept - policy.rematch.max_changes]
        self.allowed_ones = free

    def _pairs_of(self, *, must: bool) -> set[frozenset[str]]:
        return {
            frozenset((one.student_number, other.student_number))
            for one in self.students
            for other in one.together_with
            if other.must is must
        }

    def every(self) -> Iterator[Assignment]:
        choices = []
        for student in self.students:
            own = [offer_id for number, offer_id in self.pairs if number == student.student_number]
            choices.append([student.locked_offer] if student.locked_offer else [None, *sorted(own)])
        yield from product(*choices)

    def at(self, one: Assignment, offer_id: str) -> list[Student]:
        return [student for student, own in zip(self.students, one, strict=True) if own == offer_id]

    def allowed(self, one: Assignment) -> bool:
        shared: dict[str, int] = {}
        for offer in self.offers.values():
            here = self.at(one, offer.offer_id)
            if len(here) > offer.places or 0 < len(here) < offer.minimum:
                return False
            for share in offer.maximum_share:
                if sum(group_of(student, share.grouping) == share.value for student in here) > share.places:
                    return False
            if offer.shared_capacity is not None:
                name = offer.shared_capacity.name
                shared[name] = shared.get(name, 0) + len(here)
                if shared[name] > offer.shared_capacity.places:
                    return False
        got = dict(zip([student.student_number for student in self.students], one, strict=True))
        return all(len({got[number] for number in pair}) == 1 for pair in self.musts)

    def kept(self, one: Assignment) -> int:
        got = zip(self.students, one, strict=True)
        return sum(own is not None and self.published.get(student.student_number) == own for student, own in got)

    def gap(self, one: Assignment) -> Fraction:
        gaps = [Fraction(0)]
        for grouping in self.policy.group_gap.groupings:
            groups: dict[str, list[bool]] = {}
            for student, own in zip(self.students, one, strict=True):
                group = group_of(student, grouping)
                if group is not None:
                    groups.setdefault(group, []).append(own is not None)
            counted = [placed for placed in groups.values() if len(placed) >= self.policy.group_gap.min_group_size]
            rates = [Fraction(sum(placed), len(placed)) for placed in counted]
            if len(rates) > 1:
                gaps.append(max(rates) - min(rates))
        return max(gaps)

    def value(self, goal: str, one: Assignment) -> Any:
        """What a goal counts; more is better but for ``group_gap``."""
        placed = [(student, own) for student, own in zip(self.students, one, strict=True) if own is not None]
        if goal == "placed":
            return len(placed)
        if goal == "satisfaction":
            return sum(self.pairs[student.student_number, own].utility for student, own in placed)
        if goal == "reserves":
            return sum(
                min(
                    reserve.places,
                    sum(group_of(s, reserve.grouping) == reserve.value for s in self.at(one, offer.offer_id)),
                )
                for offer in self.offers.values()
                for reserve in offer.reserves
            )
        if goal == "together":
            got = {student.student_number: own for student, own in placed}
            return sum(len({got.get(n) for n in pair}) == 1 and set(pair) <= set(got) for pair in self.wishes)
        if goal == "worst_off":
            return tuple(-count for count in self.profile(one))
        raise NotImplementedError(goal)

    def profile(self, one: Assignment) -> list[int]:
        last = max([pair.rank or 0 for pair in self.pairs.values()], default=0)
        by_rank = self.policy.worst_off.classes == "rank"
        counts = [0] * (last + 2 if by_rank else 11)
        for student, own in zip(self.students, one, strict=True):
            if own is None:
                counts[0] += 1
                continue
            pair = self.pairs[student.student_number, own]
            ranked = 1 if pair.rank is None else last + 2 - pair.rank
            counts[ranked if by_rank else 1 + min(pair.utility // 100, 9)] += 1
        return counts

    def goals(self) -> list[str]:
        goals: list[str] = list(self.policy.goals)
        if any(offer.reserves for offer in self.offers.values()):
            after = "group_gap" if self.policy.group_gap.price else "placed"
            goals.insert(goals.index(after) + 1 if after in goals else 0, "reserves")
        if self.wishes:
            goals.insert(goals.index("satisfaction") if "satisfaction" in goals else len(goals), "together")
        return goals

    def best(self) -> tuple[list[Assignment], dict[str, Any]]:
        """What is best for all goals, and the values in the end (of ``group_gap``: the smallest, or None)."""
        left, values = list(self.allowed_ones), dict[str, Any]()
        price = self.policy.group_gap.price
        for goal in self.goals():
            if goal == "placed" and price:
                most = max(self.value(goal, one) for one in left)
                left = [one for one in left if self.value(goal, one) >= most - price]
            elif goal == "group_gap":
                smallest = min(map(self.gap, left))
                most_gap = max(smallest, self.policy.group_gap.accepted_gap)
                left = [one for one in left if self.gap(one) <= most_gap]
                values[goal] = smallest
                if price:
                    left = self._keep("placed", left, values)
            else:
                left = self._keep(goal, left, values)
        if self.policy.rematch is not None:  # the fewest changes, before any lot
            most_kept = max(map(self.kept, left))
            left = [one for one in left if self.kept(one) == most_kept]
        return left, values

    def _keep(self, goal: str, left: list[Assignment], values: dict[str, Any]) -> list[Assignment]:
        values[goal] = max(self.value(goal, one) for one in left)
        return [one for one in left if self.value(goal, one) == values[goal]]

    def lottery(self, left: list[Assignment]) -> Assignment:
        lots = lots_of(self.students, self.policy.seed)

        def who(one: Assignment) -> int:
            return sum(len(lots) + 1 - lot for lot, own in zip(lots, one, strict=True) if own is not None)

        def where(one: Assignment, draw_round: int) -> int:
            return sum(
                draw_of(self.policy.seed, draw_round, student.student_number, own)
                for student, own in zip(self.students, one, strict=True)
                if own is not None
            )

        most = max(map(who, left))
        left = [one for one in left if who(one) == most]
        for draw_round in range(1, 9):
            sums = [where(one, draw_round) for one in left]
            left = [one for one, drawn in zip(left, sums, strict=True) if drawn == max(sums)]
        assert len(left) == 1
        return left[0]
