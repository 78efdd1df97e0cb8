"""``stagekans lab study resume``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.cli.taught import option
from api.services.lab import fieldwork


@lab_command("resume", teaches="cli-study-resume-help")
@option("--reason", required=True, help="cli-study-option-reason")
async def command(one: Acting, *, reason: str) -> None:
    """Go on after a stop."""
    await fieldwork.resume(*one.whose, reason)
    report(said("notice-study-resumed"))
