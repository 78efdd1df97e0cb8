"""Draws for letters, by the hashes of :mod:`testing_lab.draws`.

A draw does not move when another point is added to a template, and no two draws share a stream: which template carries
the trait cannot depend on the quality that was drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from testing_lab import draws
from testing_lab.faults import ImpossibleInput

Seed = int | str
_Item = TypeVar("_Item")


def whole_number(seed: Seed, *labels: str | int, below: int) -> int:
    """An evenly drawn number from 0 up to but not including ``below``; 1 and "1" are the same seed."""
    if below < 1:
        raise ImpossibleInput("below", "is below 1", value=below)
    return draws.below(below, str(seed), "letters", *map(str, labels))


def weighted(seed: Seed, *labels: str | int, weights: Sequence[int]) -> int:
    """The place of a weight, drawn with a chance in proportion to it. Weights are whole numbers, one is above 0."""
    left = whole_number(seed, *labels, below=sum(weights))
    for place, weight in enumerate(weights):
        if left < weight:
            return place
        left -= weight
    raise ImpossibleInput("weights", "is below 0")


def shuffled(seed: Seed, *labels: str | int, items: Sequence[_Item]) -> tuple[_Item, ...]:
    """The items in an order drawn evenly from all orders (Fisher & Yates)."""
    mixed = list(items)
    for last in range(len(mixed) - 1, 0, -1):
        other = whole_number(seed, *labels, last, below=last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)
