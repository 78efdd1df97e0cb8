"""Words of the certificate of a run in stages (docs/matching.md, "Side constraints", "Proof in stages")."""

from __future__ import annotations

import msgspec


class StagedNode(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A node of the proof that nothing is better. Inner (``variable`` >= 0): the variable is at most ``at_most`` (go to
    ``fewer``), or more than that (go to ``more``). Leaf: ``scale`` >= 0 and ``rows``, (number of the row, multiplier).
    """

    variable: int = -1
    at_most: int = 0
    fewer: int = -1
    more: int = -1
    scale: int = 0
    rows: tuple[tuple[int, int], ...] = ()


class StagedLevel(msgspec.Struct, frozen=True, kw_only=True):
    """One stage of one part: ``value`` was reached, ``tree`` proves that nothing is better than ``bound``.

    ``round`` tells stages of one goal apart: the class (``worst_off``), the round of draws (``where``, ``unique``), 1
    for ``placed`` after a price was paid. For ``group_gap`` both numbers are fractions "p/q"; without a tree the gap is
    within the tolerance, or (``bound`` "0/1") nothing is proven.
    """

    goal: str
    round: int
    value: int | str
    bound: int | str
    tree: tuple[StagedNode, ...] = ()


class StagedPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One independent part of the round, students and offers that nothing ties to the others.

    ``others``: matchings of the part that are as good for all goals as the one that was chosen, as the number of the
    offer of each student (-1 = none); a student who has another outcome in one of them is one for whom a lot decided.
    ``keeps``: with a re-match a matching that keeps as many published places as can be kept. ``fullest``: where a price
    may be paid, a matching that places as many students as possible.
    """

    levels: tuple[StagedLevel, ...]
    others: tuple[tuple[int, ...], ...] = ()
    keeps: tuple[int, ...] = ()
    fullest: tuple[int, ...] = ()
