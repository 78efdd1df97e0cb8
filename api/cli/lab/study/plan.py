"""``stagekans lab study plan``: what was drawn, as a file too, and whether the seed still gives it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, format_of, keep
from api.cli.lab.refusals import report_findings
from api.cli.lab.telling import answer_json, coded, facts, json_option, moment, table
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.services.lab import plans

if TYPE_CHECKING:
    from api.messages.lab.plans import PlanView, Replay


@lab_command("plan", teaches="cli-study-plan-help")
@option("--out", type=FILE, metavar="FILE", help="cli-study-plan-option-out")
@option("--replay", is_flag=True, help="cli-study-plan-option-replay")
@json_option()
async def command(one: Acting, *, out: Path | None, replay: bool, as_json: bool) -> int:
    """Show the plan. 1 where a replay gives another one."""
    if replay:
        again = await plans.replay(*one.whose)
        if as_json:
            answer_json(again)
        else:
            answer(said(_replayed(again)))
        return DONE if again.possible and again.plan_equal and again.letters_equal else FOUND_A_FAULT
    view = await plans.get_plan(*one.whose)
    if out is not None:
        keep((await plans.plan_file(*one.whose, format_of(out))).content, out)
    if as_json:
        answer_json(view)
    else:
        tell(view)
    return DONE


def _replayed(again: Replay) -> str:
    if not again.possible:
        return "plan-replay-impossible"
    if not again.plan_equal:
        return "plan-replay-differs"
    return "plan-replay-equal" if again.letters_equal else "plan-replay-letters"


def tell(view: PlanView) -> None:
    """The plan in lines: counts, proof, sample and balance."""
    facts([
        (said("plan-vacancies"), view.balance.units),
        (said("plan-dispatches"), view.dispatches),
        (said("plan-days"), len(view.days)),
        (said("plan-redraws"), view.redraws),
        (said("plan-drawn-by", person=view.person), moment(view.drawn_at)),
        (said("plan-seed"), view.seed),
        (said("plan-hash"), view.plan_hash),
        (said("plan-letters-hash"), view.letters_hash),
    ])  # fmt: skip
    report_findings(view.shortages)
    head = tuple(
        said(name) for name in ("study-frame-sector", "plan-size", "plan-available", "plan-asked", "plan-chosen")
    )
    table(head, [
        (part.sector, part.size_class, part.available, part.asked, len(part.chosen)) for part in view.strata
    ])  # fmt: skip
    if view.outside:
        report(said("plan-outside", count=view.outside))
    if view.set_aside:
        report(said("plan-set-aside", count=len(view.set_aside)))
    head = tuple(said(name) for name in ("plan-factor", "plan-level", "plan-majority", "plan-minority", "plan-p"))
    table(head, [
        (
            coded("lab-balance", row.factor), level, majority, minority,
            "–" if row.p_value is None else f"{row.p_value:.3f}",
        )
        for row in view.balance.rows for level, (majority, minority) in row.counts.items()
    ])  # fmt: skip
