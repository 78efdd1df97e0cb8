"""Is the gap a lower level, or only another spread of what employers cannot see? Neumark's correction."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from testing_lab.arguments import open_share
from testing_lab.distributions import exponential
from testing_lab.faults import ImpossibleInput, NotConverged
from testing_lab.models import probit
from testing_lab.models.columns import Design, design, equally_long, labels, two_valued
from testing_lab.models.inference import Inference, chi_square_p, inference
from testing_lab.models.recession import recession
from testing_lab.models.sandwich import Clusters, clusters
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Decomposition(Result, frozen=True, kw_only=True):
    """A marginal effect of the group on the chance of a positive answer, in two parts.

    ``inference`` has standard errors, tests and intervals in the order level, variance, total.
    """

    level: float
    variance: float
    total: float
    inference: Inference


class HeteroskedasticProbit(Result, frozen=True, kw_only=True):
    """The model, the decomposition of the gap, and tests of what it rests on."""

    coef: dict[str, float]
    se: dict[str, float]
    gamma: float
    gamma_se: float
    sd_ratio: float
    sd_ratio_black_white: float
    sd_ratio_lower: float
    sd_ratio_upper: float
    loglik: float
    loglik_probit: float
    lr_gamma_zero: float
    lr_p_value: float
    at_means: Decomposition
    average: Decomposition
    probit_at_means: float
    probit_average: float
    overidentification_lr: float | None
    overidentification_df: int
    overidentification_p_value: float | None
    clusters: int | None = msgspec.field(name="G")
    rows: int = msgspec.field(name="N")


def heteroskedastic_probit(
    *,
    outcome: Sequence[float],
    covariates: Mapping[str, Sequence[float]],
    scale_terms: Sequence[str],
    cluster: Sequence[str | int] | None = None,
    confidence: float = 0.95,
) -> HeteroskedasticProbit:
    r"""Neumark's (2012) correction of an audit's gap for unequal variances of the unobservables.

    An employer calls back if what is seen and what is not seen together pass a bar. If the unseen part varies more in
    one group, that group has more or fewer callbacks at equal treatment, depending on how high the bar is (Heckman &
    Siegelman 1993): the raw gap mixes level and variance, and more tests do not help. If the applications vary in
    quality, and quality counts equally for both groups, the ratio of its coefficients shows the ratio of the standard
    deviations, and the gap falls apart into *level*, the discrimination, and *variance*. Report it as a sensitivity
    analysis beside the paired test.

    Parameters
    ----------
    outcome : sequence of 0 and 1
        One a row; 1 = positive answer.
    covariates : mapping of name to column
        The group (1 = minority, 0 = majority) and at least one measure of quality; the intercept comes by itself.
    scale_terms : sequence of one name
        The covariate that is the group.
    cluster : sequence of labels, optional
        Standard errors then allow for clusters (times G/(G - 1)); else they are by the information.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    HeteroskedasticProbit
        ``gamma`` is the logarithm of ``sd_ratio``, minority over majority; ``sd_ratio_black_white`` is the same number
        by the name that the reference case has. ``at_means`` is the effect at the means of all covariates, ``average``
        the mean of the effects of all rows; ``probit_at_means`` and ``probit_average`` are what a probit without the
        correction says. ``lr_p_value`` tests gamma = 0 (equal variances). ``overidentification_p_value`` tests that
        all quality measures count equally in both groups up to the one ratio; small means that the correction
        rests on an assumption that the data deny.

    Raises
    ------
    ImpossibleInput
        As for :func:`lpm_cluster_robust`; no quality measure besides the group; a group that is not 0 and 1; a group
        in which all outcomes are equal; covariates that decide outcomes (separation).
    NotConverged
        No finite maximum was found: the quality measures say too little about the variances.

    Notes
    -----
    :math:`P = \Phi(x'\beta / e^{\gamma z})`, Newton's method with exact derivatives. With :math:`s = e^{\gamma z}` and
    :math:`a = x'\beta/s`: level :math:`\phi(a)\beta_z/s`, variance :math:`-\phi(a)\,a\,\gamma`, total their sum; at the
    means z is the share of the group. Standard errors by the delta method with exact derivatives. Agrees with R
    ``glmx::hetglm`` as far as that goes (it stops at about 3e-5). statsmodels has no such model.

    References
    ----------
    Neumark (2012), Journal of Human Resources 47:1128, equations 9 to 12. Heckman & Siegelman (1993). Heckman (1998),
    Journal of Economic Perspectives 12(2):101.

    Examples
    --------
    Quality helps the majority applicants more than the minority, 100 applications in each of four cells; here the ratio
    is that of the two gains, :math:`(\Phi^{-1}(0.4) - \Phi^{-1}(0.2))/(\Phi^{-1}(0.3) - \Phi^{-1}(0.2))`.

    >>> cells = [(0, 0, 20), (0, 1, 40), (1, 0, 20), (1, 1, 30)]
    >>> rows = [(z, q, int(n < calls)) for z, q, calls in cells for n in range(100)]
    >>> answer = heteroskedastic_probit(
    ...     outcome=[y for z, q, y in rows],
    ...     covariates={"minority": [z for z, q, y in rows], "quality": [q for z, q, y in rows]},
    ...     scale_terms=["minority"],
    ... )
    >>> round(answer.sd_ratio, 6), answer.overidentification_df
    (1.854463, 0)
    """
    open_share("confidence", confidence)
    y = two_valued("outcome", outcome)
    x = design(covariates, rows=len(y))
    place, z = _group(x, y, scale_terms)
    groups = None if cluster is None else _clusters(cluster, rows=len(y))
    q = x.orthonormal
    plain = probit.maximum(q, y, None, start=np.zeros(q.shape[1]))
    if plain is None:
        _separated(x, y)
        raise NotConverged("the probit has a maximum, but it was not found", rows=len(y))
    fit = probit.maximum(q, y, z, start=np.append(plain.at, 0.0))
    if fit is None:
        raise NotConverged("the likelihood has no finite maximum that was found: quality says too little", rows=len(y))
    whole = np.zeros((len(fit.at), len(fit.at)))
    whole[:-1, :-1] = x.back
    whole[-1, -1] = 1.0
    covariance = whole @ _covariance(fit, groups) @ whole.T
    at = whole @ fit.at
    errors = np.sqrt(np.diag(covariance))
    gamma = float(at[-1])
    reach = inference([gamma], [errors[-1]], confidence=confidence)
    lower, upper = reach.lower[0], reach.upper[0]
    lr = max(0.0, 2 * (fit.loglik - plain.loglik))
    means = x.x.mean(axis=0)[None, :]
    before = np.append(x.back @ plain.at, 0.0)
    restricted, degrees = _separate_probits(x, y, z), len(x.names) - 3
    over = None if restricted is None or degrees == 0 else max(0.0, 2 * (restricted - fit.loglik))
    fields = ("overidentification_lr", "overidentification_p_value") if over is None else ()
    return HeteroskedasticProbit(
        coef=dict(zip(x.names, at[:-1].tolist(), strict=True)),
        se=dict(zip(x.names, errors[:-1].tolist(), strict=True)),
        gamma=gamma,
        gamma_se=float(errors[-1]),
        sd_ratio=math.exp(gamma),
        sd_ratio_black_white=math.exp(gamma),
        sd_ratio_lower=0.0 if lower is None else math.exp(lower),
        sd_ratio_upper=math.inf if upper is None else exponential(upper),
        loglik=fit.loglik,
        loglik_probit=plain.loglik,
        lr_gamma_zero=lr,
        lr_p_value=chi_square_p(lr, 1),
        at_means=_decomposed(means, place, at, covariance, confidence=confidence),
        average=_decomposed(x.x, place, at, covariance, confidence=confidence),
        probit_at_means=float(_effects(means, place, before)[0][0]),
        probit_average=float(_effects(x.x, place, before)[0][0]),
        overidentification_lr=over,
        overidentification_df=degrees,
        overidentification_p_value=None if over is None else chi_square_p(over, degrees),
        clusters=None if groups is None else groups.number,
        rows=len(y),
        undefined=dict.fromkeys(fields, "one_quality_measure" if degrees == 0 else "separation_within_a_group"),
    )


def _group(x: Design, y: NDArray[np.float64], scale_terms: Sequence[str]) -> tuple[int, NDArray[np.float64]]:
    """Where the group's column is, and the column."""
    if isinstance(scale_terms, str) or len(scale_terms) != 1:
        raise ImpossibleInput("scale_terms", "must have one name: the group's", names=len(scale_terms))
    name = scale_terms[0]
    if name not in x.names[1:]:
        raise ImpossibleInput("scale_terms", "is none of the covariates", name=name)
    if len(x.names) < 3:
        raise ImpossibleInput(
            "covariates", "must have a measure of quality besides the group: nothing else tells apart"
        )
    place = x.names.index(name)
    z = two_valued(f"covariates.{name}", x.x[:, place].tolist())
    for group in (0, 1):
        if len(np.unique(y[z == group])) < 2:
            raise ImpossibleInput(
                "outcome", "is the same for all of one group: its spread cannot be known", group=group
            )
    return place, z


