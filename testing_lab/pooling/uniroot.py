"""R's ``uniroot``: Brent's search as it stops there, for values that R programs give before they converge."""

from __future__ import annotations

import sys
from collections.abc import Callable


def uniroot(function: Callable[[float], float], *, low: float, high: float, tolerance: float) -> float:
    """A root between ``low`` and ``high``, within about ``tolerance``, step by step as R's C function ``R_zeroin2``.

    Without a change of sign: the end that is nearer to 0.
    """
    a, b = low, high
    fa, fb = function(a), function(b)
    if fa * fb > 0:
        return a if abs(fa) < abs(fb) else b
    c, fc = a, fa
    for _ in range(1000):
        previous = b - a
        if abs(fc) < abs(fb):
            a, b, c = b, c, b
            fa, fb, fc = fb, fc, fb
        least = 2 * sys.float_info.epsilon * abs(b) + tolerance / 2
        step = (c - b) / 2
        if abs(step) <= least or fb == 0:
            break
        if abs(previous) >= least and abs(fa) > abs(fb):
            step = _interpolated(a, b, c, fa, fb, fc, previous, least) or step
        if abs(step) < least:
            step = least if step > 0 else -least
        a, fa = b, fb
        b += step
        fb = function(b)
        if (fb > 0) == (fc > 0):
            c, fc = a, fa
    return b


def _interpolated(
    a: float, b: float, c: float, fa: float, fb: float, fc: float, previous: float, least: float
) -> float | None:
    """The step of the secant or of the inverse parabola, where it stays well inside."""
    across = c - b
    if a == c:
        ratio = fb / fa
        p, q = across * ratio, 1 - ratio
    else:
        q, t1, t2 = fa / fc, fb / fc, fb / fa
        p = t2 * (across * q * (q - t1) - (b - a) * (t1 - 1))
        q = (q - 1) * (t1 - 1) * (t2 - 1)
    if p > 0:
        q = -q
    else:
        p = -p
    inside = p < 0.75 * across * q - abs(least * q) / 2 and p < abs(previous * q / 2)
    return p / q if inside else None
