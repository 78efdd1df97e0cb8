"""Every hard rule with pinned pairs: what passes, what falls away, and what the unknown does (nothing)."""

from __future__ import annotations

import datetime as dt

import pytest

from matching.instance import Spot, Travel
from matching.result import RULE_CODES
from matching.rules import RULES
from tests.pure.matching.rounds import offer, refusal, student

FEBRUARY, MARCH, JULY = dt.date(2027, 2, 1), dt.date(2027, 3, 1), dt.date(2027, 7, 1)
DAY = dt.timedelta(days=1)


def test_every_published_code_has_its_rule_in_the_published_order() -> None:
    assert tuple(rule.code for rule in RULES) == RULE_CODES
    assert [rule.column for rule in RULES] == list(range(len(RULE_CODES)))


@pytest.mark.parametrize(
    ("status", "reason"), [("open", None), ("closed", "offer_status"), ("blocked", "offer_status")]
)
def test_offer_status(status: str, reason: str | None) -> None:
    assert refusal(student(), offer(status=status)) == reason


@pytest.mark.parametrize(
    ("crebos", "equivalents", "reason"),
    [
        (("25998",), (), None),
        (("25743", "25998"), (), None),
        (("25743",), (), "crebo"),
        (("25743",), (("25998", "25743"),), None),
        (("25743",), (("25743", "25998"),), "crebo"),  # not symmetric
        (("25743",), (("25998", "25999"), ("25999", "25743")), "crebo"),  # one step only
        ((), (), "crebo"),
    ],
)
def test_crebo(crebos: tuple[str, ...], equivalents: tuple[tuple[str, str], ...], reason: str | None) -> None:
    assert refusal(student(), offer(crebos=crebos), equivalents=equivalents) == reason


@pytest.mark.parametrize(
    ("level", "levels", "reason"),
    [(2, (2,), None), (2, (3, 2), None), (2, (3, 4), "level"), (None, (3,), None), (2, (), None)],
)
def test_level(level: int | None, levels: tuple[int, ...], reason: str | None) -> None:
    assert refusal(student(level=level), offer(levels=levels)) == reason


@pytest.mark.parametrize(
    ("asked", "given", "reason"),
    [("BOL", "BOL", None), ("BOL", "BBL", "learning_path"), (None, "BBL", None), ("BBL", None, None)],
)
def test_learning_path(asked: str | None, given: str | None, reason: str | None) -> None:
    assert refusal(student(learning_path=asked), offer(learning_path=given)) == reason


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (FEBRUARY, JULY, None),
        (JULY, JULY + DAY, None),  # the student's last day is the first of the offer
        (JULY + DAY, None, "period"),
        (None, FEBRUARY, None),  # the student's first day is the last of the offer
        (None, FEBRUARY - DAY, "period"),
        (None, None, None),
    ],
)
def test_period(start: dt.date | None, end: dt.date | None, reason: str | None) -> None:
    assert refusal(student(start_date=FEBRUARY, end_date=JULY), offer(start_date=start, end_date=end)) == reason


def test_period_of_a_student_with_one_date_is_judged_by_that_half_only() -> None:
    assert refusal(student(start_date=MARCH), offer(end_date=FEBRUARY)) == "period"
    assert refusal(student(start_date=MARCH), offer(start_date=JULY)) is None
    assert refusal(student(end_date=MARCH), offer(start_date=JULY)) == "period"
    assert refusal(student(end_date=MARCH), offer(end_date=FEBRUARY)) is None


@pytest.mark.parametrize(
    ("free", "wanted", "reason"),
    [
        ({"days": ("mo", "tu")}, {"days": ("tu", "fr")}, None),
        ({"days": ("mo", "tu")}, {"days": ("th", "fr")}, "days"),
        ({"days": ("mo", "tu")}, {"days_per_week": 2}, None),
        ({"days": ("mo", "tu")}, {"days_per_week": 3}, "days"),
        ({"days_per_week": 4}, {"days_per_week": 4}, None),
        ({"days_per_week": 3}, {"days_per_week": 4}, "days"),
        ({"days_per_week": 3}, {"days": ("mo", "tu", "we", "th")}, None),  # a list is no demand for each of its days
        ({"days_per_week": 0}, {"days_per_week": 1}, "days"),
        ({}, {"days_per_week": 5}, None),
        ({"days": ("mo",)}, {}, None),
    ],
)
def test_days(free: dict[str, object], wanted: dict[str, object], reason: str | None) -> None:
    assert refusal(student(**free), offer(**wanted)) == reason


HOME = Spot(zone="1211", east=0, north=0)
# 5 km by bike: 2 + ceil(5000 x 780 / 150000) = 2 + 26 = 28 minutes.
AT_5_KM = Spot(zone="1231", east=3000, north=4000)


