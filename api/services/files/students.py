"""The students file."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from api.services.files import cells, forbidden, side_rules
from api.services.files.headers import STUDENT_ALIASES
from api.services.files.reading import Column, Format, Reading, read
from matching.instance import LearningPath, Together, Transport, Weekday

TRANSPORT = {
    "walk": "walk", "bike": "bike", "public_transport": "public_transport", "car": "car",
    "lopen": "walk", "lopend": "walk", "fiets": "bike", "ov": "public_transport", "auto": "car",
    "public transport": "public_transport", "openbaar vervoer": "public_transport",
}  # fmt: skip
LEARNING_PATHS = {"bol": "BOL", "bbl": "BBL"}


class StudentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the students file. ``extra`` keeps the columns that we do not know, as they came."""

    row: int
    student_number: str
    crebo: str
    name: str = ""
    email: str = ""
    team: str = ""
    location: str = ""
    level: int | None = None
    learning_path: LearningPath | None = None
    study_year: int | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    days: tuple[Weekday, ...] = ()
    days_per_week: int | None = None
    postcode4: str | None = None
    place: str = ""
    transport: Transport | None = None
    max_travel_minutes: int | None = None
    preferences: tuple[tuple[str, ...], ...] = ()
    only_preferences: bool = False
    learning_wishes: tuple[str, ...] = ()
    support_needs: tuple[str, ...] = ()
    failed_applications: int = 0
    locked_offer: str | None = None
    forbidden_offers: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    together_with: tuple[Together, ...] = ()
    extra: dict[str, str] = {}


def _groups(cell: str) -> tuple[tuple[str, str], ...]:
    """Groupings of the school's own. A protected trait is never a grouping (DESIGN.md §2)."""
    pairs = cells.pairs(cell)
    for grouping, _ in pairs:
        subject = forbidden.name_subject(grouping)
        if subject is not None or forbidden.not_kept(grouping):
            raise cells.CellWrong("column_forbidden", column=f"groups: {grouping}", subject=subject or "protected")
    return pairs


def _build(row: int, values: dict[str, Any], extra: dict[str, str]) -> StudentRecord:
    weekdays, number = values.pop("days", ((), None))
    if any(rule.student_number == values["student_number"] for rule in values.get("together_with", ())):
        raise cells.CellWrong("together_with_self", column="together_with")
    return StudentRecord(row=row, days=weekdays, days_per_week=number, extra=extra, **values)


COLUMNS = {
    "student_number": Column(cells.key(40), required=True),
    "name": Column(cells.text(200)),
    "email": Column(cells.text(254)),
    "team": Column(cells.text(100)),
    "location": Column(cells.text(100)),
    "crebo": Column(cells.crebo, required=True),
    "level": Column(cells.whole(1, 4)),
    "learning_path": Column(cells.choice(LEARNING_PATHS)),
    "study_year": Column(cells.whole(1, 4)),
    "start_date": Column(cells.date),
    "end_date": Column(cells.date),
    "days": Column(cells.days),
    "postcode4": Column(cells.postcode4),
    "place": Column(cells.text(100)),
    "transport": Column(cells.choice(TRANSPORT)),
    "max_travel_minutes": Column(cells.whole(0, 600)),
    "preferences": Column(cells.preferences),
    "only_preferences": Column(cells.yes_no),
    "learning_wishes": Column(cells.list_of(cells.tag)),
    "support_needs": Column(cells.list_of(cells.tag)),
    "failed_applications": Column(cells.whole(0, 1000)),
    "locked_offer": Column(cells.key(80)),
    "forbidden_offers": Column(cells.list_of(cells.key(80))),
    "together_with": Column(side_rules.together),
    "groups": Column(_groups),
}

FORMAT = Format(
    columns=COLUMNS,
    build=_build,
    key=lambda record: record.student_number,
    key_columns=("student_number",),
    aliases=STUDENT_ALIASES,
    about_people=True,
)


def read_students(content: bytes, file_name: str) -> Reading[StudentRecord]:
    """Read a students file, CSV or XLSX."""
    return read(content, file_name, FORMAT)
