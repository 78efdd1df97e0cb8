"""Two result folders side by side: the comparison, and its table as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api import catalogue
from api.services.files.writing import csv_bytes
from matching.compare import compare, side_of

if TYPE_CHECKING:
    from api.messages.accounts import Language
    from api.services.files.writing import Cell
    from api.services.match_files.checking import Made
    from matching.comparison import Comparison, Outcome

_SIDE = ("offer_id", "rank", "utility", "travel_minutes", "reason_code")
COLUMNS = (
    "student_number", "effect", "meaning", *(f"left_{name}" for name in _SIDE), *(f"right_{name}" for name in _SIDE),
    "ranks", "points", "own_fields", "left_offer_changed",
)  # fmt: skip


def compare_made(left: Made, right: Made) -> Comparison:
    """Lay two results side by side."""
    first, second = (side_of(made.instance, made.policy, made.report, made.explanations) for made in (left, right))
    return compare(first, second)


def changes_csv(comparison: Comparison, language: Language) -> bytes:
    """One row a student for whom something changes. ``meaning``: the effect in the reader's language.

    ``ranks`` and ``points``: 1 better, -1 worse, 0 equal, empty where they cannot be compared.
    """
    rows = [
        (
            change.student_number,
            change.effect,
            catalogue.text(language, f"compare-effect-{change.effect}".replace("_", "-")),
            *_cells(change.left),
            *_cells(change.right),
            change.ranks,
            change.points,
            " ".join(change.fields),
            "yes" if change.offer_changed else "no",
        )
        for change in comparison.changes
    ]
    return csv_bytes(COLUMNS, rows, delimiter=",", mark=False)


def _cells(outcome: Outcome | None) -> tuple[Cell, ...]:
    return tuple(None if outcome is None else getattr(outcome, name) for name in _SIDE)
