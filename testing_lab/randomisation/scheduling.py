"""When is each application due? In office hours on working days, with the drawn delay between the two of a unit.

Units come in a random order, each as early as there is room. The first is due at a random open minute of its day. The
second falls in the window of the design, measured in real time: where the whole window is open, exactly the drawn delay
later; where nights and weekends cut pieces out of it, at the same place among the minutes that are left.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

import msgspec

from testing_lab.draws import below, shuffled
from testing_lab.findings import Finding
from testing_lab.randomisation.assigning import Assignment
from testing_lab.randomisation.office_hours import (
    OfficeHours,
    OpenDay,
    check_hours,
    minute_of,
    moment_of,
    open_days,
    zone_of,
)


class DueTime(msgspec.Struct, frozen=True, kw_only=True):
    """When a dispatch is due: the moment in UTC, and as the wall clock shows it, with its distance from UTC."""

    dispatch_id: str
    unit_id: str
    place: int
    due: dt.datetime
    local: str


class Schedule(msgspec.Struct, frozen=True, kw_only=True):
    """Due times in order of time, and units for which there was no room."""

    due_times: tuple[DueTime, ...]
    findings: tuple[Finding, ...]


def schedule(
    assignments: Sequence[Assignment],
    *,
    delay_minutes: tuple[int, int],
    hours: OfficeHours,
    holidays: Collection[dt.date],
    start: dt.date,
    seed: str,
    tz: str = "Europe/Amsterdam",
    days: int = 366,
) -> Schedule:
    """Due times of a plan.

    Parameters
    ----------
    assignments : sequence of Assignment
        In any order.
    delay_minutes : tuple of int
        Least and most real minutes between the two applications of a unit: those of the design.
    hours : OfficeHours
        With the number of dispatches a day.
    holidays : collection of date
        :func:`testing_lab.randomisation.holidays.dutch_holidays` has the usual ones.
    start : date
        The first day on which something may be sent.
    seed : str
        Not empty; the same seed and plan give the same due times on any machine with the same time zone rules.
    tz : str
        Name of the time zone in the IANA data.
    days : int
        How many days ahead to look.

    Returns
    -------
    Schedule
        Both applications of a unit are placed, or none with a finding.

    Raises
    ------
    ImpossibleInput
        An unknown time zone.
    """
    zone = zone_of(tz)
    faults = check_hours(hours)
    if faults:
        return Schedule(due_times=(), findings=faults)
    room = _Room(tuple(open_days(hours, holidays=holidays, start=start, days=days, zone=zone)), hours.most_per_day)
    times, findings = [], []
    for one in shuffled(assignments, seed, "schedule", name=lambda one: one.unit_id):
        minutes = room.place(one, delay_minutes, seed)
        if minutes is None:
            facts: dict[str, str | int | float] = {"unit": one.unit_id, "days": days}
            findings.append(Finding(path=f"unit {one.unit_id}", code="plan-unit-without-room", facts=facts))
            continue
        for application, minute in zip(one.applications, minutes, strict=True):
            due = moment_of(minute)
            times.append(
                DueTime(
                    dispatch_id=application.dispatch_id,
                    unit_id=one.unit_id,
                    place=application.place,
                    due=due,
                    local=due.astimezone(zone).isoformat(timespec="minutes"),
                )
            )
    times.sort(key=lambda one: (one.due, one.dispatch_id))
    return Schedule(due_times=tuple(times), findings=tuple(findings))


def elapsed_minutes(first: dt.datetime, second: dt.datetime) -> int:
    """Real minutes between two aware moments, whatever the clocks showed."""
    return minute_of(second) - minute_of(first)


class _Room:
    """The open days and how many dispatches still fit in each."""

    def __init__(self, days: Sequence[OpenDay], most_per_day: int) -> None:
        self._days, self._left = days, [most_per_day] * len(days)
        self._full_until = 0

    def place(self, one: Assignment, delay: tuple[int, int], seed: str) -> list[int] | None:
        """The minutes of this unit's applications; takes their room."""
        while self._full_until < len(self._days) and self._left[self._full_until] == 0:
            self._full_until += 1
        for at in range(self._full_until, len(self._days)):
            if self._left[at] == 0:
                continue
            day = self._days[at]
            if one.delay_minutes is None:
                self._left[at] -= 1
                return [day.minute(below(day.minutes, seed, "minute", one.unit_id))]
            self._left[at] -= 1
            possible = self._possible(at, delay)
            if not possible.minutes:
                self._left[at] += 1
                continue
            first = possible.minute(below(possible.minutes, seed, "minute", one.unit_id))
            taken, second = self._second(self._after(at, first, delay), one.delay_minutes, delay)
            self._left[taken] -= 1
            return [first, second]
        return None

    def _possible(self, at: int, delay: tuple[int, int]) -> OpenDay:
        """The open minutes of this day after which the second has a minute."""
        day = self._days[at]
        found: list[tuple[int, int]] = []
        for begin, end in day.stretches:
            # From the first minute on whose window reaches a stretch, up to the last before whose window it ends.
            until = begin
            for _, opens, closes in self._open(at, begin + delay[0], end + delay[1]):
                earliest, latest = max(until, opens - delay[1]), min(end, closes - delay[0])
                if earliest < latest:
                    found.append((earliest, latest))
                    until = latest
        return OpenDay(day=day.day, stretches=tuple(found))

    def _after(self, at: int, first: int, delay: tuple[int, int]) -> list[tuple[int, int, int]]:
        """Stretches (with their day) in which the second may fall."""
        return list(self._open(at, first + delay[0], first + delay[1] + 1))

    def _open(self, at: int, earliest: int, latest: int) -> Iterator[tuple[int, int, int]]:
        """What is open, with room, from the earliest minute to before the latest, in order of time."""
        for number in range(at, len(self._days)):
            if self._days[number].stretches[0][0] >= latest:
                return
            if self._left[number] == 0:
                continue
            for begin, end in self._days[number].stretches:
                if max(begin, earliest) < min(end, latest):
                    yield number, max(begin, earliest), min(end, latest)

    @staticmethod
    def _second(stretches: Sequence[tuple[int, int, int]], drawn: int, delay: tuple[int, int]) -> tuple[int, int]:
        """The day and minute at the drawn place among the minutes that are left."""
        minutes = sum(end - begin for _, begin, end in stretches)
        place = (drawn - delay[0]) * minutes // (delay[1] - delay[0] + 1)
        for number, begin, end in stretches:
            if place < end - begin:
                return number, begin + place
            place -= end - begin
        raise IndexError(place)
