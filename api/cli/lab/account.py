"""``stagekans lab account``."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import get_args

import click

from api.cli.database import lab_database
from api.cli.other_half import refuse_known_in
from api.cli.reader import answer, said
from api.cli.refusals import in_readers_words
from api.cli.taught import TaughtCommand, option
from api.messages.accounts import LabRole, NewLabAccount
from db.halves import LAB


@click.command("account", cls=TaughtCommand, help="cli-lab-account-help")
@click.argument("sign_in_name")
@option("--name", required=True, help="cli-account-option-name")
@option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    metavar="ROLE",
    type=click.Choice(get_args(LabRole)),
    help="cli-lab-account-option-role",
)
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(sign_in_name: str, name: str, roles: tuple[LabRole, ...], data: Path | None) -> None:
    """Make an account of the lab with a new password, and print that once."""
    password = secrets.token_urlsafe(15)
    account = NewLabAccount(sign_in_name=sign_in_name, display_name=name, password=password, roles=roles)
    with lab_database(data) as url, in_readers_words():
        asyncio.run(_make(url, account))
    answer(said("cli-account-made", name=sign_in_name, password=password))


async def _make(url: str, account: NewLabAccount) -> None:
    from api.services.lab.accounts import create_account
    from db.pool import open_pool

    await refuse_known_in("placing", account.sign_in_name)
    async with await open_pool(url, LAB, size=2) as pool:
        await create_account(pool, account)
