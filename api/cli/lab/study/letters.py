"""``stagekans lab study letters``: letters and CVs as files in a folder."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Final, get_args

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, keep_all
from api.cli.lab.moments import Day
from api.cli.reader import report, said
from api.cli.taught import option
from api.services.clock import CLOCK
from api.services.lab import dispatch_files
from api.services.lab.dispatch_files import Ending, Part

#: As many as a study can have: nobody waits for this but who asked.
_ALL: Final = 1_000_000


@lab_command("letters", teaches="cli-study-letters-help")
@click.argument("dispatches", nargs=-1, metavar="[APPLICATION]...")
@option("--out", type=FILE, metavar="FOLDER", required=True, help="cli-study-letters-option-out")
@option("--until", type=Day(), metavar="DAY", help="cli-study-letters-option-until")
async def command(one: Acting, *, dispatches: tuple[str, ...], out: Path, until: dt.date | None) -> None:
    """Everything that is to be sent until the end of a day, or of the applications that are named."""
    files: dict[str, bytes] = {}
    for dispatch_id in dispatches:
        for part in get_args(Part):
            for ending in get_args(Ending):
                file = await dispatch_files.one_file(*one.whose, dispatch_id, part, ending)
                files[f"{dispatch_id}/{file.name}"] = file.content
    if not dispatches:
        day = until or dt.datetime.now(CLOCK).date()
        noon = dt.datetime.combine(day, dt.time(12), CLOCK)
        packed = await dispatch_files.files_of_today(*one.whose, now=noon, most=_ALL)
        with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    if files:
        keep_all(files, out)
    else:
        report(said("work-empty"))
