"""A large synthetic round: programmes and towns make blocks, about one place for each student, shortages in some.

Four programmes make a family that shares a part of its offers. Students name about eight offers of their own programme
nearby; the hard rules leave each a few tens of offers. With ``with_pairs`` the same round comes with a list of pairs
(the named offers) in the place of rules and formula.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict

from matching.instance import Instance, Offer, Pair, Spot, Student, Transport, Weekday

_START, _END = dt.date(2027, 2, 1), dt.date(2027, 7, 9)
_WEEK: tuple[Weekday, ...] = ("mo", "tu", "we", "th", "fr")
_TRANSPORTS: tuple[Transport, ...] = ("bike", "public_transport", "public_transport", "car")
_TAGS = ("care", "wood", "code", "shop", "media", "food")
_STUDENTS_PER_PROGRAMME = 250
REGION = 60_000  # metres, from west to east and from south to north
_NAMED = 8
_FAMILY = 4  # programmes that share some offers
_SHARED = 0.15  # of the offers


def school(number: int, students: int, *, with_pairs: bool = False) -> Instance:
    """Draw a round; ``number`` seeds it."""
    dice = random.Random(number)
    programmes = max(2, students // _STUDENTS_PER_PROGRAMME)
    crebos = [str(25_000 + code) for code in range(programmes)]
    towns = [(dice.randrange(REGION), dice.randrange(REGION)) for _ in range(40)]
    shortage = {crebo: dice.choice((0.7, 0.9, 1.0, 1.1, 1.3)) for crebo in crebos}
    offers: list[Offer] = []
    people: list[Student] = []
    pairs: list[Pair] = []
    for index, crebo in enumerate(crebos):
        family = crebos[index - index % _FAMILY :][:_FAMILY]
        size = students // programmes
        wanted = int(size * shortage[crebo])
        of_programme: dict[int, list[Offer]] = defaultdict(list)
        while wanted > 0:
            codes = (crebo, dice.choice(family)) if dice.random() < _SHARED else (crebo,)
            offer, town = _offer(dice, f"O{len(offers):06d}", tuple(sorted(set(codes))), towns)
            wanted -= offer.places
            offers.append(offer)
            of_programme[town].append(offer)
        for _ in range(size):
            student, named = _student(dice, f"{len(people):07d}", crebo, towns, of_programme)
            people.append(student)
            if with_pairs:
                pairs += [
                    Pair(student_number=student.student_number, offer_id=offer_id, utility=1000 - 90 * r, rank=r + 1)
                    for r, offer_id in enumerate(named)
                ]
    return Instance(students=tuple(people), offers=tuple(offers), pairs=tuple(pairs) if with_pairs else None)


def _near(dice: random.Random, town: tuple[int, int], zone: str) -> Spot:
    return Spot(zone=zone, east=town[0] + dice.randrange(-3000, 3000), north=town[1] + dice.randrange(-3000, 3000))


def _offer(
    dice: random.Random, offer_id: str, crebos: tuple[str, ...], towns: list[tuple[int, int]]
) -> tuple[Offer, int]:
    town = min(dice.randrange(len(towns)), dice.randrange(len(towns)))
    offer = Offer(
        offer_id=offer_id,
        places=dice.choice((1, 1, 1, 2, 2, 4)),
        crebos=crebos,
        levels=dice.choice(((), (2, 3, 4), (3, 4))),
        learning_path="BOL",
        start_date=_START,
        end_date=_END,
        days=dice.choice(((), _WEEK, _WEEK[:3])),
        work=_near(dice, towns[town], f"{1000 + town}"),
        tags=tuple(sorted(dice.sample(_TAGS, 2))),
        support_offered=("quiet_room",) if dice.random() < 0.3 else (),
        recognition_checked_on=dt.date(2026, 9, 1),
    )
    return offer, town


def _student(
    dice: random.Random,
    student_number: str,
    crebo: str,
    towns: list[tuple[int, int]],
    of_programme: dict[int, list[Offer]],
) -> tuple[Student, list[str]]:
    home = dice.randrange(len(towns))
    by_distance = sorted(
        of_programme, key=lambda town: (towns[town][0] - towns[home][0]) ** 2 + (towns[town][1] - towns[home][1]) ** 2
    )
    nearby = [offer.offer_id for town in by_distance[:12] for offer in of_programme[town]]
    named = dice.sample(nearby, min(_NAMED, len(nearby)))
    student = Student(
        student_number=student_number,
        crebo=crebo,
        level=dice.choice((2, 3, 3, 4)),
        learning_path="BOL",
        start_date=_START,
        end_date=_END,
        days=_WEEK,
        home=_near(dice, towns[home], f"{1000 + home}"),
        transport=dice.choice(_TRANSPORTS),
        max_travel_minutes=dice.choice((45, 60, 60, 75)),
        preferences=tuple((offer_id,) for offer_id in named),
        learning_wishes=tuple(dice.sample(_TAGS, 2)),
        support_needs=("quiet_room",) if dice.random() < 0.03 else (),
    )
    return student, named
