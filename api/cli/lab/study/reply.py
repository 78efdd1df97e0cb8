"""``stagekans lab study reply``: a call or a letter of a company, written down."""

from __future__ import annotations

import datetime as dt

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.moments import Moment
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.fieldwork import NewReply
from api.services.lab import replies

KINDS = ("call", "letter", "reply")


@lab_command("reply", teaches="cli-study-reply-help")
@click.argument("dispatch_id", metavar="APPLICATION")
@option("--kind", type=click.Choice(KINDS), default="call", show_default=True, help="cli-study-reply-option-kind")
@option("--at", type=Moment(), metavar="MOMENT", required=True, help="cli-study-reply-option-at")
@option("--text", required=True, help="dispatch-reply-text")
@option("--positive/--not-positive", default=None, help="cli-study-reply-option-positive")
async def command(
    one: Acting, *, dispatch_id: str, kind: str, at: dt.datetime, text: str, positive: bool | None
) -> None:  # fmt: skip
    """Write a reply down."""
    known = next(name for name in KINDS if name == kind)
    asked = NewReply(kind=known, at=at, text=text, positive=positive)  # type: ignore[arg-type]  # one of the three
    await replies.record_by_hand(*one.whose, dispatch_id, asked)
    report(said("notice-reply-recorded"))
