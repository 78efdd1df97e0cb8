"""Tails of the binomial distribution by the incomplete beta function: exact to rounding, also at 10⁹ trials."""

from __future__ import annotations

from scipy import special


def at_least(successes: int, *, trials: int, share: float) -> float:
    """P(X ≥ successes) of Bin(trials, share)."""
    if successes <= 0:
        return 1.0
    if successes > trials:
        return 0.0
    return float(special.betainc(successes, trials - successes + 1, share))


def at_most(successes: int, *, trials: int, share: float) -> float:
    """P(X ≤ successes) of Bin(trials, share)."""
    if successes < 0:
        return 0.0
    if successes >= trials:
        return 1.0
    return float(special.betaincc(successes + 1, trials - successes, share))
