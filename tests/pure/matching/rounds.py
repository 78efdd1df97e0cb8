"""Small rounds for the tests of rules, utility, eligibility, explanations and the run."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
from hypothesis import strategies as st

from matching.instance import Instance, Offer, Pair, Spot, Student, Travel
from matching.result import RULE_CODES, RuleCode
from matching.rules import first_refusal
from matching.rules.columns import Columns, columns_of
from matching.wishes import wishes_of_students


def student(number: str = "S1", **facts: Any) -> Student:
    return Student(student_number=number, **{"crebo": "25998", **facts})


def offer(offer_id: str = "O1", **facts: Any) -> Offer:
    return Offer(offer_id=offer_id, **{"places": 1, "crebos": ("25998",), **facts})


def columns(instance: Instance) -> Columns:
    """The columns of an instance whose rows stand in order."""
    index = {row.offer_id: position for position, row in enumerate(instance.offers)}
    named = wishes_of_students(instance.students, index).named
    return columns_of(instance, instance.students, instance.offers, named, index)


def refusal(one: Student, other: Offer, **facts: Any) -> RuleCode | None:
    """The reason why this pair falls away; None = eligible."""
    at = np.zeros(1, np.int64)
    [reason] = first_refusal(columns(Instance(students=(one,), offers=(other,), **facts)), at, at).tolist()
    return None if reason < 0 else RULE_CODES[reason]


_CREBOS = ("25998", "25999", "25743")
_DAYS = st.lists(st.sampled_from(["mo", "tu", "we", "th", "fr"]), max_size=3, unique=True).map(tuple)
_DATES = st.none() | st.integers(0, 6).map(lambda weeks: dt.date(2027, 2, 1) + dt.timedelta(weeks=weeks))
_PATHS = st.sampled_from([None, "BOL", "BBL"])
_TAGS = st.lists(st.sampled_from(["care", "wood", "code", "rest"]), max_size=3, unique=True).map(tuple)
_TRANSPORTS = st.sampled_from(["walk", "bike", "public_transport", "car"])
_OFFER_IDS = [f"O{number}" for number in range(6)]
_SPOTS = st.none() | st.builds(
    lambda zone, place: Spot(zone=zone, east=place[0], north=place[1]) if place else Spot(zone=zone),
    st.sampled_from(["1211", "1231", "3511"]),
    st.none() | st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000)),
)


@st.composite
def students(draw: st.DrawFn, number: str) -> Student:
    names = draw(st.lists(st.sampled_from([*_OFFER_IDS, "O-gone"]), max_size=5))
    cut = draw(st.integers(0, len(names)))
    classes = tuple(part for part in (tuple(names[:cut]), *((name,) for name in names[cut:])) if part)
    return Student(
        student_number=number,
        crebo=draw(st.sampled_from(_CREBOS)),
        level=draw(st.none() | st.integers(1, 4)),
        learning_path=draw(_PATHS),
        start_date=draw(_DATES),
        end_date=draw(_DATES),
        days=draw(_DAYS),
        days_per_week=draw(st.none() | st.integers(0, 5)),
        home=draw(_SPOTS),
        transport=draw(st.none() | _TRANSPORTS),
        max_travel_minutes=draw(st.none() | st.integers(0, 90)),
        preferences=classes,
        only_preferences=draw(st.booleans()),
        learning_wishes=draw(_TAGS),
        support_needs=draw(_TAGS.map(lambda tags: tags[:1])),
        forbidden_offers=tuple(draw(st.lists(st.sampled_from([*_OFFER_IDS, "O-gone"]), max_size=2))),
    )


@st.composite
def offers(draw: st.DrawFn, offer_id: str) -> Offer:
    return Offer(
        offer_id=offer_id,
        places=draw(st.integers(0, 2)),
        crebos=tuple(draw(st.lists(st.sampled_from(_CREBOS), min_size=1, max_size=3, unique=True))),
        levels=tuple(draw(st.lists(st.integers(1, 4), max_size=3, unique=True))),
        learning_path=draw(_PATHS),
        start_date=draw(_DATES),
        end_date=draw(_DATES),
        days=draw(_DAYS),
        days_per_week=draw(st.none() | st.integers(1, 5)),
        work=draw(_SPOTS),
        tags=draw(_TAGS),
        support_offered=draw(_TAGS),
        recognition_checked_on=draw(_DATES),
        status=draw(st.sampled_from(["open", "open", "open", "closed", "blocked"])),
    )


@st.composite
def rounds(draw: st.DrawFn) -> Instance:
    """Rounds of up to six students and six offers in which every rule has something to do."""
    trips = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(["1211", "1231"]), st.sampled_from(["1211", "3511"]), _TRANSPORTS),
            st.integers(0, 90),
            max_size=4,
        )
    )
    return Instance(
        students=tuple(draw(students(f"S{number}")) for number in range(draw(st.integers(0, 6)))),
        offers=tuple(draw(offers(offer_id)) for offer_id in _OFFER_IDS[: draw(st.integers(0, 6))]),
        equivalents=tuple(draw(st.lists(st.tuples(*[st.sampled_from(_CREBOS)] * 2), max_size=2))),
        travel=tuple(
            Travel(home_zone=home, work_zone=work, transport=transport, minutes=minutes)
            for (home, work, transport), minutes in trips.items()
        ),
    )


def pair(number: str, offer_id: str, utility: int = 500, **facts: Any) -> Pair:
    return Pair(student_number=number, offer_id=offer_id, utility=utility, **facts)
