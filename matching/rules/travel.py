"""The journey takes no longer than the student's maximum; an unknown journey is no reason to refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.travel import estimated_minutes

if TYPE_CHECKING:
    from matching.rules.columns import Columns, Ints, Mask


def allows(columns: Columns, s: Ints, o: Ints) -> Mask:
    """Whether each journey is short enough: measured minutes where there are some, else the estimate by distance."""
    student, offer = columns.student, columns.offer
    east = student.east[s] - offer.east[o]
    north = student.north[s] - offer.north[o]
    estimate_fits = (east * east + north * north < student.reach[s]) | ~student.located[s] | ~offer.located[o]
    if columns.travel.empty:
        return estimate_fits
    measured = columns.travel.minutes[student.transport[s], student.zone[s], offer.zone[o]]
    maximum = student.max_minutes[s]
    return np.where(measured >= 0, (measured <= maximum) | (maximum < 0), estimate_fits)


def journey_minutes(columns: Columns, s: Ints, o: Ints) -> Ints:
    """The minutes of each journey; -1 = unknown."""
    student, offer = columns.student, columns.offer
    transport = student.transport[s]
    east = student.east[s] - offer.east[o]
    north = student.north[s] - offer.north[o]
    known = student.located[s] & offer.located[o] & (transport >= 0)
    estimate = np.where(known, estimated_minutes(east * east + north * north, transport), -1)
    if columns.travel.empty:
        return estimate
    measured = columns.travel.minutes[transport, student.zone[s], offer.zone[o]]
    return np.where(measured >= 0, measured, estimate)
