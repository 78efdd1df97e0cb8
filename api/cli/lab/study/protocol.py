"""``stagekans lab study protocol``: the protocol to a file, from a file, and what is found in it."""

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
from api.messages.lab.protocols import SaveProtocol
from api.services.lab import protocols
from testing_lab.protocol.document import Protocol


@lab_command("protocol", teaches="cli-study-protocol-help")
@option("--out", type=FILE, metavar="FILE", help="cli-study-protocol-option-out")
@option("--in", "source", type=FILE, metavar="FILE", help="cli-study-protocol-option-in")
@json_option()
async def command(one: Acting, *, out: Path | None, source: Path | None, as_json: bool) -> int:
    """Write the protocol out or read it in; then say what is found in it: 1 where something must be put right."""
    if source is not None:
        await save(one, source, reason="")
        report(said("notice-protocol-saved"))
    view = await protocols.get_protocol(*one.whose)
    if out is not None:
        keep(msgspec.json.format(msgspec.json.encode(view.protocol), indent=2) + b"\n", out)
    if as_json:
        answer_json(view)
    else:
        report_findings(view.findings)
        errors = sum(finding.level == "error" for finding in view.findings)
        warnings = len(view.findings) - errors
        answer(said("cli-study-protocol-found", version=view.version, errors=errors, warnings=warnings))
    return FOUND_A_FAULT if any(finding.level == "error" for finding in view.findings) else DONE


async def save(one: Acting, source: Path, *, reason: str) -> None:
    """Keep the protocol of a file over the version that there is.

    Raises
    ------
    click.ClickException
        The file is no protocol: what is wrong, and where in it.
    """
    try:
        protocol = msgspec.json.decode(content_of(source), type=Protocol)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise click.ClickException(said("cli-study-not-a-document", file=source.name, detail=str(error))) from error
    _, version = await protocols.read_protocol(*one.whose)
    await protocols.save_protocol(*one.whose, SaveProtocol(protocol=protocol, version=version, reason=reason))
