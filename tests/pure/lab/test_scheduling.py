"""Due times: office hours, working days, real delays, room per day; and the two nights on which the clock changes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testing_lab.faults import ImpossibleInput
from testing_lab.randomisation.assigning import assign
from testing_lab.randomisation.design import Kind
from testing_lab.randomisation.holidays import dutch_holidays
from testing_lab.randomisation.office_hours import OfficeHours, moment_of, open_days, zone_of
from testing_lab.randomisation.scheduling import Schedule, _Room, elapsed_minutes, schedule
from tests.pure.lab.plans import design, units

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = 24 * 60
EVERY_DAY = tuple(range(7))


def planned(
    pairs: int,
    *,
    start: dt.date,
    delay: tuple[int, int] = (DAY, 2 * DAY),
    hours: OfficeHours | None = None,
    kind: Kind = "paired",
    days: int = 366,
    seed: str = "s",
) -> Schedule:
    plan = assign(units(pairs), design=design(kind, delay_minutes=delay), seed=seed)
    return schedule(
        plan, delay_minutes=delay, hours=hours or OfficeHours(), start=start, seed=seed, days=days,
        holidays=dutch_holidays(2026) | dutch_holidays(2027),
    )  # fmt: skip


def delays(found: Schedule) -> dict[str, int]:
    due = {(one.unit_id, one.place): one.due for one in found.due_times}
    return {unit: elapsed_minutes(due[unit, 1], due[unit, 2]) for unit, place in due if place == 1}


def local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(AMSTERDAM)


@pytest.mark.parametrize("start", [dt.date(2026, 12, 14), dt.date(2027, 3, 22), dt.date(2026, 10, 19)])
def test_everything_is_due_in_office_hours_on_working_days(start: dt.date) -> None:
    found = planned(100, start=start)
    assert found.findings == ()
    assert len(found.due_times) == 200
    free = dutch_holidays(2026) | dutch_holidays(2027)
    for one in found.due_times:
        clock = local(one.due)
        assert dt.time(9) <= clock.time() < dt.time(16, 30)
        assert clock.weekday() < 5
        assert clock.date() not in free
        assert clock.date() >= start
        assert one.due.utcoffset() == dt.timedelta(0)
        assert dt.datetime.fromisoformat(one.local) == one.due
    assert max(Counter(local(one.due).date() for one in found.due_times).values()) <= 40
    assert all(DAY <= minutes <= 2 * DAY for minutes in delays(found).values())
    assert len(set(delays(found).values())) > 50


def test_the_same_seed_gives_the_same_times_in_any_order() -> None:
    plan = assign(units(30), design=design(), seed="s")
    one, other = (
        schedule(
            rows, delay_minutes=(DAY, 2 * DAY), hours=OfficeHours(), holidays=(), start=dt.date(2027, 1, 4), seed="s"
        )
        for rows in (plan, plan[::-1])
    )
    assert one == other
    assert one != planned(30, start=dt.date(2027, 1, 4), seed="t")


def test_where_all_hours_are_open_the_delay_is_the_drawn_one() -> None:
    hours = OfficeHours(opens=dt.time(0), closes=dt.time(23, 59, 59), weekdays=EVERY_DAY, most_per_day=100)
    plan = assign(units(40), design=design(delay_minutes=(30, 90)), seed="s")
    found = schedule(plan, delay_minutes=(30, 90), hours=hours, holidays=(), start=dt.date(2027, 1, 4), seed="s")
    drawn = {one.unit_id: one.delay_minutes for one in plan}
    same = [delays(found)[unit] == minutes for unit, minutes in drawn.items()]
    # The last minute of a day is closed here: a window that spans midnight is a minute shorter.
    assert sum(same) > 30
    assert all(abs(delays(found)[unit] - (minutes or 0)) <= 1 for unit, minutes in drawn.items())


SPRING, AUTUMN = dt.date(2027, 3, 28), dt.date(2026, 10, 25)


@pytest.mark.parametrize("night", [SPRING, AUTUMN])
def test_a_delay_is_real_time_when_the_clock_changes(night: dt.date) -> None:
    hours = OfficeHours(weekdays=EVERY_DAY, most_per_day=30, opens=dt.time(8), closes=dt.time(18))
    found = planned(25, start=night - dt.timedelta(days=1), delay=(DAY, DAY), hours=hours)
    over_night = [
        (local(first.due), local(second.due))
        for first in found.due_times
        for second in found.due_times
        if (first.unit_id, first.place, second.place) == (second.unit_id, 1, 2) and local(second.due).date() == night
    ]
    assert len(over_night) > 10
    shift = dt.timedelta(hours=1 if night == SPRING else -1)
    for first, second in over_night:
        assert second.astimezone(dt.UTC) - first.astimezone(dt.UTC) == dt.timedelta(days=1)
        wall = second.replace(tzinfo=None) - first.replace(tzinfo=None)
        assert wall == dt.timedelta(days=1) + shift


def minutes_of(night: dt.date, opens: dt.time, closes: dt.time) -> list[dt.datetime]:
    hours = OfficeHours(opens=opens, closes=closes, weekdays=EVERY_DAY)
    (day,) = open_days(hours, holidays=(), start=night, days=1, zone=zone_of("Europe/Amsterdam"))
    return [moment_of(day.minute(place)) for place in range(day.minutes)]


def test_the_missing_hour_has_no_minutes() -> None:
    moments = minutes_of(SPRING, dt.time(1, 30), dt.time(3, 30))
    assert len(moments) == 60
    assert {local(one).hour for one in moments} == {1, 3}
    hours = OfficeHours(opens=dt.time(2), closes=dt.time(3), weekdays=EVERY_DAY)
    assert list(open_days(hours, holidays=(), start=SPRING, days=1, zone=AMSTERDAM)) == []


def test_the_doubled_hour_has_its_minutes_twice_and_each_is_a_moment_of_its_own() -> None:
    moments = minutes_of(AUTUMN, dt.time(2), dt.time(3))
    assert len(moments) == len(set(moments)) == 120
    shown = Counter(local(one).strftime("%H:%M") for one in moments)
    assert set(shown.values()) == {2}
    assert len({local(one).isoformat() for one in moments}) == 120
    pieces = minutes_of(AUTUMN, dt.time(2, 15), dt.time(2, 45))
    assert len(pieces) == 60
    assert {local(one).minute for one in pieces} == set(range(15, 45))


@pytest.mark.parametrize("night", [SPRING, AUTUMN])
def test_everybody_is_placed_in_a_night_of_change(night: dt.date) -> None:
    hours = OfficeHours(opens=dt.time(1), closes=dt.time(4), weekdays=EVERY_DAY, most_per_day=500)
    found = planned(200, start=night, delay=(10, 60), hours=hours, days=1)
    assert found.findings == ()
    assert len(found.due_times) == 400
    assert {local(one.due).date() for one in found.due_times} == {night}
    assert all(10 <= minutes <= 60 for minutes in delays(found).values())
    for one in found.due_times:
        back = dt.datetime.fromisoformat(one.local).astimezone(dt.UTC)
        assert back == one.due
        assert not (night == SPRING and local(one.due).hour == 2)


def test_a_delay_that_always_ends_at_night_is_told() -> None:
    found = planned(3, start=dt.date(2027, 1, 4), delay=(12 * 60, 12 * 60), days=30)
    assert found.due_times == ()
    assert [one.code for one in found.findings] == ["plan-unit-without-room"] * 3
    assert found.findings[0].facts["days"] == 30


def test_who_does_not_fit_is_told_and_nobody_is_half_placed() -> None:
    found = planned(20, start=dt.date(2027, 1, 4), days=5, hours=OfficeHours(most_per_day=4))
    placed = Counter(one.unit_id for one in found.due_times)
    assert set(placed.values()) == {2}
    assert len(placed) + len(found.findings) == 20
    assert len(placed) >= 8


@given(
    opens=st.integers(0, 20), open_hours=st.integers(1, 4), least=st.integers(1, 4000), more=st.integers(0, 2000),
    weekdays=st.sets(st.integers(0, 6), min_size=1),
)  # fmt: skip
def test_the_minutes_that_leave_room_are_those_that_do(
    opens: int, open_hours: int, least: int, more: int, weekdays: set[int]
) -> None:
    """Against asking every minute of a week for itself, over the night in which the clock goes forward."""
    hours = OfficeHours(opens=dt.time(opens), closes=dt.time(min(23, opens + open_hours)), weekdays=tuple(weekdays))
    days = tuple(open_days(hours, holidays=(), start=dt.date(2027, 3, 24), days=12, zone=AMSTERDAM))
    room, delay = _Room(days, most_per_day=5), (least, least + more)
    for at, day in enumerate(days[:4]):
        found = room._possible(at, delay)
        quick = [found.minute(place) for place in range(found.minutes)]
        assert quick == [day.minute(place) for place in range(day.minutes) if room._after(at, day.minute(place), delay)]


def test_one_application_needs_no_second_moment() -> None:
    found = planned(10, start=dt.date(2027, 1, 4), kind="unpaired", hours=OfficeHours(most_per_day=5))
    assert Counter(local(one.due).date() for one in found.due_times) == {dt.date(2027, 1, 4): 5, dt.date(2027, 1, 5): 5}


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        (OfficeHours(opens=dt.time(9), closes=dt.time(9)), "hours-closed"),
        (OfficeHours(weekdays=()), "hours-weekdays"),
        (OfficeHours(weekdays=(7,)), "hours-weekdays"),
        (OfficeHours(most_per_day=0), "hours-capacity"),
    ],
)
def test_hours_that_cannot_be_are_told(hours: OfficeHours, code: str) -> None:
    found = planned(2, start=dt.date(2027, 1, 4), hours=hours)
    assert ([one.code for one in found.findings], found.due_times) == ([code], ())


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ImpossibleInput, match="unknown"):
        zone_of("Europe/Atlantis")
    with pytest.raises(ImpossibleInput, match="unknown"):
        zone_of("../etc")


def test_holidays_of_two_years() -> None:
    """Dates as the government publishes them."""
    assert sorted(day.isoformat() for day in dutch_holidays(2026)) == [
        "2026-01-01", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26",
    ]  # fmt: skip
    # 27 April was a Sunday in 2025.
    assert dt.date(2025, 4, 26) in dutch_holidays(2025)
    assert dt.date(2025, 4, 27) not in dutch_holidays(2025)
