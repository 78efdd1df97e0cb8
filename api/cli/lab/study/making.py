"""``stagekans lab study new``."""

from __future__ import annotations

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import answer, report, said
from api.messages.lab.studies import NewStudy
from api.services.lab import studies


@lab_command("new", teaches="cli-study-new-help", of_study=False)
@click.argument("name")
async def command(one: Acting, name: str) -> None:
    """Make a study, and print its id alone: a script reads it."""
    study_id = await studies.create_study(one.pool, one.actor, NewStudy(name=name))
    report(said("notice-study-made"))
    answer(str(study_id))
