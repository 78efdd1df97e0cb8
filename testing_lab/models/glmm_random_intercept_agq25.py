"""How do the odds differ within one employer, if employers differ by a normal curve?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.models.columns import design, equally_long, labels, two_valued
from testing_lab.models.inference import Inference, chi_square_p, inference
from testing_lab.models.logistic import Logit, logit
from testing_lab.models.marginal_likelihood import Marginal, Place, evaluate, marginal, maximise
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: A sd beyond this (on the logit scale) is on its way to infinity.
_FURTHEST: Final = 100.0
#: A sd below this is 0: the likelihood is even in it, so it is met exactly.
_NOTHING: Final = 1e-5
_MOST_POINTS: Final = 100


class RandomIntercept(Result, frozen=True, kw_only=True):
    """Coefficients (log odds for one employer) and the spread of employers, in the order of ``names``."""

    names: list[str]
    coef: list[float | None]
    se: list[float | None]
    sd: float | None
    sd_se: float | None
    loglik: float | None
    quadrature_error: float | None
    lr_sd_zero: float | None
    lr_p_value: float | None
    singular: bool
    nodes: int = msgspec.field(name="nAGQ")
    clusters: int = msgspec.field(name="G")
    rows: int = msgspec.field(name="N")
    inference: Inference


def glmm_random_intercept_AGQ25(  # noqa: N802 - the name of the reference cases
    *,
    outcome: Sequence[float],
    covariates: Mapping[str, Sequence[float]],
    cluster: Sequence[str | int],
    nAGQ: int = 25,  # noqa: N803 - the name in the reference cases and in lme4
    confidence: float = 0.95,
) -> RandomIntercept:
    r"""Logit with a normal random intercept for each cluster, by adaptive Gauss–Hermite quadrature.

    Parameters
    ----------
    outcome : sequence of 0 and 1
        One a row; 1 = positive answer.
    covariates : mapping of name to column
        In the order wanted; finite numbers, as many as ``outcome``. The intercept comes by itself.
    cluster : sequence of labels
        The employer or advertisement of each row; at least 2, at least one of them with more rows than one.
    nAGQ : int
        Nodes for each cluster, 1 (Laplace) to 100.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    RandomIntercept
        ``sd`` on the logit scale, with standard error ``sd_se``. ``quadrature_error`` is by how much the log-likelihood
        at the estimate changes with 100 nodes: far from 0 means too few nodes. ``lr_sd_zero`` compares with the logit
        without clusters; its p-value is that of the even mixture of 0 and chi-square(1), the sd being on its boundary.

    Raises
    ------
    ImpossibleInput
        As for :func:`logit_cluster_robust`; no cluster with more than one row; nodes out of range.
    NotConverged
        No maximum was found.

    Notes
    -----
    :math:`P(y = 1) = \Lambda(x'\beta + \sigma u)`, :math:`u \sim N(0, 1)` for each cluster; nodes around
    each cluster's mode, as wide as its curvature. ``coef``, ``sd`` and ``loglik`` agree with R
    ``lme4::glmer(nAGQ = 25)`` to seven digits. Standard errors are by the Hessian of the marginal log-likelihood in the
    coefficients and the sd together, which is lme4's default too (``vcov(use.hessian = TRUE)``); lme4 takes it from
    differences of the deviance, we from differences of the exact gradient, and the two agree to three or four digits.
    statsmodels has no maximum likelihood for this model (its ``BinomialBayesMixedGLM`` is a variational
    approximation).

    Few nodes are wrong for pairs: on Bertrand & Mullainathan the sd is 7.56 with one node, 3.10 with 7, 3.162 with 25
    and 3.141 with 50 and with 100.

    Edges. A sd of 0 is an estimate (``singular``; ``sd_se`` is ``None``). Under separation a coefficient is infinite or
    ``None`` as in :func:`logit_cluster_robust` and the others are limits. If no cluster has both outcomes the sd grows
    for ever: nothing is estimated, reason ``no_cluster_with_both_outcomes``.

    References
    ----------
    Pinheiro & Bates (1995), Journal of Computational and Graphical Statistics 4:12. Bates, Mächler, Bolker & Walker
    (2015), Journal of Statistical Software 67(1). Self & Liang (1987), JASA 82:605, case 5.

    Examples
    --------
    Thirty employers with a majority and a minority applicant each, who fare alike:

    >>> pairs = [(1, 1)] * 10 + [(1, 0)] * 4 + [(0, 1)] * 4 + [(0, 0)] * 12
    >>> answer = glmm_random_intercept_AGQ25(
    ...     outcome=[applicant for pair in pairs for applicant in pair],
    ...     covariates={"minority": [0, 1] * 30},
    ...     cluster=[employer for employer in range(30) for _ in range(2)],
    ... )
    >>> abs(answer.coef[1]) < 1e-9, round(answer.sd, 2)
    (True, 2.43)
    """
    open_share("confidence", confidence)
    nodes = count("nAGQ", nAGQ)
    if not 1 <= nodes <= _MOST_POINTS:
        raise ImpossibleInput("nAGQ", "must lie from 1 to 100", value=nodes)
    y = two_valued("outcome", outcome)
    x = design(covariates, rows=len(y))
    codes, number = labels("cluster", cluster)
    equally_long(len(y), cluster=len(codes))
    if number < 2 or number == len(y):
        raise ImpossibleInput(
            "cluster", "must put some rows together and others apart, or their spread cannot be known", clusters=number
        )
    model = logit(x.orthonormal, y, back=x.back)
    left = ~model.decided
    place, reason = _place(model, y[left], codes[left], nodes=nodes)
    if place is None:
        return _nothing(x.names, model, reason, nodes=nodes, clusters=number, rows=len(y), confidence=confidence)
    terms, sd = model.columns.shape[1], abs(float(place.at[-1]))
    singular = sd < _NOTHING
    covariance = np.linalg.inv(-place.hessian[:terms, :terms] if singular else -place.hessian)
    errors = np.sqrt(np.einsum("ap,pq,aq->a", model.back, covariance[:terms, :terms], model.back))
    values = model.back @ place.at[:terms]
    coef = [float(value) if there else one for value, one, there in zip(values, model.coef, model.finite, strict=True)]
    se = [float(error) if there else None for error, there in zip(errors, model.finite, strict=True)]
    lr = max(0.0, 2 * (place.value - model.fitted.loglik))
    missing = (*(("coef",) if None in coef else ()), *(("se",) if None in se else ()))
    more = evaluate(_rows(model, y[left], codes[left]), place.at, points=_MOST_POINTS, bent=False).value
    return RandomIntercept(
        names=x.names,
        coef=coef,
        se=se,
        sd=0.0 if singular else sd,
        sd_se=None if singular else math.sqrt(covariance[-1, -1]),
        loglik=place.value,
        quadrature_error=abs(more - place.value),
        lr_sd_zero=lr,
        lr_p_value=chi_square_p(lr, 1) / 2 if lr > 0 else 1.0,
        singular=singular,
        nodes=nodes,
        clusters=number,
        rows=len(y),
        inference=inference(coef, se, confidence=confidence, reason="separation"),
        undefined={**dict.fromkeys(missing, "separation"), **({"sd_se": "sd_is_zero"} if singular else {})},
    )


def _place(model: Logit, y: NDArray[np.float64], codes: NDArray[np.intp], *, nodes: int) -> tuple[Place | None, str]:
    """The maximum over the rows that separation does not decide, or why there is none."""
    sizes = np.bincount(codes) if len(y) else np.zeros(1)
    if sizes.max() < 2:
        return None, "separation"
    positives = np.bincount(codes, weights=y)
    mixed = bool(((positives > 0) & (positives < sizes)).any())
    place = maximise(
        _rows(model, y, codes),
        np.append(model.fitted.coef, 1.0),
        points=nodes,
        furthest=_FURTHEST if mixed else _FURTHEST / 10,
    )
    return place, "sd_grows_for_ever" if mixed else "no_cluster_with_both_outcomes"


def _rows(model: Logit, y: NDArray[np.float64], codes: NDArray[np.intp]) -> Marginal:
    """The rows, with the clusters that are left numbered anew."""
    return marginal(model.columns, y, np.unique(codes, return_inverse=True)[1].reshape(-1))


def _nothing(
    names: list[str], model: Logit, reason: str, *, nodes: int, clusters: int, rows: int, confidence: float
) -> RandomIntercept:
    coef = [one if one is not None and math.isinf(one) else None for one in model.coef]
    se: list[float | None] = [None] * len(names)
    fields = ("coef", "se", "sd", "sd_se", "loglik", "quadrature_error", "lr_sd_zero", "lr_p_value")
    return RandomIntercept(
        names=names,
        coef=coef,
        se=se,
        sd=None,
        sd_se=None,
        loglik=None,
        quadrature_error=None,
        lr_sd_zero=None,
        lr_p_value=None,
        singular=False,
        nodes=nodes,
        clusters=clusters,
        rows=rows,
        inference=inference(coef, se, confidence=confidence, reason=reason),
        undefined=dict.fromkeys(fields, reason),
    )
