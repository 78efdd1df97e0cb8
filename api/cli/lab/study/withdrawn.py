"""``stagekans lab study withdrawn``: a company was told; or tell it by the mail server."""

from __future__ import annotations

import datetime as dt

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.each import for_each
from api.cli.lab.moments import Moment
from api.cli.reader import language, said
from api.cli.taught import option
from api.services.lab import withdrawals
from api.services.lab.telling import words_of


@lab_command("withdrawn", teaches="cli-study-withdrawn-help")
@click.argument("dispatches", nargs=-1, required=True, metavar="APPLICATION...")
@option("--at", type=Moment(), metavar="MOMENT", help="cli-study-withdrawn-option-at")
@option("--by-mail", is_flag=True, help="cli-study-withdrawn-option-by-mail")
async def command(one: Acting, *, dispatches: tuple[str, ...], at: dt.datetime | None, by_mail: bool) -> int:
    """Each application by itself."""
    if (at is not None) == by_mail:
        raise click.UsageError(said("cli-study-withdrawn-one-way"))
    server = one.settings().mail if by_mail else None

    async def do(dispatch_id: str) -> str:
        if at is not None:
            await withdrawals.withdraw_by_hand(*one.whose, dispatch_id, at)
            return said("notice-withdrawal-sent")
        trouble = await withdrawals.withdraw_now(*one.whose, dispatch_id, server)
        if trouble is not None:
            raise click.ClickException(words_of(trouble, language()))
        return said("notice-withdrawal-sent")

    return await for_each(dispatches, do)
