"""The hypergeometric distribution by ratios of neighbours from its mode: no factorials, no overflow, no lost digits.

Draw ``drawn`` balls from an urn with ``first`` balls of one colour and ``second`` of another; X counts the first.
Only the window is held in which a probability is above the smallest number of the machine. Bernstein's inequality,
P(X ≥ mean + t) ≤ exp(-t² / (2 variance + 2t/3)), bounds its reach: 480 + 38 standard deviations make it below 1e-308.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: R's ``fisher.test`` counts a table as not more probable than the observed one up to this relative difference.
TIE: Final = 1e-7
_LONGEST: Final = 20_000_000


class Tails(NamedTuple):
    """P-values of the observed count: at least it, at most it, and all counts that are not more probable than it."""

    greater: float
    less: float
    two_sided: float


class Window(NamedTuple):
    """The probabilities of ``low``, ``low`` + 1, …; what lies outside is 0 to the machine."""

    low: int
    probabilities: NDArray[np.float64]


def reach(variance: float) -> int:
    """How far from the mode a probability can be above 1e-308."""
    return 480 + math.ceil(38 * math.sqrt(variance))


def window(*, first: int, second: int, drawn: int) -> Window:
    """All that can happen, with its probability.

    Raises
    ------
    ImpossibleInput
        There are more counts than memory can hold (beyond 10¹⁰ or so).
    """
    urn = first + second
    lowest, highest = max(0, drawn - second), min(first, drawn)
    mode = min(max((drawn + 1) * (first + 1) // (urn + 2), lowest), highest)
    variance = 0.0 if urn < 2 else drawn * (first / urn) * (second / urn) * ((urn - drawn) / (urn - 1))
    far = reach(variance)
    if far > _LONGEST:
        raise ImpossibleInput("counts", "are too large for an exact test", applications=urn)
    bottom, top = max(lowest, mode - far), min(highest, mode + far)
    up = np.arange(mode, top, dtype=np.float64)
    down = np.arange(mode, bottom, -1, dtype=np.float64)
    rising = np.cumprod(((drawn - up) / (up + 1)) * ((first - up) / (second - drawn + up + 1)))
    falling = np.cumprod((down / (drawn - down + 1)) * ((second - drawn + down) / (first - down + 1)))
    weights = np.concatenate((falling[::-1], [1.0], rising))
    return Window(bottom, weights / weights.sum())


def tails(observed: int, *, first: int, second: int, drawn: int) -> Tails:
    """Fisher's exact p-values of ``observed`` balls of the first colour."""
    low, probabilities = window(first=first, second=second, drawn=drawn)
    place = observed - low
    if place < 0:
        return Tails(greater=1.0, less=0.0, two_sided=0.0)
    if place >= len(probabilities):
        return Tails(greater=0.0, less=1.0, two_sided=0.0)
    as_extreme = probabilities[probabilities <= probabilities[place] * (1 + TIE)]
    return Tails(
        greater=min(1.0, float(probabilities[place:].sum())),
        less=min(1.0, float(probabilities[: place + 1].sum())),
        two_sided=1.0 if len(as_extreme) == len(probabilities) else min(1.0, float(as_extreme.sum())),
    )
