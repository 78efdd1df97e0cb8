"""Two-sided intervals for one share: Wilson, Clopper–Pearson and Jeffreys, exact to rounding at any count."""

from __future__ import annotations

import math

import msgspec
from scipy import special

Bounds = tuple[float, float]


class WilsonShare(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of a share, and what is left above them (1 - bound without cancellation)."""

    lower: float
    upper: float
    above_lower: float
    above_upper: float


def wilson_share(successes: int, *, trials: int, z: float) -> WilsonShare:
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


def wilson(successes: int, trials: int, *, z: float) -> Bounds:
    """The bounds of :func:`wilson_share`, the upper one exactly 1 where every trial is a success."""
    share = wilson_share(successes, trials=trials, z=z)
    return share.lower, 1 - share.above_upper


def clopper_pearson(successes: int, trials: int, *, confidence: float) -> Bounds:
    """The shares that neither exact one-sided test rejects (Clopper & Pearson 1934)."""
    tail = (1 - confidence) / 2
    lower = 0.0 if successes == 0 else float(special.betaincinv(successes, trials - successes + 1, tail))
    upper = 1.0 if successes == trials else float(special.betainccinv(successes + 1, trials - successes, tail))
    return lower, upper


def jeffreys(successes: int, trials: int, *, confidence: float) -> Bounds:
    """Equal tails of the posterior under Beta(1/2, 1/2); 0 or 1 where nothing lies beyond (Brown et al. 2001)."""
    tail = (1 - confidence) / 2
    first, second = successes + 0.5, trials - successes + 0.5
    lower = 0.0 if successes == 0 else float(special.betaincinv(first, second, tail))
    upper = 1.0 if successes == trials else float(special.betainccinv(first, second, tail))
    return lower, upper
