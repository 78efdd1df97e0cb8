"""``stagekans account``."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import get_args

import click

from api.cli.database import database
from api.cli.other_half import refuse_known_in
from api.cli.reader import answer, said
from api.cli.refusals import in_readers_words
from api.cli.taught import TaughtCommand, option
from api.messages.accounts import NewAccount, Role


@click.command("account", cls=TaughtCommand, help="cli-account-help")
@click.argument("sign_in_name")
@option("--name", required=True, help="cli-account-option-name")
@option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    metavar="ROLE",
    type=click.Choice(get_args(Role)),
    help="cli-account-option-role",
)
@option("--programme", "programmes", multiple=True, help="cli-account-option-programme")
@option("--all-programmes", is_flag=True, help="cli-account-option-all-programmes")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(
    sign_in_name: str,
    name: str,
    roles: tuple[Role, ...],
    programmes: tuple[str, ...],
    all_programmes: bool,  # noqa: FBT001  # click calls by keyword
    data: Path | None,
) -> None:
    """Make an account with a new password, and print that once."""
    password = secrets.token_urlsafe(15)
    account = NewAccount(
        sign_in_name=sign_in_name,
        display_name=name,
        password=password,
        roles=roles,
        all_programmes=all_programmes,
        programmes=programmes,
    )
    with database(data) as url, in_readers_words():
        asyncio.run(_make(url, account))
    answer(said("cli-account-made", name=sign_in_name, password=password))


async def _make(url: str, account: NewAccount) -> None:
    from api.services.new_accounts import create_account
    from db.pool import open_pool

    await refuse_known_in("lab", account.sign_in_name)
    async with await open_pool(url, size=2) as pool:
        await create_account(pool, account)
