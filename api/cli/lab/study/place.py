"""``stagekans lab study place``: where a reply belongs, and whether it is positive."""

from __future__ import annotations

import uuid

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.fieldwork import Assigned
from api.services.lab import replies


@lab_command("place", teaches="cli-study-place-help")
@click.argument("reply_id", type=click.UUID, metavar="REPLY")
@option("--application", metavar="NUMBER", help="cli-study-place-option-application")
@option("--set-aside", metavar="REASON", help="cli-study-place-option-set-aside")
@option("--positive/--not-positive", default=None, help="cli-study-reply-option-positive")
async def command(
    one: Acting, *, reply_id: uuid.UUID, application: str | None, set_aside: str | None, positive: bool | None
) -> None:
    """A person's decision about a reply."""
    if application is None and set_aside is None and positive is None:
        raise click.UsageError(said("cli-error-missing", what="--application, --set-aside, --positive"))
    if application is not None or set_aside is not None:
        await replies.assign(*one.whose, reply_id, Assigned(dispatch_id=application, reason=set_aside or ""))
        report(said("notice-reply-set-aside" if application is None else "notice-reply-assigned"))
    if positive is not None:
        await replies.judge(*one.whose, reply_id, positive=positive)
        report(said("notice-reply-judged"))
