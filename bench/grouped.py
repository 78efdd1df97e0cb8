"""The round of :mod:`bench.school` with four groupings that overlap, and scarcity that follows some of them.

Level, team, location and support, in one of two kinds:

- ``flat``: what the targets are meant for, tens to a few hundred atoms whatever the number of students: 3 levels,
  8 teams that divide the programmes, 5 locations that follow the region where a student lives (one in ten goes
  to school elsewhere), support yes or no. At most 240 atoms.
- ``nested``: harder. Three teams within every programme, so the number of groups grows with the round: about 1,200
  atoms at 20,000 students.

Support ("yes": 5 %) and the lowest level come with fewer offers that can be reached. ``places_per_student`` is met
exactly: places beyond it are taken away, missing ones are added to offers drawn at random.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from bench.school import REGION, school

if TYPE_CHECKING:
    from matching.instance import Instance, Offer, Student

Kind = Literal["flat", "nested"]

#: The groupings of the policy.
GROUPINGS: Final = ("level", "team", "location", "support")

_LOCATIONS: Final = 5
_TEAMS: Final = 8  # flat: in the whole school
_ELSEWHERE: Final = 0.1  # flat: of the students, at a location that is drawn
_TEAMS_NESTED: Final = 3  # a programme
_SUPPORT: Final = 0.05
_LOWEST: Final = 2
_KEPT: Final = 4  # of about eight named offers, by students for whom offers are scarce


def grouped_school(number: int, students: int, places_per_student: float, kind: Kind = "nested") -> Instance:
    """Draw a round with pairs, named offers alone; ``number`` seeds it."""
    drawn = school(number, students, with_pairs=True)
    dice = random.Random(f"groups {number}")
    with_groups = _flat if kind == "flat" else _nested
    people = tuple([with_groups(dice, student) for student in drawn.students])
    scarce = {
        one.student_number for one in people if one.support_needs or (one.level == _LOWEST and dice.random() < 0.5)
    }
    pairs = tuple(
        [pair for pair in drawn.pairs or () if pair.student_number not in scarce or (pair.rank or 0) <= _KEPT]
    )
    offers = _with_places(dice, drawn.offers, round(len(people) * places_per_student))
    return msgspec.structs.replace(drawn, students=people, offers=offers, pairs=pairs)


def _flat(dice: random.Random, student: Student) -> Student:
    here = student.home.east if student.home and student.home.east is not None else 0
    location = min(max(here * _LOCATIONS // REGION, 0), _LOCATIONS - 1)
    if dice.random() < _ELSEWHERE:
        location = dice.randrange(_LOCATIONS)
    return _in_groups(dice, student, f"L{location}", f"T{int(student.crebo) % _TEAMS}")


def _nested(dice: random.Random, student: Student) -> Student:
    team = dice.randrange(_TEAMS_NESTED)
    location = (int(student.crebo) + team) % _LOCATIONS
    return _in_groups(dice, student, f"L{location}", f"{student.crebo}-{team}")


def _in_groups(dice: random.Random, student: Student, location: str, team: str) -> Student:
    return msgspec.structs.replace(
        student,
        groups=(("location", location), ("team", team)),
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
