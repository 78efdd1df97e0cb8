"""The outcome of a run as a file for people: who, what was proposed, what was decided, and why."""

from __future__ import annotations

import asyncio
import uuid
from typing import Final

from api.catalogue import text
from api.messages.accounts import Actor, Language
from api.messages.files import FileFormat, FileOut
from api.services import events
from api.services.files.writing import Cell, table_file
from api.services.outcomes import finished_run
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import outcomes_out
from db.outcomes_out import OutcomeOutRow
from db.pool import transaction

#: Columns in order; ``export-<column>`` in the catalogue is the heading.
COLUMNS: Final = (
    "student-number", "name", "crebo", "team", "offer", "company", "work-place", "rank", "points", "travel-minutes",
    "lot-number", "why-none", "decision", "decided-offer", "decided-company", "reason", "decided-by", "decided-on",
)  # fmt: skip


async def export_run(pool: Pool, actor: Actor, run_id: uuid.UUID, file_format: FileFormat) -> FileOut:
    """All students of the actor's programmes in the run, by number. That somebody took the file along is recorded."""
    require(actor, *SEE_STUDENTS)
    async with transaction(pool) as connection:
        run = await finished_run(connection, actor, run_id)
        rows = await outcomes_out.of_run(connection, run_id, scope(actor))
        await events.record(connection, actor, "run_exported", f"run:{run_id}", format=file_format, students=len(rows))
    header = [text(actor.language, f"export-{column}") for column in COLUMNS]
    name = f"{text(actor.language, 'export-file-name')}-{run.number}"
    cells = [_cells(actor.language, row) for row in rows]
    return await asyncio.to_thread(table_file, name, header, cells, file_format)


def _cells(language: Language, row: OutcomeOutRow) -> list[Cell]:
    why_none = None if row.reason_code is None else text(language, f"unplaced-{row.reason_code.replace('_', '-')}")
    return [
        row.student_number,
        row.name,
        row.crebo,
        row.team,
        row.offer_id,
        row.company,
        row.work_place,
        row.rank,
        row.utility,
        row.travel_minutes,
        row.lot_number,
        why_none,
        text(language, f"export-decision-{row.decision or 'none'}"),
        row.decided_offer_id,
        row.decided_company,
        row.decision_reason,
        row.decided_by,
        row.decided_on,
    ]
