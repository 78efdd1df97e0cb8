"""Fairness reports for the contract tests: every state that a figure can have."""

from __future__ import annotations

import uuid

from api.messages.accounts import Actor
from api.messages.fairness import FairnessView
from api.messages.rounds import RoundView
from api.messages.runs import RunView
from api.pages.contexts.fairness import FairnessPage
from api.pages.fairness import page_of
from api.pages.tabs import tabs_of
from matching.fairness.small_numbers import RULE
from matching.fairness.words import (
    ConditionalGap,
    Envy,
    FairnessReport,
    Gap,
    GapChange,
    GapMoment,
    GoalPrice,
    GroupingTable,
    GroupRow,
    Opportunity,
    Profile,
    ProfileRow,
    Rate,
    Spread,
    Way,
)

_NONE = Rate(shown="capped", percent=5.0)


def _row(group: str, students: int, placed: int, low: float, high: float) -> GroupRow:
    rate = Rate(shown="exact", percent=round(100 * placed / students, 1), low=low, high=high)
    return GroupRow(group=group, rate=rate, students=students, placed=placed, median_offers=11.5, without_offers=_NONE)


def _spread(mean: float, least: float | None = None, most: float | None = None) -> Spread:
    return Spread(mean=mean, least=mean if least is None else least, most=mean if most is None else most)


FAIRNESS = FairnessReport(
    input_sha256="ab" * 32,
    rule=RULE,
    students=1200,
    placed=1050,
    min_group_size=10,
    groupings=(
        GroupingTable(
            grouping="level",
            goal=True,
            rows=(_row("2", 400, 301, 70.8, 79.2), _row("3", 760, 724, 93.5, 96.6)),
            gap=Gap(
                highest="3", lowest="2", points=20.0, low=15.6, high=24.6,
                conditional=ConditionalGap(points=3.1, bands=5, covered=88.4),
            ),
        ),
        GroupingTable(
            grouping="programme",
            goal=False,
            rows=(
                _row("25655", 300, 120, 34.6, 45.6),
                GroupRow(group="25168", rate=Rate(shown="capped", percent=95.0), students=40, median_offers=9.0,
                         without_offers=Rate(shown="withheld")),
                GroupRow(group="25998", rate=Rate(shown="withheld"), students=60, median_offers=9.0,
                         without_offers=_NONE),
                GroupRow(group="23089 <b>", rate=Rate(shown="hidden")),
            ),
            gap=Gap(highest="25168", lowest="25655", points=55.0, at_least=True),
        ),
        GroupingTable(
            grouping="cohort", goal=False, gap=None, rows=(GroupRow(group="2025", rate=Rate(shown="hidden")),)
        ),
    ),
    gap_change=GapChange(
        without=GapMoment(fraction="3/10", points=30.0, placed=1050),
        with_goal=GapMoment(fraction="1/5", points=20.0, placed=1050),
    ),
    prices=(GoalPrice(goal="placed", lost={"satisfaction": 4021}), GoalPrice(goal="satisfaction", lost={})),
    profile=Profile(
        rows=(ProfileRow(students=700, percent=58.3, up_to=58.3, first=1, last=1),
              ProfileRow(students=250, percent=20.8, up_to=79.2, first=2, last=9)),
        not_named=100,
        without_place=150,
    ),
    envy=Envy(pairs=812, students=301, pairs_by_lot=None, students_by_lot=None),
    opportunity=Opportunity(median_offers=12.0, without_offers=Rate(shown="exact", percent=6.1, low=4.9, high=7.6)),
    ways=(
        Way(name="run", draws=1, placed=_spread(1050), satisfaction=_spread(612345), gap_points=_spread(20.0),
            choices=(_spread(700), None, None, _spread(200), _spread(100), _spread(150))),
        Way(name="random_order", draws=20, placed=_spread(1001.3, 990, 1010), satisfaction=_spread(590000.5, 1, 600000),
            gap_points=_spread(24.1, 20.0, 31.2), choices=(_spread(600.1, 590, 612),) * 6),
        Way(name="student_number", draws=1, placed=_spread(998), satisfaction=_spread(580000), gap_points=None,
            choices=(_spread(601),) * 6),
    ),
    seeds=("stagekans-comparison-1", "stagekans-comparison-20"),
)  # fmt: skip
NO_FIGURES = FairnessReport(
    input_sha256="cd" * 32,
    rule=RULE,
    students=0,
    placed=0,
    min_group_size=10,
    groupings=(),
    gap_change=None,
    prices=None,
    profile=Profile(rows=(), not_named=0, without_place=0),
    envy=Envy(pairs=0, students=0, pairs_by_lot=0, students_by_lot=0),
    opportunity=Opportunity(median_offers=0.0, without_offers=Rate(shown="hidden")),
    ways=(),
    seeds=("stagekans-comparison-1",),
)


def fairness_page(actor: Actor, found: RoundView, run: RunView, report: FairnessReport | None) -> FairnessPage:
    """The page with this report, in Dutch."""
    view = FairnessView(run_id=uuid.UUID(int=1), round_id=found.round_id, fairness=report)
    return page_of(
        found, tabs_of(actor, found.round_id, "runs"), run, view, "nl", {"25655": "Verzorgende-IG", "25168": "Kok"}
    )
