"""``stagekans lab sign-in``: one sign-in for many commands."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from api.cli.database import lab_database
from api.cli.lab.refusals import in_labs_words
from api.cli.lab.signing_in import SESSION, begin, credentials
from api.cli.reader import answer, report, said
from api.cli.taught import TaughtCommand, option
from api.messages.accounts import SignIn
from db.halves import LAB


@click.command("sign-in", cls=TaughtCommand, help="cli-lab-sign-in-help")
@option("--as", "sign_in_name", metavar="NAME", required=True, help="cli-study-option-as")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(sign_in_name: str, data: Path | None) -> None:
    """Begin a session, and print its token alone."""
    attempt = credentials(sign_in_name).attempt
    if attempt is not None:
        with lab_database(data) as url, in_labs_words():
            answer(asyncio.run(_begin(url, attempt)))
        report(said("cli-lab-signed-in", variable=SESSION))


async def _begin(url: str, attempt: SignIn) -> str:
    from db.pool import open_pool

    async with await open_pool(url, LAB, size=2) as pool:
        return (await begin(pool, attempt)).token
