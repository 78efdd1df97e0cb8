r"""The likelihood of a logit with a random intercept, by adaptive Gauss–Hermite quadrature, and its maximum.

For each cluster :math:`L = \int e^{h(u)} du / \sqrt{2\pi}` with :math:`h(u) = \sum \log P(y \mid x'\beta + \sigma u) -
u^2/2`. The nodes lie around the mode of :math:`h`, as wide as its curvature says (Pinheiro & Bates 1995); with one node
this is Laplace's approximation. The gradient is that of the approximation itself, nodes moving along. The search steps
by Louis' (1982) identity for the Hessian, under the quadrature; the Hessian of the approximation itself, which the
standard errors need, comes from differences of the gradient.

Equal clusters are worked out once. The likelihood is even in :math:`\sigma`, so that an estimate of 0 is an ordinary
maximum and not a corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy import special

from testing_lab.faults import NotConverged
from testing_lab.models.sandwich import Clusters, clusters

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 200
_SMALL_STEP: Final = 1e-10
#: Louis' identity needs the spread within the posterior: with fewer nodes than this it is worked out anew.
_POINTS: Final = 15
#: After so many steps the Hessian is taken from differences of the gradient.
_PATIENCE: Final = 15
_MODE: Final = 1e-12
#: More kinds of rows than this and equal clusters are not looked for.
_KINDS: Final = 64


class Marginal(msgspec.Struct, frozen=True, kw_only=True):
    """Rows with how often each occurs in its cluster, clusters with how often each occurs."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    weight: NDArray[np.float64]
    groups: Clusters
    cluster: NDArray[np.intp]
    times: NDArray[np.float64]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a search stands: coefficients and sd in one vector, and the likelihood there."""

    at: NDArray[np.float64]
    value: float
    gradient: NDArray[np.float64]
    hessian: NDArray[np.float64]


def marginal(x: NDArray[np.float64], y: NDArray[np.float64], codes: NDArray[np.intp]) -> Marginal:
    """The data, with equal clusters put together."""
    number = int(codes.max()) + 1
    kinds, kind = np.unique(np.column_stack([x, y]), axis=0, return_inverse=True)
    if len(kinds) > _KINDS:
        groups = clusters(codes, number)
        order, ones = groups.order, np.ones(len(y))
        still = Clusters(order=np.arange(len(y)), starts=groups.starts)
        return Marginal(x=x[order], y=y[order], weight=ones, groups=still, cluster=codes[order], times=np.ones(number))
    table = np.zeros((number, len(kinds)), dtype=np.intp)
    np.add.at(table, (codes, kind.reshape(-1)), 1)
    shapes, times = np.unique(table, axis=0, return_counts=True)
    cluster, place = np.nonzero(shapes)
    return Marginal(
        x=kinds[place, :-1],
        y=kinds[place, -1],
        weight=shapes[cluster, place].astype(np.float64),
        groups=clusters(cluster, len(shapes)),
        cluster=cluster,
        times=times.astype(np.float64),
    )


def evaluate(rows: Marginal, at: NDArray[np.float64], *, points: int, bent: bool = True) -> Place:
    """Log-likelihood, gradient and (if ``bent``) Hessian at coefficients and sd."""
    coef, sd = at[:-1], float(at[-1])
    fixed = rows.x @ coef
    mode = _modes(rows, fixed, sd)
    nodes, masses = np.polynomial.hermite_e.hermegauss(points)

    # The curvature at the mode, and how mode and width move with the parameters.
    chance = special.expit(fixed + sd * mode[rows.cluster])
    spread = rows.weight * chance * (1 - chance)
    third = spread * (1 - 2 * chance)
    design = np.column_stack([rows.x, mode[rows.cluster]])
    precision = 1 + sd**2 * rows.groups.sums(spread)
    move = -sd * rows.groups.sums(spread[:, None] * design)
    move[:, -1] += rows.groups.sums(rows.weight * (rows.y - chance))
    move /= precision[:, None]
    bend = sd**2 * rows.groups.sums(third[:, None] * (design + sd * move[rows.cluster]))
    bend[:, -1] += 2 * sd * rows.groups.sums(spread)
    width = precision**-0.5
    widen = -0.5 * bend / precision[:, None]

    u = mode[:, None] + width[:, None] * nodes
    linear = fixed[:, None] + sd * u[rows.cluster]
    signed = (2 * rows.y - 1)[:, None] * linear
    height = rows.groups.sums(rows.weight[:, None] * special.log_expit(signed)) - u**2 / 2
    height = height + np.log(masses) + nodes**2 / 2
    total = special.logsumexp(height, axis=1)
    posterior = np.exp(height - total[:, None])
    value = rows.times @ (total + np.log(width)) - rows.times.sum() * np.log(2 * np.pi) / 2

    chances = special.expit(linear)
    missed = rows.weight[:, None] * (rows.y[:, None] - chances)
    sums = rows.groups.sums(missed)
    score = np.concatenate([rows.groups.sums(missed[:, :, None] * rows.x[:, None, :]), (u * sums)[:, :, None]], axis=2)
    mean = np.einsum("ck,ckp->cp", posterior, score)
    pull = posterior * (sd * sums - u)
    nodes_move = pull.sum(axis=1)[:, None] * move + ((pull * nodes) @ np.ones(points) * width)[:, None] * widen
    gradient = rows.times @ (mean + nodes_move + widen)

    if not bent:
        return Place(at=at, value=float(value), gradient=gradient, hessian=np.empty((0, 0)))
    often = rows.times[rows.cluster]
    held = rows.weight[:, None] * chances * (1 - chances) * posterior[rows.cluster] * often[:, None]
    across = u[rows.cluster]
    hessian = np.einsum("c,ck,ckp,ckq->pq", rows.times, posterior, score, score, optimize=True)
    hessian -= (mean * rows.times[:, None]).T @ mean
    hessian[:-1, :-1] -= rows.x.T @ (rows.x * held.sum(axis=1)[:, None])
    mixed = rows.x.T @ (held * across).sum(axis=1)
    hessian[:-1, -1] -= mixed
    hessian[-1, :-1] -= mixed
    hessian[-1, -1] -= (held * across**2).sum()
    return Place(at=at, value=float(value), gradient=gradient, hessian=hessian)


def _modes(rows: Marginal, fixed: NDArray[np.float64], sd: float) -> NDArray[np.float64]:
    """The mode of h in each cluster: Newton's method, or halving where that leaves what is known or is slow."""
    high = np.maximum(0.0, abs(sd) * rows.groups.sums(rows.weight))
    low, u = -high, np.zeros(len(rows.times))
    tried, last = u, np.full(len(u), np.inf)
    for _ in range(_STEPS):
        chance = special.expit(fixed + sd * u[rows.cluster])
        slope = sd * rows.groups.sums(rows.weight * (rows.y - chance)) - u
        low, high = np.where(slope > 0, u, low), np.where(slope > 0, high, u)
        step = slope / (1 + sd**2 * rows.groups.sums(rows.weight * chance * (1 - chance)))
        tried = u + step
        there = np.abs(step) <= _MODE * (1 + np.abs(u))
        if there.all():
            break
        newton = there | ((tried > low) & (tried < high) & (np.abs(step) <= last / 2))
        last = np.where(newton, np.abs(step), high - low)
        u = np.where(newton, tried, (low + high) / 2)
    return tried


