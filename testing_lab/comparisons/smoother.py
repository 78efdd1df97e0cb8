"""The smoothing spline with three degrees of freedom that R's ``qvalue`` puts through its estimates of π₀.

A smoothing spline is linear in what it smooths, and here the 19 places and the degrees of freedom never change: the
value at the last place is one fixed weighted sum. This file finds those weights.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.interpolate import BSpline
from scipy.optimize import brentq

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Where the share of true nulls is estimated: 0.05, 0.10, ..., 0.95.
THRESHOLDS: Final = tuple(step / 20 for step in range(1, 20))
_DEGREES_OF_FREEDOM: Final = 3.0


@cache
def weights_of_the_last_place() -> NDArray[np.float64]:
    """What each estimate counts for in the smoothed value at the last threshold.

    The spline minimises Σ(y - f)² + λ∫f''², λ such that the trace of the smoother is exactly 3. R's ``smooth.spline``
    looks for λ with a tolerance of 10⁻⁴ on its scale and stops where the trace is near 3: its result differs from this
    one by a few 10⁻⁶.
    """
    places = np.linspace(0.0, 1.0, len(THRESHOLDS))
    knots = np.concatenate(([0.0] * 3, places, [1.0] * 3))
    size = len(places) + 2
    design = BSpline.design_matrix(places, knots, 3).toarray()
    curvature = BSpline(knots, np.eye(size), 3).derivative(2)
    penalty = np.zeros((size, size))
    half = (places[1] - places[0]) / 2
    for middle in (places[1:] + places[:-1]) / 2:
        for side in (-half / np.sqrt(3), half / np.sqrt(3)):
            row = curvature(middle + side)  # two Gauss points: exact for the product of two straight lines
            penalty += half * np.outer(row, row)
    gram = design.T @ design

    def smoother(log_penalty: float) -> NDArray[np.float64]:
        solved: NDArray[np.float64] = np.linalg.solve(gram + np.exp(log_penalty) * penalty, design.T)
        return design @ solved

    def excess(log_penalty: float) -> float:
        return float(np.trace(smoother(log_penalty))) - _DEGREES_OF_FREEDOM

    weights: NDArray[np.float64] = smoother(float(brentq(excess, -25.0, 10.0, xtol=1e-13)))[-1]
    return weights
