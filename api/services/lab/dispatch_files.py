"""Letters and CVs as files to save: one of them, or all that are due today."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import uuid
import zipfile
from collections.abc import Sequence
from typing import Final, Literal

from api.messages.accounts import Actor
from api.messages.faults import Conflict
from api.messages.files import FileOut
from api.messages.lab.frame import pseudonym
from api.services.lab.dispatch_documents import Documents, documents_of, file_name, file_of, look_of
from api.services.lab.studies import found
from api.services.lab.work_list import application_of, dispatch_of, end_of_day, entry_of
from api.services.pool import Pool
from db.lab import dispatches
from db.lab.dispatches import DispatchRow

Part = Literal["letter", "cv"]
Ending = Literal["pdf", "docx"]
#: Applications in one archive that a request waits for: three seconds of a processor. More is a job.
MOST_AT_ONCE: Final = 20
_MEDIA: Final[dict[Ending, str]] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def documents(row: DispatchRow, pair: Sequence[DispatchRow]) -> Documents:
    """The two documents of a dispatch, dated when it was sent or is due.

    Raises
    ------
    Conflict
        ``documents_deleted``: the application or the company is no longer kept.
    FindingsRefused
        Something in them cannot be printed.
    """
    entry = entry_of(row)
    if entry is None or row.application is None:
        raise Conflict("documents_deleted")
    return documents_of(
        application_of(row),
        name=row.name,
        from_address=row.from_address,
        recipient=tuple(line for line in (entry.company, entry.establishment, entry.place) if line),
        on=row.sent_at or row.due_at,
        look=look_of(row.template, [one.template for one in pair]),
    )


async def one_file(
    pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, part: Part, ending: Ending
) -> FileOut:
    """The letter or the CV of one dispatch."""
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        row = await dispatch_of(connection, study_id, dispatch_id)
        pair = await dispatches.of_number(connection, study_id, row.number)
    content = await asyncio.to_thread(file_of, documents(row, pair), part, ending)
    return FileOut(name=file_name(part, row.name, ending), media_type=_MEDIA[ending], content=content)


async def files_of_today(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None, most: int = MOST_AT_ONCE
) -> FileOut:
    """Every letter and CV that is to be sent before the day is over, a folder for each application.

    At most ``most`` applications, the longest due first.
    """
    until = end_of_day(now or dt.datetime.now(dt.UTC))
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await dispatches.open_until(connection, study_id, until, limit=most)
        pairs = {
            number: await dispatches.of_number(connection, study_id, number) for number in {r.number for r in rows}
        }
    made = [(f"{pseudonym(row.number)}-{row.place}", row.name, documents(row, pairs[row.number])) for row in rows]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, name, both in made:  # one by one: a worker that is told to stop does so between two
            await asyncio.to_thread(_pack, archive, folder, name, both)
    return FileOut(name="brieven-vandaag.zip", media_type="application/zip", content=written.getvalue())


async def due_today(pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None) -> int:
    """How many applications are to be sent before the day is over."""
    until = end_of_day(now or dt.datetime.now(dt.UTC))
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        return await dispatches.listed_count(connection, study_id, states=["planned", "due"], since=None, until=until)


def _pack(archive: zipfile.ZipFile, folder: str, name: str, both: Documents) -> None:
    for part in ("letter", "cv"):
        for ending in ("pdf", "docx"):
            place = zipfile.ZipInfo(f"{folder}/{file_name(part, name, ending)}", _DATE)
            place.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(place, file_of(both, part, ending))
