"""When offices are open, in real minutes: also on the two days on which the clock is changed.

A moment is a whole minute since 1970 in UTC. A wall clock shows a time that does not exist on the last Sunday of March
and shows some times twice on that of October; a moment never has that trouble. A minute is open when the wall clock
then shows an open time of an open day: the missing hour has no minutes, the doubled hour has 120.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from testing_lab.faults import ImpossibleInput
from testing_lab.findings import Finding

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MINUTE = dt.timedelta(minutes=1)


class OfficeHours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wall clock times between which something may be sent; ``closes`` itself is too late. Monday is 0."""

    opens: dt.time = dt.time(9, 0)
    closes: dt.time = dt.time(16, 30)
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    most_per_day: int = 40


class OpenDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day and its stretches of open minutes; the end of a stretch is no part of it."""

    day: dt.date
    stretches: tuple[tuple[int, int], ...]

    @property
    def minutes(self) -> int:
        """Open minutes."""
        return sum(end - begin for begin, end in self.stretches)

    def minute(self, place: int) -> int:
        """The open minute at this place, from 0."""
        for begin, end in self.stretches:
            if place < end - begin:
                return begin + place
            place -= end - begin
        raise IndexError(place)


def zone_of(tz: str) -> ZoneInfo:
    """The time zone of this name (IANA).

    Raises
    ------
    ImpossibleInput
        There is none.
    """
    try:
        return ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ImpossibleInput("tz", "is unknown", value=tz) from error


def minute_of(moment: dt.datetime) -> int:
    """The whole minute of an aware moment."""
    return (moment - _EPOCH) // _MINUTE


def moment_of(minute: int) -> dt.datetime:
    """The moment, in UTC."""
    return _EPOCH + minute * _MINUTE


def check_hours(hours: OfficeHours) -> tuple[Finding, ...]:
    """Everything that is wrong with office hours."""
    found = []
    if hours.closes <= hours.opens:
        facts: dict[str, str | int | float] = {"opens": f"{hours.opens:%H:%M}", "closes": f"{hours.closes:%H:%M}"}
        found.append(Finding(path="hours.closes", code="hours-closed", facts=facts))
    if not hours.weekdays or not set(hours.weekdays) <= set(range(7)):
        found.append(Finding(path="hours.weekdays", code="hours-weekdays"))
    if hours.most_per_day < 1:
        found.append(Finding(path="hours.most_per_day", code="hours-capacity", facts={"value": hours.most_per_day}))
    return tuple(found)


def open_days(
    hours: OfficeHours, *, holidays: Collection[dt.date], start: dt.date, days: int, zone: ZoneInfo
) -> Iterator[OpenDay]:
    """The working days among the ``days`` days from ``start`` on."""
    for number in range(days):
        day = start + dt.timedelta(days=number)
        if day.weekday() in hours.weekdays and day not in holidays:
            stretches = tuple(_stretches(day, hours, zone))
            if stretches:
                yield OpenDay(day=day, stretches=stretches)


def _stretches(day: dt.date, hours: OfficeHours, zone: ZoneInfo) -> Iterator[tuple[int, int]]:
    midnight = minute_of(dt.datetime.combine(day, dt.time(), tzinfo=zone))
    next_midnight = minute_of(dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), tzinfo=zone))
    if next_midnight - midnight == 24 * 60:
        opens, closes = (midnight + one.hour * 60 + one.minute for one in (hours.opens, hours.closes))
        yield opens, closes
        return
    # The clock changes on this day: ask it at every minute.
    clock = [(minute, moment_of(minute).astimezone(zone).time()) for minute in range(midnight, next_midnight)]
    minutes = [minute for minute, time in clock if hours.opens <= time < hours.closes]
    breaks = [at for at, (one, after) in enumerate(pairwise(minutes), start=1) if after != one + 1]
    for begin, end in pairwise([0, *breaks, len(minutes)]) if minutes else ():
        yield minutes[begin], minutes[end - 1] + 1
