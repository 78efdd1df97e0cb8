"""A synthetic school with side constraints of every kind."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from bench.school import school
from matching.instance import GroupPlaces, Instance, SharedCapacity, Together

change = msgspec.structs.replace


def side_school(number: int, students: int, *, part: float = 0.1, **facts: Any) -> Instance:
    """Draw a round; about ``part`` of the offers, and of the students, have each kind of constraint."""
    dice = random.Random(number)
    instance = school(number, students, **facts)
    people = []
    for at, student in enumerate(instance.students):
        together: tuple[Together, ...] = ()
        if dice.random() < part:
            other = instance.students[min(at + 1, len(instance.students) - 1)]
            if other.student_number != student.student_number:
                together = (Together(student_number=other.student_number, must=dice.random() < 0.3),)
        team = (("team", f"T{dice.randrange(6)}"), ("year", dice.choice("123")))
        people.append(change(student, together_with=together, groups=team))
    offers = []
    for offer in instance.offers:
        share, reserve, minimum, shared = (dice.random() < part for _ in range(4))
        offers.append(
            change(
                offer,
                maximum_share=_limit(dice, offer.places // 2) if share else (),
                reserves=_limit(dice, 1) if reserve and offer.places else (),
                minimum=2 if minimum and offer.places > 1 else 0,
                shared_capacity=_shared(int(offer.offer_id[1:]) // 3) if shared else None,
            )
        )
    return change(instance, students=tuple(people), offers=tuple(offers))


def _shared(trainer: int) -> SharedCapacity:
    return SharedCapacity(name=f"trainer {trainer}", places=1 + trainer % 2)


def _limit(dice: random.Random, places: int) -> tuple[GroupPlaces, ...]:
    return (GroupPlaces(grouping="team", value=f"T{dice.randrange(6)}", places=places),)
