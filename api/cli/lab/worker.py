"""``stagekans lab worker``."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from api.cli.database import lab_database
from api.cli.reader import report, said
from api.cli.taught import TaughtCommand, option


@click.command("worker", cls=TaughtCommand, help="cli-lab-worker-help")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(data: Path | None) -> None:
    """Start a worker that does the long work of the lab."""
    from api.lab_worker import work

    with lab_database(data) as url:
        report(said("cli-lab-worker-ready"))
        asyncio.run(work(url))
