"""What do studies say together when some give several effects? Three levels, with errors by study."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from scipy import linalg

from testing_lab.arguments import open_share, same_length
from testing_lab.distributions import student_p
from testing_lab.pooling.effects import Effects, effects
from testing_lab.pooling.heterogeneity import restricted_maximum_likelihood
from testing_lab.pooling.nested import Nested, likelihood, peak
from testing_lab.pooling.summary import normal_p, quantile
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ClusterRobust(Result, frozen=True, kw_only=True):
    """The pooled effect with a small-sample error by study (CR2) and its own degrees of freedom (Satterthwaite)."""

    beta: float
    se: float | None = msgspec.field(name="SE")
    tstat: float | None
    df_satt: float | None = msgspec.field(name="df_Satt")
    p_satt: float | None = msgspec.field(name="p_Satt")
    lower: float | None
    upper: float | None


class ThreeLevel(Result, frozen=True, kw_only=True):
    """The pooled effect; ``sigma2`` is the variance between studies and within studies; ``p`` is normal (z)."""

    mu: float
    se: float | None
    p: float | None
    sigma2: tuple[float, float] | None
    log_likelihood: float | None = msgspec.field(name="logLik")
    cr2: ClusterRobust = msgspec.field(name="CR2")


def three_level_REML_CR2(  # noqa: N802 - named as in the reference cases
    *, yi: Sequence[float], vi: Sequence[float], study: Sequence[str], confidence: float = 0.95
) -> ThreeLevel:
    r"""Pool effects of which several may come from one study.

    Parameters
    ----------
    yi, vi : list of float
        Effects and their sampling variances, above 0.
    study : list of str
        The study of each effect.
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, or a variance that is not above 0.
    NotConverged
        The restricted likelihood has no settled peak.

    Notes
    -----
    :math:`y_{ij} = \mu + b_i + w_{ij} + e_{ij}` with variances :math:`\sigma^2_b, \sigma^2_w, v_{ij}`, by REML, each
    variance from 0 up. CR2 takes the fitted model as working model: residuals of study i are multiplied by
    :math:`A_i = D_i' B_i^{+1/2} D_i`, :math:`D_i'D_i = V_i`, :math:`B_i = D_i (V_i - 11'/W) D_i'`, W the sum of all
    weights; df is twice the squared expectation over the variance of the error's square. One study has no variance
    between studies (``one_study``); with one effect for each study, or no study with two, the two variances cannot be
    told apart (``one_effect_per_study``), and only their sum counts; one effect alone is ``one_effect``. CR2 needs two
    studies; an error of 0 is ``no_residual_variation``.
    Agrees with R ``metafor::rma.mv(yi, vi, random = ~ 1 | study/effect)`` and ``clubSandwich::coef_test("CR2")``.

    References
    ----------
    Konstantopoulos (2011), Research Synthesis Methods 2:61-76; Tipton (2015), Psychological Methods 20:375-393;
    Pustejovsky & Tipton (2018), JBES 36:672-683, equation 8.

    Examples
    --------
    >>> found = three_level_REML_CR2(
    ...     yi=[0.15, 0.10, 0.19, 0.40, 0.59, 0.30, 0.53], vi=[0.003, 0.002, 0.003, 0.010, 0.012, 0.054, 0.022],
    ...     study=["A", "A", "A", "B", "B", "C", "D"],
    ... )
    >>> round(found.mu, 4), round(found.cr2.se, 4), round(found.cr2.df_satt, 2)
    (0.3506, 0.1116, 2.64)
    """
    open_share("confidence", confidence)
    same_length(yi=yi, vi=vi, study=study)
    of = effects(yi=yi, vi=vi)
    nested = _nested(study, of=of)
    undefined: dict[str, str] = {}
    variances = (0.0, 0.0)
    if of.k == 1:
        undefined = dict.fromkeys(("se", "p", "sigma2", "logLik"), "one_effect")
    elif nested.studies == 1:
        # The mean of one study: its error between studies is unknown.
        variances = (0.0, restricted_maximum_likelihood(of))
        undefined = dict.fromkeys(("se", "p", "sigma2"), "one_study")
    elif nested.studies == of.k:
        variances = (restricted_maximum_likelihood(of), 0.0)
        undefined = {"sigma2": "one_effect_per_study"}
    else:
        variances = peak(nested)
    here = likelihood(nested, variances)
    se = None if "se" in undefined else 1 / math.sqrt(here.weight)
    return ThreeLevel(
        mu=here.mean,
        se=se,
        p=None if se is None else normal_p(here.mean / se),
        sigma2=None if undefined else variances,
        log_likelihood=None if of.k == 1 else here.value,
        cr2=cluster_robust(nested, variances, confidence),
        undefined=undefined,
    )


def _nested(study: Sequence[Hashable], *, of: Effects) -> Nested:
    numbers: dict[Hashable, int] = {}
    places = [numbers.setdefault(one, len(numbers)) for one in study]
    return Nested(of=of, study=np.array(places, dtype=np.intp), studies=len(numbers))


def cluster_robust(nested: Nested, variances: tuple[float, float], confidence: float) -> ClusterRobust:
    """CR2 with the model of these variances (between, within) as working model."""
    here = likelihood(nested, variances)
    if nested.studies == 1:
        return _no_robust(here.mean, "one_study")
    between, within = variances
    own, totals, residuals = [], [], []
    for number in range(nested.studies):
        at = nested.study == number
        working = np.diag(nested.of.v[at] + within) + between
        root = linalg.cholesky(working)  # upper: root' root = working
        leverage = root @ (working - 1 / here.weight) @ root.T
        adjusted = root.T @ _inverse_root(leverage) @ root
        pull = adjusted @ np.linalg.solve(working, np.ones(int(at.sum()))) / here.weight
        own.append(float(pull @ working @ pull))
        totals.append(float(pull.sum()))
        residuals.append(float(pull @ (nested.of.y[at] - here.mean)))
    square = float(np.sum(np.square(residuals)))
    if square <= 1e-28 * here.mean**2:
        return _no_robust(here.mean, "no_residual_variation")
    covariance = np.diag(own) - np.outer(totals, totals) / here.weight
    df = float(np.trace(covariance) ** 2 / np.sum(covariance**2))
    se = math.sqrt(square)
    half = quantile(df, confidence) * se
    return ClusterRobust(
        beta=here.mean,
        se=se,
        tstat=here.mean / se,
        df_satt=df,
        p_satt=student_p(here.mean / se, df),
        lower=here.mean - half,
        upper=here.mean + half,
    )


def _inverse_root(symmetric: NDArray[np.float64]) -> NDArray[np.float64]:
    """The inverse of the symmetric root; directions without variance stay out."""
    values, vectors = np.linalg.eigh(symmetric)
    kept = values > 1e-12 * values.max()
    inverse = np.where(kept, 1 / np.sqrt(np.where(kept, values, 1.0)), 0.0)
    found: NDArray[np.float64] = (vectors * inverse) @ vectors.T
    return found


def _no_robust(mean: float, reason: str) -> ClusterRobust:
    names = ("SE", "tstat", "df_Satt", "p_Satt", "lower", "upper")
    return ClusterRobust(
        beta=mean,
        se=None,
        tstat=None,
        df_satt=None,
        p_satt=None,
        lower=None,
        upper=None,
        undefined=dict.fromkeys(names, reason),
    )
