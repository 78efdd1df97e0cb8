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


# Most demands are absent or met, so that enough pairs are left for the rules at the end of the row and for competition.
_CREBOS = ("25998", "25998", "25998", "25743")
_DAYS = st.sampled_from([(), (), ("mo", "tu", "we"), ("we", "mo", "th", "fr"), ("th", "fr")])
_WEEKS = st.integers(0, 3).map(lambda weeks: dt.timedelta(weeks=weeks))
_FIRST_DAYS = st.none() | _WEEKS.map(lambda later: dt.date(2027, 2, 1) + later)
_LAST_DAYS = st.none() | _WEEKS.map(lambda earlier: dt.date(2027, 3, 15) - 2 * earlier)
_PATHS = st.sampled_from(["BOL", None, "BOL", "BOL", "BBL"])
_TAGS = st.lists(st.sampled_from(["care", "wood", "code", "rest"]), max_size=3, unique=True).map(tuple)
_NEEDS = st.sampled_from([(), (), (), ("care",), ("rest",)])
_TRANSPORTS = st.sampled_from(["walk", "bike", "public_transport", "car"])
_OFFER_IDS = [f"O{number}" for number in range(6)]
_METRES = st.integers(-9000, 9000)
_SPOTS = st.builds(Spot, zone=st.sampled_from(["1211", "1231", "3511"]), east=_METRES, north=_METRES)
_ANYWHERE = st.sampled_from([None, Spot(zone="1211"), Spot(zone="3511", east=1, north=1)]) | _SPOTS | _SPOTS


@st.composite
def students(draw: st.DrawFn, number: str) -> Student:
    names = draw(st.lists(st.sampled_from([*_OFFER_IDS, "O-gone"]), max_size=5))
    cut = draw(st.integers(0, 2))
    classes = tuple(part for part in (tuple(names[:cut]), *((name,) for name in names[cut:])) if part)
    return Student(
        student_number=number,
        crebo=draw(st.sampled_from(_CREBOS)),
        level=draw(st.none() | st.integers(2, 3)),
        learning_path=draw(_PATHS),
        start_date=draw(_FIRST_DAYS),
        end_date=draw(_LAST_DAYS),
        days=draw(_DAYS),
        days_per_week=draw(st.sampled_from([None, None, 0, 3, 4])),
        home=draw(_ANYWHERE),
        transport=draw(_TRANSPORTS | st.none()),
        max_travel_minutes=draw(st.integers(15, 90) | st.sampled_from([None, 0])),
        preferences=classes,
        only_preferences=draw(st.sampled_from([False, False, True])),
        learning_wishes=draw(_TAGS),
        support_needs=draw(_NEEDS),
        forbidden_offers=tuple(draw(st.lists(st.sampled_from([*_OFFER_IDS, "O-gone"]), max_size=1))),
    )


@st.composite
def offers(draw: st.DrawFn, offer_id: str) -> Offer:
    return Offer(
        offer_id=offer_id,
        places=draw(st.sampled_from([1, 1, 2, 0])),
        crebos=draw(st.sampled_from([("25998",), ("25743", "25998"), ("25743",)])),
        levels=draw(st.sampled_from([(), (2, 3), (3, 2, 4), (3,), (4,)])),
        learning_path=draw(_PATHS),
        start_date=draw(_FIRST_DAYS),
        end_date=draw(_LAST_DAYS),
        days=draw(_DAYS),
        days_per_week=draw(st.sampled_from([None, None, 2, 3, 4])),
        work=draw(_ANYWHERE),
        tags=draw(_TAGS),
        support_offered=draw(_TAGS),
        recognition_checked_on=draw(_FIRST_DAYS),
        status=draw(st.sampled_from(["open"] * 7 + ["closed", "blocked"])),
    )


@st.composite
def rounds(draw: st.DrawFn) -> Instance:
    """Rounds of three to six students and offers in which every rule has something to do."""
    trips = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(["1211", "1231"]), st.sampled_from(["1211", "3511"]), _TRANSPORTS),
            st.integers(0, 90),
            max_size=4,
        )
    )
    return Instance(
        students=tuple(draw(students(f"S{number}")) for number in range(draw(st.integers(3, 6)))),
        offers=tuple(draw(offers(offer_id)) for offer_id in _OFFER_IDS[: draw(st.integers(3, 6))]),
        equivalents=tuple(draw(st.lists(st.tuples(*[st.sampled_from(_CREBOS)] * 2), max_size=2))),
        travel=tuple(
            Travel(home_zone=home, work_zone=work, transport=transport, minutes=minutes)
            for (home, work, transport), minutes in trips.items()
        ),
    )


def pair(number: str, offer_id: str, utility: int = 500, **facts: Any) -> Pair:
    return Pair(student_number=number, offer_id=offer_id, utility=utility, **facts)
