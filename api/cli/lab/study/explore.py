"""``stagekans lab study explore``: a question outside the registered plan, with its stamp."""

from __future__ import annotations

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.study.results import tell_explorations
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.messages.lab.results import NewExploration
from api.services.lab import results


@lab_command("explore", teaches="cli-study-explore-help")
@option("--title", help="results-explore-title")
@option("--test", help="cli-study-explore-option-test")
@option("--subgroup", default="", help="cli-study-explore-option-subgroup")
async def command(one: Acting, *, title: str | None, test: str | None, subgroup: str) -> None:
    """Ask it; without a title, say what can be asked and show what was asked."""
    if title is not None:
        await results.run_exploratory(*one.whose, NewExploration(title=title, test=test or "", subgroup=subgroup))
        report(said("notice-exploration-stored"))
    view = await results.get_results(*one.whose)
    if view.document is None:
        report(said("results-not-yet"))
        return
    if title is None:
        answer(f"--test: {', '.join(view.tests) or said('results-explore-none')}")
        answer(f"--subgroup: {', '.join(view.subgroups) or '–'}")
    tell_explorations(view)
