"""Seeded rounds with more students than places, in which every rule that a talk can change stands in somebody's way."""

from __future__ import annotations

import datetime as dt
import random

from matching.instance import Instance, Offer, Spot, Student, Travel

_FEB, _MARCH, _JULY = dt.date(2027, 2, 1), dt.date(2027, 3, 1), dt.date(2027, 7, 9)


def tight_round(dice: random.Random, *, students: int = 8, offers: int = 5, locks: float = 0.15) -> Instance:
    """Draw a round. Half of the students have a place within reach that some rule keeps from them."""
    zones = [f"12{number}" for number in range(10, 14)]
    names = [f"O{number}" for number in range(offers)]
    works = tuple(
        Offer(
            offer_id=name,
            places=dice.choice((0, 1, 1, 1, 2)),
            crebos=dice.choice((("25998",), ("25998",), ("25743",), ("25743", "25998"))),
            start_date=dice.choice((None, _FEB, _MARCH)),
            end_date=dice.choice((None, _FEB + dt.timedelta(days=20), _JULY)),
            days=dice.choice(((), (), ("mo", "tu"))),
            days_per_week=dice.choice((None, None, 3)),
            work=Spot(zone=dice.choice(zones)),
            support_offered=dice.choice(((), ("rest",))),
            status=dice.choice(("open",) * 6 + ("closed",)),
        )
        for name in names
    )
    people = [_student(dice, f"S{number}", zones, names) for number in range(students)]
    left = {work.offer_id: work.places for work in works}
    for index, person in enumerate(people):
        open_to = [
            work.offer_id
            for work in works
            if work.status == "open" and person.crebo in work.crebos and left[work.offer_id]
        ]
        if open_to and dice.random() < locks:
            chosen = dice.choice(open_to)
            left[chosen] -= 1
            people[index] = Student(student_number=person.student_number, crebo=person.crebo, locked_offer=chosen)
    trips = tuple(
        Travel(home_zone=home, work_zone=work, transport="bike", minutes=dice.randrange(5, 80, 5))
        for home in zones
        for work in zones
    )
    return Instance(students=tuple(people), offers=works, travel=trips)


def _student(dice: random.Random, number: str, zones: list[str], names: list[str]) -> Student:
    named = dice.sample(names, dice.randint(0, 3))
    return Student(
        student_number=number,
        crebo=dice.choice(("25998", "25998", "25743")),
        start_date=dice.choice((None, None, _FEB, _MARCH)),
        end_date=dice.choice((None, None, _FEB + dt.timedelta(days=20), _JULY)),
        days=dice.choice(((), (), ("mo", "tu", "we"), ("th", "fr"))),
        home=Spot(zone=dice.choice(zones)),
        transport=dice.choice(("bike", "bike", None)),
        max_travel_minutes=dice.choice((None, 20, 40, 60)),
        preferences=tuple((name,) for name in named),
        only_preferences=dice.random() < 0.3,
        support_needs=dice.choice(((), (), ("rest",))),
        forbidden_offers=tuple(dice.sample(names, dice.choice((0, 0, 1)))),
    )
