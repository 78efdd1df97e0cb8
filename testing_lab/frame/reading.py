"""A row of a file becomes an entry, or says everything that is wrong with it.

A spreadsheet eats zeros at the start of a number, and people write postcodes with letters: both are repaired, and said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

import msgspec

from testing_lab.findings import Finding
from testing_lab.frame.entries import FrameEntry

#: The columns of a frame. Only these are taken from a file.
COLUMNS: Final = (
    "entry_id", "company", "establishment", "kvk", "establishment_number", "postcode4", "place", "sector",
    "size_class", "vacancy_title", "contact_email", "phone", "source", "found_on",
)  # fmt: skip

#: A row without one of these cannot be used.
REQUIRED: Final = ("entry_id", "company", "postcode4", "place", "sector", "vacancy_title", "source", "found_on")

#: A call needs a number to call; nobody has to look for a trainee, and nobody gets a mail.
REQUIRED_FOR_CALLS: Final = tuple("phone" if one == "vacancy_title" else one for one in REQUIRED)

KVK_DIGITS: Final = 8
ESTABLISHMENT_DIGITS: Final = 12
#: Numbers of establishments start with zeros: what a spreadsheet leaves of them has at least so many digits.
_ESTABLISHMENT_LEAST: Final = 7
_LONGEST: Final = 300
_EMAIL: Final = re.compile(r"[^@\s,;<>]+@(?:[\w-]+\.)+[^\W\d_]{2,}")


class FrameRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as it stood in the file: its number there, and its cells by column."""

    row: int
    cells: dict[str, str]


class ReadRow(msgspec.Struct, frozen=True, kw_only=True):
    """The entry, or ``None`` with at least one error among the findings."""

    entry: FrameEntry | None
    findings: tuple[Finding, ...]


class _Cells:
    """The cells of one row, and what was found in them so far."""

    def __init__(self, row: int, cells: Mapping[str, str], required: tuple[str, ...]) -> None:
        self.row, self.required = row, required
        self.cells = {column: " ".join(cells.get(column, "").split()) for column in COLUMNS}
        self.findings: list[Finding] = []

    def found(self, finding: Finding) -> None:
        """Note it, with the row and the column among its facts."""
        column = finding.path
        place = f"row {self.row}, column {column}"
        facts = {"row": self.row, "column": column, **finding.facts}
        self.findings.append(msgspec.structs.replace(finding, path=place, facts=facts))

    def text(self, column: str) -> str:
        """A text; missing or endless ones are noted."""
        value = self.cells[column]
        if not value and column in self.required:
            self.found(Finding(path=column, code="frame-cell-missing"))
        if len(value) > _LONGEST:
            self.found(Finding(path=column, code="frame-cell-too-long", facts={"most": _LONGEST}))
        return value

    def digits(self, column: str, length: int, least: int) -> str | None:
        """A number of fixed length; zeros that a spreadsheet ate come back."""
        value = re.sub(r"[\s.]", "", self.cells[column])
        if not value:
            return None
        if not (re.fullmatch(r"[0-9]+", value) and least <= len(value) <= length and int(value)):
            facts: dict[str, str | int | float] = {"value": self.cells[column][:40], "digits": length}
            self.found(Finding(path=column, code="frame-number-unreadable", facts=facts))
            return None
        if len(value) < length:
            full = value.zfill(length)
            facts = {"value": value, "full": full}
            self.found(Finding(path=column, code="frame-zeros-added", level="warning", facts=facts))
            return full
        return value

    def postcode4(self) -> str:
        """Four digits; the letters of a full postcode are left out: they are not needed."""
        value = self.text("postcode4")
        found = re.fullmatch(r"([1-9][0-9]{3})(?: ?[A-Za-z]{2})?", value)
        if value and not found:
            self.found(Finding(path="postcode4", code="frame-postcode-unreadable", facts={"value": value[:40]}))
        return found[1] if found else ""

    def day(self, today: dt.date) -> dt.date:
        """A day up to today, as yyyy-mm-dd or dd-mm-yyyy."""
        value = self.text("found_on")
        day = _day(value)
        if day is None:
            if value:
                self.found(Finding(path="found_on", code="frame-day-unreadable", facts={"value": value[:40]}))
            return today
        if day > today:
            facts: dict[str, str | int | float] = {"day": day.isoformat(), "today": today.isoformat()}
            self.found(Finding(path="found_on", code="frame-day-in-future", facts=facts))
        return day

    def email(self) -> str | None:
        """An address, small letters."""
        value = self.cells["contact_email"].removeprefix("mailto:").lower()
        if value and not _EMAIL.fullmatch(value):
            self.found(Finding(path="contact_email", code="frame-email-unreadable", facts={"value": value[:80]}))
        return value or None

    def phone(self) -> str | None:
        """Digits, with a plus before them if there was one."""
        value = re.sub(r"\(0\)|[\s().\-/]", "", self.text("phone"))
        if value and not re.fullmatch(r"\+?[0-9]{6,15}", value):
            self.found(Finding(path="phone", code="frame-phone-unreadable", facts={"value": value[:40]}))
        return value or None


def read_row(row: FrameRow, *, today: dt.date, calls: bool = False) -> ReadRow:
    """The entry of a row, with everything that is wrong or was repaired.

    ``calls``: a study with mystery calls. It needs a telephone number, and takes in no mail address: that may be a
    person's.
    """
    cells = _Cells(row.row, row.cells, REQUIRED_FOR_CALLS if calls else REQUIRED)
    kvk = cells.digits("kvk", KVK_DIGITS, KVK_DIGITS - 1)
    number = cells.digits("establishment_number", ESTABLISHMENT_DIGITS, _ESTABLISHMENT_LEAST)
    if kvk is not None and number is not None and int(kvk) == int(number):
        cells.found(Finding(path="establishment_number", code="frame-number-is-kvk", facts={"value": kvk}))
    entry = FrameEntry(
        entry_id=cells.text("entry_id"),
        row=row.row,
        company=cells.text("company"),
        establishment=cells.text("establishment") or None,
        kvk=kvk,
        establishment_number=number,
        postcode4=cells.postcode4(),
        place=cells.text("place"),
        sector=cells.text("sector"),
        size_class=cells.text("size_class") or None,
        vacancy_title=cells.text("vacancy_title"),
        contact_email=None if calls else cells.email(),
        phone=cells.phone(),
        source=cells.text("source"),
        found_on=cells.day(today),
    )
    if not calls and not (entry.contact_email or entry.phone or cells.cells["contact_email"] or cells.cells["phone"]):
        cells.found(Finding(path="contact_email", code="frame-no-contact", level="warning"))
    wrong = any(one.level == "error" for one in cells.findings)
    return ReadRow(entry=None if wrong else entry, findings=tuple(cells.findings))


def _day(value: str) -> dt.date | None:
    for pattern, order in ((r"(\d{4})-(\d\d?)-(\d\d?)", (1, 2, 3)), (r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})", (3, 2, 1))):
        if found := re.fullmatch(pattern, value, flags=re.ASCII):
            try:
                return dt.date(*(int(found[place]) for place in order))
            except ValueError:
                return None
    return None
