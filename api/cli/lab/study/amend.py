"""``stagekans lab study amend``."""

from __future__ import annotations

from pathlib import Path

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE
from api.cli.lab.study.protocol import save
from api.cli.lab.telling import answer_json, facts, json_option
from api.cli.reader import report, said
from api.cli.taught import option
from api.services.lab import registering


@lab_command("amend", teaches="cli-study-amend-help")
@option("--in", "source", type=FILE, metavar="FILE", required=True, help="cli-study-protocol-option-in")
@option("--reason", required=True, help="cli-study-amend-option-reason")
@json_option()
async def command(one: Acting, *, source: Path, reason: str, as_json: bool) -> None:
    """Change a registered protocol in the open."""
    await save(one, source, reason=reason)
    view = await registering.get_registration(*one.whose)
    if not view.amendments:  # a draft that was saved
        report(said("notice-protocol-saved"))
        return
    last = view.amendments[-1]
    if as_json:
        answer_json(last)
        return
    facts([
        (said("registration-amendments"), last.number),
        (said("amendment-changes"), ", ".join(change.path for change in last.changes)),
        (said("registration-hash"), last.hash),
    ])  # fmt: skip
