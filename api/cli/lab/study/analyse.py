"""``stagekans lab study analyse``."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.study.results import tell
from api.cli.reader import report, said
from api.services.lab import results


@lab_command("analyse", teaches="cli-study-analyse-help")
async def command(one: Acting) -> None:
    """Carry out the registered analysis, once."""
    await results.run_registered(*one.whose)
    report(said("notice-analysis-stored"))
    tell(await results.get_results(*one.whose), whole=False)
