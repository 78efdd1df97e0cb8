"""The maximum of the exact conditional likelihood, also where some coefficients run away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy import linalg

from testing_lab.faults import NotConverged
from testing_lab.models.conditional_likelihood import Strata, likelihood
from testing_lab.models.logistic import independent, limits
from testing_lab.models.recession import recession

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 60
_SMALL_STEP: Final = 1e-7
#: Within-stratum differences (on the logit scale) from here on are looked into.
_FAR: Final = 15.0


class Conditional(msgspec.Struct, frozen=True, kw_only=True):
    """Coefficients, infinite ones too, the covariance of the finite ones, and the log-likelihood (its supremum)."""

    coef: list[float | None]
    covariance: NDArray[np.float64]
    loglik: float
    loglik_null: float


def conditional_logit(strata: list[Strata], *, back: NDArray[np.float64]) -> Conditional:
    """The maximum of at least one stratum with both outcomes; ``back`` turns coefficients of x into those asked.

    Raises
    ------
    NotConverged
        The maximum is finite by the linear programme, and yet Newton's method does not find it.
    """
    terms = strata[0].x.shape[2]
    null = likelihood(strata, np.zeros(terms))[0]
    found = _maximum(strata, terms)
    endless = recession(contrasts(strata), back=back) if found is None or _spread(strata, found[0]) > _FAR else None
    if endless is None and found is not None:
        return Conditional(
            coef=(back @ found[0]).tolist(),
            covariance=back @ linalg.cho_solve(linalg.cho_factor(found[2]), back.T),
            loglik=found[1],
            loglik_null=null,
        )
    if endless is None:
        raise NotConverged("the conditional likelihood has a maximum, but it was not found", strata=len(strata))
    left = [one for group in strata for one in _undecided(group, endless.direction)]
    columns, basis = (
        independent(contrasts(left), size=float(np.abs(contrasts(strata)).max()))
        if left
        else (np.empty((0, 0)), np.empty((terms, 0)))
    )
    reduced = [Strata(x=one.x @ basis, positive=one.positive) for one in left]
    found = _maximum(reduced, columns.shape[1])
    if found is None:
        raise NotConverged("what separation leaves of the conditional likelihood has a maximum, but it was not found")
    inner = back @ basis
    return Conditional(
        coef=limits(back, basis, found[0], endless.signs),
        covariance=inner @ np.linalg.solve(found[2], inner.T),
        loglik=found[1],
        loglik_null=null,
    )


def contrasts(strata: list[Strata]) -> NDArray[np.float64]:
    """Each positive row less each negative row of its stratum."""
    return np.concatenate(
        [
            (one.x[:, : one.positive, None, :] - one.x[:, None, one.positive :, :]).reshape(-1, one.x.shape[2])
            for one in strata
        ]
    )


def _maximum(strata: list[Strata], terms: int) -> tuple[NDArray[np.float64], float, NDArray[np.float64]] | None:
    coef = np.zeros(terms)
    value, gradient, information = likelihood(strata, coef)
    near = terms == 0
    for _ in range(_STEPS):
        if near:
            return coef, value, information
        try:
            step = linalg.cho_solve(linalg.cho_factor(information), gradient)
        except linalg.LinAlgError:
            return None
        near = _spread(strata, step) < _SMALL_STEP
        length = 1.0
        while True:
            tried = likelihood(strata, coef + length * step)
            if near or tried[0] >= value - 1e-9 or length < 1e-6:
                break
            length /= 2
        coef = coef + length * step
        value, gradient, information = tried
    return None


def _spread(strata: list[Strata], coef: NDArray[np.float64]) -> float:
    """The largest difference that these coefficients make within a stratum."""
    return max((float(np.ptp(one.x @ coef, axis=1).max()) for one in strata), default=0.0)


def _undecided(group: Strata, direction: NDArray[np.float64]) -> list[Strata]:
    """What is left of each stratum: the rows between which the direction does not choose."""
    size = max(float(np.abs(group.x).max()), 1e-300)
    along = group.x @ direction
    close = 1e-7 * size * np.abs(direction).sum()
    left = []
    for x, heights in zip(group.x, along, strict=True):
        least, most = heights[: group.positive].min(), heights[group.positive :].max()
        if least - most > close:
            continue
        same = np.abs(heights - least) <= close
        left.append(Strata(x=x[same][None], positive=int(same[: group.positive].sum())))
    return left
