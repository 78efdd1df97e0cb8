"""Two-sided intervals for one share: Wilson, Clopper–Pearson and Jeffreys, exact to rounding at any count."""

from __future__ import annotations

import math

from scipy import special

Bounds = tuple[float, float]


def normal_quantile(confidence: float) -> float:
    """The z of a two-sided interval: 1.96 for 0.95."""
    return float(special.ndtri((1 + confidence) / 2))


def wilson(successes: int, trials: int, *, z: float) -> Bounds:
    """The shares that a score test at ``z`` does not reject (Wilson 1927)."""
    return _wilson_lower(successes, trials, z), 1 - _wilson_lower(trials - successes, trials, z)


def _wilson_lower(successes: int, trials: int, z: float) -> float:
    # The two roots of (n + z²)p² - (2x + z²)p + x²/n multiply to x²/(n(n + z²)): no digits are lost for small shares.
    if successes == 0:
        return 0.0
    larger = 2 * successes + z * z + z * math.sqrt(z * z + 4 * successes * ((trials - successes) / trials))
    return 2 * successes * (successes / trials) / larger


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
