"""The tables of a result as CSV: comma, UTF-8, one line a row, no formulas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from api import catalogue
from api.services.files.writing import csv_bytes, defused
from api.services.otherwise_texts import otherwise_texts
from api.services.shortage_texts import shortage_text
from matching.result import Placement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.messages.accounts import Language
    from matching.result import Bottleneck, Explanation

PLACEMENT_COLUMNS = ("student_number", "offer_id", "rank", "utility", "travel_minutes", "lot_number")
UNPLACED_COLUMNS = ("student_number", "reason_code", "reason", "bottleneck", "otherwise")
BOTTLENECK_COLUMNS = (
    "number", "students", "places", "shortage", "crebos", "unplaced", "offer_count", "offers", "zones", "starts",
    "opens", "text",
)  # fmt: skip


class TableUnreadable(Exception):
    """A line of the table is not what was written there."""


def placements_csv(placements: Iterable[Placement]) -> bytes:
    """One row a placed student, by student number."""
    ordered = sorted(placements, key=lambda placement: placement.student_number)
    rows = [tuple(getattr(row, name) for name in PLACEMENT_COLUMNS) for row in ordered]
    return csv_bytes(PLACEMENT_COLUMNS, rows, delimiter=",", mark=False)


def unplaced_csv(explanations: Iterable[Explanation], language: Language) -> bytes:
    """One row a student without a place, with the reason in the reader's language."""
    return csv_bytes(
        UNPLACED_COLUMNS,
        [
            (
                row.student_number,
                row.reason_code,
                _reason(row, language),
                _bottleneck(row.bottleneck, language),
                " ".join(otherwise_texts(row, language)),
            )
            for row in explanations
            if row.reason_code is not None
        ],
        delimiter=",",
        mark=False,
    )


def bottlenecks_csv(explanations: Iterable[Explanation], language: Language) -> bytes:
    """One row a bottleneck, largest shortage first, with the sentences of the pages."""
    found = {row.bottleneck.number: row.bottleneck for row in explanations if row.bottleneck is not None}
    return csv_bytes(
        BOTTLENECK_COLUMNS,
        [
            (
                one.number,
                one.students,
                one.places,
                one.shortage,
                "|".join(one.crebos),
                "|".join(f"{crebo}={count}" for crebo, count in one.unplaced),
                one.offer_count,
                "|".join(one.offers),
                "|".join(one.zones),
                "|".join(one.starts),
                "|".join(f"{offer_id}={places}" for offer_id, places in one.opens),
                shortage_text(one, language, {}, {}),
            )
            for _, one in sorted(found.items())
        ],
        delimiter=",",
        mark=False,
    )


def _reason(row: Explanation, language: Language) -> str:
    return catalogue.text(language, f"cli-reason-{row.reason_code}".replace("_", "-"), eligible=row.eligible)


def _bottleneck(bottleneck: Bottleneck | None, language: Language) -> str:
    if bottleneck is None:
        return ""
    return catalogue.text(
        language,
        "cli-bottleneck",
        students=bottleneck.students,
        places=bottleneck.places,
        crebos=", ".join(bottleneck.crebos),
    )


def read_placements(content: bytes, real_names: Iterable[str]) -> tuple[Placement, ...]:
    """The placements of a folder. ``real_names`` are the keys that the writer may have put an apostrophe before.

    Raises
    ------
    TableUnreadable
        With the number of the line and what is wrong with it.
    """
    written = {defused(name): name for name in real_names}
    lines = _lines(content, PLACEMENT_COLUMNS)
    return tuple(_placement(number, line, written) for number, line in enumerate(lines, start=2))


def read_reasons(content: bytes, real_names: Iterable[str]) -> dict[str, str]:
    """The reason code of every student without a place.

    Raises
    ------
    TableUnreadable
        With the number of the line and what is wrong with it.
    """
    written = {defused(name): name for name in real_names}
    reasons: dict[str, str] = {}
    for number, line in enumerate(_lines(content, UNPLACED_COLUMNS), start=2):
        if len(line) != len(UNPLACED_COLUMNS):
            raise TableUnreadable(f"{number}: {len(line)} / {len(UNPLACED_COLUMNS)}")
        reasons[written.get(line[0], line[0])] = line[1]
    return reasons


def _lines(content: bytes, columns: tuple[str, ...]) -> list[list[str]]:
    """The lines below a header that must be exactly these columns."""
    try:
        header, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        raise TableUnreadable(f"1: {error}") from error
    if tuple(header) != columns:
        raise TableUnreadable(f"1: {','.join(header)}")
    return lines


def _placement(number: int, line: list[str], written: dict[str, str]) -> Placement:
    try:
        student_number, offer_id, rank, utility, travel_minutes, lot_number = line
        return Placement(
            student_number=written.get(student_number, student_number),
            offer_id=written.get(offer_id, offer_id),
            rank=int(rank) if rank else None,
            utility=int(utility),
            travel_minutes=int(travel_minutes) if travel_minutes else None,
            lot_number=int(lot_number),
        )
    except ValueError as error:
        raise TableUnreadable(f"{number}: {error}") from error
