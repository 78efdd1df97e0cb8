"""The frame of a study: vacancies come in from a file, each row is used or refused with its reasons.

Only who leads the study or does its fieldwork sees this: it is the one place, beside the work list, with companies.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Sequence
from itertools import groupby

import asyncpg
import msgspec

from api import catalogue
from api.messages.accounts import Actor
from api.messages.faults import Conflict
from api.messages.files import FileFormat, FileOut
from api.messages.lab.faults import StudyRefused
from api.messages.lab.frame import EntryView, FrameImportView, FrameOutcome, FrameView, RefusalView, SectorView
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.services import events
from api.services.clock import CLOCK
from api.services.constraints import translated
from api.services.files.writing import table_file
from api.services.lab import frame_file
from api.services.lab.chain import protocol_of
from api.services.lab.studies import check_state, found, taken
from api.services.lab.words import finding_text
from api.services.paging import offset_of
from api.services.pool import Pool
from db.lab import blocked, frame, plans, studies
from db.pool import transaction
from testing_lab.fieldwork.study_states import allowed_in
from testing_lab.findings import Finding
from testing_lab.frame.checking import CheckedFrame, check_entries
from testing_lab.frame.entries import CompanyIdentity, FrameEntry, TestedBefore
from testing_lab.frame.reading import COLUMNS, FrameRow


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What entries are held against: the arguments of :func:`testing_lab.frame.checking.check_entries`."""

    blocked: tuple[CompanyIdentity, ...]
    in_other_studies: tuple[CompanyIdentity, ...]
    last_tested: tuple[TestedBefore, ...]
    cool_down_days: int
    today: dt.date
    calls: bool


async def surroundings(
    connection: asyncpg.Connection, row: studies.StudyRow, *, now: dt.datetime, drawn_only: bool = False
) -> Surroundings:
    """Who is left alone on this day, and for how long after a test."""
    today = now.astimezone(CLOCK).date()
    protocol = protocol_of(row)
    cool_down = max(0, protocol.ethics.cool_down_days or 0)
    elsewhere = await frame.in_other_studies(connection, row.study_id, drawn_only=drawn_only)
    tested = await frame.tested_since(connection, today - dt.timedelta(days=cool_down + 1))
    return Surroundings(
        blocked=tuple(msgspec.convert(one, CompanyIdentity) for one in await blocked.identities(connection)),
        in_other_studies=tuple(CompanyIdentity(**msgspec.structs.asdict(one)) for one in elsewhere),
        last_tested=tuple(
            TestedBefore(identity=msgspec.convert(one.identity, CompanyIdentity), on=one.on_day) for one in tested
        ),
        cool_down_days=cool_down,
        today=today,
        calls=protocol.design.kind == "mystery_call",
    )


async def import_frame(
    pool: Pool, actor: Actor, study_id: uuid.UUID, file_name: str, content: bytes, *, now: dt.datetime
) -> FrameOutcome:
    """Take every good row of a file, with the next pseudonyms, and keep every other row with its reasons.

    A row whose id is in the frame already changes nothing. What was refused of the same id before is put aside.

    Raises
    ------
    FileRefused
        No table, or without a column that every row needs.
    StudyRefused
        The study has gone on: no more rows after its registration's plan was drawn.
    """
    async with pool.acquire() as connection:
        before = await found(connection, actor, study_id, "lead", "field")
        check_open(before)
    calls = protocol_of(before).design.kind == "mystery_call"
    rows = await asyncio.to_thread(frame_file.read_frame, content, calls=calls)
    name = " ".join("".join(sign for sign in file_name if sign.isprintable()).split())[:200]
    with translated():
        async with transaction(pool) as connection:
            row = await taken(connection, actor, study_id, "lead", "field")
            check_open(row)
            await check_not_drawn(connection, study_id)
            there = await frame.listed(connection, study_id)
            around = await surroundings(connection, row, now=now)
            outcome = await _take(connection, row, rows, there, around, name)
            await frame.add_import(connection, study_id, name, msgspec.to_builtins(outcome), actor.account_id)
            await events.record(
                connection, actor, "frame_imported", f"study:{study_id}",
                rows=outcome.rows, added=outcome.added, already=outcome.already, refused=outcome.refused,
            )  # fmt: skip
    return outcome


def check_open(row: studies.StudyRow) -> None:
    """Go on only where the state of the study lets a frame come in."""
    check_state("import_frame", row.state)


async def check_not_drawn(connection: asyncpg.Connection, study_id: uuid.UUID) -> None:
    """Go on only while there is no plan.

    Raises
    ------
    StudyRefused
        ``study-plan-drawn``.
    """
    if await plans.is_drawn(connection, study_id):
        raise StudyRefused("study-plan-drawn")


async def _take(
    connection: asyncpg.Connection,
    row: studies.StudyRow,
    rows: Sequence[FrameRow],
    there: Sequence[frame.EntryRow],
    around: Surroundings,
    file_name: str,
) -> FrameOutcome:
    sectors = {one.casefold(): one for one in (" ".join(name.split()) for name in protocol_of(row).question.sectors)}
    spelled = [_with_sector(one, sectors) for one in rows]
    known = {one.entry_id: one for one in there}
    new = [one for one in spelled if _id_of(one) not in known]
    again = [one for one in spelled if _id_of(one) in known]
    checked = await asyncio.to_thread(_checked, new, there, around)
    await frame.insert(connection, [
        (row.study_id, number, one.entry_id, msgspec.to_builtins(one), one.sector, one.size_class, file_name)
        for number, one in enumerate(checked.usable, start=max((entry.number for entry in there), default=0) + 1)
    ])  # fmt: skip
    await frame.forget_refusals(connection, row.study_id, [one for one in map(_id_of, spelled) if one], file_name)
    await frame.add_refusals(connection, [
        (
            row.study_id, file_name, one.row, {name: cell for name, cell in one.cells.items() if name in COLUMNS},
            msgspec.to_builtins(one.findings),
        )
        for one in checked.refused
    ])  # fmt: skip
    return FrameOutcome(
        rows=len(rows),
        added=len(checked.usable),
        already=len(again),
        changed=sum(_differs(one, known[_id_of(one)]) for one in again),
        refused=len(checked.refused),
        warnings=(*checked.warnings, *_strange_sectors(checked.usable, sectors)),
    )


