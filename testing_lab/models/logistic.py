"""The maximum of a logit's likelihood to full precision, also where some coefficients run away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy import linalg, special

from testing_lab.faults import NotConverged
from testing_lab.models.recession import recession

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 60
#: Newton's method doubles its digits: after a step this small (on the logit scale), one more is at full precision.
_SMALL_STEP: Final = 1e-7
#: Chances this near to 0 or 1 (on the logit scale) are looked into: under separation Newton's method passes here.
_FAR: Final = 15.0
#: Lengths below this share of the whole are rounding.
_SAME: Final = 1e-8


class Fitted(msgspec.Struct, frozen=True, kw_only=True):
    """A maximum in the design's own coordinates: chances and information there, and the log-likelihood."""

    coef: NDArray[np.float64]
    information: NDArray[np.float64]
    chance: NDArray[np.float64]
    loglik: float


class Logit(msgspec.Struct, frozen=True, kw_only=True):
    """What is left to estimate where ``decided`` rows are fitted perfectly by coefficients that run away.

    ``coef`` is plus or minus infinity for those, or ``None`` where the data do not even say to which side. ``back`` and
    ``columns`` are about the remaining rows: the coefficients of these columns, by ``back``, are the finite ones.
    """

    coef: list[float | None]
    decided: NDArray[np.bool_]
    columns: NDArray[np.float64]
    back: NDArray[np.float64]
    fitted: Fitted

    @property
    def finite(self) -> NDArray[np.bool_]:
        """Which coefficients are."""
        return np.array([one is not None and np.isfinite(one) for one in self.coef])

    @property
    def separation(self) -> str:
        """``none``, ``quasi_complete`` or ``complete``."""
        return "complete" if self.decided.all() else "quasi_complete" if self.decided.any() else "none"

    def covariance(self) -> NDArray[np.float64]:
        """By the information; only the finite coefficients' part has a meaning."""
        root = self.root()
        return root @ root.T

    def root(self) -> NDArray[np.float64]:
        """``back`` times the inverse of the information's Cholesky factor, transposed."""
        return linalg.solve_triangular(np.linalg.cholesky(self.fitted.information), self.back.T, lower=True).T


def logit(x: NDArray[np.float64], y: NDArray[np.float64], *, back: NDArray[np.float64]) -> Logit:
    """The maximum, in the limit if it is not at a finite place.

    Raises
    ------
    NotConverged
        The maximum is finite by the linear programme, and yet Newton's method does not find it.
    """
    nothing = np.zeros(len(y), dtype=bool)
    fitted = maximum(x, y)
    suspect = fitted is None or np.abs(x @ fitted.coef).max() > _FAR
    endless = recession((2 * y - 1)[:, None] * x, back=back) if suspect else None
    if endless is None and fitted is not None:
        return Logit(coef=(back @ fitted.coef).tolist(), decided=nothing, columns=x, back=back, fitted=fitted)
    if endless is None:
        raise NotConverged("the likelihood of the logit has a maximum, but it was not found", rows=len(y))
    left = x[~endless.decided]
    columns, basis = independent(left, size=float(np.abs(x).max()))
    fitted = maximum(columns, y[~endless.decided])
    if fitted is None:
        raise NotConverged("what separation leaves of the logit has a maximum, but it was not found", rows=len(left))
    return Logit(
        coef=limits(back, basis, fitted.coef, endless.signs),
        decided=endless.decided,
        columns=columns,
        back=back @ basis,
        fitted=fitted,
    )


def independent(left: NDArray[np.float64], *, size: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Orthonormal columns that say the same, and B with left @ B = them (0 rows have 0 columns).

    ``size`` is how large the values were before rows went: 1e-16 beside it is nothing.
    """
    if len(left) == 0:
        return np.empty((0, 0)), np.empty((left.shape[1], 0))
    u, s, vt = np.linalg.svd(left, full_matrices=False)
    rank = int((s > _SAME * max(s[0], size)).sum())
    return u[:, :rank], vt[:rank].T / s[:rank]


def limits(
    back: NDArray[np.float64], basis: NDArray[np.float64], coef: NDArray[np.float64], signs: list[int]
) -> list[float | None]:
    """Each coefficient where the likelihood goes: a number, an infinity, or ``None`` if it may be either."""
    inside = np.linalg.qr(basis)[0]
    outside = np.linalg.norm(back - back @ inside @ inside.T, axis=1)
    decided = outside > _SAME * np.linalg.norm(back, axis=1)
    value = back @ basis @ coef
    return [
        float(value[place]) if not runs else sign * np.inf if sign else None
        for place, (runs, sign) in enumerate(zip(decided, signs, strict=True))
    ]


def maximum(x: NDArray[np.float64], y: NDArray[np.float64]) -> Fitted | None:
    """Newton's method from 0 on well-conditioned columns; ``None`` if it does not end at a finite place."""
    signed = 2 * y - 1
    coef = np.zeros(x.shape[1])
    if len(coef) == 0:
        return Fitted(
            coef=coef, information=np.empty((0, 0)), chance=np.full(len(y), 0.5), loglik=float(-len(y) * np.log(2))
        )
    chance = np.full(len(y), 0.5)
    loglik = float(-len(y) * np.log(2))
    near = False
    for _ in range(_STEPS):
        information = x.T @ (x * (chance * (1 - chance))[:, None])
        try:
            step = linalg.cho_solve(linalg.cho_factor(information), x.T @ (y - chance))
        except linalg.LinAlgError:
            return None
        length = 1.0
        while True:
            tried = coef + length * step
            value = float(special.log_expit(signed * (x @ tried)).sum())
            if near or value >= loglik - 1e-9 or length < 1e-6:
                break
            length /= 2
        coef, loglik, chance = tried, value, special.expit(x @ tried)
        if near:
            information = x.T @ (x * (chance * (1 - chance))[:, None])
            return Fitted(coef=coef, information=information, chance=chance, loglik=loglik)
        near = bool(np.abs(x @ step).max() < _SMALL_STEP)
    return None


def printed_by_r(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """The covariance of these columns' coefficients as R's ``summary(glm)`` has it.

    R's reweighted least squares stop when the deviance changes by less than 1e-8 of itself, and the covariance is that
    of the last step, so with the weights of the last estimate but one: right to about six digits.
    """
    linear, deviance = special.logit((y + 0.5) / 2), np.inf
    for _ in range(_STEPS):
        chance = special.expit(linear)
        weight = chance * (1 - chance)
        information = x.T @ (x * weight[:, None])
        linear = x @ np.linalg.solve(information, x.T @ (weight * linear + y - chance))
        before, deviance = deviance, float(-2 * special.log_expit((2 * y - 1) * linear).sum())
        if abs(deviance - before) / (abs(deviance) + 0.1) < _R_EPSILON:
            break
    return np.asarray(np.linalg.inv(information), dtype=np.float64)


#: ``glm.control()$epsilon``.
_R_EPSILON: Final = 1e-8
