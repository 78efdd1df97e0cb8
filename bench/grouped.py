"""The round of :mod:`bench.school` with four groupings that overlap, and scarcity that follows some of them.

Level, team, location and support. A team lies within a programme and a location; support ("yes": 5 %) and the lowest
level come with fewer offers that can be reached. ``places_per_student`` is met exactly: places beyond it are taken
away, missing ones are added to offers drawn at random.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import msgspec

from bench.school import school

if TYPE_CHECKING:
    from matching.instance import Instance, Offer, Student

#: The groupings of the policy.
GROUPINGS: Final = ("level", "team", "location", "support")

_LOCATIONS: Final = 5
_TEAMS: Final = 3  # a programme
_SUPPORT: Final = 0.05
_LOWEST: Final = 2
_KEPT: Final = 4  # of about eight named offers, by students for whom offers are scarce


def grouped_school(number: int, students: int, places_per_student: float) -> Instance:
    """Draw a round with pairs, named offers alone; ``number`` seeds it."""
    drawn = school(number, students, with_pairs=True)
    dice = random.Random(f"groups {number}")
    people = tuple(_with_groups(dice, student) for student in drawn.students)
    scarce = {
        one.student_number for one in people if one.support_needs or (one.level == _LOWEST and dice.random() < 0.5)
    }
    pairs = tuple(pair for pair in drawn.pairs or () if pair.student_number not in scarce or (pair.rank or 0) <= _KEPT)
    offers = _with_places(dice, drawn.offers, round(len(people) * places_per_student))
    return msgspec.structs.replace(drawn, students=people, offers=offers, pairs=pairs)


def _with_groups(dice: random.Random, student: Student) -> Student:
    team = dice.randrange(_TEAMS)
    programme = student.crebo or ""
    location = (int(programme or 0) + team) % _LOCATIONS
    return msgspec.structs.replace(
        student,
        groups=(("location", f"L{location}"), ("team", f"{programme}-{team}")),
        support_needs=("quiet_room",) if dice.random() < _SUPPORT else (),
    )


def _with_places(dice: random.Random, offers: tuple[Offer, ...], wanted: int) -> tuple[Offer, ...]:
    places = [offer.places for offer in offers]
    away = wanted - sum(places)
    while away:
        at = dice.randrange(len(places))
        step = 1 if away > 0 else -1
        if places[at] + step >= 0:
            places[at] += step
            away -= step
    return tuple(msgspec.structs.replace(offer, places=count) for offer, count in zip(offers, places, strict=True))
