"""``stagekans lab study work``: the work list, as a table, a CSV file or a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, keep
from api.cli.lab.telling import answer_json, coded, json_option, moment, table
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.fieldwork import When, WorkItem
from api.messages.paging import LARGEST_SIZE
from api.services.files.writing import csv_bytes
from api.services.lab import work_list

_COLUMNS = ("dispatch_id", "pseudonym", "place", "name", "company", "vacancy_title", "due_at", "sent_at", "state")


@lab_command("work", teaches="cli-study-work-help")
@option(
    "--when", type=click.Choice(get_args(When)), default="now", show_default=True, help="cli-study-work-option-when"
)
@option("--out", type=FILE, metavar="FILE", help="cli-study-work-option-out")
@json_option()
async def command(one: Acting, *, when: When, out: Path | None, as_json: bool) -> None:
    """What is to be sent."""
    if out is not None and out.suffix.lower() == ".ics":
        keep((await work_list.calendar_file(*one.whose)).content, out)
        return
    items: list[WorkItem] = []
    number = 1
    while page := (await work_list.list_work(*one.whose, when, number=number, size=LARGEST_SIZE)).items:
        items += page
        number += 1
    if out is not None:
        rows = [[_cell(getattr(item, name)) for name in _COLUMNS] for item in items]
        keep(csv_bytes(_COLUMNS, rows), out)
    elif as_json:
        answer_json(items)
    elif not items:
        report(said("work-empty"))
    else:
        _tell(items)


def _cell(value: object) -> str:
    return "" if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)


def _marks(item: WorkItem) -> str:
    marks = (("work-overdue", item.overdue), ("work-troubled", item.troubled))
    return " ".join(said(name) for name, so in marks if so)


def _tell(items: list[WorkItem]) -> None:
    head = tuple(
        said(name)
        for name in ("work-dispatch", "work-company", "work-applicant", "work-due", "work-sent", "work-state")
    )
    table((*head, ""), [
        (
            item.dispatch_id, item.company, item.name, moment(item.due_at), moment(item.sent_at),
            coded("lab-dispatch-state", item.state),
            _marks(item),
        )
        for item in items
    ])  # fmt: skip
