"""Differences in placement rate between the groups of a grouping."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from matching.fairness.intervals import newcombe
from matching.fairness.small_numbers import RULE
from matching.fairness.words import ConditionalGap, Gap, SmallNumberRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from matching.fairness.table import GroupTable, Ints
    from matching.fairness.words import Shown

#: The smallest number of eligible offers of each band: 0, 1, 2, 3-5, 6-10, 11-20, 21-50, 51-100, more.
BANDS: Final = (0, 1, 2, 3, 6, 11, 21, 51, 101)


def points(value: Fraction | float) -> float:
    """A part of one as a percentage, or as percentage points, with one decimal."""
    return round(float(100 * value), 1) + 0.0  # no -0.0


def largest_gap(table: GroupTable, placed: Ints, groupings: Iterable[int], least: int) -> Fraction | None:
    """The largest gap over the groupings, of groups with ``least`` students; None where no two can be compared."""
    gaps = []
    for grouping in groupings:
        rates = [Fraction(int(placed[g]), int(table.sizes[g])) for g in table.of(grouping) if table.sizes[g] >= least]
        if len(rates) > 1:
            gaps.append(max(rates) - min(rates))
    return max(gaps, default=None)


def gap_of(
    table: GroupTable,
    groups: Sequence[int],
    placed: npt.NDArray[np.bool_],
    shown: Sequence[Shown],
    offers: Ints,
    least: int,
    rule: SmallNumberRule = RULE,
) -> Gap | None:
    """The gap of a grouping as far as it may be told: of its groups with a rate and with ``least`` students.

    ``offers``: the number of eligible offers of each student.
    """
    counts = table.count(placed)
    told: dict[int, Fraction] = {}
    for group in groups:
        size = int(table.sizes[group])
        if size < least or shown[group] not in ("exact", "capped"):
            continue
        rate = Fraction(int(counts[group]), size)
        if shown[group] == "capped":
            rate = Fraction(rule.highest if 2 * rate > 1 else rule.lowest, 100)
        told[group] = rate
    if len(told) < 2:
        return None
    highest = max(told, key=lambda group: (told[group], -group))
    lowest = min((group for group in told if group != highest), key=lambda group: (told[group], group))
    difference = told[highest] - told[lowest]
    if "capped" in (shown[highest], shown[lowest]):
        return Gap(highest=table.names[highest], lowest=table.names[lowest], points=points(difference), at_least=True)
    low, high = newcombe(int(counts[highest]), int(table.sizes[highest]), int(counts[lowest]), int(table.sizes[lowest]))
    grouping = int(table.grouping[highest])
    return Gap(
        highest=table.names[highest],
        lowest=table.names[lowest],
        points=points(difference),
        low=points(low),
        high=points(high),
        conditional=_conditional(
            table.group[grouping] == highest, table.group[grouping] == lowest, placed, offers, rule.least
        ),
    )


def _conditional(
    high: npt.NDArray[np.bool_], low: npt.NDArray[np.bool_], placed: npt.NDArray[np.bool_], offers: Ints, least: int
) -> ConditionalGap | None:
    band = np.searchsorted(BANDS, offers, side="right")
    sum_of_gaps, covered, bands = Fraction(0), 0, 0
    for number in range(1, len(BANDS) + 1):
        one, other = high & (band == number), low & (band == number)
        n, m = int(one.sum()), int(other.sum())
        if min(n, m) < least:
            continue
        gap = Fraction(int(placed[one].sum()), n) - Fraction(int(placed[other].sum()), m)
        sum_of_gaps += (n + m) * gap
        covered += n + m
        bands += 1
    if not covered:
        return None
    both = int(high.sum() + low.sum())
    return ConditionalGap(points=points(sum_of_gaps / covered), bands=bands, covered=points(Fraction(covered, both)))
