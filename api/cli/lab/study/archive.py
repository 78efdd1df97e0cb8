"""``stagekans lab study archive``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.services.lab import retention


@lab_command("archive", teaches="cli-study-archive-help")
async def command(one: Acting) -> None:
    """Put an analysed study away."""
    await retention.archive(*one.whose)
    report(said("notice-study-archived"))
