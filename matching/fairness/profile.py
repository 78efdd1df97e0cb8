"""How far down their lists the students came."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from matching.fairness.gaps import points
from matching.fairness.small_numbers import RULE
from matching.fairness.words import Profile, ProfileRow

if TYPE_CHECKING:
    from collections.abc import Mapping


def profile_of(counts: Mapping[str, int], least: int = RULE.least) -> Profile:
    """The profile of a report, with neighbouring ranks together until each row has ``least`` students.

    What is left over at the end goes with the last row. The numbers of students without a place and with a place that
    they did not name are those of the report of the run.
    """
    students = sum(counts.values())
    ranks = sorted((int(rank), count) for rank, count in counts.items() if rank.isdigit() and count)
    rows: list[tuple[int, int, int]] = []
    begun: tuple[int, int, int] | None = None
    for rank, count in ranks:
        begun = (rank, rank, count) if begun is None else (begun[0], rank, begun[2] + count)
        if begun[2] >= least:
            rows.append(begun)
            begun = None
    if begun is not None:
        before = rows.pop() if rows else (begun[0], begun[1], 0)
        rows.append((before[0], begun[1], before[2] + begun[2]))
    told, so_far = [], 0
    for first, last, count in rows:
        so_far += count
        told.append(
            ProfileRow(
                students=count,
                percent=points(Fraction(count, students)),
                up_to=points(Fraction(so_far, students)),
                first=first,
                last=last,
            )
        )
    return Profile(rows=tuple(told), not_named=counts.get("not_named", 0), without_place=counts.get("none", 0))
