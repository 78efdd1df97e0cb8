"""Tables by part of the sample, without a small count in them and without one that can be worked out.

Published together are, for each part and in all: the pairs, and how many of either applicant had a positive answer; and
the four counts of all pairs. k = 10, with secondary suppression (:mod:`testing_lab.disclosure`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from testing_lab.disclosure.suppressed_tables import Place, suppressed_tables
from testing_lab.faults import LabFault
from testing_lab.paired.counts import PairedCounts

K: Final = 10
#: Beyond this many parts the search for a safe choice takes long, and no reader compares them.
MOST_PARTS: Final = 40
_ANSWERS: Final = (("yes", "yes", "both"), ("yes", "no", "only_majority"), ("no", "yes", "only_minority"),
                   ("no", "no", "neither"))  # fmt: skip


def shown_places(parts: Mapping[str, PairedCounts]) -> tuple[tuple[Place, ...], str]:
    """The places that are published, and why there are none: ``too_many_parts`` or ``no_safe_table``."""
    if len(parts) > MOST_PARTS:
        return (), "too_many_parts"
    cells = [
        ((name, majority, minority), getattr(table, field))
        for name, table in parts.items()
        for majority, minority, field in _ANSWERS
    ]
    try:
        found = suppressed_tables(
            dimensions=["part", "majority", "minority"],
            categories=[list(where) for where, _ in cells],
            counts=[number for _, number in cells],
            tables=[["part", "majority"], ["part", "minority"], ["majority", "minority"]],
            k=K,
        )
    except LabFault:
        return (), "no_safe_table"
    return tuple(found.places), ""


def value_at(places: tuple[Place, ...], **where: str) -> int | None:
    """The count at a place, or None where it is hidden."""
    return next((one.value for one in places if one.where == where), None)
