"""The life of a registered offer: one table.

``new`` (typed in) → ``checked`` (recognition, guidance and requirements were looked at) → ``live`` (may go into a
round) → ``lapsed`` (the company takes it back, or nobody answers any more). Each move can be undone until the next
one, and a lapsed offer starts anew. *Reserved* and *filled* are no moves of a person: they follow from what rounds
hold and from live placements, and a period that is over has lapsed by itself.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import msgspec

from api.messages.register import RegisterStatus, Stage

#: What a person may do, by where the offer is.
MOVES: Final[dict[Stage, tuple[Stage, ...]]] = {
    "new": ("checked", "lapsed"),
    "checked": ("live", "new", "lapsed"),
    "live": ("checked", "lapsed"),
    "lapsed": ("new",),
}
#: What makes an offer move without a person: by status, what it may turn into when placements or the calendar change.
FOLLOWS: Final[dict[RegisterStatus, tuple[RegisterStatus, ...]]] = {
    "new": ("lapsed", "filled"),
    "checked": ("lapsed", "filled"),
    "live": ("reserved", "filled", "lapsed"),
    "reserved": ("live", "filled", "lapsed"),
    "filled": ("reserved", "live", "lapsed"),
    "lapsed": ("live", "reserved", "filled"),
}


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from elsewhere. ``promised``: places that open rounds have, or that are placed; ``placed``: live
    placements. ``over``: the last day has passed."""

    places: int
    promised: int
    placed: int
    over: bool


def may_move(stage: Stage, to: Stage) -> bool:
    """Whether a person may do that."""
    return to in MOVES[stage]


def status_of(stage: Stage, held: Held) -> RegisterStatus:
    """What people see. ``db/register/offers.py`` says the same in SQL, to search by; a test holds them together."""
    if stage == "lapsed":
        return "lapsed"
    if held.placed >= held.places:
        return "filled"
    if held.over:
        return "lapsed"
    if stage == "live":
        return "reserved" if held.promised >= held.places else "live"
    return stage


def is_over(end_date: dt.date | None, today: dt.date) -> bool:
    """Whether the last day has passed."""
    return end_date is not None and end_date < today
