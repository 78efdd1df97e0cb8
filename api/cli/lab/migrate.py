"""``stagekans lab migrate``."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.database import bring_up_to_date, lab_database
from api.cli.reader import answer, said
from api.cli.taught import TaughtCommand, option
from db.halves import LAB


@click.command("migrate", cls=TaughtCommand, help="cli-lab-migrate-help")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(data: Path | None) -> None:
    """Bring the database of the lab to the shape that this version needs."""
    with lab_database(data) as url:
        applied = bring_up_to_date(url, LAB)
    for name in applied:
        answer(said("cli-migrate-applied", name=name))
    if not applied:
        answer(said("cli-migrate-nothing"))
