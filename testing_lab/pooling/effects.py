"""What is pooled: effects with their sampling variances, checked, and the sums that every estimator is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
import numpy as np

from testing_lab.arguments import numbers, same_length
from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Squares of weights times squares of effects must stay finite; no effect of a study comes near these.
_SMALLEST: Final = 1e-30
_LARGEST: Final = 1e30


class Effects(msgspec.Struct, frozen=True, kw_only=True):
    """Effects ``y``, such as log callback ratios, with their sampling variances ``v``, all above 0."""

    y: NDArray[np.float64]
    v: NDArray[np.float64]

    @property
    def k(self) -> int:
        """How many."""
        return len(self.y)

    def chosen(self, places: Sequence[int]) -> Effects:
        """Those at these places, in this order."""
        return Effects(y=self.y[list(places)], v=self.v[list(places)])


def effects(*, yi: Sequence[float], vi: Sequence[float]) -> Effects:
    """Effects, checked.

    Raises
    ------
    ImpossibleInput
        Not equally long, empty, not finite, a variance that is not above 0, or a size that no study has
        (beyond 10³⁰ or a variance below 10⁻³⁰).
    """
    same_length(yi=yi, vi=vi)
    y, v = numbers("yi", yi), numbers("vi", vi)
    if v.min() >= _SMALLEST and v.max() <= _LARGEST and np.abs(y).max() <= _LARGEST:
        return Effects(y=y, v=v)
    for place, (effect, variance) in enumerate(zip(y.tolist(), v.tolist(), strict=True)):
        if variance <= 0:
            raise ImpossibleInput(f"vi[{place}]", "must be above 0: every effect has sampling error", value=variance)
        if not _SMALLEST <= variance <= _LARGEST:
            raise ImpossibleInput(f"vi[{place}]", "must lie from 1e-30 to 1e30", value=variance)
        if abs(effect) > _LARGEST:
            raise ImpossibleInput(f"yi[{place}]", "must lie from -1e30 to 1e30", value=effect)
    return Effects(y=y, v=v)


class Sums(NamedTuple):
    """For each value of tau2: coefficients and the sums over the weights 1 / (v + tau2). See :func:`sums`."""

    mean: NDArray[np.float64]
    slope: NDArray[np.float64]
    weight: NDArray[np.float64]
    spread: NDArray[np.float64]
    q: NDArray[np.float64]
    q_squared: NDArray[np.float64]
    trace: NDArray[np.float64]


def sums(of: Effects, tau2: NDArray[np.float64], moderator: NDArray[np.float64] | None = None) -> Sums:
    r"""The weighted mean, or the weighted line through the effects over ``moderator``, for every ``tau2`` at once.

    With the projection :math:`P = W - WX(X'WX)^{-1}X'W`: ``q`` is :math:`y'Py`, ``q_squared`` :math:`y'PPy`, ``trace``
    :math:`\mathrm{tr} P`. ``mean`` stands at the weighted mean of the moderator, ``weight`` is the sum of the weights
    and ``spread`` the weighted sum of squares of the moderator.
    """
    w = 1 / (of.v + tau2[:, None])
    heaviest = int(np.argmin(of.v))
    weight = w.sum(axis=1)
    others = weight[:, None] - w  # for the heaviest this would lose all digits when it outweighs the rest
    others[:, heaviest] = np.delete(w, heaviest, axis=1).sum(axis=1)
    mean = (w @ of.y) / weight
    residual = of.y - mean[:, None]
    trace = (w * others).sum(axis=1) / weight
    slope = spread = np.zeros_like(weight)
    if moderator is not None:
        centred = moderator - ((w @ moderator) / weight)[:, None]
        spread = (w * centred**2).sum(axis=1)
        slope = (w * centred * residual).sum(axis=1) / spread
        residual = residual - slope[:, None] * centred
        trace = trace - (w**2 * centred**2).sum(axis=1) / spread
    return Sums(
        mean=mean,
        slope=slope,
        weight=weight,
        spread=spread,
        q=(w * residual**2).sum(axis=1),
        q_squared=((w * residual) ** 2).sum(axis=1),
        trace=trace,
    )


def sums_at(of: Effects, tau2: float) -> Sums:
    """The same for one ``tau2``."""
    return sums(of, np.array([tau2]))
