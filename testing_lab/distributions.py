"""Quantiles, tails and logarithms that more than one room asks for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy import special

from testing_lab.arguments import open_share

if TYPE_CHECKING:
    from numpy.typing import NDArray


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


def student_p(statistic: float, df: float) -> float:
    """Two-sided p-value of Student's t, also right far out in the tail; ``df`` need not be whole."""
    return float(special.betainc(df / 2, 0.5, df / (df + statistic * statistic)))


def exponential(power: float) -> float:
    """e to this power; endless where no float is large enough."""
    return math.exp(power) if power < 709.7 else math.inf


def log_choose(n: int) -> NDArray[np.float64]:
    """The logarithms of n over 0, 1, …, n."""
    k = np.arange(n + 1)
    return np.asarray(special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1), dtype=np.float64)
