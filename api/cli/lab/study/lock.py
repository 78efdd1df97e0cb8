"""``stagekans lab study lock``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.services.lab import codes


@lab_command("lock", teaches="cli-study-lock-help")
async def command(one: Acting) -> None:
    """Lock the codes, for good."""
    await codes.lock_codes(*one.whose)
    report(said("notice-codes-locked"))
