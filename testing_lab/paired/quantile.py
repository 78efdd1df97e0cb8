"""The normal distribution as the paired questions use it."""

from __future__ import annotations

import math

from scipy import special

from testing_lab.arguments import open_share


def two_sided_z(confidence: float) -> float:
    """The z with ``confidence`` between -z and z; never exactly 0, so that it can divide.

    Raises
    ------
    ImpossibleInput
        ``confidence`` is not between 0 and 1.
    """
    return max(-float(special.ndtri((1 - open_share("confidence", confidence)) / 2)), 1e-16)


def two_sided_p(z: float) -> float:
    """P(abs(Z) ≥ abs(z)): also right far out in the tail."""
    return math.erfc(abs(z) / math.sqrt(2))
