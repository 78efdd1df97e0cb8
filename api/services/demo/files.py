"""Writes the school as the files that a coordinator would get from other systems."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from api.services.demo.school import Row, School


def csv_bytes(rows: Sequence[Row]) -> bytes:
    """The rows as Excel in Dutch writes them: UTF-8 with BOM, semicolons."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def write_files(school: School, folder: Path) -> tuple[Path, ...]:
    """Write every file of the demo into ``folder``; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        "offers.csv": csv_bytes(school.offers),
        "students.csv": csv_bytes(school.students),
        "equivalents.csv": csv_bytes(school.equivalents),
        "students-with-mistakes.csv": csv_bytes(with_mistakes(school)),
        "students-forbidden-column.csv": csv_bytes(with_forbidden_column(school)),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    _write_xlsx(school.students, folder / "students.xlsx")
    return tuple(folder / name for name in (*contents, "students.xlsx"))


def _write_xlsx(rows: Sequence[Row], path: Path) -> None:
    """A workbook with every cell as text, so that codes keep their zeros."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("students")
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    book.save(path)


def with_mistakes(school: School) -> list[Row]:
    """Forty students, seven of them with a mistake that people really make."""
    rows = [dict(row) for row in school.students[:40]]
    rows[2]["crebo"] = "2549"
    rows[5]["preferences"] = "O0001|O9999"
    rows[8]["max_travel_minutes"] = "een uur"
    rows[11]["start_date"] = "31-02-2027"
    rows[17]["student_number"] = rows[16]["student_number"]
    rows[23]["transport"] = "boot"
    rows[29]["start_date"], rows[29]["end_date"] = rows[29]["end_date"], rows[29]["start_date"]
    return rows


def with_forbidden_column(school: School) -> list[Row]:
    """Ten students with a column that no file may bring: the whole file is refused."""
    return [row | {"nationaliteit": "onbekend"} for row in school.students[:10]]