def _differences(rows: Marginal, here: Place, *, points: int) -> NDArray[np.float64]:
    """The Hessian of the approximation itself, from its gradient (four points a parameter)."""
    columns = []
    for place in range(len(here.at)):
        aside = np.zeros(len(here.at))
        aside[place] = 1e-3 / (max(float(np.abs(rows.x[:, place]).max()), 1e-300) if place < rows.x.shape[1] else 1.0)
        two, one, less, least = (
            evaluate(rows, here.at + side * aside, points=points, bent=False).gradient for side in (2, 1, -1, -2)
        )
        columns.append((8 * (one - less) - (two - least)) / (12 * aside[place]))
    bend: NDArray[np.float64] = np.array(columns)
    symmetric: NDArray[np.float64] = (bend + bend.T) / 2
    return symmetric


def maximise(rows: Marginal, start: NDArray[np.float64], *, points: int, furthest: float) -> Place | None:
    """Newton's method with a careful step; ``None`` once the sd passes ``furthest``.

    Raises
    ------
    NotConverged
        It neither ends nor runs away.
    """
    here = evaluate(rows, start, points=points)
    for number in range(_STEPS):
        if number >= _PATIENCE:
            hessian = _differences(rows, here, points=points)
        else:
            hessian = (here if points >= _POINTS else evaluate(rows, here.at, points=_POINTS)).hessian
        values, vectors = np.linalg.eigh(-hessian)
        values = np.maximum(np.abs(values), 1e-10 * np.abs(values).max())
        step = vectors @ ((vectors.T @ here.gradient) / values)
        size = max(float(np.abs(rows.x @ step[:-1]).max(initial=0.0)), abs(float(step[-1])))
        if size <= _SMALL_STEP * (1 + abs(float(here.at[-1]))):
            bend = _differences(rows, here, points=points)
            return Place(at=here.at, value=here.value, gradient=here.gradient, hessian=bend)
        length = min(1.0, 3.0 / size)
        while True:
            there = evaluate(rows, here.at + length * step, points=points)
            if there.value >= here.value - 1e-11 * abs(here.value) or length * size < _SMALL_STEP:
                break
            length /= 2
        here = there
        if abs(float(here.at[-1])) > furthest:
            return None
    raise NotConverged("the marginal likelihood has no maximum that was found", sd=abs(float(here.at[-1])))
