"""The equivalents file: a student of ``crebo`` may also go to an offer for ``equivalent_crebo``."""

from __future__ import annotations

from typing import Any

import msgspec

from api.services.files import cells
from api.services.files.reading import Column, Format, Reading, read


class EquivalentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row: one step, one way."""

    row: int
    crebo: str
    equivalent_crebo: str


def _build(row: int, values: dict[str, Any], extra: dict[str, str]) -> EquivalentRecord:
    del extra  # nothing is stored beside the two codes
    if values["crebo"] == values["equivalent_crebo"]:
        raise cells.CellWrong("equivalent_same", column="equivalent_crebo", value=values["crebo"])
    return EquivalentRecord(row=row, **values)


FORMAT = Format(
    columns={
        "crebo": Column(cells.crebo, required=True),
        "equivalent_crebo": Column(cells.crebo, required=True),
    },
    build=_build,
    key=lambda record: f"{record.crebo} {record.equivalent_crebo}",
    key_columns=("equivalent_crebo",),
)


def read_equivalents(content: bytes, file_name: str) -> Reading[EquivalentRecord]:
    """Read an equivalents file, CSV or XLSX."""
    return read(content, file_name, FORMAT)
