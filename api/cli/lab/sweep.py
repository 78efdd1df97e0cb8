"""``stagekans lab sweep``."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

import click

from api.cli.database import lab_database
from api.cli.reader import answer, said
from api.cli.taught import TaughtCommand, option
from db.halves import LAB


@click.command("sweep", cls=TaughtCommand, help="cli-lab-sweep-help")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(data: Path | None) -> None:
    """Delete what has had its day, of every study of the lab."""
    with lab_database(data) as url:
        rows = asyncio.run(_sweep(url))
    answer(said("cli-lab-sweep-done", rows=rows))


async def _sweep(url: str) -> int:
    from api.services.lab.retention import sweep
    from api.services.passed import remove_passed
    from db.pool import open_pool

    async with await open_pool(url, LAB, size=1) as pool:
        await remove_passed(pool)
        return await sweep(pool, dt.datetime.now(dt.UTC))
