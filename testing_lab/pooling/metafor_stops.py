"""Where the searches of R ``metafor`` 3.8-1 stop before they converge, to reproduce what it prints.

Its Paule–Mandel root and its Q-profile bounds come from R's ``uniroot``, which stops within 1.2·10⁻⁴; its regression
test stops Fisher scoring when tau2 moves by less than 10⁻⁵. Our own values are converged.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy import special

from testing_lab.pooling.effects import Effects, sums_at
from testing_lab.pooling.uniroot import uniroot

_UNIROOT: Final = 2.0**-13  # R's .Machine$double.eps^0.25
_THRESHOLD: Final = 1e-5
_HIGHEST: Final = 100.0  # metafor's tau2.max


def paule_mandel_as_metafor(of: Effects, high: float = _HIGHEST) -> float:
    """The Paule–Mandel tau2, searched up to ``high``."""
    return _falling_to(of, of.k - 1.0, high)


def q_profile_as_metafor(of: Effects, confidence: float) -> tuple[float, float]:
    """The Q-profile bounds of tau2."""
    half, tail = (of.k - 1) / 2, (1 - confidence) / 2
    high, low = 2 * float(special.gammainccinv(half, tail)), 2 * float(special.gammaincinv(half, tail))
    return _falling_to(of, high, _HIGHEST), _falling_to(of, low, _HIGHEST)


def regression_as_metafor(of: Effects) -> float:
    """The REML tau2 of effects over their standard errors, by Fisher scoring from Hedges' estimate."""
    design = np.column_stack([np.ones(of.k), np.sqrt(of.v)])
    plain = np.eye(of.k) - design @ np.linalg.pinv(design)
    tau2 = max(0.0, float(of.y @ plain @ of.y - np.diag(plain) @ of.v) / (of.k - 2))
    for _ in range(1000):
        w = 1 / (of.v + tau2)
        weighted = design * w[:, None]
        projection = np.diag(w) - weighted @ np.linalg.solve(design.T @ weighted, weighted.T)
        left = projection @ of.y
        step = float((left @ left - np.trace(projection)) / np.sum(projection**2))
        while tau2 + step < 0:
            step /= 2
        tau2 += step
        if abs(step) <= _THRESHOLD:
            break
    return tau2


def _falling_to(of: Effects, target: float, high: float) -> float:
    def above(tau2: float) -> float:
        return float(sums_at(of, tau2).q[0]) - target

    return uniroot(above, low=0.0, high=high, tolerance=_UNIROOT) if above(0.0) >= 0 else 0.0
