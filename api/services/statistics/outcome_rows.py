"""The outcomes of a finished study from the bytes of its file, as ``paired_study`` reads them by name."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from api.services.statistics.data_inputs import columns_of
from testing_lab.faults import ImpossibleInput
from testing_lab.study.rows import OutcomeRow

#: A part of the sample is a sector or a city; longer is a text of somebody.
LONGEST_STRATUM: Final = 60


def outcome_rows(content: bytes) -> list[OutcomeRow]:
    """Every row of the file.

    Raises
    ------
    ImpossibleInput
        No table, a column that is missing, or the first row that cannot be.
    """
    from api.services.statistics.readers import READERS  # pandas comes with it, and takes a second

    rows: list[dict[str, Any]] = READERS["paired_study"]({}, columns_of("file", content))["rows"]
    for place, row in enumerate(rows, 2):
        if row["applicant"] not in ("majority", "minority"):
            found = str(row["applicant"])[:40]
            raise ImpossibleInput("applicant", "must be majority or minority", row=place, value=found)
        if len(row.get("stratum", "")) > LONGEST_STRATUM:
            raise ImpossibleInput("stratum", "is too large", row=place)
    return [msgspec.convert(row, OutcomeRow) for row in rows]