def _checked(new: Sequence[FrameRow], there: Sequence[frame.EntryRow], around: Surroundings) -> CheckedFrame:
    earlier = [msgspec.convert(one.entry, FrameEntry).identity for one in there if one.entry is not None]
    return check_entries(
        new,
        blocked=around.blocked,
        in_other_studies=around.in_other_studies,
        last_tested=around.last_tested,
        earlier=earlier,
        cool_down_days=around.cool_down_days,
        today=around.today,
        calls=around.calls,
    )


def _id_of(row: FrameRow) -> str:
    return " ".join(row.cells.get("entry_id", "").split())


def _with_sector(row: FrameRow, sectors: dict[str, str]) -> FrameRow:
    """The sector as the protocol spells it."""
    written = " ".join(row.cells.get("sector", "").split())
    return msgspec.structs.replace(row, cells=row.cells | {"sector": sectors.get(written.casefold(), written)})


def _differs(row: FrameRow, there: frame.EntryRow) -> bool:
    """Whether a row of an entry that is there has another company, vacancy or address than we have."""
    if there.entry is None:
        return False
    return any(
        row.cells.get(column) is not None and " ".join(row.cells[column].split()) != (there.entry.get(column) or "")
        for column in ("company", "place", "sector", "vacancy_title")
    )


def _strange_sectors(usable: Sequence[FrameEntry], sectors: dict[str, str]) -> list[Finding]:
    strange = sorted({one.sector for one in usable} - set(sectors.values())) if sectors else []
    return [
        Finding(path="column sector", code="frame-sector-outside", level="warning", facts={
            "sector": sector[:80], "number": sum(one.sector == sector for one in usable),
        })
        for sector in strange
    ]  # fmt: skip


async def get_frame(pool: Pool, actor: Actor, study_id: uuid.UUID) -> FrameView:
    """How many entries, from which files, and how many rows were refused."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead", "field")
        counted = await frame.counted(connection, study_id)
        files = await frame.imports(connection, study_id)
        drawn = await plans.is_drawn(connection, study_id)
        refused = await frame.count_refusals(connection, study_id)
    sectors = []
    for sector, several in groupby(counted, key=lambda one: one.sector):
        sizes = tuple((one.size_class, one.number) for one in several)
        sectors.append(SectorView(sector=sector, number=sum(number for _, number in sizes), sizes=sizes))
    return FrameView(
        entries=sum(one.number for one in counted),
        sectors=tuple(sectors),
        imports=tuple(
            FrameImportView(
                import_id=one.import_id, file_name=one.file_name, person=one.person, at=one.at,
                outcome=msgspec.convert(one.outcome, FrameOutcome),
            )
            for one in files
        ),
        refused=refused,
        open="import_frame" in allowed_in(row.state) and not drawn,  # type: ignore[arg-type]  # the database holds no other state
        drawn=drawn,
    )  # fmt: skip


async def list_entries(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, sector: str = "", number: int = 1, size: int = DEFAULT_SIZE
) -> PageOf[EntryView]:
    """Entries by pseudonym, of one sector or all."""
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await frame.listed(connection, study_id, sector=sector, limit=size, offset=offset)
        counted = await frame.counted(connection, study_id)
    total = sum(one.number for one in counted if sector in ("", one.sector))
    return PageOf(items=tuple(map(_view, rows)), number=number, size=size, total=total)


def _view(row: frame.EntryRow) -> EntryView:
    who = row.entry or {}
    names = ("company", "establishment", "place", "vacancy_title", "contact_email", "phone", "source")
    return EntryView(
        number=row.number, entry_id=row.entry_id, sector=row.stratum, size_class=row.size_class, turn=row.turn,
        **{name: who.get(name) for name in names},
    )  # fmt: skip


async def list_refusals(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, number: int = 1, size: int = DEFAULT_SIZE
) -> PageOf[RefusalView]:
    """Rows that are not in the frame, with their reasons."""
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await frame.refusals(connection, study_id, limit=size, offset=offset)
        total = await frame.count_refusals(connection, study_id)
    return PageOf(items=tuple(map(_refusal, rows)), number=number, size=size, total=total)


def _refusal(row: frame.RefusalRow) -> RefusalView:
    findings = msgspec.convert(row.findings, tuple[Finding, ...])
    return RefusalView(file_name=row.file_name, row=row.row_number, cells=row.cells, findings=findings)


async def refusals_file(pool: Pool, actor: Actor, study_id: uuid.UUID, file_format: FileFormat) -> FileOut:
    """The refused rows in the columns of a frame, and one with the reasons: mend it, and bring it in again.

    Raises
    ------
    Conflict
        ``frame_nothing_refused``.
    """
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await frame.refusals(connection, study_id)
    if not rows:
        raise Conflict("frame_nothing_refused")
    language: catalogue.Language = actor.language
    lines = [
        (
            *(row.cells.get(column, "") for column in COLUMNS),
            " ".join(finding_text(language, one) for one in _refusal(row).findings),
        )
        for row in rows
    ]
    reason = catalogue.text(language, "import-rejected-reason")
    return table_file(catalogue.text(language, "study-frame-refused-file"), (*COLUMNS, reason), lines, file_format)
