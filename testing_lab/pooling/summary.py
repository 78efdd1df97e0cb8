"""One pooled effect: its intervals by each convention, and how much the studies differ."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from scipy import special

from testing_lab.arguments import open_share
from testing_lab.distributions import student_p, two_sided_z
from testing_lab.pooling.effects import Effects, effects, sums_at
from testing_lab.pooling.heterogeneity import Estimator, known_estimator, variance_between
from testing_lab.result import Result


class Pooled(Result, frozen=True, kw_only=True):
    """A pooled effect with the spread between studies.

    ``lower``/``upper``/``p`` are normal (z). ``hk_…`` is Hartung–Knapp, t(k-1). Prediction of the effect of a new
    study: ``pi_…`` is normal (metafor's default), ``pi_hk_…`` t(k-1) with the Hartung–Knapp error (metafor with
    ``test="knha"``), ``pi_higgins_…`` t(k-2) with the plain error (Higgins, Thompson & Spiegelhalter 2009).
    ``i2`` is in per cent. A fixed effect (FE) has no Hartung–Knapp error and no prediction.
    """

    mu: float
    se: float | None
    lower: float | None
    upper: float | None
    p: float | None
    tau2: float | None
    i2: float | None = msgspec.field(name="I2")
    h2: float | None = msgspec.field(name="H2")
    q: float = msgspec.field(name="Q")
    qp: float | None = msgspec.field(name="Qp")
    hk_se: float | None
    hk_lower: float | None
    hk_upper: float | None
    hk_p: float | None
    pi_lower: float | None
    pi_upper: float | None
    pi_hk_lower: float | None
    pi_hk_upper: float | None
    pi_higgins_lower: float | None
    pi_higgins_upper: float | None


_SPREAD = ("tau2", "I2", "H2", "Qp")
_HARTUNG_KNAPP = ("hk_se", "hk_lower", "hk_upper", "hk_p", "pi_hk_lower", "pi_hk_upper")
_PREDICTION = ("pi_lower", "pi_upper")
_HIGGINS = ("pi_higgins_lower", "pi_higgins_upper")


def pooled_effect(
    *,
    yi: Sequence[float],
    vi: Sequence[float],
    estimator: Estimator = "REML",
    hk_ad_hoc: bool = False,
    confidence: float = 0.95,
) -> Pooled:
    """The pooled effect by one estimator of the variance between studies.

    Parameters
    ----------
    yi : list of float
        Effects, such as log callback ratios (above 0: the minority applicant is worse off).
    vi : list of float
        Their sampling variances, above 0.
    estimator : str
        FE, DL, REML, PM, EB, HE or SJ; :func:`testing_lab.pooling.random_effects.random_effects` gives all.
    hk_ad_hoc : bool
        Never let the Hartung–Knapp error be smaller than the plain one.
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, or a variance that is not above 0.

    Notes
    -----
    Equations, conventions and sources stand at ``random_effects``.

    Examples
    --------
    Six sites of the test in France (Cediey & Foroni 2007), log ratio of pairs:

    >>> sites = pooled_effect(
    ...     yi=[1.14045940, 1.04596856, 1.20397280, 1.04512360, 1.32175584, 0.65805586],
    ...     vi=[0.03131568, 0.03049203, 0.07333333, 0.03811813, 0.05092593, 0.04864532],
    ...     estimator="DL",
    ... )
    >>> round(sites.mu, 6), round(sites.tau2, 6)
    (1.063867, 0.001399)
    """
    open_share("confidence", confidence)
    known_estimator(estimator)
    return pooled(effects(yi=yi, vi=vi), estimator, hk_ad_hoc=hk_ad_hoc, confidence=confidence)


def pooled(
    of: Effects,
    estimator: Estimator,
    *,
    hk_ad_hoc: bool = False,
    confidence: float = 0.95,
    tau2: float | None = None,
) -> Pooled:
    """The same for effects that are checked already, or at a given ``tau2``."""
    if of.k == 1:
        return _alone(of, estimator, confidence)
    if tau2 is None:
        tau2 = variance_between(of, estimator)
    freedom = of.k - 1
    at_0, here = sums_at(of, 0.0), sums_at(of, tau2)
    mu, se, q = float(here.mean[0]), 1 / math.sqrt(here.weight[0]), float(at_0.q[0])
    z = two_sided_z(confidence)
    fixed = estimator == "FE"
    typical = freedom / float(at_0.trace[0])
    undefined: dict[str, str] = {}

    hk_se = None
    if fixed:
        undefined |= dict.fromkeys((*_HARTUNG_KNAPP, *_PREDICTION, *_HIGGINS), "fixed_effect")
    else:
        stretch = float(here.q[0]) / freedom
        if stretch == 0 and not hk_ad_hoc:
            undefined |= dict.fromkeys(_HARTUNG_KNAPP, "effects_all_equal")
        else:
            hk_se = se * math.sqrt(max(1.0, stretch) if hk_ad_hoc else stretch)
        if of.k < 3:
            undefined |= dict.fromkeys(_HIGGINS, "fewer_than_three_effects")
    return Pooled(
        mu=mu,
        se=se,
        lower=mu - z * se,
        upper=mu + z * se,
        p=normal_p(mu / se),
        tau2=tau2,
        i2=max(0.0, 100 * (1 - freedom / q) if q else 0.0) if fixed else 100 * tau2 / (typical + tau2),
        h2=q / freedom if fixed else 1 + tau2 / typical,
        q=q,
        qp=float(special.gammaincc(freedom / 2, q / 2)),
        hk_se=hk_se,
        **_around(mu, hk_se, quantile(freedom, confidence), "hk_lower", "hk_upper"),
        hk_p=None if hk_se is None else student_p(mu / hk_se, freedom),
        **_around(mu, None if fixed else math.hypot(se, math.sqrt(tau2)), z, *_PREDICTION),
        **_around(
            mu,
            None if hk_se is None else math.hypot(hk_se, math.sqrt(tau2)),
            quantile(freedom, confidence),
            "pi_hk_lower",
            "pi_hk_upper",
        ),
        **_around(
            mu,
            None if fixed or of.k < 3 else math.hypot(se, math.sqrt(tau2)),
            quantile(max(1, of.k - 2), confidence),
            *_HIGGINS,
        ),
        undefined=undefined,
    )


def _alone(of: Effects, estimator: Estimator, confidence: float) -> Pooled:
    """One effect: itself. Its error holds within its study only, so only the fixed effect has one."""
    mu, fixed = float(of.y[0]), estimator == "FE"
    se = math.sqrt(of.v[0]) if fixed else None
    z = two_sided_z(confidence)
    nothing = dict.fromkeys((*_HARTUNG_KNAPP, *_PREDICTION, *_HIGGINS), None)
    missing = (*_SPREAD, *nothing) if fixed else ("se", "lower", "upper", "p", *_SPREAD, *nothing)
    undefined = dict.fromkeys(missing, "one_effect")
    if fixed:
        del undefined["tau2"]
    return Pooled(
        mu=mu,
        se=se,
        **_around(mu, se, z, "lower", "upper"),
        p=None if se is None else normal_p(mu / se),
        tau2=0.0 if fixed else None,
        i2=None,
        h2=None,
        q=0.0,
        qp=None,
        **nothing,
        undefined=undefined,
    )


def _around(mu: float, error: float | None, times: float, lower: str, upper: str) -> dict[str, float | None]:
    return {lower: None, upper: None} if error is None else {lower: mu - times * error, upper: mu + times * error}


def quantile(freedom: float, confidence: float) -> float:
    """The half-width in errors of a two-sided interval by Student's t."""
    return -float(special.stdtrit(freedom, (1 - confidence) / 2))


def normal_p(z: float) -> float:
    """Two-sided."""
    return 2 * float(special.ndtr(-abs(z)))
