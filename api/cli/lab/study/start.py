"""``stagekans lab study start``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.services.lab import fieldwork


@lab_command("start", teaches="cli-study-start-help")
async def command(one: Acting) -> None:
    """Begin to send."""
    await fieldwork.start(*one.whose)
    report(said("notice-study-started"))
