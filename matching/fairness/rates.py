"""The table of each grouping: rates with intervals, opportunities, and the gap."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.fairness.gaps import gap_of, points
from matching.fairness.intervals import wilson
from matching.fairness.small_numbers import RULE, capped, hidden_groups, shown_rates
from matching.fairness.words import GroupingTable, GroupRow, Rate, SmallNumberRule

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy.typing as npt

    from matching.fairness.table import GroupTable, Ints
    from matching.fairness.words import Shown


def grouping_tables(
    table: GroupTable,
    placed: npt.NDArray[np.bool_],
    offers: Ints,
    *,
    goals: Collection[str] = (),
    least: int = RULE.least,
    rule: SmallNumberRule = RULE,
) -> tuple[GroupingTable, ...]:
    """One table a grouping. ``offers``: eligible offers of each student; ``least``: students that a gap asks for."""
    common = table.together()
    counts, without = table.count(placed), table.count(offers == 0)
    hidden = hidden_groups(table, common, rule)
    placed_shown = shown_rates(table, common, counts, hidden, rule)
    without_shown = shown_rates(table, common, without, hidden, rule)
    tables = []
    for number, grouping in enumerate(table.groupings):
        groups = table.of(number)
        rows = []
        for group in groups:
            size = int(table.sizes[group])
            if group in hidden:
                rows.append(GroupRow(group=table.names[group], rate=Rate(shown="hidden")))
                continue
            rows.append(
                GroupRow(
                    group=table.names[group],
                    rate=rate_of(int(counts[group]), size, placed_shown[group], rule),
                    students=size,
                    placed=int(counts[group]) if placed_shown[group] == "exact" else None,
                    median_offers=float(np.median(offers[table.group[number] == group])),
                    without_offers=rate_of(int(without[group]), size, without_shown[group], rule),
                )
            )
        tables.append(
            GroupingTable(
                grouping=grouping,
                goal=grouping in goals,
                rows=tuple(rows),
                gap=gap_of(table, groups, placed, placed_shown, offers, least, rule),
            )
        )
    return tuple(sorted(tables, key=lambda one: not one.goal))  # those of the goal first


def rate_of(count: int, students: int, shown: Shown, rule: SmallNumberRule = RULE) -> Rate:
    """A rate as it may be told."""
    if shown == "capped":
        return Rate(shown=shown, percent=float(rule.highest if 2 * count > students else rule.lowest))
    if shown != "exact":
        return Rate(shown=shown)
    low, high = wilson(count, students)
    return Rate(shown=shown, percent=points(Fraction(count, students)), low=points(low), high=points(high))


def rate_of_all(count: int, students: int, rule: SmallNumberRule = RULE) -> Rate:
    """The rate of the whole round."""
    if students < rule.least:
        return Rate(shown="hidden")
    return rate_of(count, students, "capped" if capped(count, students, rule) else "exact", rule)
