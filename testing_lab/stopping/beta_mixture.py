"""The mixture that the e-process bets with: log of the likelihood under a Beta prior, over that under one share.

.. math:: \\log E_\\theta(b, c) = \\log B(a + b, b_0 + c) - \\log B(a, b_0) - b \\log \\theta - c \\log(1 - \\theta)

Straight differences of log-beta functions lose the digits of the answer once the counts are large. Here the large parts
are cancelled on paper: what remains is a Kullback-Leibler divergence by ``log1p`` and Stirling corrections.
"""

from __future__ import annotations

import math
from typing import Final

from scipy import special

from testing_lab.arguments import number
from testing_lab.faults import ImpossibleInput

_HALF_LOG_2PI: Final = 0.5 * math.log(2 * math.pi)

#: Coefficients of the Stirling series 1/(12 x) - 1/(360 x³) + …
_STIRLING: Final = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156)


def prior_parameter(argument: str, value: float) -> float:
    """A parameter of the Beta prior: from 1e-6 to 1e6; beyond, floats cannot tell it from a point."""
    if not 1e-6 <= number(argument, value) <= 1e6:
        raise ImpossibleInput(argument, "must lie from 1e-6 to 1e6", value=float(value))
    return float(value)


def log_mixture(*, only_majority: float, only_minority: float, prior_a: float, prior_b: float, share: float) -> float:
    """:math:`\\log E_\\theta(b, c)` for a share strictly between 0 and 1."""
    if only_majority == only_minority == 0:
        return 0.0
    x, y = prior_a + only_majority, prior_b + only_minority
    total = x + y
    gap = (x * (1 - share) - y * share) / total  # x / total - share
    divergence = x * math.log1p(gap / share) + y * math.log1p(-gap / (1 - share))
    half = 0.5 * (math.log(total) - math.log(x) - math.log(y)) + _HALF_LOG_2PI
    correction = _stirling(x) + _stirling(y) - _stirling(total)
    before = prior_a * math.log(share) + prior_b * math.log1p(-share) - float(special.betaln(prior_a, prior_b))
    return divergence + half + correction + before


def log_share_above(*, x: float, y: float, share: float) -> float:
    """:math:`\\log P(\\Theta > \\theta)` of a Beta(x, y), also where the probability is below what a float can hold."""
    above = float(special.betaincc(x, y, share))
    if above > 1e-280:
        return math.log(above)
    # Continued fraction of the incomplete beta function (modified Lentz), for 1 - theta with y and x.
    z = 1 - share
    log_front = y * math.log(z) + x * math.log(share) - math.log(y) - float(special.betaln(x, y))
    return log_front + math.log(_fraction(y, x, z))


def _fraction(p: float, q: float, z: float) -> float:
    least = 1e-300
    d = 1 - (p + q) * z / (p + 1)
    d = 1 / (d if abs(d) > least else least)
    c, value = 1.0, d
    for k in range(1, 100_000):
        for term in (
            k * (q - k) * z / ((p + 2 * k - 1) * (p + 2 * k)),
            -(p + k) * (p + q + k) * z / ((p + 2 * k) * (p + 2 * k + 1)),
        ):
            d, c = 1 + term * d, 1 + term / c
            d = 1 / (d if abs(d) > least else least)
            c = c if abs(c) > least else least
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _stirling(x: float) -> float:
    """:math:`\\log \\Gamma(x) - (x - 1/2) \\log x + x - \\tfrac12 \\log 2\\pi`."""
    if x < 12:
        return math.lgamma(x) - (x - 0.5) * math.log(x) + x - _HALF_LOG_2PI
    return sum(coefficient / x ** (2 * order + 1) for order, coefficient in enumerate(_STIRLING))


def reaches(log_e: float, alpha: float) -> bool:
    """Has an e-value reached 1/alpha? Rounding alone decides nothing."""
    return log_e >= -math.log(alpha) - 1e-12
