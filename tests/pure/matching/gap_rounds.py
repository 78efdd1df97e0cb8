"""Rounds of some dozens of students in overlapping groups, where programmes and teams do not have equal chances."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from matching.instance import Instance, Offer, Student
from matching.policy import GroupGap, Policy, WorstOff

PROGRAMMES = ("25998", "25655", "25187")
GROUPINGS = ("team", "programme", "failed_applications", "year")


def gap_round(dice: random.Random, *, least: int = 60, most: int = 150) -> Instance:
    """Draw a round: about 0.9, 1.0 or 1.1 places for each student, ties, forbidden offers, locks, closed lists."""
    count = dice.randint(least, most)
    wanted = round(count * dice.choice((0.9, 1.0, 1.1)))
    offers: list[Offer] = []
    while (left := wanted - sum(offer.places for offer in offers)) > 0:
        crebos = dice.choice(PROGRAMMES), *([dice.choice(PROGRAMMES)] if dice.random() < 0.2 else [])
        places = min(left, dice.choice((1, 1, 2, 3, 5)))
        offers.append(Offer(offer_id=f"O{len(offers):03d}", places=places, crebos=tuple(sorted(set(crebos)))))
    offers += [Offer(offer_id=f"P{number}", places=0, crebos=PROGRAMMES) for number in range(2)]
    students = tuple(_student(dice, number, offers) for number in range(count))
    return Instance(students=_locked(dice, students, offers), offers=tuple(offers))


def _student(dice: random.Random, number: int, offers: list[Offer]) -> Student:
    """Some teams send more students with a short, closed list than others."""
    team = dice.choice("ABCCDDE") if dice.random() < 0.95 else ""
    crebo = dice.choices(PROGRAMMES, (5, 3, 2))[0]
    own = [offer.offer_id for offer in offers if crebo in offer.crebos]
    closed = dice.random() < {"A": 0.9, "B": 0.6, "C": 0.4, "D": 0.7, "E": 0.2}.get(team, 0.5)
    named = dice.sample(own, min(len(own), dice.randint(1, 3) if closed else dice.choice((0, 3, 6))))
    classes: list[list[str]] = []
    for offer_id in named:  # a third of the wishes are as wanted as the one before
        if classes and dice.random() < 0.33:
            classes[-1].append(offer_id)
        else:
            classes.append([offer_id])
    return Student(
        student_number=f"s{number:03d}",
        crebo=crebo,
        preferences=tuple(tuple(wish) for wish in classes),
        only_preferences=closed,
        failed_applications=dice.choice((0, 0, 1, 2, 3, 6)),
        forbidden_offers=tuple(dice.sample(own, min(len(own), dice.choice((0, 0, 0, 1, 2))))),
        groups=(("team", team), ("year", dice.choice("1234"))),
    )


def _locked(dice: random.Random, students: tuple[Student, ...], offers: list[Offer]) -> tuple[Student, ...]:
    """About one in twenty has a place already, named or not."""
    left = {offer.offer_id: offer.places for offer in offers}
    found = []
    for student in students:
        possible = [
            offer.offer_id
            for offer in offers
            if left[offer.offer_id] and student.crebo in offer.crebos and offer.offer_id not in student.forbidden_offers
        ]
        if possible and dice.random() < 0.05:
            lock = dice.choice(possible)
            left[lock] -= 1
            found.append(msgspec.structs.replace(student, locked_offer=lock))
        else:
            found.append(student)
    return tuple(found)


def gap_policy(dice: random.Random, goals: tuple[str, ...]) -> Policy:
    """Two to four groupings; a tolerance, a price, another smallest group now and then."""
    can_pay = "placed, group_gap" in ", ".join(goals)
    names: Any = tuple(dice.sample(GROUPINGS, dice.randint(2, 4)))
    given: Any = goals
    return Policy(
        goals=given,
        seed="a published seed",
        worst_off=WorstOff(classes=dice.choice(("rank", "rank", "utility"))),
        group_gap=GroupGap(
            groupings=names,
            tolerance=dice.choice((0.0, 0.0, 0.02, 0.1)),
            price=dice.choice((0, 0, 1, 3)) if can_pay else 0,
            min_group_size=dice.choice((1, 5, 10, 20)),
        ),
    )
