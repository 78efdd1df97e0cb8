"""``stagekans worker``."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import click

from api.cli.database import database
from api.cli.reader import report, said
from api.cli.taught import TaughtCommand, option
from api.settings import MOST_SOLVE_WORKERS, solve_workers


@click.command("worker", cls=TaughtCommand, help="cli-worker-help")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(data: Path | None) -> None:
    """Start a worker that takes match runs from the queue."""
    try:
        workers = solve_workers(os.environ)
    except ValueError as error:
        detail = said("cli-workers-wrong", value=str(error), most=MOST_SOLVE_WORKERS)
        message = said("cli-error-value", what="STAGEKANS_SOLVE_WORKERS", detail=detail)
        raise click.ClickException(message) from error
    # The solver takes a second to import: other commands do not pay for it.
    from api.worker import work

    with database(data) as url:
        report(said("cli-worker-ready"))
        asyncio.run(work(url, solve_workers=workers))
