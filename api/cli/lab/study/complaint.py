"""``stagekans lab study complaint``: a company complains, or knows that it was a test."""

from __future__ import annotations

import datetime as dt

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.moments import Day
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.fieldwork import NewComplaint
from api.services.lab import complaints


@lab_command("complaint", teaches="cli-study-complaint-help")
@click.argument("dispatch_id", metavar="APPLICATION")
@option("--on", "received_on", type=Day(), metavar="DAY", help="dispatch-complaint-on")
@option("--words", help="dispatch-complaint-words")
@option("--detected", is_flag=True, help="cli-study-complaint-option-detected")
async def command(
    one: Acting, *, dispatch_id: str, received_on: dt.date | None, words: str | None, detected: bool
) -> None:  # fmt: skip
    """End the part of a company."""
    if detected:
        await complaints.record_detection(*one.whose, dispatch_id)
        report(said("notice-detection-recorded"))
    if received_on is not None and words is not None:
        asked = NewComplaint(received_on=received_on, words=words)
        await complaints.record_complaint(*one.whose, dispatch_id, asked)
        report(said("notice-complaint-recorded"))
    elif not detected or received_on is not None or words is not None:
        raise click.UsageError(said("cli-error-missing", what="--on" if received_on is None else "--words"))
