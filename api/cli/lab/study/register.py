"""``stagekans lab study register``: freeze the protocol, and its files."""

from __future__ import annotations

from pathlib import Path

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, keep_all
from api.cli.lab.refusals import report_findings
from api.cli.lab.telling import answer_json, facts, json_option, moment
from api.cli.reader import language, report, said
from api.cli.taught import option
from api.services.lab import protocol_files, registering, studies

FILES = ("protocol.json", "protocol.pdf", "osf.json")


@lab_command("register", teaches="cli-study-register-help")
@option("--out", type=FILE, metavar="FOLDER", help="cli-study-register-option-out")
@json_option()
async def command(one: Acting, *, out: Path | None, as_json: bool) -> int:
    """Register the protocol, or show the registration that there is; write its files. 1 where its chain is broken."""
    if (await studies.get_study(*one.whose)).state == "draft":
        await registering.register_study(*one.whose)
        report(said("notice-study-registered"))
    view = await registering.get_registration(*one.whose)
    if as_json:
        answer_json(view)
    elif view.registration is not None:
        facts([
            (said("registration-by"), view.registration.by),
            (said("registration-at"), moment(view.registration.at)),
            (said("registration-protocol-hash"), view.registration.protocol_hash),
            (said("registration-hash"), view.registration.hash),
            (said("registration-amendments"), len(view.amendments)),
        ])  # fmt: skip
    if out is not None:
        made = {name: await protocol_files.protocol_file(*one.whose, name, language()) for name in FILES}
        keep_all({name: file.content for name, file in made.items()}, out)
    report(said("registration-broken" if view.broken else "registration-whole"))
    report_findings(view.broken)
    return FOUND_A_FAULT if view.broken else DONE
