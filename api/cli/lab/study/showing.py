"""``stagekans lab study show``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, facts, json_option, moment
from api.cli.reader import report, said
from api.services.lab import studies


@lab_command("show", teaches="cli-study-show-help")
@json_option()
async def command(one: Acting, *, as_json: bool) -> None:
    """Where a study stands."""
    view = await studies.get_study(*one.whose)
    if as_json:
        answer_json(view)
    else:
        facts([
            (said("study-name"), view.name),
            ("id", view.study_id),
            (said("study-state"), coded("lab-study-state", view.state)),
            (said("study-my-task"), coded("task", view.task)),
            (said("study-made"), moment(view.created_at)),
        ])  # fmt: skip
    if view.alarms is not None and view.alarms.overdue:
        report(said("alarm-overdue", count=view.alarms.overdue), style="red")
