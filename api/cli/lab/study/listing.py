"""``stagekans lab study list``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, json_option, moment, table
from api.cli.reader import report, said
from api.messages.lab.studies import StudyRow
from api.messages.paging import LARGEST_SIZE
from api.services.lab import studies


@lab_command("list", teaches="cli-study-list-help", of_study=False)
@json_option()
async def command(one: Acting, *, as_json: bool) -> None:
    """The studies on which the actor works."""
    rows: list[StudyRow] = []
    number = 1
    while page := (await studies.list_studies(one.pool, one.actor, number=number, size=LARGEST_SIZE)).items:
        rows += page
        number += 1
    if as_json:
        answer_json(rows)
        return
    if not rows:
        report(said("cli-study-none"))
        return
    head = tuple(said(name) for name in ("study-name", "study-state", "study-my-task", "study-made"))
    table(head, [
        (row.name, coded("lab-study-state", row.state), coded("task", row.task), moment(row.created_at)) for row in rows
    ])  # fmt: skip
