"""Tiny rounds with groups, and everything that is true of them: every matching, its counts, its gap, its values."""

from __future__ import annotations

import hashlib
import hmac
import random
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

import msgspec

from matching.instance import Instance, Offer, Pair, Student
from matching.policy import Policy
from matching.result import Certificate, GoalOutcome, Placement, Report
from matching.verify.face import Face

Matching = tuple[int, ...]  # for each student the offer, -1 = none
Weights = list[dict[int, int]]  # for each student what each offer weighs
Counts = tuple[int, ...]


@dataclass(kw_only=True)
class Claim:
    """What a run would leave, and what is true of it."""

    instance: Instance
    policy: Policy
    placements: tuple[Placement, ...]
    certificate: Certificate
    report: Report
    statuses: dict[str, str]


def random_round(dice: random.Random, *, most_ranks: int = 3) -> Instance:
    """Up to six students in overlapping groups, with locks and offers without places."""
    n, m = dice.randint(3, 6), dice.randint(2, 4)
    offers = tuple(
        Offer(offer_id=f"O{o}", places=dice.choice((0, 1, 1, 1, 2)), crebos=("25998",), levels=()) for o in range(m)
    )
    left = [offer.places for offer in offers]
    students, pairs = [], []
    density = dice.choice((0.4, 0.7))
    for s in range(n):
        named = [o for o in range(m) if dice.random() < density]
        locked = None
        if dice.random() < 0.12 and (open_to := [o for o in named if left[o]]):
            locked = dice.choice(open_to)
            left[locked] -= 1
        groups = {"team": dice.choice(("a", "b", "c", "")), "place": dice.choice(("here", "there"))}
        students.append(
            Student(
                student_number=f"s{s}",
                crebo="25998",
                level=dice.choice((2, 3, None)),
                failed_applications=dice.choice((0, 1, 7)),
                groups=tuple(sorted(groups.items())),
                locked_offer=None if locked is None else f"O{locked}",
            )
        )
        for o in named:
            rank = dice.choice((None, *range(1, most_ranks + 1)))
            pairs.append(Pair(student_number=f"s{s}", offer_id=f"O{o}", utility=dice.choice((0, 1, 2, 500)), rank=rank))
    return Instance(students=tuple(students), offers=offers, pairs=tuple(pairs))


