"""Do employers differ at all, more than chance makes their estimates differ?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import special

from testing_lab.employers.estimates import estimates_with_errors
from testing_lab.result import Result


class EmployerHeterogeneity(Result, frozen=True, kw_only=True):
    """Cochran's Q, its p-value, and the share of the spread that chance does not explain (I², 0 to 1)."""

    q: float
    df: int
    p_value: float
    i_squared: float


def employer_heterogeneity(*, estimates: Sequence[float], standard_errors: Sequence[float]) -> EmployerHeterogeneity:
    r"""Cochran's test that all employers have one and the same gap.

    Parameters
    ----------
    estimates : sequence of float
        One estimate an employer, at least two.
    standard_errors : sequence of float
        Their standard errors, above 0, in the unit of the estimates.

    Returns
    -------
    EmployerHeterogeneity
        ``p_value`` from the chi-square distribution with one degree of freedom less than employers.

    Raises
    ------
    ImpossibleInput
        Lists that are too short, not equally long, or hold an impossible number.

    Notes
    -----
    :math:`Q = \sum_i (\hat\theta_i - \bar\theta)^2 / s_i^2` with :math:`\bar\theta` weighted by :math:`1/s_i^2`.
    Agrees with R ``metafor::rma(method="FE")``, QE.

    References
    ----------
    Cochran (1954), Biometrics 10:101-129, equation 7.

    Examples
    --------
    >>> employer_heterogeneity(estimates=[0.1, 0.3], standard_errors=[0.1, 0.1]).p_value.__round__(8)
    0.15729921
    """
    values, errors = estimates_with_errors(estimates, standard_errors)
    weights = (float(errors.min()) / errors) ** 2
    centre = float(weights @ values / weights.sum())
    q = float(np.sum(((values - centre) / errors) ** 2))
    df = len(values) - 1
    return EmployerHeterogeneity(
        q=q,
        df=df,
        p_value=float(special.gammaincc(df / 2, q / 2)),
        i_squared=max(0.0, 1 - df / q) if q > 0 else 0.0,
    )
