"""The places that people were told already: the ``placements.csv`` of an earlier result, for a re-match."""

from __future__ import annotations

from typing import Any

import msgspec

from api.services.files import cells
from api.services.files.reading import Column, Format, Reading, read


class PublishedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row: this student was told this offer. The other columns of a result are not needed."""

    row: int
    student_number: str
    offer_id: str


def _build(row: int, values: dict[str, Any], extra: dict[str, str]) -> PublishedRecord:
    del extra  # rank, utility and the rest are of the run that was published
    return PublishedRecord(row=row, **values)


FORMAT = Format(
    columns={
        "student_number": Column(cells.key(40), required=True),
        "offer_id": Column(cells.key(80), required=True),
    },
    build=_build,
    key=lambda record: record.student_number,
    key_columns=("student_number",),
    about_people=True,
)


def read_published(content: bytes, file_name: str) -> Reading[PublishedRecord]:
    """Read published places, CSV or XLSX."""
    return read(content, file_name, FORMAT)
