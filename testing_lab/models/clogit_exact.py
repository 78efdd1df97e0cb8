"""Within one employer, how do the odds of a positive answer differ? Strata of any size, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from testing_lab.arguments import open_share
from testing_lab.distributions import exponential
from testing_lab.faults import ImpossibleInput
from testing_lab.models.columns import covariate_matrix, equally_long, labels, orthonormalised, two_valued
from testing_lab.models.conditional_likelihood import alike
from testing_lab.models.conditional_logit import conditional_logit
from testing_lab.models.inference import Inference, chi_square_p, inference
from testing_lab.models.sandwich import clusters
from testing_lab.result import Result


class ConditionalLogit(Result, frozen=True, kw_only=True):
    """Coefficients of a conditional logit (log odds within a stratum), in the order of ``names``.

    ``odds_ratio`` is that of the first covariate, ``odds_ratios`` has all.
    """

    names: list[str]
    coef: list[float | None]
    se: list[float | None]
    odds_ratio: float | None
    odds_ratios: list[float | None]
    loglik: float
    loglik_null: float
    lr: float
    lr_p_value: float | None
    separation: bool
    informative_strata: int
    uninformative_strata: int
    informative_rows: int
    rows: int = msgspec.field(name="N")
    inference: Inference


def clogit_exact(
    *,
    outcome: Sequence[float],
    covariates: Mapping[str, Sequence[float]],
    strata: Sequence[str | int],
    confidence: float = 0.95,
) -> ConditionalLogit:
    r"""Conditional logit: everything that the rows of a stratum have in common drops out.

    Parameters
    ----------
    outcome : sequence of 0 and 1
        One a row; 1 = positive answer.
    covariates : mapping of name to column
        At least one, in the order wanted, the trait under test in front. No intercept: strata have their own.
    strata : sequence of labels
        The employer, advertisement or pair of each row.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    ConditionalLogit
        ``lr`` is twice the rise of the log-likelihood over coefficients of 0, with as many degrees of freedom as
        covariates. A stratum with one outcome only says nothing and is counted in ``uninformative_strata``.

    Raises
    ------
    ImpossibleInput
        As for :func:`lpm_cluster_robust`; a covariate that never varies within an informative stratum.
    NotConverged
        The maximum is finite and was not found.

    Notes
    -----
    :math:`L = \prod_s \exp(\sum_{i \in A_s} x_i'\beta) / \sum_{|B| = k_s} \exp(\sum_{i \in B} x_i'\beta)` over all sets
    B of :math:`k_s` rows, by a recursion over rows (Gail, Lubin & Rubinstein 1981) that cannot overflow; Newton's
    method with exact gradient and Hessian. Agrees with R ``survival::clogit(method="exact")``, and with statsmodels
    ``ConditionalLogit.fit(method="newton")``: its default, BFGS, stops at three or four digits (-0.768017 for
    -0.768233). The coefficient is conditional: an odds ratio from
    :func:`logit_cluster_robust` is nearer to 1 by construction, and the two are not to be compared.

    Edges. On pairs this is log(c/b) with variance 1/b + 1/c (:func:`clogit_pairs_closed_form`). A coefficient that runs
    away is plus or minus ``math.inf``, one that may run to either side is ``None``, both without standard error (reason
    ``separation``); the others are limits, and ``loglik`` is the supremum. Without an informative stratum there is no
    coefficient (reason ``no_informative_strata``).

    References
    ----------
    Cox (1972), JRSS B 34:187. Gail, Lubin & Rubinstein (1981), Biometrika 68:703. Chen, Dempster & Liu (1994),
    Biometrika 81:457.

    Examples
    --------
    Three employers, each with two majority and two minority applicants; by hand the odds ratio is
    :math:`(\sqrt 7 - 2)/3`:

    >>> answer = clogit_exact(
    ...     outcome=[1, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0],
    ...     covariates={"minority": [0, 0, 1, 1] * 3},
    ...     strata=["a"] * 4 + ["b"] * 4 + ["c"] * 4,
    ... )
    >>> round(answer.coef[0], 6), answer.informative_strata, answer.uninformative_strata
    (-1.535953, 2, 1)
    """
    open_share("confidence", confidence)
    y = two_valued("outcome", outcome)
    if not covariates:
        raise ImpossibleInput("covariates", "is empty")
    x = covariate_matrix(covariates, rows=len(y))
    codes, number = labels("strata", strata)
    equally_long(len(y), strata=len(codes))
    groups = clusters(codes, number)
    positives, sizes = groups.sums(y), groups.sums(np.ones(len(y)))
    informative = (positives > 0) & (positives < sizes)
    names, inside = list(covariates), informative[codes]
    if not informative.any():
        return _nothing(names, strata=number, rows=len(y), confidence=confidence)
    centred = x - (groups.sums(x) / sizes[:, None])[codes]
    columns = np.zeros_like(x)
    size = np.abs(x).max(axis=0)
    columns[inside], back = orthonormalised(centred[inside], names, centred=False, size=size)
    model = conditional_logit(alike(columns, y, groups), back=back)
    finite = np.isfinite([np.nan if one is None else one for one in model.coef])
    errors = np.sqrt(np.where(finite, np.diag(model.covariance), 0.0))
    se = [float(error) if there else None for error, there in zip(errors, finite, strict=True)]
    odds = [None if one is None else exponential(one) for one in model.coef]
    lr = max(0.0, 2 * (model.loglik - model.loglik_null))
    return ConditionalLogit(
        names=names,
        coef=model.coef,
        se=se,
        odds_ratio=odds[0],
        odds_ratios=odds,
        loglik=model.loglik,
        loglik_null=model.loglik_null,
        lr=lr,
        lr_p_value=chi_square_p(lr, len(names)),
        separation=not finite.all(),
        informative_strata=int(informative.sum()),
        uninformative_strata=int((~informative).sum()),
        informative_rows=int(inside.sum()),
        rows=len(y),
        inference=inference(model.coef, se, confidence=confidence, reason="separation"),
        undefined=_undefined(model.coef, finite=bool(finite.all())),
    )


def _undefined(coef: list[float | None], *, finite: bool) -> dict[str, str]:
    nowhere = ("coef", "odds_ratios", *(("odds_ratio",) if coef[0] is None else ())) if None in coef else ()
    return dict.fromkeys((*nowhere, *(() if finite else ("se",))), "separation")


def _nothing(names: list[str], *, strata: int, rows: int, confidence: float) -> ConditionalLogit:
    nowhere: list[float | None] = [None] * len(names)
    reason = "no_informative_strata"
    return ConditionalLogit(
        names=names,
        coef=nowhere,
        se=nowhere,
        odds_ratio=None,
        odds_ratios=nowhere,
        loglik=0.0,
        loglik_null=0.0,
        lr=0.0,
        lr_p_value=None,
        separation=False,
        informative_strata=0,
        uninformative_strata=strata,
        informative_rows=0,
        rows=rows,
        inference=inference(nowhere, nowhere, confidence=confidence, reason=reason),
        undefined=dict.fromkeys(("coef", "se", "odds_ratio", "odds_ratios", "lr_p_value"), reason),
    )
