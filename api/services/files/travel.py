"""The travel file: measured minutes, one way, between zones (a postcode4 or a place); overrides the estimate."""

from __future__ import annotations

from typing import Any

import msgspec

from api.services.files import cells
from api.services.files.reading import Column, Format, Reading, read
from api.services.files.students import TRANSPORT
from matching.instance import Transport


class TravelRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row: from a home zone to a work zone by one means of transport."""

    row: int
    home_zone: str
    work_zone: str
    transport: Transport
    minutes: int


def _build(row: int, values: dict[str, Any], extra: dict[str, str]) -> TravelRecord:
    del extra  # the matcher takes nothing but the columns of the contract
    return TravelRecord(row=row, **values)


FORMAT = Format(
    columns={
        "home_zone": Column(cells.text(100), required=True),
        "work_zone": Column(cells.text(100), required=True),
        "transport": Column(cells.choice(TRANSPORT), required=True),
        "minutes": Column(cells.whole(0, 10_000), required=True),
    },
    build=_build,
    key=lambda record: f"{record.home_zone} - {record.work_zone} - {record.transport}",
    key_columns=("work_zone",),
    most_rows=5_000_000,
    largest_file=400 * 1024 * 1024,
)


def read_travel(content: bytes, file_name: str) -> Reading[TravelRecord]:
    """Read a travel file, CSV or XLSX."""
    return read(content, file_name, FORMAT)
