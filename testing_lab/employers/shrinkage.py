"""What is an employer's gap, given how little its own tests say? Empirical Bayes by linear shrinkage."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from testing_lab.employers.estimates import estimates_with_errors
from testing_lab.result import Result


class LinearShrinkage(Result, frozen=True, kw_only=True):
    """The spread of the true gaps, and each employer's posterior mean and standard deviation."""

    mean: float
    sd_uncorrected: float
    sd_bias_corrected: float | None
    variance_bias_corrected: float
    ddof: int
    posteriors: list[float] | None
    posterior_sds: list[float] | None
    posterior_first5: list[float] | None


def normal_normal_linear_shrinkage(*, estimates: Sequence[float], standard_errors: Sequence[float]) -> LinearShrinkage:
    r"""Posterior means of employers' gaps when gaps and errors are normal.

    Parameters
    ----------
    estimates : sequence of float
        One estimated gap an employer, at least two.
    standard_errors : sequence of float
        Their standard errors, above 0, in the unit of the estimates.

    Returns
    -------
    LinearShrinkage
        In the order of the estimates. Where the corrected variance is not above 0, nothing is shrunk and no root is
        taken: those fields are ``None`` with the reason ``no_detectable_heterogeneity``.

    Raises
    ------
    ImpossibleInput
        Lists that are too short, not equally long, or hold an impossible number.

    Notes
    -----
    :math:`\hat\sigma^2 = \mathrm{var}(\hat\theta) - \overline{s^2}` (the variance over n - 1),
    :math:`w_i = \hat\sigma^2 / (\hat\sigma^2 + s_i^2)`, posterior mean
    :math:`w_i \hat\theta_i + (1 - w_i) \bar\theta`, posterior variance :math:`w_i s_i^2`.

    References
    ----------
    Walters (2024), Handbook of Labor Economics 5, section 3. Efron & Morris (1973), JASA 68:117-130.

    Examples
    --------
    >>> found = normal_normal_linear_shrinkage(estimates=[0.0, 1.0, 2.0], standard_errors=[0.5, 0.5, 0.5])
    >>> found.variance_bias_corrected, found.posteriors
    (0.75, [0.25, 1.0, 1.75])
    """
    values, errors = estimates_with_errors(estimates, standard_errors)
    mean, spread = float(values.mean()), float(values.var(ddof=1))
    corrected = spread - float(np.mean(errors**2))
    if corrected <= 0:
        names = ("sd_bias_corrected", "posteriors", "posterior_sds", "posterior_first5")
        return LinearShrinkage(
            mean=mean,
            sd_uncorrected=math.sqrt(spread),
            sd_bias_corrected=None,
            variance_bias_corrected=corrected,
            ddof=1,
            posteriors=None,
            posterior_sds=None,
            posterior_first5=None,
            undefined=dict.fromkeys(names, "no_detectable_heterogeneity"),
        )
    weights = corrected / (corrected + errors**2)
    posteriors = (weights * values + (1 - weights) * mean).tolist()
    return LinearShrinkage(
        mean=mean,
        sd_uncorrected=math.sqrt(spread),
        sd_bias_corrected=math.sqrt(corrected),
        variance_bias_corrected=corrected,
        ddof=1,
        posteriors=posteriors,
        posterior_sds=np.sqrt(weights * errors**2).tolist(),
        posterior_first5=posteriors[:5],
    )