def _separated(x: Design, y: NDArray[np.float64]) -> None:
    endless = recession((2 * y - 1)[:, None] * x.orthonormal, back=x.back)
    if endless is not None:
        guilty = ", ".join(name for name, sign in zip(x.names, endless.signs, strict=True) if sign)
        raise ImpossibleInput(
            "covariates", "decide some outcomes (separation)", rows=int(endless.decided.sum()), columns=guilty or None
        )


def _clusters(cluster: Sequence[str | int], *, rows: int) -> Clusters:
    codes, number = labels("cluster", cluster)
    equally_long(rows, cluster=len(codes))
    if number < 2:
        raise ImpossibleInput("cluster", "all rows are one cluster: nothing shows how clusters differ")
    return clusters(codes, number)


def _covariance(fit: probit.ProbitFit, groups: Clusters | None) -> NDArray[np.float64]:
    inverse = np.asarray(np.linalg.inv(fit.information), dtype=np.float64)
    if groups is None:
        return inverse
    scores = groups.sums(fit.scores) @ inverse
    return scores.T @ scores * (groups.number / (groups.number - 1))


def _effects(
    x: NDArray[np.float64], place: int, at: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Level and variance, averaged over the rows of x, and their derivatives (2 × number of parameters)."""
    coef, gamma, z = at[:-1], at[-1], x[:, place]
    shrink = np.exp(-gamma * z)
    a = (x @ coef) * shrink
    density = np.exp(-(a**2) / 2) / np.sqrt(2 * np.pi)
    values = np.array([(density * shrink).mean() * coef[place], -gamma * (density * a).mean()])
    slopes = np.zeros((2, len(at)))
    slopes[0, :-1] = -coef[place] * ((a * density * shrink**2) @ x) / len(x)
    slopes[0, place] += (density * shrink).mean()
    slopes[0, -1] = coef[place] * (density * shrink * z * (a**2 - 1)).mean()
    slopes[1, :-1] = -gamma * ((density * (1 - a**2) * shrink) @ x) / len(x)
    slopes[1, -1] = -(density * a).mean() + gamma * (z * density * a * (1 - a**2)).mean()
    return values, slopes


def _decomposed(
    x: NDArray[np.float64], place: int, at: NDArray[np.float64], covariance: NDArray[np.float64], *, confidence: float
) -> Decomposition:
    values, slopes = _effects(x, place, at)
    both = np.append(values, values.sum())
    errors = np.sqrt([slope @ covariance @ slope for slope in (*slopes, slopes.sum(axis=0))])
    level, variance, total = both.tolist()
    return Decomposition(
        level=level, variance=variance, total=total, inference=inference(both, errors, confidence=confidence)
    )


def _separate_probits(x: Design, y: NDArray[np.float64], z: NDArray[np.float64]) -> float | None:
    """The log-likelihood if every coefficient may differ between the groups."""
    total = 0.0
    for group in (0, 1):
        mine = z == group
        rows = x.orthonormal[mine]
        u, s, _ = np.linalg.svd(rows, full_matrices=False)
        columns = u[:, s > 1e-9 * s[0]]
        fit = probit.maximum(columns, y[mine], None, start=np.zeros(columns.shape[1]))
        if fit is None or columns.shape[1] < len(x.names) - 1:
            return None
        total += fit.loglik
    return total
