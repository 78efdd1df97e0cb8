"""``stagekans lab study close``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.cli.taught import option
from api.services.lab import fieldwork


@lab_command("close", teaches="cli-study-close-help")
@option("--reason", default="", help="cli-study-close-option-reason")
async def command(one: Acting, *, reason: str) -> None:
    """End the fieldwork."""
    await fieldwork.close(*one.whose, reason)
    report(said("notice-study-closed"))
