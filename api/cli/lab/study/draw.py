"""``stagekans lab study draw``."""

from __future__ import annotations

import datetime as dt

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.moments import Clock, Day
from api.cli.lab.study.plan import tell
from api.cli.lab.telling import answer_json, json_option
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.plans import DrawPlan
from api.services.lab import plans

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lab_command("draw", teaches="cli-study-draw-help")
@option("--start", type=Day(), required=True, metavar="DAY", help="cli-study-draw-option-start")
@option("--seed", default="", help="cli-study-draw-option-seed")
@option("--from", "opens", type=Clock(), default="09:00", show_default=True, help="plan-opens")
@option("--until", "closes", type=Clock(), default="16:30", show_default=True, help="plan-closes")
@option(
    "--weekday", "weekdays", type=click.Choice(WEEKDAYS), multiple=True, default=WEEKDAYS[:5], metavar="DAY",
    help="cli-study-draw-option-weekday",
)  # fmt: skip
@option("--most-per-day", type=click.IntRange(1, 99_999), default=40, show_default=True, help="plan-most")
@option("--accept-shortage", is_flag=True, help="plan-accept")
@json_option()
async def command(
    one: Acting,
    *,
    start: dt.date,
    seed: str,
    opens: dt.time,
    closes: dt.time,
    weekdays: tuple[str, ...],
    most_per_day: int,
    accept_shortage: bool,
    as_json: bool,
) -> None:
    """Draw sample and plan, once."""
    asked = DrawPlan(
        start=start, seed=seed, opens=opens, closes=closes,
        weekdays=tuple(place for place, day in enumerate(WEEKDAYS) if day in weekdays),
        most_per_day=most_per_day, accept_shortage=accept_shortage,
    )  # fmt: skip
    view = await plans.draw(*one.whose, asked, now=dt.datetime.now(dt.UTC))
    report(said("notice-plan-drawn"))
    if as_json:
        answer_json(view)
    else:
        tell(view)
