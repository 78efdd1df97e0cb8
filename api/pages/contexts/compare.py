"""Two runs side by side, and the form of a what-if."""

from __future__ import annotations

import uuid
from typing import ClassVar

import msgspec

from api.messages.comparing import ComparisonFilter, ComparisonView
from api.messages.rounds import ProgrammeView, RoundView
from api.messages.runs import RunView
from api.pages.contexts.page import Page
from api.pages.curve import Curve, TradeOff
from api.pages.listing import Listing
from api.pages.side_by_side import Bar, Tally
from api.pages.tabs import Tab


class CompareChoicePage(Page, frozen=True, kw_only=True):
    """Which two runs? ``runs`` are the finished ones, newest first; fewer than two is the empty state."""

    template: ClassVar[str] = "compare_choice.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    runs: tuple[RunView, ...]
    left: uuid.UUID | None = None
    right: uuid.UUID | None = None


class ComparePage(Page, frozen=True, kw_only=True):
    """Two runs side by side. ``why`` and ``asked`` are sentences; ``rows`` the rows of the input that differ.

    ``rows_left_off``: how many more there are. ``largest``: the longest bar of the profile, in students.
    """

    template: ClassVar[str] = "compare.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    comparison: ComparisonView
    tallies: tuple[Tally, ...]
    why: tuple[str, ...]
    asked: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    rows_left_off: int
    wanted: ComparisonFilter
    listing: Listing
    programmes: tuple[ProgrammeView, ...]


class WhatIfPage(Page, frozen=True, kw_only=True):
    """The form of a what-if, and what the earlier ones of this run would do. ``values`` are what was typed.

    ``goals``: the orders to choose from, each as its names with commas. ``busy``: what-ifs that are not over yet.
    ``groupings``: to choose from for the price of equal chances; none where that cannot be asked. ``curves``: what was
    asked of it. ``trade_off``: what more changes of a re-match would buy; None where the run is no re-match.
    """

    template: ClassVar[str] = "what_if.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView
    programmes: tuple[ProgrammeView, ...]
    goals: tuple[str, ...]
    bars: tuple[Bar, ...]
    busy: int = 0
    groupings: tuple[str, ...] = ()
    curves: tuple[Curve, ...] = ()
    trade_off: TradeOff | None = None
    values: dict[str, str] = msgspec.field(default_factory=dict)
