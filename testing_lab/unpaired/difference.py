"""How many more of a hundred get a callback in the majority? The difference of two independent shares."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.proportions import wilson
from testing_lab.result import Interval
from testing_lab.unpaired.counts import unpaired_counts
from testing_lab.unpaired.score import difference_bounds


def rd_wald(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Difference of two independent callback shares with Wald's interval.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    Interval
        Differences from -1 to 1, above 0 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    :math:`D \pm z \sqrt{\hat p_1 (1 - \hat p_1)/n_1 + \hat p_0 (1 - \hat p_0)/n_0}`, cut at -1 and 1. For comparison
    only: it covers too little in small groups, and has no width at all when both shares are 0 or 1.
    Agrees with R ``contingencytables::Wald_CI_2x2``.

    References
    ----------
    Agresti & Caffo (2000), The American Statistician 54:280-288, equation 2.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rd_wald(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (0.01677773, 0.04728798)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    variance = (
        counts.callbacks_majority * counts.refused_majority / counts.n_majority**3
        + counts.callbacks_minority * counts.refused_minority / counts.n_minority**3
    )
    return _around(counts.difference, counts.difference, z * math.sqrt(variance))


def rd_newcombe_hybrid(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Difference of two independent callback shares with Newcombe's hybrid score interval.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    Interval
        Differences from -1 to 1, above 0 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    Method 10: :math:`D - \sqrt{(\hat p_1 - l_1)^2 + (u_0 - \hat p_0)^2}` and
    :math:`D + \sqrt{(u_1 - \hat p_1)^2 + (\hat p_0 - l_0)^2}`, with Wilson's interval (l, u) of each share.
    Agrees with R ``contingencytables::Newcombe_hybrid_score_CI_2x2``.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:873-890, method 10.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rd_newcombe_hybrid(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (0.01678197, 0.04738255)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    lower1, upper1 = wilson(counts.callbacks_majority, counts.n_majority, z=z)
    lower0, upper0 = wilson(counts.callbacks_minority, counts.n_minority, z=z)
    share1, share0 = counts.callbacks_majority / counts.n_majority, counts.callbacks_minority / counts.n_minority
    return Interval(
        estimate=counts.difference,
        lower=max(-1.0, counts.difference - math.hypot(share1 - lower1, upper0 - share0)),
        upper=min(1.0, counts.difference + math.hypot(upper1 - share1, share0 - lower0)),
    )


def rd_agresti_caffo(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Difference of two independent callback shares with the interval of Agresti and Caffo.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    Interval
        Differences from -1 to 1, above 0 when the majority is favoured. The estimate is the plain difference.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    Wald's interval after one callback and one refusal were added to each group, cut at -1 and 1.
    Agrees with R ``contingencytables::Agresti_Caffo_CI_2x2``.

    References
    ----------
    Agresti & Caffo (2000), The American Statistician 54:280-288.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rd_agresti_caffo(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (0.01672784, 0.04728529)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    n1, n0 = counts.n_majority + 2, counts.n_minority + 2
    callbacks1, callbacks0 = counts.callbacks_majority + 1, counts.callbacks_minority + 1
    middle = (callbacks1 * n0 - callbacks0 * n1) / (n1 * n0)
    variance = callbacks1 * (n1 - callbacks1) / n1**3 + callbacks0 * (n0 - callbacks0) / n0**3
    return _around(counts.difference, middle, z * math.sqrt(variance))


def rd_mee_score(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Difference of two independent callback shares with Mee's score interval.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    Interval
        Differences from -1 to 1, above 0 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    All differences D with
    :math:`(\hat p_1 - \hat p_0 - D)^2 \le z^2 [\tilde p_1 (1 - \tilde p_1)/n_1 + \tilde p_0 (1 - \tilde p_0)/n_0]`,
    with maximum-likelihood shares :math:`\tilde p` under that D.
    Agrees with R ``ratesci::scoreci(contrast="RD", skew=FALSE, bcf=FALSE)``.

    References
    ----------
    Mee (1984), Biometrics 40:1175-1176.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rd_mee_score(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (0.01682226, 0.04743127)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    lower, upper = difference_bounds(counts, z=z, inflation=1.0)
    return Interval(estimate=counts.difference, lower=lower, upper=upper)


def rd_miettinen_nurminen_score(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Difference of two independent callback shares with the score interval of Miettinen and Nurminen.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    Interval
        Differences from -1 to 1, above 0 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    As :func:`rd_mee_score`, with the variance times :math:`N/(N-1)`.
    Agrees with R ``ratesci::scoreci(contrast="RD", skew=FALSE)``.

    References
    ----------
    Miettinen & Nurminen (1985), Statistics in Medicine 4:213-226, equation 8.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rd_miettinen_nurminen_score(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (0.01682069, 0.04743287)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    inflation = counts.applications / (counts.applications - 1)
    lower, upper = difference_bounds(counts, z=z, inflation=inflation)
    return Interval(estimate=counts.difference, lower=lower, upper=upper)


def _around(estimate: float, middle: float, half: float) -> Interval:
    return Interval(estimate=estimate, lower=max(-1.0, middle - half), upper=min(1.0, middle + half))
