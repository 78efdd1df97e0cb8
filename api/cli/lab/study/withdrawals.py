"""``stagekans lab study withdrawals``: what companies are owed."""

from __future__ import annotations

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, json_option, moment, table
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.services.lab import withdrawals


@lab_command("withdrawals", teaches="cli-study-withdrawals-help")
@option("--all", "everything", is_flag=True, help="cli-study-withdrawals-option-all")
@json_option()
async def command(one: Acting, *, everything: bool, as_json: bool) -> int:
    """What is due and what is late, the most urgent first: 1 where one is late."""
    view = await withdrawals.list_withdrawals(*one.whose)
    tasks = [task for task in view.tasks if everything or task.state in ("open", "overdue")]
    late = sum(task.state == "overdue" for task in view.tasks)
    if as_json:
        answer_json({"tasks": tasks, "text": view.text, "hours": view.hours})
    elif not tasks:
        report(said("withdrawals-none"))
    else:
        head = tuple(said(name) for name in (
            "work-dispatch", "work-company", "work-applicant", "withdrawals-received", "withdrawals-due", "work-state",
        ))  # fmt: skip
        table(head, [
            (
                task.dispatch_id, task.company, task.name, moment(task.received_at), moment(task.due_at),
                coded("withdrawals-state", task.state),
            )
            for task in tasks
        ])  # fmt: skip
        answer(said("withdrawals-text"))
        answer(view.text)
    if late:
        report(said("alarm-overdue", count=late), style="red")
    return FOUND_A_FAULT if late else DONE
