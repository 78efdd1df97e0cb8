"""``stagekans worker``."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from api.cli.database import database
from api.cli.reader import report, said
from api.cli.taught import TaughtCommand, option


@click.command("worker", cls=TaughtCommand, help="cli-worker-help")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(data: Path | None) -> None:
    """Start a worker that takes match runs from the queue."""
    # The solver takes a second to import: other commands do not pay for it.
    from api.worker import work

    with database(data) as url:
        report(said("cli-worker-ready"))
        asyncio.run(work(url))
