"""How alike the two answers of a pair are: the correlation that square-and-add intervals subtract."""

from __future__ import annotations

import math

from testing_lab.paired.counts import PairedCounts


def psi(counts: PairedCounts) -> float:
    """The correlation of the two answers, -1 to 1; 0 when one applicant always had the same answer."""
    return _over_margins(counts, _cross_product(counts))


def newcombe_psi(counts: PairedCounts) -> float:
    """Newcombe's correction: a positive cross product is brought N/2 closer to 0, not past it."""
    cross = _cross_product(counts)
    return _over_margins(counts, max(cross - counts.pairs / 2, 0) if cross > 0 else cross)


def _cross_product(counts: PairedCounts) -> int:
    return counts.both * counts.neither - counts.only_majority * counts.only_minority


def _over_margins(counts: PairedCounts, cross: float) -> float:
    first = counts.positive_majority * (counts.pairs - counts.positive_majority)
    second = counts.positive_minority * (counts.pairs - counts.positive_minority)
    if first == 0 or second == 0:
        return 0.0
    return min(1.0, max(-1.0, cross / (math.sqrt(first) * math.sqrt(second))))
