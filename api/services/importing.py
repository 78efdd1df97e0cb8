"""Import: stage a file and say what it would do; apply it, or not; give the rejected rows back.

Theory of operation. A preview reads the file, compares it with the round and stages the bytes with the report. Apply
reads the *staged* bytes again under a lock on the round, compares again, and writes everything in one transaction: so
the report of an applied file says what really happened, a second import of the same file changes nothing, and a
process that is killed half-way leaves nothing behind. A file that is refused whole (a forbidden column) is never
stored; the bytes of a file that was cancelled or went in without rejected rows are deleted at once, those of every
other file after ``sweeping.KEPT_DAYS``.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import uuid
from pathlib import PurePath
from typing import Final, cast

import asyncpg
import msgspec

from api import catalogue
from api.messages.accounts import Actor, Role
from api.messages.faults import Conflict, FileRefused, NotAllowed, NotFound
from api.messages.files import FileFormat, FileOut
from api.messages.importing import ApplyImport, ImportKind, ImportReport, ImportState, ImportView
from api.services import events, permissions
from api.services.files.telling import tell
from api.services.files.writing import Cell, table_file
from api.services.import_plans import READERS, plan, rejected
from api.services.pool import Pool
from db import imports
from db.pool import transaction

#: Who may import what. The service point knows offers, not students.
MAY_IMPORT: Final[dict[ImportKind, tuple[Role, ...]]] = {
    "students": ("coordinator",),
    "offers": ("coordinator", "service_point"),
    "equivalents": ("coordinator",),
}


async def preview(
    pool: Pool, actor: Actor, round_id: uuid.UUID, kind: ImportKind, file_name: str, content: bytes
) -> ImportView:
    """Stage a file; the view says what applying it would do. Nothing in the round changes.

    Raises
    ------
    NotAllowed
        The role does not import this kind of file.
    NotFound
        There is no such round.
    """
    permissions.require(actor, *MAY_IMPORT[kind])
    name = clean_name(file_name)
    reading = await asyncio.to_thread(READERS[kind], content, name)
    async with transaction(pool) as connection:
        if not await imports.round_exists(connection, round_id):
            raise NotFound(what="round")
        report = (await plan(connection, actor, round_id, kind, reading)).report()
        row = await imports.stage(
            connection,
            round_id=round_id,
            kind=kind,
            file_name=name,
            content=b"" if report.fatal else content,
            sha256=hashlib.sha256(content).hexdigest(),
            report=report,
            created_by=actor.account_id,
        )
        await events.record(
            connection,
            actor,
            "import_previewed",
            f"round:{round_id}",
            file_kind=kind,
            import_id=str(row.import_id),
            rows=report.rows,
            rejected=report.rejected,
        )
    return _view(row)


async def apply(pool: Pool, actor: Actor, import_id: uuid.UUID, command: ApplyImport) -> ImportView:
    """Put the staged file into the round, whole, or its good rows where the person chose that.

    Raises
    ------
    FileRefused
        There are serious faults and the good rows were not asked for, or no row is good. What the file would do now
        stands in the stored report, so that the page shows the faults that came since the preview.
    Conflict
        ``import_finished``: somebody applied or cancelled it before.
    """
    try:
        return await _apply(pool, actor, import_id, command)
    except FileRefused as refused:
        async with transaction(pool) as connection:
            await imports.refresh(connection, import_id, refused.report)
        raise


async def _apply(pool: Pool, actor: Actor, import_id: uuid.UUID, command: ApplyImport) -> ImportView:
    async with transaction(pool) as connection:
        row = await _visible(connection, actor, import_id)
        await imports.lock_round(connection, row.round_id)
        row = await _visible(connection, actor, import_id)
        kind = cast(ImportKind, row.kind)
        if row.state != "previewed":
            raise Conflict("import_finished")
        if row.report["fatal"]:
            raise FileRefused(_view(row).report)
        content = await imports.content(connection, import_id)
        reading = await asyncio.to_thread(READERS[kind], content, row.file_name)
        if kind == "offers":
            await imports.lock_companies(connection)
        elif kind == "equivalents":
            await imports.lock_equivalents(connection)
        planned = await plan(connection, actor, row.round_id, kind, reading)
        report = planned.report()
        if planned.write is None or (report.rejected and not (command.take_good_rows and report.good)):
            raise FileRefused(report)
        await planned.write(connection)
        await imports.analyse(connection, kind)
        report = msgspec.structs.replace(report, sample=())
        finished = await imports.finish(connection, import_id, "applied", report, keep_content=report.rejected > 0)
        if finished is None:
            raise Conflict("import_finished")
        await events.record(
            connection,
            actor,
            "import_applied",
            f"round:{row.round_id}",
            file_kind=kind,
            import_id=str(import_id),
            added=report.added,
            changed=report.changed,
            unchanged=report.unchanged,
            rejected=report.rejected,
        )
    return _view(finished)


async def cancel(pool: Pool, actor: Actor, import_id: uuid.UUID) -> ImportView:
    """Throw a staged file away; its bytes are deleted.

    Raises
    ------
    Conflict
        ``import_finished``: it was applied or cancelled before.
    """
    async with transaction(pool) as connection:
        row = await _visible(connection, actor, import_id)
        report = msgspec.structs.replace(_view(row).report, sample=())
        finished = await imports.finish(connection, import_id, "cancelled", report, keep_content=False)
        if finished is None:
            raise Conflict("import_finished")
        facts = {"file_kind": row.kind, "import_id": str(import_id)}
        await events.record(connection, actor, "import_cancelled", f"round:{row.round_id}", **facts)
    return _view(finished)


async def get_import(pool: Pool, actor: Actor, import_id: uuid.UUID) -> ImportView:
    """One staged file with its report."""
    async with transaction(pool) as connection:
        return _view(await _visible(connection, actor, import_id))


async def list_imports(pool: Pool, actor: Actor, round_id: uuid.UUID) -> tuple[ImportView, ...]:
    """The imports of a round that the actor may see, the newest first."""
    permissions.require(actor, *MAY_IMPORT["offers"])
    async with transaction(pool) as connection:
        if not await imports.round_exists(connection, round_id):
            raise NotFound(what="round")
        rows = await imports.of_round(connection, round_id)
    return tuple(_view(row) for row in rows if _may_see(actor, row))


async def rejected_rows(pool: Pool, actor: Actor, import_id: uuid.UUID, file_format: FileFormat) -> FileOut:
    """The rows with a serious fault: the columns of the file, and one with the reasons in the actor's language.

    Raises
    ------
    Conflict
        ``import_nothing_rejected``: every row is good, or the file was not kept.
    """
    async with transaction(pool) as connection:
        row = await _visible(connection, actor, import_id)
        kind = cast(ImportKind, row.kind)
        content = await imports.content(connection, import_id)
        if not content:
            raise Conflict("import_nothing_rejected")
        reading = await asyncio.to_thread(READERS[kind], content, row.file_name)
        if row.state == "previewed":
            reading = (await plan(connection, actor, row.round_id, kind, reading)).reading
    faults = rejected(reading, _view(row).report.faults)
    if reading.table is None or not faults:
        raise Conflict("import_nothing_rejected")
    language: catalogue.Language = actor.language
    header = (*reading.table.header, catalogue.text(language, "import-rejected-reason"))
    rows: list[tuple[Cell, ...]] = []
    for line in reading.table.lines:
        if line.number in faults:
            told = [tell(language, fault) for fault in faults[line.number]]
            reason = " ".join(f"{one.wrong} {one.remedy}" for one in told)
            rows.append((*_padded(line.cells, len(reading.table.header)), reason))
    name = f"{catalogue.text(language, 'import-rejected-file')}-{PurePath(row.file_name).stem}"
    return table_file(name, header, rows, file_format)


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *("" for _ in range(width - len(cells))))


def clean_name(file_name: str) -> str:
    """The last part of a file name, without characters that are not shown; never empty, never long."""
    last = re.split(r"[\\/]", file_name)[-1]
    shown = "".join(letter for letter in last if letter.isprintable()).strip()
    return shown[-200:] or "-"


def _may_see(actor: Actor, row: imports.ImportRow) -> bool:
    """Who may import a kind sees its files; a coordinator of some programmes sees only his own students files."""
    if not permissions.holds(actor, *MAY_IMPORT[cast(ImportKind, row.kind)]):
        return False
    return row.kind != "students" or actor.programmes is None or row.created_by == actor.account_id


async def _visible(connection: asyncpg.Connection, actor: Actor, import_id: uuid.UUID) -> imports.ImportRow:
    if not permissions.holds(actor, *MAY_IMPORT["offers"]):
        raise NotAllowed
    row = await imports.get(connection, import_id)
    if row is None or not _may_see(actor, row):
        raise NotFound(what="import")
    return row


def _view(row: imports.ImportRow) -> ImportView:
    return ImportView(
        import_id=row.import_id,
        round_id=row.round_id,
        kind=cast(ImportKind, row.kind),
        file_name=row.file_name,
        state=cast(ImportState, row.state),
        created_at=row.created_at,
        report=msgspec.convert(row.report, ImportReport),
    )
