"""``stagekans lab study read-in``."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, content_of
from api.cli.reader import answer, report, said
from api.messages.lab.results import FinishedStudy
from api.services.lab import finished_studies


@lab_command("read-in", teaches="cli-study-read-in-help", of_study=False)
@click.argument("name")
@click.argument("source", type=FILE, metavar="FILE")
async def command(one: Acting, name: str, source: Path) -> None:
    """Make a finished study of its outcomes, and print its id."""
    content = content_of(source)
    study_id = await finished_studies.read_in(one.pool, one.actor, FinishedStudy(name=name), content)
    report(said("notice-study-read-in"))
    answer(str(study_id))