@pytest.mark.parametrize(
    ("minutes", "transport", "reason"),
    [(28, "bike", None), (27, "bike", "travel"), (77, "walk", "travel"), (78, "walk", None), (0, None, None)],
)
def test_travel_by_distance(minutes: int, transport: str | None, reason: str | None) -> None:
    person = student(home=HOME, transport=transport, max_travel_minutes=minutes)
    assert refusal(person, offer(work=AT_5_KM)) == reason


def test_travel_one_metre_further_than_the_maximum_reaches() -> None:
    person = student(home=HOME, transport="bike", max_travel_minutes=28)
    assert refusal(person, offer(work=Spot(zone="x", east=0, north=-5000))) is None
    assert refusal(person, offer(work=Spot(zone="x", east=0, north=-5001))) == "travel"


def test_travel_without_a_known_place_or_maximum_takes_nothing_away() -> None:
    assert refusal(student(home=Spot(zone="1211"), transport="bike", max_travel_minutes=1), offer(work=AT_5_KM)) is None
    assert refusal(student(home=HOME, transport="bike", max_travel_minutes=1), offer(work=Spot(zone="1231"))) is None
    assert refusal(student(home=HOME, transport="bike", max_travel_minutes=1), offer()) is None
    assert refusal(student(transport="bike", max_travel_minutes=1), offer(work=AT_5_KM)) is None
    assert refusal(student(home=HOME, transport="bike"), offer(work=AT_5_KM)) is None


@pytest.mark.parametrize(("measured", "reason"), [(28, None), (29, "travel")])
def test_measured_minutes_overrule_the_estimate(measured: int, reason: str | None) -> None:
    table = (Travel(home_zone="1211", work_zone="1231", transport="walk", minutes=measured),)
    person = student(home=Spot(zone="1211"), transport="walk", max_travel_minutes=28)
    assert refusal(person, offer(work=AT_5_KM), travel=table) == reason


def test_measured_minutes_count_for_their_own_transport_and_zones_only() -> None:
    table = (Travel(home_zone="1211", work_zone="1231", transport="car", minutes=500),)
    near = Spot(zone="9999", east=1, north=1)
    assert (
        refusal(student(home=HOME, transport="bike", max_travel_minutes=28), offer(work=AT_5_KM), travel=table) is None
    )
    assert refusal(student(home=HOME, transport="car", max_travel_minutes=28), offer(work=near), travel=table) is None
    assert refusal(student(home=HOME, transport="car"), offer(work=AT_5_KM), travel=table) is None


@pytest.mark.parametrize(
    ("needs", "given", "reason"),
    [
        (("quiet",), ("quiet", "lift"), None),
        (("quiet", "lift"), ("quiet",), "support"),
        (("quiet",), (), "support"),
        ((), (), None),
    ],
)
def test_support(needs: tuple[str, ...], given: tuple[str, ...], reason: str | None) -> None:
    assert refusal(student(support_needs=needs), offer(support_offered=given)) == reason


def test_more_needs_than_fit_in_one_machine_word() -> None:
    needs = tuple(f"need {number}" for number in range(130))
    assert refusal(student(support_needs=needs), offer(support_offered=needs)) is None
    for missing in (0, 63, 64, 129):
        given = needs[:missing] + needs[missing + 1 :]
        assert refusal(student(support_needs=needs), offer(support_offered=given)) == "support"


def test_forbidden() -> None:
    assert refusal(student(forbidden_offers=("O1",)), offer("O1")) == "forbidden"
    assert refusal(student(forbidden_offers=("O2", "O-gone")), offer("O1")) is None


def test_not_named() -> None:
    assert refusal(student(only_preferences=True, preferences=(("O2",),)), offer("O1")) == "not_named"
    assert refusal(student(only_preferences=True, preferences=(("O2", "O1"),)), offer("O1")) is None
    assert refusal(student(only_preferences=False, preferences=(("O2",),)), offer("O1")) is None
    assert refusal(student(only_preferences=True), offer("O1")) == "not_named"


def test_the_first_rule_that_fails_is_the_reason() -> None:
    person = student(
        crebo="25999",
        level=1,
        learning_path="BOL",
        start_date=JULY,
        days=("mo",),
        home=HOME,
        transport="walk",
        max_travel_minutes=1,
        support_needs=("quiet",),
        forbidden_offers=("O1",),
        only_preferences=True,
    )
    cures = [
        ("offer_status", {"status": "open"}),
        ("crebo", {"crebos": ("25999",)}),
        ("level", {"levels": (1,)}),
        ("learning_path", {"learning_path": "BOL"}),
        ("period", {"end_date": JULY}),
        ("days", {"days": ("mo",)}),
        ("travel", {"work": HOME}),
        ("support", {"support_offered": ("quiet",)}),
    ]
    facts: dict[str, object] = {
        "status": "closed",
        "levels": (2,),
        "learning_path": "BBL",
        "end_date": FEBRUARY,
        "days": ("fr",),
        "work": AT_5_KM,
    }
    for code, cure in cures:
        assert refusal(person, offer(**facts)) == code
        facts |= cure
    assert refusal(person, offer(**facts)) == "forbidden"
