"""Wilson's interval of one share, in a form that loses no digits near 0."""

from __future__ import annotations

import math

import msgspec


class WilsonShare(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of a share, and what is left above them (1 - bound without cancellation)."""

    lower: float
    upper: float
    above_lower: float
    above_upper: float


def wilson(successes: int, *, trials: int, z: float) -> WilsonShare:
    """Wilson (1927): the shares that a score test with this z does not reject; ``trials`` from 1 up."""
    lower, above_lower = _lower(successes, trials, z)
    above_upper, upper = _lower(trials - successes, trials, z)
    return WilsonShare(lower=lower, upper=upper, above_lower=above_lower, above_upper=above_upper)


def _lower(successes: int, trials: int, z: float) -> tuple[float, float]:
    """The lower bound and one minus it: both roots' product is x²/(n (n + z²))."""
    failures = trials - successes
    root = z * math.sqrt(z * z + 4 * successes * failures / trials)
    width = 2 * (trials + z * z)
    lower = (successes / trials) * (2 * successes / (2 * successes + z * z + root))
    return lower, (2 * failures + z * z + root) / width
