"""The offers file."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from api.services.files import cells, side_rules
from api.services.files.headers import OFFER_ALIASES
from api.services.files.reading import Column, Format, Reading, read
from api.services.files.students import LEARNING_PATHS
from matching.instance import GroupPlaces, LearningPath, OfferStatus, SharedCapacity, Weekday

STATUS = {"open": "open", "closed": "closed", "blocked": "blocked", "gesloten": "closed", "geblokkeerd": "blocked"}


class OfferRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the offers file. ``extra`` keeps the columns that we do not know, as they came."""

    row: int
    offer_id: str
    places: int
    crebos: tuple[str, ...]
    training_company_id: str | None = None
    company: str = ""
    establishment: str = ""
    levels: tuple[int, ...] = ()
    learning_path: LearningPath | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    days: tuple[Weekday, ...] = ()
    days_per_week: int | None = None
    postcode4: str | None = None
    place: str = ""
    tags: tuple[str, ...] = ()
    support_offered: tuple[str, ...] = ()
    recognition_checked_on: dt.date | None = None
    status: OfferStatus = "open"
    reserves: tuple[GroupPlaces, ...] = ()
    maximum_share: tuple[GroupPlaces, ...] = ()
    minimum: int = 0
    shared_capacity: SharedCapacity | None = None
    extra: dict[str, str] = {}


def _build(row: int, values: dict[str, Any], extra: dict[str, str]) -> OfferRecord:
    weekdays, number = values.pop("days", ((), None))
    if not values["crebos"]:
        raise cells.CellWrong("cell_missing", column="crebos")
    record = OfferRecord(row=row, days=weekdays, days_per_week=number, extra=extra, **values)
    side_rules.refuse_contradictions(record)
    return record


COLUMNS = {
    "offer_id": Column(cells.key(80), required=True),
    "training_company_id": Column(cells.text(40)),
    "company": Column(cells.text(200)),
    "establishment": Column(cells.text(200)),
    "places": Column(cells.whole(0, 100_000), required=True),
    "crebos": Column(cells.crebos, required=True),
    "levels": Column(cells.levels),
    "learning_path": Column(cells.choice(LEARNING_PATHS)),
    "start_date": Column(cells.date),
    "end_date": Column(cells.date),
    "days": Column(cells.days),
    "postcode4": Column(cells.postcode4),
    "place": Column(cells.text(100)),
    "tags": Column(cells.list_of(cells.tag)),
    "support_offered": Column(cells.list_of(cells.tag)),
    "recognition_checked_on": Column(cells.date),
    "status": Column(cells.choice(STATUS)),
    "reserves": Column(side_rules.group_places("reserves", least=1)),
    "maximum_share": Column(side_rules.group_places("maximum_share", least=0)),
    "minimum": Column(cells.whole(0, side_rules.MOST_PLACES)),
    "shared_capacity": Column(side_rules.shared_capacity),
}

FORMAT = Format(
    columns=COLUMNS,
    build=_build,
    key=lambda record: record.offer_id,
    key_columns=("offer_id",),
    aliases=OFFER_ALIASES,
)


def read_offers(content: bytes, file_name: str) -> Reading[OfferRecord]:
    """Read an offers file, CSV or XLSX."""
    return read(content, file_name, FORMAT)
