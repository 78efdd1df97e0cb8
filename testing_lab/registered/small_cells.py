"""Tables by part of the sample, without a small count in them and without one that can be worked out.

Published together are, for each part and in all: the pairs, and how many of either applicant had a positive answer; and
the four counts of all pairs. k = 10, with secondary suppression (:mod:`testing_lab.disclosure`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from testing_lab.disclosure.suppressed_tables import Place, suppressed_tables
from testing_lab.faults import LabFault
from testing_lab.paired.counts import PairedCounts
from testing_lab.registered.document import Groups

K: Final = 10
#: Beyond this many parts the search for a safe choice takes long, and no reader compares them.
MOST_PARTS: Final = 40
_ANSWERS: Final = (("yes", "yes", "both"), ("yes", "no", "only_majority"), ("no", "yes", "only_minority"),
                   ("no", "no", "neither"))  # fmt: skip


def shown_places(parts: Mapping[str, PairedCounts]) -> tuple[Place, ...]:
    """The places that may be published; none where no safe choice was found or there are too many parts."""
    if len(parts) > MOST_PARTS:
        return ()
    cells = [
        ([name, majority, minority], getattr(table, field))
        for name, table in parts.items()
        for majority, minority, field in _ANSWERS
    ]
    return _safe(
        ["part", "majority", "minority"], cells, [["part", "majority"], ["part", "minority"], ["majority", "minority"]]
    )


def shown_groups(groups: Groups) -> tuple[Place, ...]:
    """The same for groups of applications."""
    cells = [
        (["majority", "yes"], groups.majority_positive),
        (["majority", "no"], groups.majority - groups.majority_positive),
        (["minority", "yes"], groups.minority_positive),
        (["minority", "no"], groups.minority - groups.minority_positive),
    ]
    return _safe(["applicant", "answer"], cells, [["applicant", "answer"]])


def shown_calls(
    calls: Sequence[tuple[str, str, bool]], *, codes: Sequence[tuple[str, bool]], by_part: bool
) -> tuple[Place, ...]:
    """The same for mystery calls, each with its part, its code and whether it went along.

    ``codes``: all that could be given, with whether they go along: that nobody gave one is a small count too.

    Published together are the calls by code, those that went along, and where ``by_part`` both by part.
    """
    counts = Counter(calls)
    parts = sorted({one[0] for one in counts})
    if len(parts) > MOST_PARTS:
        return ()
    cells = [
        ([part, code, "yes" if along else "no"], counts[part, code, along]) for part in parts for code, along in codes
    ]
    tables = [["code"], ["along"], *([["part", "along"]] if by_part else [])]
    return _safe(["part", "code", "along"], cells, tables)


def value_at(places: Sequence[Place], **where: str) -> int | None:
    """The count at a place, or None where it is hidden."""
    return next((one.value for one in places if one.where == where), None)


def _safe(dimensions: list[str], cells: list[tuple[list[str], int]], tables: list[list[str]]) -> tuple[Place, ...]:
    try:
        found = suppressed_tables(
            dimensions=dimensions,
            categories=[where for where, _ in cells],
            counts=[number for _, number in cells],
            tables=tables,
            k=K,
        )
    except LabFault:
        return ()
    # What can be worked out at best is for the proof alone; an infinite bound has no place in JSON either.
    return tuple(msgspec.structs.replace(one, lower=0, upper=0.0) for one in found.places)
