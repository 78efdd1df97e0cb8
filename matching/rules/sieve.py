"""All rules on the whole round: which pairs are left, and how many offers each rule took from each student."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.faults import Cancelled, TooManyPairs
from matching.rules import BY_PAIR, BY_SIGNATURE, CREBO, OFFER_STATUS, RULES, TRAVEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matching.rules.columns import Columns, Ints

#: Pairs in one block of the dense rule: small enough to stay in the cache of the processor.
_BLOCK = 1 << 17

#: Pairs that the rules for one pair are asked about at once.
_TOGETHER = 1 << 20

#: Pairs that a run takes: at some 300 bytes a pair, 3 GB. A round with more has rules that rule nothing out.
MOST_PAIRS = 10_000_000


@dataclass(frozen=True, slots=True)
class Sieved:
    """The eligible pairs as sorted keys (student x number of offers + offer), and the counts of what fell away."""

    keys: Ints
    removed: Ints  # (students, rules)


def sieve(columns: Columns, stop: Callable[[], bool], most: int = MOST_PAIRS) -> Sieved:
    """Ask every rule, in order, about every pair that the rules before it left.

    Raises
    ------
    TooManyPairs
        More than ``most`` pairs are left. Past that number they are only counted.
    Cancelled
        ``stop`` said so.
    """
    students, offers = columns.student.crebo.size, columns.offer.places.size
    removed = np.zeros((students, len(RULES)), np.int64)
    left, kept = 0, []
    for gathered in _gathered(_near_enough(columns, removed, stop)):
        keys = gathered
        s, o = np.divmod(keys, offers)
        for rule in BY_PAIR:
            fits = rule.allows(columns, s, o)
            if not fits.all():
                removed[:, rule.column] += np.bincount(s[~fits], minlength=students)
                keys, s, o = keys[fits], s[fits], o[fits]
        left += keys.size
        if left <= most:
            kept.append(keys)
    if left > most:
        raise TooManyPairs(pairs=left, most=most)
    return Sieved(np.sort(np.concatenate(kept)) if kept else np.zeros(0, np.int64), removed)


def _gathered(blocks: Iterator[Ints]) -> Iterator[Ints]:
    """Small blocks put together, so that a rule is asked about many pairs at once but never about all."""
    waiting: list[Ints] = []
    size = 0
    for block in blocks:
        waiting.append(block)
        size += block.size
        if size >= _TOGETHER:
            yield np.concatenate(waiting)
            waiting, size = [], 0
    if waiting:
        yield np.concatenate(waiting)


def _near_enough(columns: Columns, removed: Ints, stop: Callable[[], bool]) -> Iterator[Ints]:
    """The keys that the rules up to travel leave, in blocks; fills in their columns of ``removed``."""
    nobody, everything = np.zeros(1, np.int64), np.arange(columns.offer.places.size)
    open_offers = everything[OFFER_STATUS.allows(columns, nobody, everything)]
    removed[:, OFFER_STATUS.column] = everything.size - open_offers.size
    of_programme: dict[int, Ints] = {}
    for group in _groups(columns.student.signature):
        if stop():
            raise Cancelled
        someone = group[:1]
        programme = int(columns.student.crebo[someone[0]])
        if programme not in of_programme:
            of_programme[programme] = open_offers[CREBO.allows(columns, someone, open_offers)]
        candidates = of_programme[programme]
        removed[group, CREBO.column] = open_offers.size - candidates.size
        for rule in BY_SIGNATURE:
            fits = rule.allows(columns, someone, candidates)
            removed[group, rule.column] = candidates.size - np.count_nonzero(fits)
            candidates = candidates[fits]
        if not candidates.size:
            continue
        step = max(1, _BLOCK // candidates.size)
        for start in range(0, group.size, step):
            if stop():
                raise Cancelled
            block = group[start : start + step]
            near = TRAVEL.allows(columns, block[:, None], candidates[None, :])
            removed[block, TRAVEL.column] = candidates.size - np.count_nonzero(near, axis=1)
            row, column = np.nonzero(near)
            yield block[row] * everything.size + candidates[column]


def _groups(signature: Ints) -> list[Ints]:
    """The students of each signature."""
    if not signature.size:
        return []
    order = np.argsort(signature, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(signature[order])) + 1)
