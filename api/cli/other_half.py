"""Nobody has an account in both halves (DESIGN.md §7): asked wherever a command knows both databases."""

from __future__ import annotations

import os

import click

from api.cli.reader import said
from api.settings import URL, Half


async def refuse_known_in(half: Half, sign_in_name: str) -> None:
    """Go on only where that half, if its database is known here, has no account of the name."""
    from api.services.accounts import name_is_known
    from db.halves import LAB, PLACING
    from db.pool import open_pool

    if url := os.environ.get(URL[half]):
        async with await open_pool(url, LAB if half == "lab" else PLACING, size=1) as pool:
            if await name_is_known(pool, sign_in_name):
                raise click.ClickException(said("cli-account-other-half", name=sign_in_name))
