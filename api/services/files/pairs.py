"""The pairs file: eligibility and utility made elsewhere; it replaces the rules and the formula."""

from __future__ import annotations

from typing import Any

import msgspec

from api.services.files import cells
from api.services.files.reading import Column, Format, Reading, read


class PairRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row: this student may go to this offer, worth ``utility`` (0..1000)."""

    row: int
    student_number: str
    offer_id: str
    utility: int
    rank: int | None = None
    travel_minutes: int | None = None


def _build(row: int, values: dict[str, Any], extra: dict[str, str]) -> PairRecord:
    del extra  # the matcher takes nothing but the columns of the contract
    return PairRecord(row=row, **values)


FORMAT = Format(
    columns={
        "student_number": Column(cells.key(40), required=True),
        "offer_id": Column(cells.key(80), required=True),
        "utility": Column(cells.whole(0, 1000), required=True),
        "rank": Column(cells.whole(1, 1_000_000)),
        "travel_minutes": Column(cells.whole(0, 10_000)),
    },
    build=_build,
    key=lambda record: f"{record.student_number} = {record.offer_id}",
    key_columns=("offer_id",),
    about_people=True,
    most_rows=5_000_000,
    largest_file=400 * 1024 * 1024,
)


def read_pairs(content: bytes, file_name: str) -> Reading[PairRecord]:
    """Read a pairs file, CSV or XLSX."""
    return read(content, file_name, FORMAT)
