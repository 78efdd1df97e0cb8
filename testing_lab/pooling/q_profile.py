"""The interval for the variance between studies that inverts the generalised Q; it depends on no estimator."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from scipy import special

from testing_lab.arguments import open_share
from testing_lab.pooling.effects import Effects, effects, sums_at
from testing_lab.pooling.heterogeneity import falling_to
from testing_lab.result import Result


class QProfile(Result, frozen=True, kw_only=True):
    """Bounds for tau2, and what they mean as I² (per cent) and H²."""

    tau2: tuple[float, float] | None
    i2: tuple[float, float] | None = msgspec.field(name="I2")
    h2: tuple[float, float] | None = msgspec.field(name="H2")


def q_profile(*, yi: Sequence[float], vi: Sequence[float], confidence: float = 0.95) -> QProfile:
    r"""How much could the studies differ? Confidence interval for the variance between studies.

    Parameters
    ----------
    yi, vi : list of float
        Effects and their sampling variances, above 0.
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, or a variance that is not above 0.

    Notes
    -----
    All :math:`\tau^2 \ge 0` with :math:`\chi^2_{k-1,\alpha/2} \le Q(\tau^2) \le \chi^2_{k-1,1-\alpha/2}`,
    :math:`Q(\tau^2) = \sum (y_i - \hat\mu)^2 / (v_i + \tau^2)`. Exact under normal effects. When even
    :math:`Q(0)` lies below, the set is empty (``interval_is_empty``: less spread than chance explains); one effect has
    none (``one_effect``). Agrees with R ``metafor::confint.rma.uni``.

    References
    ----------
    Viechtbauer (2007), Statistics in Medicine 26:37-52, section 2.3.

    Examples
    --------
    >>> low, high = q_profile(yi=[0.1, 0.3, 0.35, 0.65, 0.45, 0.15], vi=[0.03, 0.03, 0.05, 0.01, 0.05, 0.02]).tau2
    >>> round(low, 6), round(high, 6)
    (0.0, 0.225293)
    """
    open_share("confidence", confidence)
    return profiled(effects(yi=yi, vi=vi), confidence)


def profiled(of: Effects, confidence: float) -> QProfile:
    """The same for effects that are checked already."""
    if of.k == 1:
        return _nothing("one_effect")
    freedom, tail = of.k - 1, (1 - confidence) / 2
    upper = falling_to(of, 2 * float(special.gammaincinv(freedom / 2, tail)))
    if upper is None:
        return _nothing("interval_is_empty")
    lower = falling_to(of, 2 * float(special.gammainccinv(freedom / 2, tail))) or 0.0
    typical = freedom / float(sums_at(of, 0.0).trace[0])
    return QProfile(
        tau2=(lower, upper),
        i2=(100 * lower / (typical + lower), 100 * upper / (typical + upper)),
        h2=(1 + lower / typical, 1 + upper / typical),
    )


def _nothing(reason: str) -> QProfile:
    return QProfile(tau2=None, i2=None, h2=None, undefined=dict.fromkeys(("tau2", "I2", "H2"), reason))
