"""What is known of a test's power: at any number of pairs, and from which number on it is enough."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import msgspec

#: ``exact``: enumeration. ``lower_bound``: exact power of a test that rejects less. ``approximate``: as if applications
#: were independent. ``precision``: no test; the half width of an interval.
Basis = Literal["exact", "lower_bound", "approximate", "precision"]


class Powers(msgspec.Struct, frozen=True, kw_only=True):
    """``at``: power, 0 to 1, with so many pairs; with more than ``enumerated`` of them a lower bound. ``smallest``: the
    first number of pairs with the wanted power; ``stable``: the first from which the next 40 have it too; ``None``:
    not found.
    """

    basis: Basis
    at: Callable[[int], float]
    smallest: int | None
    stable: int | None = None
    enumerated: float = math.inf


def first_enough(at: Callable[[int], float], *, target: float, highest: int) -> int | None:
    """By halving: a number of pairs with enough power whose predecessor has too little; the first where power rises."""
    low, high = 0, highest
    if highest < 1 or at(high) < target:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if at(middle) >= target else (middle, high)
    return high
