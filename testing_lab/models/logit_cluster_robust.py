"""How do the odds of a positive answer differ, when the rows of one employer belong together?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from testing_lab.arguments import open_share
from testing_lab.distributions import exponential
from testing_lab.faults import ImpossibleInput
from testing_lab.models.columns import design, equally_long, labels, two_valued
from testing_lab.models.inference import Inference, inference
from testing_lab.models.logistic import logit, printed_by_r
from testing_lab.models.sandwich import clusters
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOTHING: Final = 1e-9


class LogitClustered(Result, frozen=True, kw_only=True):
    """Coefficients of a logit (log odds) with ordinary and clustered standard errors, in the order of ``names``."""

    names: list[str]
    coef: list[float | None]
    se: list[float | None]
    se_iid: list[float | None]
    se_cl_hc0_noadj: list[float | None] = msgspec.field(name="se_cl_HC0_noadj")
    se_cl_hc0: list[float | None] = msgspec.field(name="se_cl_HC0")
    se_cl_stata: list[float | None]
    odds_ratio: list[float | None]
    loglik: float
    loglik_null: float
    separation: str
    decided_rows: int
    clusters: int = msgspec.field(name="G")
    rows: int = msgspec.field(name="N")
    inference_iid: Inference
    inference_stata: Inference


def logit_cluster_robust(
    *,
    outcome: Sequence[float],
    covariates: Mapping[str, Sequence[float]],
    cluster: Sequence[str | int],
    confidence: float = 0.95,
) -> LogitClustered:
    r"""Logit with standard errors that allow for clusters.

    Parameters
    ----------
    outcome : sequence of 0 and 1
        One a row; 1 = positive answer.
    covariates : mapping of name to column
        In the order wanted; finite numbers, as many as ``outcome``. The intercept comes by itself.
    cluster : sequence of labels
        What the rows have in common; at least 2 different ones.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    LogitClustered
        Lists in the order of ``names``. ``se_iid`` is by the information at the maximum; ``se`` is the same as R's
        ``summary(glm)`` prints it, whose reweighting stops one step earlier (five digits agree).
        ``se_cl_HC0_noadj`` is the plain sandwich;
        ``se_cl_HC0`` multiplies its square by G/(G - 1) (this is what Stata's ``logit, cluster()`` prints), and
        ``se_cl_stata`` by (N - 1)/(N - k) as well, the name being that of R's HC1. ``separation`` is ``none``,
        ``quasi_complete`` or ``complete``, and ``decided_rows`` counts the rows that are then fitted perfectly.

    Raises
    ------
    ImpossibleInput
        As for :func:`lpm_cluster_robust`.
    NotConverged
        The maximum is finite and was not found.

    Notes
    -----
    Newton's method to full precision, then :math:`V = I^{-1} (\sum_j s_j s_j') I^{-1}` with
    :math:`s_j = \sum_{i \in j} x_i (y_i - p_i)` and :math:`I = X' W X`. Tests use the normal curve.
    Agrees with R ``glm`` and ``sandwich::vcovCL``; statsmodels ``Logit.fit(cov_type="cluster")`` agrees with
    ``se_cl_stata``, but under separation it gives a huge coefficient with a warning. This is the marginal
    model: its odds ratio is nearer to 1 than that of :func:`clogit_exact` by construction, and the two are not to be
    compared.

    Separation. If covariates decide some outcomes, the likelihood rises for ever in a direction that a linear programme
    finds. A coefficient that runs away is plus or minus ``math.inf``, one that may run to either side is ``None``; both
    have no standard error (reason ``separation``). The others are the limits, from the rows that are not decided, and
    ``loglik`` is the supremum. A constant outcome is complete separation.

    References
    ----------
    Liang & Zeger (1986), Biometrika 73:13, equation 4. Albert & Anderson (1984), Biometrika 71:1. Geyer (2009),
    Electronic Journal of Statistics 3:259.

    Examples
    --------
    Nobody of 3 minority applicants is called back, and 2 of 4 others:

    >>> answer = logit_cluster_robust(
    ...     outcome=[1, 1, 0, 0, 0, 0, 0], covariates={"minority": [0, 0, 0, 0, 1, 1, 1]}, cluster=[1, 2, 3, 4, 5, 6, 7]
    ... )
    >>> answer.coef[1], answer.separation, answer.undefined["se"]
    (-inf, 'quasi_complete', 'separation')
    """
    open_share("confidence", confidence)
    y = two_valued("outcome", outcome)
    x = design(covariates, rows=len(y))
    codes, number = labels("cluster", cluster)
    equally_long(len(y), cluster=len(codes))
    if number < 2:
        raise ImpossibleInput("cluster", "all rows are one cluster: nothing shows how clusters differ")
    model = logit(x.orthonormal, y, back=x.back)
    rows, terms = x.x.shape
    root, finite, left = model.root(), model.finite, ~model.decided
    ordinary = np.sqrt((root**2).sum(axis=1))
    printed = (
        np.sqrt(((model.back @ printed_by_r(model.columns, y[left])) * model.back).sum(axis=1))
        if finite.any()
        else ordinary
    )
    scores = np.zeros((rows, model.columns.shape[1]))
    scores[left] = model.columns * (y[left] - model.fitted.chance)[:, None]
    plain = _clustered(scores, clusters(codes, number).sums(scores), model.fitted.information, model.back, ordinary)
    adjusted = plain * math.sqrt(number / (number - 1))
    stata = adjusted * math.sqrt((rows - 1) / (rows - terms))
    missing = ("coef", "odds_ratio") if None in model.coef else ()
    return LogitClustered(
        names=x.names,
        coef=model.coef,
        se=_where(finite, printed),
        se_iid=_where(finite, ordinary),
        se_cl_hc0_noadj=_where(finite, plain),
        se_cl_hc0=_where(finite, adjusted),
        se_cl_stata=_where(finite, stata),
        odds_ratio=[None if one is None else exponential(one) for one in model.coef],
        loglik=model.fitted.loglik,
        loglik_null=_null(int(y.sum()), rows),
        separation=model.separation,
        decided_rows=int(model.decided.sum()),
        clusters=number,
        rows=rows,
        inference_iid=inference(model.coef, _where(finite, ordinary), confidence=confidence, reason="separation"),
        inference_stata=inference(
            model.coef,
            _where(finite, stata),
            confidence=confidence,
            reason="no_variation_between_clusters" if finite.all() else "separation",
        ),
        undefined=dict.fromkeys(
            (*missing, *(() if finite.all() else ("se", "se_iid", "se_cl_HC0_noadj", "se_cl_HC0", "se_cl_stata"))),
            "separation",
        ),
    )


def _where(finite: NDArray[np.bool_], values: NDArray[np.float64]) -> list[float | None]:
    return [float(value) if there else None for there, value in zip(finite, values, strict=True)]


def _clustered(
    scores: NDArray[np.float64],
    by_cluster: NDArray[np.float64],
    information: NDArray[np.float64],
    back: NDArray[np.float64],
    ordinary: NDArray[np.float64],
) -> NDArray[np.float64]:
    if scores.shape[1] == 0:
        return np.zeros(len(back))
    errors = np.sqrt(((by_cluster @ np.linalg.solve(information, back.T)) ** 2).sum(axis=0))
    return np.where(errors > _NOTHING * ordinary, errors, 0.0)


def _null(positive: int, rows: int) -> float:
    """The log-likelihood of an intercept alone."""
    return math.fsum(part * math.log(part / rows) for part in (positive, rows - positive) if part)
