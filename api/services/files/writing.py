"""Tables out, as CSV or XLSX, that no spreadsheet can be made to run.

A text that starts with ``= + - @``, a tab or a line end is a formula to a spreadsheet. In CSV such a cell gets an
apostrophe in front (our own reader takes it off again); in XLSX every text is stored as an inline string, which is
never a formula. Numbers and dates stay numbers and dates.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence

import openpyxl
from openpyxl.cell import WriteOnlyCell

from api.messages.files import FileFormat, FileOut

Cell = str | int | float | dt.date | None

_DANGEROUS = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def defused(text: str) -> str:
    """The text as it can stand in a CSV cell."""
    text = _CONTROL.sub("", text)
    return f"'{text}" if _DANGEROUS.match(text) else text


def csv_bytes(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], *, delimiter: str = ";", mark: bool = True
) -> bytes:
    """CSV in UTF-8. With ``;`` and a byte order mark (``mark``) a Dutch Excel opens it by a double click."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([defused(cell) for cell in header])
    for row in rows:
        writer.writerow(["" if cell is None else _as_csv(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _as_csv(cell: str | float | dt.date) -> str:
    if isinstance(cell, str):
        return defused(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet; the header stays in view."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("stagekans")
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        cells = []
        for value in row:
            if isinstance(value, str):
                cell = WriteOnlyCell(sheet, value=_CONTROL.sub("", value))
                cell.data_type = "s"
            elif isinstance(value, dt.date):
                cell = WriteOnlyCell(sheet, value=dt.datetime(value.year, value.month, value.day))  # noqa: DTZ001  # a day in a spreadsheet has no zone
                cell.number_format = "yyyy-mm-dd"
            else:
                cell = WriteOnlyCell(sheet, value=value)
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table_file(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], file_format: FileFormat) -> FileOut:
    """A file to hand to somebody; ``name`` without its ending."""
    content = csv_bytes(header, rows) if file_format == "csv" else xlsx_bytes(header, rows)
    return FileOut(name=f"{name}.{file_format}", media_type=MEDIA_TYPES[file_format], content=content)
