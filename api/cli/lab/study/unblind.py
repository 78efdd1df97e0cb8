"""``stagekans lab study unblind``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.coding import NewUnblinding
from api.services.lab import codes


@lab_command("unblind", teaches="cli-study-unblind-help")
@option("--person", required=True, help="codes-decided-by")
@option("--reason", required=True, help="codes-why")
async def command(one: Acting, *, person: str, reason: str) -> None:
    """Reveal the trait."""
    await codes.unblind(*one.whose, NewUnblinding(person=person, reason=reason))
    report(said("notice-unblinded"))
