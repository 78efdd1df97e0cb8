"""The page with the fairness report of a run."""

from __future__ import annotations

import asyncio
import uuid

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.catalogue import Language, has, text
from api.messages.accounts import Actor
from api.messages.fairness import FairnessView
from api.messages.rounds import RoundView
from api.messages.runs import RunView
from api.pages.answering import AnyRequest, Html, show
from api.pages.charts import Chart, Dot, dots, steps
from api.pages.contexts.fairness import FairnessPage, PriceRow
from api.pages.tabs import Tab, tabs_of
from api.services import fairness, rounds, runs
from api.services.goal_values import lost_text
from api.services.pool import Pool
from api.web.session import session_of
from matching.fairness.words import FairnessReport, GroupingTable
from matching.result import Report


@get("/runs/{run_id:uuid}/fairness")
async def fairness_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """Rates of groups, prices of goals, wishes, envy, and other ways of dividing."""
    report, run = await asyncio.gather(fairness.get_fairness(pool, actor, run_id), runs.get_run(pool, actor, run_id))
    found, programmes = await asyncio.gather(
        rounds.get_round(pool, actor, run.round_id), rounds.list_programmes(pool, actor, run.round_id)
    )
    programme_names = {programme.crebo: programme.name for programme in programmes if programme.name}
    language = session_of(request).language
    page = await asyncio.to_thread(
        page_of, found, tabs_of(actor, run.round_id, "runs"), run, report, language, programme_names
    )
    return show(request, page)


def page_of(
    found: RoundView,
    tabs: tuple[Tab, ...],
    run: RunView,
    report: FairnessView,
    language: Language,
    programmes: dict[str, str],
) -> FairnessPage:
    """The page in one language; draws the charts, so call it in a thread."""
    charts: dict[str, Chart] = {}
    profile = ways = None
    names: dict[str, str] = {}
    if report.fairness is not None:
        names = names_of(report.fairness, language, programmes)
        charts, profile, ways = charts_of(report.fairness, language, names)
    return FairnessPage(
        round=found,
        tabs=tabs,
        run=run,
        report=report,
        charts=charts,
        profile_chart=profile,
        ways_chart=ways,
        names=names,
        prices=() if run.report is None else prices_of(run.report, language),
    )


def names_of(report: FairnessReport, language: Language, programmes: dict[str, str]) -> dict[str, str]:
    """What people call the groupings and groups; the school's own names where we have no other."""
    names = {}
    for table in report.groupings:
        message = f"fairness-grouping-{table.grouping}".replace("_", "-")
        names[table.grouping] = text(language, message) if has(language, message) else table.grouping
        for row in table.rows:
            known = f"fairness-group-{table.grouping}-{row.group}".replace("_", "-")
            name = text(language, known) if has(language, known) else row.group
            if table.grouping == "programme" and row.group in programmes:
                name = f"{programmes[row.group]} ({row.group})"
            names[f"{table.grouping}|{row.group}"] = name
    return names


def prices_of(report: Report, language: Language) -> tuple[PriceRow, ...]:
    """What each goal cost each later one."""
    return tuple(
        PriceRow(goal=goal.name, later=later, lost=lost_text(language, later, lost, report))
        for goal in report.goals
        for later, lost in (goal.price or {}).items()
    )


def charts_of(
    report: FairnessReport, language: Language, names: dict[str, str]
) -> tuple[dict[str, Chart], Chart | None, Chart | None]:
    """The chart of each grouping, of the profile, and of the other ways."""
    by_grouping = {
        table.grouping: chart for table in report.groupings if (chart := _rates(table, language, names)) is not None
    }
    profile = steps(
        [(_ranks(row.first, row.last), row.up_to) for row in report.profile.rows],
        language,
        title=text(language, "fairness-profile-axis"),
        below=text(language, "fairness-choice"),
        label=text(language, "fairness-profile-chart"),
    )
    ways = dots(
        [
            Dot(
                name=text(language, f"fairness-way-{way.name}-short".replace("_", "-")),
                value=way.placed.mean,
                low=way.placed.least if way.draws > 1 else None,
                high=way.placed.most if way.draws > 1 else None,
            )
            for way in report.ways
        ],
        language,
        title=text(language, "fairness-ways-axis"),
        label=text(language, "fairness-ways-chart"),
    )
    return by_grouping, profile, ways


def _rates(table: GroupingTable, language: Language, names: dict[str, str]) -> Chart | None:
    rows = [
        Dot(
            name=names[f"{table.grouping}|{row.group}"],
            value=row.rate.percent,
            low=row.rate.low,
            high=row.rate.high,
            bound=row.rate.shown == "capped",
        )
        for row in table.rows
        if row.rate.percent is not None
    ]
    label = text(language, "fairness-rates-chart", grouping=names[table.grouping])
    return dots(rows, language, title=text(language, "fairness-rates-axis"), label=label, ends=(0, 100))


def _ranks(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


HANDLERS = (fairness_page,)
