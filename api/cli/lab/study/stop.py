"""``stagekans lab study stop``: the stop button."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.cli.taught import option
from api.services.lab import fieldwork


@lab_command("stop", teaches="cli-study-stop-help")
@option("--reason", required=True, help="cli-study-option-reason")
async def command(one: Acting, *, reason: str) -> None:
    """Send nothing until somebody goes on."""
    await fieldwork.stop(*one.whose, reason)
    report(said("notice-study-stopped"))
