"""Draws the school: rows of the canonical files, as text."""

from __future__ import annotations

import random
from itertools import islice

import msgspec

from api.services.demo import names
from api.services.demo.programmes import EQUIVALENTS, PROGRAMMES, Programme
from api.services.demo.region import Town, pull, towns
from api.services.demo.wishes import Wishes

ROUND_NAME = "Stage voorjaar 2027"
STARTS_ON, MIDDLE_ENDS, MIDDLE_STARTS, ENDS_ON = "2027-02-01", "2027-04-16", "2027-04-19", "2027-07-02"
SUPPORT = ("begeleiding op maat", "rustige werkplek", "vaste begeleider", "rolstoeltoegankelijk")
_SIZES, _SIZE_WEIGHTS = (1, 2, 3, 4, 6), (40, 30, 15, 10, 5)
#: As the crow flies, waiting and detours included; good enough for drawing believable wishes.
_KILOMETRES_A_MINUTE = {"walk": 0.06, "bike": 0.18, "public_transport": 0.27, "car": 0.5}

Row = dict[str, str]


class School(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of the three files; keys are column names of the canonical formats."""

    students: tuple[Row, ...]
    offers: tuple[Row, ...]
    equivalents: tuple[Row, ...]


def draw(seed: int = 2027, *, name_seed: int = 2027, times: int = 1) -> School:
    """A school of 1,200 students and about 1,100 places; ``times`` makes it so many times larger.

    The same seeds give the same school on every machine. ``name_seed`` changes names and nothing else.
    """
    chance = random.Random(seed)  # noqa: S311  # demo data, not a secret
    offers = _offers(chance, times)
    students = _students(chance, times, Wishes(offers, chance))
    _lock_some(chance, students, offers)
    company_names = list(islice(names.companies(name_seed), len(offers)))
    for row, name in zip(offers, company_names, strict=True):
        row["company"] = f"{row['company']} {name}"
    for row, name in zip(students, names.people(name_seed), strict=False):
        row["name"] = name
    return School(
        students=tuple(students),
        offers=tuple(offers),
        equivalents=tuple({"crebo": crebo, "equivalent_crebo": other} for crebo, other in EQUIVALENTS),
    )


def _town(chance: random.Random) -> Town:
    return chance.choices(towns(), pull())[0]


def _offers(chance: random.Random, times: int) -> list[Row]:
    rows: list[Row] = []
    for programme in PROGRAMMES:
        wanted = round(programme.students * programme.places_per_student * times)
        while wanted > 0:
            places = min(wanted, chance.choices(_SIZES, _SIZE_WEIGHTS)[0])
            wanted -= places
            rows.append(_offer(chance, programme, places, number=len(rows) + 1))
    # A handful that nobody can use today, as in every real register: closed, or blocked by an open case.
    for row in chance.sample(rows, 12 * times):
        row["status"] = "closed"
    return rows


def _offer(chance: random.Random, programme: Programme, places: int, *, number: int) -> Row:
    town = _town(chance)
    older = programme.older_crebo if chance.random() < 0.3 else None
    period = chance.choices(
        ("whole", "first", "second", "any"), (60, 8, 8, 24) if programme.half_periods else (70, 0, 0, 30)
    )[0]
    return {
        "offer_id": f"O{number:04d}",
        "training_company_id": f"10{number:06d}",
        "company": chance.choice(programme.kinds),
        "establishment": town.name,
        "places": str(places),
        "crebos": older or programme.crebo,
        "levels": str(programme.level) if chance.random() < 0.6 else "",
        "learning_path": programme.learning_path if chance.random() < 0.8 else "",
        **_period(period),
        "days": chance.choices(("", "3", "4", "mo|tu|we|th", "tu|we|th|fr"), (45, 20, 15, 10, 10))[0],
        "postcode4": str(chance.randint(town.first_postcode, town.last_postcode)),
        "place": town.name,
        "tags": "|".join(sorted(chance.sample(programme.tags, 2))),
        "support_offered": "|".join(need for need in SUPPORT if chance.random() < 0.3),
        "recognition_checked_on": ""
        if chance.random() < 0.1
        else f"2026-{chance.randint(3, 11):02d}-{chance.randint(1, 28):02d}",
        "status": "open",
    }


def _period(period: str) -> Row:
    starts, ends = {
        "whole": (STARTS_ON, ENDS_ON),
        "first": (STARTS_ON, MIDDLE_ENDS),
        "second": (MIDDLE_STARTS, ENDS_ON),
        "any": ("", ""),
    }[period]
    return {"start_date": starts, "end_date": ends}


def _students(chance: random.Random, times: int, wishes: Wishes) -> list[Row]:
    rows: list[Row] = []
    for programme in PROGRAMMES:
        for _ in range(programme.students * times):
            rows.append(_student(chance, programme, wishes, number=len(rows) + 1))
    return rows


def _student(chance: random.Random, programme: Programme, wishes: Wishes, *, number: int) -> Row:
    town = _town(chance)
    transport = chance.choices(("public_transport", "bike", "car", "walk"), (54, 34, 8, 4))[0]
    minutes = {"public_transport": (45, 60, 75), "bike": (25, 30, 40), "car": (30, 45, 60), "walk": (25, 30, 40)}
    period = chance.choice(("first", "second", "whole")) if programme.half_periods else "whole"
    most_minutes = chance.choice(minutes[transport])
    named = wishes.draw(chance, programme, town, most_minutes * _KILOMETRES_A_MINUTE[transport])
    student_number = str(410000 + number)
    return {
        "student_number": student_number,
        "name": "",
        "email": f"{student_number}@leerling.example",
        "team": programme.team,
        "location": "Hilversum" if chance.random() < 0.5 else "Utrecht",
        "crebo": programme.crebo,
        "level": str(programme.level),
        "learning_path": programme.learning_path,
        "study_year": str(chance.randint(1, max(1, min(programme.level, 3)))),
        **_period(period),
        "days": chance.choices(("4", "mo|tu|we|th", "tu|we|th|fr", "mo|tu|we|th|fr"), (40, 25, 20, 15))[0],
        "postcode4": str(chance.randint(town.first_postcode, town.last_postcode)),
        "place": town.name,
        "transport": transport,
        "max_travel_minutes": str(most_minutes),
        "preferences": named,
        "only_preferences": "yes" if named.count("|") >= 4 and chance.random() < 0.05 else "no",
        "learning_wishes": "|".join(sorted(chance.sample(programme.tags, chance.choice((0, 1, 1, 2))))),
        "support_needs": chance.choice(SUPPORT) if chance.random() < 0.09 else "",
        "failed_applications": str(chance.choices((0, 1, 2, 3, 5, 8), (60, 16, 11, 7, 4, 2))[0]),
        "locked_offer": "",
        "forbidden_offers": "",
    }


def _lock_some(chance: random.Random, students: list[Row], offers: list[Row], *, locks: int = 8) -> None:
    """Decisions already taken: eight students, each to an offer next door that asks nothing he cannot give."""
    free = [row for row in offers if row["status"] == "open" and not row["days"] and not row["start_date"]]
    for offer in free:
        for student in students:
            fits = student["crebo"] == offer["crebos"] and student["place"] == offer["place"]
            if fits and not student["support_needs"] and not student["locked_offer"]:
                student["locked_offer"] = offer["offer_id"]
                student["preferences"] = ""
                locks -= 1
                break
        if not locks:
            break
    named = [student for student in students if student["preferences"].count("|") >= 3]
    for student in chance.sample(named, 10):
        student["forbidden_offers"] = student["preferences"].replace("=", "|").split("|")[-1]
