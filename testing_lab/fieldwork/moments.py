"""Moments in the fieldwork carry their time zone; durations are real time, whatever the clocks did."""

from __future__ import annotations

import datetime as dt

from testing_lab.faults import ImpossibleInput


def in_utc(argument: str, moment: dt.datetime) -> dt.datetime:
    """The moment in UTC: only there is a difference between two moments the time that passed.

    Raises
    ------
    ImpossibleInput
        The moment has no time zone.
    """
    if moment.utcoffset() is None:
        raise ImpossibleInput(argument, "has no time zone", value=moment.isoformat())
    return moment.astimezone(dt.UTC)
