"""Cells with rules about more than one pair: who goes together, and how the places of an offer are divided.

``!2041883|2041884``, ``level=2:3|cohort=2025:1`` and ``kitchen:6``. A grouping that names a protected trait refuses the
file here as it does in the column ``groups`` (DESIGN.md §2), and so does a value that is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from api.services.files import cells, forbidden
from api.services.files.cells import CellWrong, shortened
from matching.groupings import DERIVED
from matching.instance import GroupPlaces, SharedCapacity, Together

if TYPE_CHECKING:
    from api.services.files.offers import OfferRecord

#: Most places that a cell may name; an offer has no more either.
MOST_PLACES = 100_000
#: Groupings whose values are facts of the school: a team may be called anything.
_OURS = frozenset({*DERIVED, "team", "location"})

_number = cells.key(40)


def together(cell: str) -> tuple[Together, ...]:
    """Student numbers, sorted; ``!`` before a number: must. Each student once."""
    found: dict[str, Together] = {}
    for part in cells.parts(cell):
        number = _number(part.removeprefix("!").strip())
        if not number:
            raise CellWrong("cell_not_together", value=shortened(part))
        if number in found:
            raise CellWrong("student_twice", student=shortened(number))
        found[number] = Together(student_number=number, must=part.startswith("!"))
    return tuple(found[number] for number in sorted(found))


def group_places(column: str, least: int) -> Callable[[str], tuple[GroupPlaces, ...]]:
    """``grouping=value:n`` parts, sorted; each group once. ``n`` is ``least`` or more."""

    def parse(cell: str) -> tuple[GroupPlaces, ...]:
        found: dict[tuple[str, str], GroupPlaces] = {}
        for part in cells.parts(cell):
            group, separator, number = (piece.strip() for piece in part.rpartition(":"))
            grouping, equals, value = (piece.strip() for piece in group.partition("="))
            if not (separator and equals and grouping and value and number) or "=" in value:
                raise CellWrong("cell_not_group_places", value=shortened(part))
            one = GroupPlaces(grouping=grouping.casefold(), value=value, places=cells.whole(least, MOST_PLACES)(number))
            _refuse_protected(column, one)
            if (one.grouping, one.value) in found:
                raise CellWrong("group_twice", group=shortened(f"{one.grouping}={one.value}"))
            found[one.grouping, one.value] = one
        return tuple(found[group] for group in sorted(found))

    return parse


def _refuse_protected(column: str, rule: GroupPlaces) -> None:
    subject = forbidden.name_subject(rule.grouping)
    if subject is not None or forbidden.not_kept(rule.grouping):
        raise CellWrong("column_forbidden", column=f"{column}: {rule.grouping}", subject=subject or "protected")
    if rule.grouping not in _OURS and (subject := forbidden.value_subject(rule.value)) is not None:
        raise CellWrong("column_forbidden", column=f"{column}: {rule.grouping}", subject=subject)


def shared_capacity(cell: str) -> SharedCapacity:
    """``name:n``: what the offers share, and how many students it holds."""
    name, separator, number = (piece.strip() for piece in cell.rpartition(":"))
    if not (separator and name and number) or "|" in cell:
        raise CellWrong("cell_not_shared_capacity", value=shortened(cell))
    return SharedCapacity(name=cells.text(100)(name), places=cells.whole(0, MOST_PLACES)(number))


def together_marks(rules: tuple[Together, ...]) -> tuple[str, ...]:
    """Numbers with ``!`` before a must: how the database keeps them, and how a cell lists them."""
    return tuple(f"{'!' if rule.must else ''}{rule.student_number}" for rule in rules)


def together_of(marks: tuple[str, ...]) -> tuple[Together, ...]:
    """What the database keeps, as rules again."""
    return tuple(Together(student_number=mark.removeprefix("!"), must=mark.startswith("!")) for mark in marks)


def together_text(rules: tuple[Together, ...]) -> str:
    """The cell again."""
    return "|".join(together_marks(rules))


def group_places_text(rules: tuple[GroupPlaces, ...]) -> str:
    """The cell again."""
    return "|".join(f"{rule.grouping}={rule.value}:{rule.places}" for rule in rules)


def shared_capacity_text(rule: SharedCapacity | None) -> str:
    """The cell again; empty for none."""
    return "" if rule is None else f"{rule.name}:{rule.places}"


def refuse_contradictions(offer: OfferRecord) -> None:
    """Refuse an offer whose own numbers can never be met together.

    Raises
    ------
    CellWrong
        ``rules_contradict``: a minimum above the places or the shared capacity, reserves of a grouping above the
        places, or a reserve above the maximum share of the same group.
    """
    if 0 < offer.places < offer.minimum:
        raise _contradiction("minimum", "places", offer.minimum, offer.places)
    if offer.shared_capacity is not None and 0 < offer.shared_capacity.places < offer.minimum:
        raise _contradiction("minimum", "shared_capacity", offer.minimum, offer.shared_capacity.places)
    reserved: Counter[str] = Counter()
    for rule in offer.reserves:
        reserved[rule.grouping] += rule.places
    most = max(reserved.values(), default=0)
    if 0 < offer.places < most:
        raise _contradiction("reserves", "places", most, offer.places)
    maximum = {(rule.grouping, rule.value): rule.places for rule in offer.maximum_share}
    for rule in offer.reserves:
        allowed = maximum.get((rule.grouping, rule.value), rule.places)
        if rule.places > allowed:
            raise _contradiction("reserves", "maximum_share", rule.places, allowed)


def _contradiction(column: str, other: str, number: int, most: int) -> CellWrong:
    return CellWrong("rules_contradict", column=column, other=other, number=number, most=most)
