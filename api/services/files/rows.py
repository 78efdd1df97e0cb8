"""Records back to the rows of the contract: for demonstration files, exports and the round trip in the tests."""

from __future__ import annotations

from api.services.files import equivalents, offers, side_rules, students
from api.services.files.equivalents import EquivalentRecord
from api.services.files.offers import OfferRecord
from api.services.files.students import StudentRecord
from api.services.files.writing import Cell

STUDENT_HEADER = tuple(students.COLUMNS)
OFFER_HEADER = tuple(offers.COLUMNS)
EQUIVALENT_HEADER = tuple(equivalents.FORMAT.columns)


def _joined(parts: tuple[object, ...]) -> str:
    return "|".join(str(part) for part in parts)


def student_row(record: StudentRecord) -> tuple[Cell, ...]:
    """The cells under ``STUDENT_HEADER``. Codes are text, so that a spreadsheet keeps them whole."""
    special: dict[str, Cell] = {
        "days": _joined(record.days) if record.days else record.days_per_week,
        "preferences": _joined(tuple("=".join(equals) for equals in record.preferences)),
        "only_preferences": "yes" if record.only_preferences else "no",
        "learning_wishes": _joined(record.learning_wishes),
        "support_needs": _joined(record.support_needs),
        "forbidden_offers": _joined(record.forbidden_offers),
        "groups": _joined(tuple(f"{grouping}={value}" for grouping, value in record.groups)),
        "together_with": side_rules.together_text(record.together_with),
    }
    return tuple(special[name] if name in special else getattr(record, name) for name in STUDENT_HEADER)


def offer_row(record: OfferRecord) -> tuple[Cell, ...]:
    """The cells under ``OFFER_HEADER``."""
    special: dict[str, Cell] = {
        "crebos": _joined(record.crebos),
        "levels": _joined(record.levels),
        "days": _joined(record.days) if record.days else record.days_per_week,
        "tags": _joined(record.tags),
        "support_offered": _joined(record.support_offered),
        "reserves": side_rules.group_places_text(record.reserves),
        "maximum_share": side_rules.group_places_text(record.maximum_share),
        "minimum": record.minimum or None,
        "shared_capacity": side_rules.shared_capacity_text(record.shared_capacity),
    }
    return tuple(special[name] if name in special else getattr(record, name) for name in OFFER_HEADER)


def equivalent_row(record: EquivalentRecord) -> tuple[Cell, ...]:
    """The cells under ``EQUIVALENT_HEADER``."""
    return (record.crebo, record.equivalent_crebo)
