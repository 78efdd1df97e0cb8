"""Which figures may be told: DESIGN.md §5.5, "small numbers are hidden".

"k = 10 by default with secondary suppression; percentages capped to 5-95 % where the group is small". The rule,
version 1:

1. A group of fewer than k students is *hidden*.
2. A group is *small* with fewer than 5 k students: there one person is more than 2 %. A rate of a small group
   below 5 or above 95 % is *capped*.
3. What is not told, taken together within a grouping, must be something that could be told: at least k students, and
   for a rate not such a rate. Where it is not, the smallest group that is shown goes too.
4. No hidden group, and no capped rate, is the sum or difference of what is shown, in any grouping or across
   groupings, the whole round included (linked tables). Where one is, the smallest group in that sum goes too.

Steps 3 and 4 hide the group where numbers of students are concerned, and *withhold* its rate where rates are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np

from matching.fairness.words import Shown, SmallNumberRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.fairness.table import GroupTable, Ints

RULE: Final = SmallNumberRule(version="1", least=10, small=50, lowest=5, highest=95)
_NEARLY_NOTHING: Final = 1e-6


def capped(count: int, students: int, rule: SmallNumberRule = RULE) -> bool:
    """Whether the rate may be told only as a bound."""
    low, high = rule.lowest * students, rule.highest * students
    return students < rule.small and not low <= 100 * count <= high


def hidden_groups(table: GroupTable, common: npt.NDArray[np.float64], rule: SmallNumberRule = RULE) -> set[int]:
    """The groups of which nothing is told. ``common``: see :meth:`GroupTable.together`."""

    def may_be_told(groups: Sequence[int]) -> bool:
        return int(table.sizes[groups].sum()) >= rule.least

    small = set(np.flatnonzero(table.sizes < rule.least).tolist())
    return small | _further(table, common, small, set(), may_be_told)


def shown_rates(
    table: GroupTable,
    common: npt.NDArray[np.float64],
    counts: Ints,
    hidden: set[int],
    rule: SmallNumberRule = RULE,
) -> list[Shown]:
    """How the rate counts / sizes of each group may be told, given the groups that are hidden."""
    sizes = table.sizes.tolist()
    bounded = {
        group
        for group, count in enumerate(counts.tolist())
        if group not in hidden and capped(count, sizes[group], rule)
    }

    def may_be_told(groups: Sequence[int]) -> bool:
        students, count = int(table.sizes[groups].sum()), int(counts[groups].sum())
        return students >= rule.least and not capped(count, students, rule)

    withheld = _further(table, common, hidden | bounded, hidden, may_be_told)
    state: dict[int, Shown] = dict.fromkeys(withheld, "withheld")
    state.update(dict.fromkeys(bounded, "capped"))
    state.update(dict.fromkeys(hidden, "hidden"))
    return [state.get(group, "exact") for group in range(len(sizes))]


def _further(
    table: GroupTable,
    common: npt.NDArray[np.float64],
    secret: set[int],
    gone: set[int],
    may_be_told: Callable[[Sequence[int]], bool],
) -> set[int]:
    """The groups that must go besides ``secret``, so that none of ``secret`` can be worked out."""
    more: set[int] = set()
    while True:
        fresh = _unions(table, secret | more, may_be_told) or _sums(table, common, secret, secret | gone | more)
        if not fresh:
            return more
        more |= fresh


def _unions(table: GroupTable, untold: set[int], may_be_told: Callable[[Sequence[int]], bool]) -> set[int]:
    """Step 3: for each grouping whose untold groups give themselves away, the smallest group that is still shown."""
    fresh = set()
    for grouping in range(len(table.groupings)):
        groups = table.of(grouping)
        without = [group for group in groups if group in untold]
        shown = [group for group in groups if group not in untold]
        if without and shown and not may_be_told(without):
            fresh.add(_smallest(table, shown))
    return fresh


def _sums(table: GroupTable, common: npt.NDArray[np.float64], secret: set[int], untold: set[int]) -> set[int]:
    """Step 4: groups that are shown and take part in a sum that gives a secret one.

    A secret group is such a sum when its column of members is in the span of the columns that are shown: when nothing
    is left of it after projection. ``common`` holds the inner products of those columns.
    """
    everybody = len(table.names)
    shown = [group for group in range(everybody) if group not in untold] + [everybody]
    targets = sorted(secret)
    if not targets:
        return set()
    inner = common[np.ix_(shown, shown)]
    with_targets = common[np.ix_(shown, targets)]
    parts = np.linalg.lstsq(inner, with_targets, rcond=1e-10)[0]
    left = common[targets, targets] - (with_targets * parts).sum(axis=0)
    fresh = set()
    for column, target in enumerate(targets):
        if left[column] > _NEARLY_NOTHING * common[target, target]:
            continue
        taking_part = [
            group for group, part in zip(shown[:-1], parts[:-1, column], strict=True) if abs(part) > _NEARLY_NOTHING
        ]
        if taking_part:  # else it is everybody, and how many there are is no secret
            fresh.add(_smallest(table, taking_part))
    return fresh


def _smallest(table: GroupTable, groups: Sequence[int]) -> int:
    return min(groups, key=lambda group: (int(table.sizes[group]), group))
