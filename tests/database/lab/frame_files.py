"""Files with vacancies, good ones and bad ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from api.services.files.writing import csv_bytes, xlsx_bytes
from testing_lab.frame.reading import COLUMNS


def a_row(number: int, **changes: str) -> dict[str, str]:
    """A vacancy of a company of its own, found on 1 September 2026; every third in another size."""
    row = {
        "entry_id": f"V{number}", "company": f"Bedrijf Geheim {number}", "kvk": f"{10_000_000 + number}",
        "postcode4": "3511", "place": "Utrecht", "sector": "ICT" if number % 2 else "care",
        "size_class": "klein" if number % 3 else "groot", "vacancy_title": "Stagiair",
        "contact_email": f"werk{number}@bedrijf-geheim.test", "source": "vacaturesite", "found_on": "2026-09-01",
    }  # fmt: skip
    return row | changes


def a_csv(rows: Iterable[dict[str, str]], columns: Sequence[str] = COLUMNS) -> bytes:
    """The rows as a Dutch Excel saves them."""
    return csv_bytes(columns, [[row.get(column, "") for column in columns] for row in rows])


def an_xlsx(rows: Iterable[dict[str, str]], columns: Sequence[str] = COLUMNS) -> bytes:
    """The rows as a workbook."""
    return xlsx_bytes(columns, [[row.get(column, "") for column in columns] for row in rows])
