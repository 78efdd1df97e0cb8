"""``stagekans lab study sent``: what was sent by hand; or send it by the mail server."""

from __future__ import annotations

import datetime as dt

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.each import for_each
from api.cli.lab.moments import Moment
from api.cli.reader import language, said
from api.cli.taught import option
from api.services.lab import sending
from api.services.lab.telling import words_of


@lab_command("sent", teaches="cli-study-sent-help")
@click.argument("dispatches", nargs=-1, required=True, metavar="APPLICATION...")
@option("--at", type=Moment(), metavar="MOMENT", help="cli-study-sent-option-at")
@option("--by-mail", is_flag=True, help="cli-study-sent-option-by-mail")
@option("--found", type=click.Choice(["sent", "not-sent"]), help="cli-study-sent-option-found")
async def command(
    one: Acting, *, dispatches: tuple[str, ...], at: dt.datetime | None, by_mail: bool, found: str | None
) -> int:
    """Each application by itself: a refusal of one stops no other."""
    if [at is not None, by_mail, found is not None].count(True) != 1:
        raise click.UsageError(said("cli-study-sent-one-way"))
    server = one.settings().mail if by_mail else None

    async def do(dispatch_id: str) -> str:
        if found is not None:
            await sending.resolve(*one.whose, dispatch_id, arrived=found == "sent")
            return said("notice-dispatch-resolved")
        if at is not None:
            await sending.send_by_hand(*one.whose, dispatch_id, at)
            return said("notice-dispatch-sent")
        trouble = await sending.send_now(*one.whose, dispatch_id, server)
        if trouble is not None:
            raise click.ClickException(words_of(trouble, language()))
        return said("notice-dispatch-sent")

    return await for_each(dispatches, do)