@dataclass
class World:
    """The round with everything enumerated."""

    instance: Instance
    policy: Policy
    seed: str
    places: list[int] = field(init=False)
    worth: Weights = field(init=False)
    of_class: Weights = field(init=False)
    classes: int = field(init=False)

    def __post_init__(self) -> None:
        offers = [offer.offer_id for offer in self.instance.offers]
        self.places = [offer.places for offer in self.instance.offers]
        numbers = [student.student_number for student in self.instance.students]
        self.worth = [{} for _ in numbers]
        self.of_class = [{} for _ in numbers]
        ranks = [pair.rank for pair in self.instance.pairs or () if pair.rank is not None]
        by_rank = self.policy.worst_off.classes == "rank"
        self.classes = max(ranks, default=0) + 2 if by_rank else 11
        for pair in self.instance.pairs or ():
            s, o = numbers.index(pair.student_number), offers.index(pair.offer_id)
            if self.instance.students[s].locked_offer not in (None, pair.offer_id):
                continue
            self.worth[s][o] = pair.utility
            rank_class = 1 if pair.rank is None else self.classes - pair.rank
            self.of_class[s][o] = rank_class if by_rank else min(pair.utility // 100, 9) + 1

    def matchings(self) -> list[Matching]:
        options = [
            [*([] if student.locked_offer else [-1]), *(o for o in row if self.places[o])]
            for student, row in zip(self.instance.students, self.worth, strict=True)
        ]
        return [
            choice
            for choice in product(*options)
            if all(choice.count(o) <= places for o, places in enumerate(self.places))
        ]

    def profile(self, matching: Matching) -> tuple[int, ...]:
        own = [0 if o < 0 else self.of_class[s][o] for s, o in enumerate(matching)]
        return tuple(own.count(c) for c in range(self.classes))

    def value(self, goal: str, matching: Matching) -> int | tuple[int, ...]:
        if goal == "placed":
            return sum(o >= 0 for o in matching)
        if goal == "satisfaction":
            return sum(self.worth[s][o] for s, o in enumerate(matching) if o >= 0)
        return self.profile(matching)

    def best(self, goal: str, among: list[Matching]) -> list[Matching]:
        values = [self.value(goal, matching) for matching in among]
        wanted = min(values) if goal == "worst_off" else max(values)  # type: ignore[type-var]  # one goal has one kind of value
        return [matching for matching, value in zip(among, values, strict=True) if value == wanted]

    def face(self, placed: Matching) -> Face:
        return Face(
            places=list(self.places),
            offers_of=[sorted(o for o in row if self.places[o]) for row in self.worth],
            must_student=[student.locked_offer is not None for student in self.instance.students],
            must_offer=[False] * len(self.places),
            placed=list(placed),
        )

    # --- groups -------------------------------------------------------------------------------------------------

    def group(self, s: int, grouping: str) -> str:
        student = self.instance.students[s]
        burden = student.failed_applications
        derived = {
            "level": "" if student.level is None else str(student.level),
            "failed_applications": "0" if burden == 0 else "1-2" if burden < 3 else "3-5" if burden < 6 else "6+",
            **dict(student.groups),
        }
        return derived.get(grouping, "")

    def atoms(self) -> tuple[list[int], list[str], list[list[tuple[int, list[int]]]]]:
        """The atom of each student, the labels, and of each grouping (size, atoms) of the groups that count."""
        wanted = self.policy.group_gap
        everybody = range(len(self.worth))
        keys: list[list[str]] = [[] for _ in everybody]
        for grouping in wanted.groupings:
            of = [self.group(s, grouping) for s in everybody]
            for s in everybody:
                keys[s].append(of[s] if of.count(of[s]) >= wanted.min_group_size else "")
        ordered = sorted({tuple(key) for key in keys})
        groupings = []
        for g in range(len(wanted.groupings)):
            names = sorted({key[g] for key in ordered} - {""})
            groupings.append(
                [
                    (sum(key[g] == name for key in keys), [a for a, key in enumerate(ordered) if key[g] == name])
                    for name in names
                ]
            )
        labels = [
            "|".join(f"{name}={group}" for name, group in zip(wanted.groupings, key, strict=True)) for key in ordered
        ]
        return [ordered.index(tuple(key)) for key in keys], labels, groupings

    def gap(self, matching: Matching) -> Fraction:
        """From the students themselves, not from atoms."""
        largest = Fraction(0)
        for grouping in self.policy.group_gap.groupings:
            rates = []
            for name in {self.group(s, grouping) for s in range(len(matching))} - {""}:
                own = [o >= 0 for s, o in enumerate(matching) if self.group(s, grouping) == name]
                if len(own) >= self.policy.group_gap.min_group_size:
                    rates.append(Fraction(sum(own), len(own)))
            largest = max([largest, *(a - b for a in rates for b in rates)])
        return largest


def digest(seed: str, message: str) -> str:
    return hmac.new(seed.encode(), message.encode(), hashlib.sha256).hexdigest()


def text(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def lots(world: World) -> list[int]:
    numbers = [student.student_number for student in world.instance.students]
    order = sorted(numbers, key=lambda number: digest(world.seed, f"lot|{number}"))
    return [order.index(number) + 1 for number in numbers]


def pair_draw(world: World, draw_round: int, s: int, o: int) -> int:
    student, offer = world.instance.students[s].student_number, world.instance.offers[o].offer_id
    return int(digest(world.seed, f"pair|{draw_round}|{student}|{offer}")[:5], 16)


def by_lottery(world: World, among: list[Matching]) -> Matching:
    own = lots(world)
    sums = [sum(len(own) + 1 - own[s] for s, o in enumerate(matching) if o >= 0) for matching in among]
    among = [matching for matching, total in zip(among, sums, strict=True) if total == max(sums)]
    draw_round = 1
    while len(among) > 1:
        draws = [sum(pair_draw(world, draw_round, s, o) for s, o in enumerate(m) if o >= 0) for m in among]
        among = [matching for matching, total in zip(among, draws, strict=True) if total == max(draws)]
        draw_round += 1
    return among[0]


def placements_of(world: World, placed: Matching) -> tuple[Placement, ...]:
    pair_of = {(pair.student_number, pair.offer_id): pair for pair in world.instance.pairs or ()}
    found = []
    for student, o, lot in zip(world.instance.students, placed, lots(world), strict=True):
        if o >= 0:
            pair = pair_of[student.student_number, world.instance.offers[o].offer_id]
            found.append(
                Placement(
                    student_number=pair.student_number,
                    offer_id=pair.offer_id,
                    rank=pair.rank,
                    utility=pair.utility,
                    travel_minutes=None,
                    lot_number=lot,
                )
            )
    return tuple(found)


def report_of(world: World, placed: Matching, outcomes: tuple[GoalOutcome, ...], gap: str) -> Report:
    placements = placements_of(world, placed)
    ranks = ["not_named" if p.rank is None else str(p.rank) for p in placements]
    everybody = range(len(placed))
    groupings: dict[str, object] = {"gap": gap}
    for grouping in world.policy.group_gap.groupings:
        of = [world.group(s, grouping) for s in everybody]
        groupings[grouping] = {
            name: {
                "students": of.count(name),
                "placed": sum(of[s] == name and placed[s] >= 0 for s in everybody),
                "rate": sum(of[s] == name and placed[s] >= 0 for s in everybody) / of.count(name),
            }
            for name in sorted(set(of) - {""})
        }
    return Report(
        status="finished" if all(outcome.proven for outcome in outcomes) else "unproven",
        goals=outcomes,
        students=len(placed),
        offers=len(world.places),
        places=sum(world.places),
        placed=len(placements),
        eligible_pairs=sum(map(len, world.worth)),
        profile={**{rank: ranks.count(rank) for rank in ranks}, "none": len(placed) - len(placements)},
        seed=world.seed,
        input_sha256=world.instance.sha256(),
        policy=msgspec.to_builtins(world.policy),
        versions={},
        seconds=0.0,
        groupings=groupings,
        gap=gap,
    )
