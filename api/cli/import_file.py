"""``stagekans import``."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from api.cli.database import database
from api.cli.exit_codes import DONE, UNUSABLE
from api.cli.faults import list_fault, list_unreadable
from api.cli.reader import answer, language, report, said
from api.cli.refusals import in_readers_words
from api.cli.taught import TaughtCommand, option
from api.messages.faults import FileRefused
from api.messages.importing import ApplyImport, ImportKind

if TYPE_CHECKING:
    from api.messages.accounts import Actor
    from api.messages.files import FileFormat
    from api.messages.importing import ImportReport, ImportView
    from api.services.pool import Pool

FILE = click.Path(path_type=Path)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line asks: which file, where to, as whom, and how far."""

    file: Path
    kind: ImportKind
    round_name: str
    sign_in_name: str
    take_good_rows: bool
    preview: bool
    rejected: Path | None


@click.command("import", cls=TaughtCommand, help="cli-import-help")
@click.argument("file", type=FILE)
@option("--round", "round_name", required=True, help="cli-import-option-round")
@option("--kind", required=True, type=click.Choice(get_args(ImportKind)), help="cli-import-option-kind")
@option("--as", "sign_in_name", required=True, help="cli-import-option-as")
@option("--take-good-rows", is_flag=True, help="cli-import-option-take-good-rows")
@option("--preview", is_flag=True, help="cli-import-option-preview")
@option("--rejected", type=click.Path(dir_okay=False, path_type=Path), help="cli-import-option-rejected")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(
    file: Path,
    round_name: str,
    kind: ImportKind,
    sign_in_name: str,
    take_good_rows: bool,  # noqa: FBT001  # click calls by keyword
    preview: bool,  # noqa: FBT001  # click calls by keyword
    rejected: Path | None,
    data: Path | None,
) -> int:
    """Import a file into a placement round, through the service of the import page."""
    choice = Choice(
        file=file,
        kind=kind,
        round_name=round_name,
        sign_in_name=sign_in_name,
        take_good_rows=take_good_rows,
        preview=preview,
        rejected=rejected,
    )
    try:
        content = file.read_bytes()
    except OSError as error:
        list_unreadable(file, error)
        return UNUSABLE
    with database(data) as url, in_readers_words():
        code, rejected_rows = asyncio.run(_import(url, choice, content))
    if rejected is not None and rejected_rows is not None:
        try:
            rejected.write_bytes(rejected_rows)
        except OSError as error:
            detail = error.strerror or str(error)
            raise click.ClickException(
                said("cli-import-rejected-not-made", file=str(rejected), detail=detail)
            ) from error
        answer(said("cli-import-rejected-in", file=str(rejected)))
    return code


async def _import(url: str, choice: Choice, content: bytes) -> tuple[int, bytes | None]:
    """The exit code, and the file with rejected rows where one was asked for."""
    from api.services.operators import operator
    from db.pool import open_pool

    async with await open_pool(url, size=2) as pool:
        actor = await operator(pool, choice.sign_in_name)
        if actor is None:
            raise click.ClickException(said("cli-import-no-account", name=choice.sign_in_name))
        # The reasons beside rejected rows are for who sits at this terminal.
        actor = msgspec.structs.replace(actor, language=language())
        return await _put_in(pool, actor, choice, content)


async def _put_in(pool: Pool, actor: Actor, choice: Choice, content: bytes) -> tuple[int, bytes | None]:
    from api.services import importing

    round_id = await _round_id(pool, actor, choice.round_name)
    name = choice.file.name
    view = await importing.preview(pool, actor, round_id, choice.kind, name, content)
    _tell(choice.file, view.report)
    if choice.preview:
        await importing.cancel(pool, actor, view.import_id)
        answer(said("cli-import-previewed", file=name))
        return (UNUSABLE if view.report.rejected or view.report.fatal else DONE), None
    try:
        view = await importing.apply(pool, actor, view.import_id, ApplyImport(take_good_rows=choice.take_good_rows))
    except FileRefused:
        rows = await _rejected_rows(pool, actor, view, choice)
        await importing.cancel(pool, actor, view.import_id)
        report(said("cli-import-refused", file=name), style="red")
        return UNUSABLE, rows
    answer(said("cli-import-applied", file=name))
    return DONE, await _rejected_rows(pool, actor, view, choice)


async def _rejected_rows(pool: Pool, actor: Actor, view: ImportView, choice: Choice) -> bytes | None:
    """The rejected rows with their reasons, as CSV or XLSX by the name of the file asked for."""
    from api.services import importing

    if choice.rejected is None or not view.report.rejected or view.report.fatal:
        return None
    file_format: FileFormat = "xlsx" if choice.rejected.suffix.lower() == ".xlsx" else "csv"
    return (await importing.rejected_rows(pool, actor, view.import_id, file_format)).content


async def _round_id(pool: Pool, actor: Actor, name: str) -> uuid.UUID:
    """The round of this name or id."""
    from api.services import rounds

    views = (await rounds.list_rounds(pool, actor, size=500)).items
    for view in views:
        if name.casefold() in (view.name.casefold(), str(view.round_id)):
            return view.round_id
    if not views:
        raise click.ClickException(said("cli-import-no-rounds"))
    known = ", ".join(f'"{view.name}"' for view in views)
    raise click.ClickException(said("cli-import-no-round", round=name, rounds=known))


def _tell(file: Path, seen: ImportReport) -> None:
    for fault in seen.faults:
        list_fault(file.name, fault, style="red" if fault.serious else "yellow")
    if seen.faults_left_off:
        report(said("cli-import-faults-left-off", count=seen.faults_left_off))
    counts = {name: getattr(seen, name) for name in ("rows", "added", "changed", "unchanged", "rejected")}
    answer(said("cli-import-counts", **counts))
