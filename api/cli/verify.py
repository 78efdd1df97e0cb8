"""``stagekans verify``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api import catalogue
from api.cli.compare import readable
from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.reader import answer, language, said
from api.cli.taught import TaughtCommand
from api.services.match_files.checking import check

if TYPE_CHECKING:
    from api.services.match_files.checking import Disagreement
    from matching.verify import GoalCheck


@click.command("verify", cls=TaughtCommand, help="cli-verify-help")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Check a result again, without the code that made it."""
    with readable(folder):
        checked = check(folder)
    for goal in checked.goals:
        answer(_line(goal), style="red" if goal.status == "failed" else None)
    for one in checked.disagreements:
        answer(_disagreement(one), style="red")
    for name in checked.rewritten:
        answer(said("cli-verify-file-rewritten", file=name), style="red")
    for grouping, group in checked.untrue_groups:
        answer(said("cli-verify-group-untrue", grouping=grouping, group=group), style="red")
    for part in checked.unchecked:
        answer(said(f"cli-verify-unchecked-{part}".replace("_", "-")))
    return FOUND_A_FAULT if checked.failed else DONE


def _line(goal: GoalCheck) -> str:
    name = said(f"cli-goal-{goal.goal}".replace("_", "-"))
    if goal.status == "failed":
        return said("cli-verify-failed", goal=name, detail=_detail(goal))
    if goal.goal == "lottery" and goal.status == "bound":
        return said("cli-verify-lottery-bound", goal=name)
    bound = goal.facts.get("bound", "")
    return said(f"cli-verify-{goal.status}", goal=name, bound=bound if bound is not None else "")


def _detail(goal: GoalCheck) -> str:
    message = f"cli-detail-{goal.detail}".replace("_", "-")
    words = said(message) if catalogue.has(language(), message) else goal.detail
    facts = ", ".join(f"{name} = {value}" for name, value in goal.facts.items())
    return f"{words} ({facts})" if facts else words


def _disagreement(one: Disagreement) -> str:
    return said("cli-verify-file-disagrees", file=one.file_name, student=one.student_number, what=one.what)
