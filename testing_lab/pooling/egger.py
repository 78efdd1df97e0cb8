"""Do small studies find more? Egger's test of an asymmetric funnel."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from testing_lab.distributions import student_p
from testing_lab.pooling.effects import Effects, effects, sums
from testing_lab.pooling.heterogeneity import restricted_maximum_likelihood
from testing_lab.pooling.summary import normal_p
from testing_lab.result import Result


class EggerRandom(Result, frozen=True, kw_only=True):
    """The slope over the standard error, with variance between studies; ``limit`` is the effect at standard error 0."""

    z: float
    p: float
    slope: float
    limit: float
    tau2: float


class EggerClassic(Result, frozen=True, kw_only=True):
    """The same by the weighted line of 1997: residual variance in proportion, t with k - 2 degrees of freedom."""

    t: float | None
    df: int
    p: float | None
    slope: float
    limit: float


class Egger(Result, frozen=True, kw_only=True):
    """Both versions, or the reason why there is none."""

    random: EggerRandom | None
    classic: EggerClassic | None


def egger(*, yi: Sequence[float], vi: Sequence[float]) -> Egger:
    r"""Is the funnel of effects over their standard errors asymmetric?

    Parameters
    ----------
    yi, vi : list of float
        Effects and their sampling variances, above 0.

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, or a variance that is not above 0.

    Notes
    -----
    ``random``: :math:`y_i = \beta_0 + \beta_1 \sqrt{v_i} + u_i + e_i` by REML, z-test of :math:`\beta_1`; agrees with R
    ``metafor::regtest(rma(yi, vi))``. ``classic``: weights :math:`1/v_i` and one dispersion; agrees with
    ``regtest(yi, vi, model="lm")``.
    Fewer than three effects, or equal variances everywhere: no line to fit (``fewer_than_three_effects``,
    ``equal_variances``). A perfect line has no classic t (``perfect_line``). Asymmetry has more causes than unpublished
    studies, and under some ten effects the test says little.

    References
    ----------
    Egger, Davey Smith, Schneider & Minder (1997), BMJ 315:629-634; Sterne & Egger (2005), chapter 6.

    Examples
    --------
    >>> found = egger(yi=[0.1, 0.3, 0.35, 0.65, 0.45, 0.15], vi=[0.03, 0.03, 0.05, 0.01, 0.05, 0.02])
    >>> round(found.random.z, 4), round(found.classic.t, 4)
    (-0.7788, -1.4)
    """
    return asymmetry(effects(yi=yi, vi=vi))


def asymmetry(of: Effects) -> Egger:
    """The same for effects that are checked already."""
    if of.k < 3:
        return _nothing("fewer_than_three_effects")
    error = np.sqrt(of.v)
    if float(np.ptp(error)) <= 1e-12 * float(error.max()):
        return _nothing("equal_variances")
    random = at_variance(of, restricted_maximum_likelihood(of, error))
    slope, limit, deviation, q = _line(of, 0.0)
    df = of.k - 2
    if q <= 1e-24 * float((of.y**2 / of.v).sum()):
        perfect = {"t": "perfect_line", "p": "perfect_line"}
        return Egger(
            random=random, classic=EggerClassic(t=None, df=df, p=None, slope=slope, limit=limit, undefined=perfect)
        )
    t = slope / (deviation * math.sqrt(q / df))
    return Egger(random=random, classic=EggerClassic(t=t, df=df, p=student_p(t, df), slope=slope, limit=limit))


def at_variance(of: Effects, tau2: float) -> EggerRandom:
    """The test with a given variance between studies."""
    slope, limit, deviation, _ = _line(of, tau2)
    return EggerRandom(z=slope / deviation, p=normal_p(slope / deviation), slope=slope, limit=limit, tau2=tau2)


def _line(of: Effects, tau2: float) -> tuple[float, float, float, float]:
    """Slope, effect at standard error 0, deviation of the slope, weighted residual squares."""
    error = np.sqrt(of.v)
    here = sums(of, np.array([tau2]), error)
    centre = float(((1 / (of.v + tau2)) @ error) / here.weight[0])
    slope = float(here.slope[0])
    return slope, float(here.mean[0]) - slope * centre, 1 / math.sqrt(here.spread[0]), float(here.q[0])


def _nothing(reason: str) -> Egger:
    return Egger(random=None, classic=None, undefined={"random": reason, "classic": reason})
