r"""The exact conditional likelihood of strata of any size, with its gradient and Hessian, without overflow.

Given that :math:`k` of the :math:`n` rows of a stratum are positive, the set of positive rows :math:`A` has probability
:math:`\prod_{i \in A} r_i / e_k(r)`, with :math:`r_i = e^{x_i'\beta}` and :math:`e_k` the elementary symmetric function
(all sets of :math:`k` rows). Instead of :math:`e_k`, which leaves the range of a float at a thousand rows, we carry the
distribution of the number of successes of independent trials with :math:`p_i = r_i t/(1 + r_i t)`, by the same
recursion over rows; :math:`t` is chosen such that :math:`\sum p_i = k`, so that :math:`P(K = k)` is never small
(Chen, Dempster & Liu 1994). The recursion also carries the first and second moment of :math:`\sum_{i \in A} x_i`;
all its terms are positive apart from the covariates themselves, which are centred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy import special

from testing_lab.models.sandwich import Clusters

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TILTS: Final = 100


class Strata(msgspec.Struct, frozen=True, kw_only=True):
    """Strata of one size with one number of positive rows: S × n × p covariates, the positive rows in front."""

    x: NDArray[np.float64]
    positive: int


def alike(x: NDArray[np.float64], y: NDArray[np.float64], groups: Clusters) -> list[Strata]:
    """The strata in which both outcomes occur, those of one size and one number of positive rows together.

    Where more than half is positive, positive and negative change places (and x its sign): the likelihood is the same.
    """
    sizes = np.diff(np.append(groups.starts, len(y)))
    positives = groups.sums(y).astype(int)
    found: dict[tuple[int, int], list[NDArray[np.float64]]] = {}
    for start, size, positive in zip(groups.starts, sizes, positives, strict=True):
        if 0 < positive < size:
            rows = groups.order[start : start + size]
            few, sign = (1, 1) if 2 * positive <= size else (0, -1)
            one = sign * np.concatenate([x[rows[y[rows] == few]], x[rows[y[rows] != few]]])
            found.setdefault((size, min(positive, size - positive)), []).append(one)
    return [Strata(x=np.array(members), positive=k) for (_, k), members in sorted(found.items())]


def likelihood(
    strata: list[Strata], coef: NDArray[np.float64]
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Log-likelihood, its gradient, and its negative Hessian (the information)."""
    terms = len(coef)
    value, gradient, information = 0.0, np.zeros(terms), np.zeros((terms, terms))
    for group in strata:
        one, slope, bend = _of_group(group, coef)
        value, gradient, information = value + one, gradient + slope, information + bend
    return value, gradient, information


def _of_group(group: Strata, coef: NDArray[np.float64]) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    linear = group.x @ coef
    linear = linear - linear.mean(axis=1, keepdims=True)
    linear = linear + _tilt(linear, group.positive)[:, None]
    chance = special.expit(linear)
    weight = chance * special.expit(-linear)
    total = weight.sum(axis=1, keepdims=True)
    weight = np.where(total > 0, weight / np.where(total > 0, total, 1), 1 / weight.shape[1])
    x = group.x - np.einsum("sn,snp->sp", weight, group.x)[:, None, :]
    count, first, second = _moments(chance, special.expit(-linear), x, group.positive)
    mean = first / count[:, None]
    k = group.positive
    value = special.log_expit(linear[:, :k]).sum() + special.log_expit(-linear[:, k:]).sum() - np.log(count).sum()
    gradient = (x[:, :k].sum(axis=1) - mean).sum(axis=0)
    information = (second / count[:, None, None]).sum(axis=0) - mean.T @ mean
    return float(value), gradient, information


def _tilt(linear: NDArray[np.float64], positive: int) -> NDArray[np.float64]:
    """The constant for each stratum with which the chances add up to ``positive``: roughly is enough."""
    low = special.logit(positive / linear.shape[1]) - linear.max(axis=1)
    high = special.logit(positive / linear.shape[1]) - linear.min(axis=1)
    middle: NDArray[np.float64] = (low + high) / 2
    for _ in range(_TILTS):
        excess = special.expit(linear + middle[:, None]).sum(axis=1) - positive
        if (np.abs(excess) < 0.1).all():
            break
        low, high = np.where(excess < 0, middle, low), np.where(excess < 0, high, middle)
        middle = (low + high) / 2
    return middle


def _moments(
    chance: NDArray[np.float64], miss: NDArray[np.float64], x: NDArray[np.float64], positive: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """P(K = k), E[T; K = k] and E[TT'; K = k] for each stratum, T being the sum of the x of the successes."""
    strata, rows, terms = x.shape
    count = np.zeros((positive + 1, strata))
    first = np.zeros((positive + 1, strata, terms))
    second = np.zeros((positive + 1, strata, terms, terms))
    count[0] = 1
    for row in range(rows):
        p, q, one = chance[:, row], miss[:, row], x[:, row]
        # From fewer successes than this the rows that are left do not reach `positive`; more there cannot be yet.
        low, high = max(0, positive - (rows - row)), min(row, positive - 1) + 1
        fewer, old, new = slice(low, high), slice(low, high + 1), slice(low + 1, high + 1)
        zeroth, linear = count[fewer].copy(), first[fewer].copy()
        cross = linear[..., :, None] * one[:, None, :]
        grown = second[fewer] + cross + cross.swapaxes(2, 3)
        grown += zeroth[..., None, None] * (one[:, :, None] * one[:, None, :])
        second[old] *= q[:, None, None]
        second[new] += p[:, None, None] * grown
        first[old] *= q[:, None]
        first[new] += p[:, None] * (linear + zeroth[..., None] * one)
        count[old] *= q
        count[new] += p * zeroth
    return count[-1], first[-1], second[-1]
