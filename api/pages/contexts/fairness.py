"""How fair a run is."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.fairness import FairnessView
from api.messages.rounds import RoundView
from api.messages.runs import RunView
from api.pages.charts import Chart
from api.pages.contexts.page import Page
from api.pages.tabs import Tab


class PriceRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one goal cost a later one; ``lost`` in words."""

    goal: str
    later: str
    lost: str


class FairnessPage(Page, frozen=True, kw_only=True):
    """The fairness report of a finished run. ``charts`` by grouping.

    ``names``: what people call a grouping (by its name) and a group (by ``grouping|group``).
    """

    template: ClassVar[str] = "fairness.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView
    report: FairnessView
    charts: dict[str, Chart]
    profile_chart: Chart | None
    ways_chart: Chart | None
    names: dict[str, str]
    prices: tuple[PriceRow, ...]
