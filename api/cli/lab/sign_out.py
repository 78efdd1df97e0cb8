"""``stagekans lab sign-out``."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import click

from api.cli.database import lab_database
from api.cli.lab.refusals import in_labs_words
from api.cli.lab.signing_in import SESSION
from api.cli.reader import report, said
from api.cli.taught import TaughtCommand, option
from db.halves import LAB


@click.command("sign-out", cls=TaughtCommand, help="cli-lab-sign-out-help")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(data: Path | None) -> None:
    """End the session of the environment; one that has ended is no fault."""
    token = os.environ.get(SESSION, "").strip()
    if not token:
        raise click.ClickException(said("cli-study-nobody"))
    with lab_database(data) as url, in_labs_words():
        asyncio.run(_end(url, token))
    report(said("cli-lab-signed-out"))


async def _end(url: str, token: str) -> None:
    from api.services.accounts import sign_out
    from db.pool import open_pool

    async with await open_pool(url, LAB, size=2) as pool:
        await sign_out(pool, token)
