"""``stagekans lab study frame``: vacancies from a file, and the rows that were refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, content_of, format_of, keep
from api.cli.lab.refusals import report_findings
from api.cli.lab.telling import answer_json, json_option, table
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.services.lab import frame


@lab_command("frame", teaches="cli-study-frame-help")
@option("--in", "source", type=FILE, metavar="FILE", help="cli-study-frame-option-in")
@option("--refused", type=FILE, metavar="FILE", help="cli-study-frame-option-refused")
@json_option()
async def command(one: Acting, *, source: Path | None, refused: Path | None, as_json: bool) -> int:
    """Bring vacancies in; show the frame. 1 where rows of this file were refused."""
    outcome = None
    if source is not None:
        content = content_of(source)
        outcome = await frame.import_frame(*one.whose, source.name, content, now=dt.datetime.now(dt.UTC))
        report_findings(outcome.warnings)
    view = await frame.get_frame(*one.whose)
    if as_json:
        answer_json(outcome or view)
    elif outcome is not None:
        counts = {name: getattr(outcome, name) for name in ("rows", "added", "already", "changed", "refused")}
        answer(said("cli-study-frame-counts", **counts))
    else:
        table((said("study-frame-sector"), said("study-frame-entries")), [
            *((sector.sector, sector.number) for sector in view.sectors), (said("cli-study-all"), view.entries),
        ])  # fmt: skip
    if view.refused and not as_json:
        report(said("cli-study-frame-refused", count=view.refused))
    if refused is not None:
        if view.refused:
            keep((await frame.refusals_file(*one.whose, format_of(refused))).content, refused)
        else:
            report(said("study-frame-refused-none"))
    return FOUND_A_FAULT if outcome is not None and outcome.refused else DONE
