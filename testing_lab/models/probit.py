r"""The probit whose errors may be wider in one group: likelihood with exact derivatives, and its maximum.

:math:`P(y = 1) = \Phi(a)` with :math:`a = x'\beta\, e^{-\gamma z}`. With q = 2y - 1 and
:math:`\lambda = q\phi(a)/\Phi(qa)`: :math:`\partial \ell/\partial a = \lambda` and
:math:`\partial^2 \ell/\partial a^2 = -\lambda(\lambda + a)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy import special

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 200
_SMALL_STEP: Final = 1e-9
_FURTHEST: Final = 20.0


class ProbitFit(msgspec.Struct, frozen=True, kw_only=True):
    """Coefficients (and gamma as the last, where it was asked), the score of each row, and the information."""

    at: NDArray[np.float64]
    loglik: float
    scores: NDArray[np.float64]
    information: NDArray[np.float64]


def evaluate(
    x: NDArray[np.float64], y: NDArray[np.float64], z: NDArray[np.float64] | None, at: NDArray[np.float64]
) -> ProbitFit:
    """At these coefficients; without ``z`` the plain probit."""
    q = 2 * y - 1
    terms = x.shape[1]
    shrunk = x if z is None else x * np.exp(-at[-1] * z)[:, None]
    a = shrunk @ at[:terms]
    log_chance = special.log_ndtr(q * a)
    slope = q * np.exp(-(a**2) / 2 - log_chance) / np.sqrt(2 * np.pi)
    bend = slope * (slope + a)
    moves = shrunk if z is None else np.column_stack([shrunk, -z * a])
    information = moves.T @ (moves * bend[:, None])
    if z is not None:
        mixed = shrunk.T @ (slope * z)
        information[:-1, -1] += mixed
        information[-1, :-1] += mixed
        information[-1, -1] -= slope @ (z**2 * a)
    return ProbitFit(at=at, loglik=float(log_chance.sum()), scores=moves * slope[:, None], information=information)


def maximum(
    x: NDArray[np.float64], y: NDArray[np.float64], z: NDArray[np.float64] | None, *, start: NDArray[np.float64]
) -> ProbitFit | None:
    """Newton's method with halving; ``None`` if it does not end at a finite place."""
    here = evaluate(x, y, z, start)
    for _ in range(_STEPS):
        values, vectors = np.linalg.eigh(here.information)
        size = np.abs(values)
        if not size.max() > 0 or values.min() < -size.max() * 1e6:
            return None
        step = vectors @ ((vectors.T @ here.scores.sum(axis=0)) / np.maximum(size, 1e-12 * size.max()))
        reach = max(float(np.abs(x @ step[: x.shape[1]]).max()), 0.0 if z is None else abs(float(step[-1])))
        length = min(1.0, 5 / reach) if reach > 0 else 1.0
        small = reach < _SMALL_STEP
        while True:
            there = evaluate(x, y, z, here.at + length * step)
            if small or there.loglik >= here.loglik - 1e-9 or length * reach < _SMALL_STEP:
                break
            length /= 2
        here = there
        if small:
            return here if values.min() > 0 else None
        if np.abs(x @ here.at[: x.shape[1]]).max() > 1e3 or (z is not None and abs(float(here.at[-1])) > _FURTHEST):
            return None
    return None
