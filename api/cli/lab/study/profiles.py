"""``stagekans lab study profiles``: names, letters, words and senders, to a file and from a file."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, content_of, keep
from api.cli.lab.refusals import report_findings
from api.cli.lab.telling import answer_json, json_option
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.messages.lab.plans import SaveProfiles
from api.services.lab import profiles
from testing_lab.profiles.study_profiles import StudyProfiles

#: What a pre-test is read from, and so no part of the file.
_MEASURED = frozenset({"schema", "pretest", "pretest_source"})


@lab_command("profiles", teaches="cli-study-profiles-help")
@option("--out", type=FILE, metavar="FILE", help="cli-study-profiles-option-out")
@option("--in", "source", type=FILE, metavar="FILE", help="cli-study-profiles-option-in")
@option("--pretest", type=FILE, metavar="FILE", help="cli-study-profiles-option-pretest")
@option("--pretest-source", metavar="TEXT", default="", help="cli-study-profiles-option-pretest-source")
@json_option()
async def command(
    one: Acting, *, out: Path | None, source: Path | None, pretest: Path | None, pretest_source: str, as_json: bool
) -> int:
    """Read the profiles in or write them out; then say what they lack: 1 where a draw is not possible."""
    if source is not None:
        document = _read(source)
        version = (await profiles.get_profiles(*one.whose)).version
        await profiles.save_profiles(*one.whose, msgspec.convert(_own(document) | {"version": version}, SaveProfiles))
        report(said("notice-profiles-saved"))
    if pretest is not None:
        content = content_of(pretest)
        report_findings(await profiles.import_pretest(*one.whose, content, source=pretest_source))
        report(said("notice-pretest-imported"))
    view = await profiles.get_profiles(*one.whose)
    if out is not None:
        keep(msgspec.json.format(msgspec.json.encode(_own(view.document)), indent=2) + b"\n", out)
    if as_json:
        answer_json(view)
    else:
        report_findings(view.findings)
        answer(said("profiles-findings", count=len(view.findings)) if view.findings else said("profiles-whole"))
    return FOUND_A_FAULT if any(finding.level == "error" for finding in view.findings) else DONE


def _own(document: StudyProfiles) -> dict[str, object]:
    """What people choose and type."""
    return {name: value for name, value in msgspec.to_builtins(document).items() if name not in _MEASURED}


def _read(source: Path) -> StudyProfiles:
    try:
        return msgspec.json.decode(content_of(source), type=StudyProfiles)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise click.ClickException(said("cli-study-not-a-document", file=source.name, detail=str(error))) from error
