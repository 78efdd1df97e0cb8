"""Figures about cases under the small-number rule (DESIGN.md §5.5): registered wishes are not the number of wishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from api.messages.register_companies import CaseFigures, Ground, GroundCount
from matching.fairness.small_numbers import RULE


def figures(year: int, counts: Mapping[str, int], least: int = RULE.least) -> CaseFigures:
    """What may be shown of ``counts`` (cases by ground).

    A ground with fewer than ``least`` cases is pooled with the others like it. Where the pool itself is too small, the
    smallest ground that could be shown joins it, so that no subtraction from the total gives it away. A total under
    ``least`` is not shown either.
    """
    some = {ground: cases for ground, cases in counts.items() if cases}
    total = sum(some.values())
    if total < least:
        return CaseFigures(year=year, least=least, total=None, grounds=())
    shown = {ground: cases for ground, cases in some.items() if cases >= least}
    pooled = total - sum(shown.values())
    while 0 < pooled < least and shown:
        smallest = min(shown, key=lambda ground: (shown[ground], ground))
        pooled += shown.pop(smallest)
    grounds = [
        GroundCount(ground=cast(Ground, ground), cases=cases)
        for ground, cases in sorted(shown.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    if pooled:
        grounds.append(GroundCount(ground=None, cases=pooled))
    return CaseFigures(year=year, least=least, total=total, grounds=tuple(grounds))
