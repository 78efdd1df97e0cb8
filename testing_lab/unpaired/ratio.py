"""How many times more often does the majority get a callback? The ratio of two independent shares."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.result import Interval
from testing_lab.unpaired.counts import UnpairedCounts, unpaired_counts
from testing_lab.unpaired.score import ratio_bounds


class KatzInterval(Interval, frozen=True, kw_only=True):
    """With the standard error of the logarithm of the ratio."""

    se_log: float | None


def rr_katz_log(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> KatzInterval:
    r"""Ratio of callback shares with the log interval of Katz and others.

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
    KatzInterval
        Ratios from 0 to infinity, above 1 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    :math:`\log R \pm z \sqrt{1/a - 1/n_1 + 1/c - 1/n_0}`. When a group has no callback the ratio is 0 or infinite and
    has no standard error (``no_positive_majority``, ``no_positive_minority``), so that the interval says nothing: it
    is 0 to infinity. Without any callback there is no ratio either (``no_positive_outcome``).
    Agrees with R ``contingencytables::Katz_log_CI_2x2``.

    References
    ----------
    Katz, Baptista, Azen & Pike (1978), Biometrics 34:469-474.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rr_katz_log(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (1.23278965, 1.81738709)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    estimate, undefined = _ratio(counts)
    if counts.callbacks_majority == 0 or counts.callbacks_minority == 0:
        undefined = undefined | {
            "se_log": "no_positive_majority" if counts.callbacks_majority == 0 else "no_positive_minority"
        }
        return KatzInterval(estimate=estimate, lower=0.0, upper=math.inf, se_log=None, undefined=undefined)
    se_log = math.sqrt(
        counts.refused_majority / (counts.callbacks_majority * counts.n_majority)
        + counts.refused_minority / (counts.callbacks_minority * counts.n_minority)
    )
    ratio = counts.callbacks_majority * counts.n_minority / (counts.callbacks_minority * counts.n_majority)
    return KatzInterval(
        estimate=ratio, lower=ratio * math.exp(-z * se_log), upper=ratio * math.exp(z * se_log), se_log=se_log
    )


def rr_koopman_score(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Ratio of callback shares with Koopman's score interval.

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
        Ratios from 0 to infinity, above 1 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    All ratios R that the chi-square test of :math:`p_1 = R p_0` does not reject:
    :math:`(\hat p_1 - R \hat p_0)^2 = z^2 [\tilde p_1 (1 - \tilde p_1)/n_1 + R^2 \tilde p_0 (1 - \tilde p_0)/n_0]` with
    maximum-likelihood shares :math:`\tilde p` under that R.
    Zeros: without callbacks of the majority the interval begins at 0, without those of the minority it has no end, and
    without any callback it is 0 to infinity around no ratio (``no_positive_outcome``).
    Agrees with R ``ratesci::scoreci(contrast="RR", skew=FALSE, bcf=FALSE)``.

    References
    ----------
    Koopman (1984), Biometrics 40:513-517.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rr_koopman_score(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (1.23336775, 1.81714643)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    return _score_interval(counts, z=z, inflation=1.0)


def rr_miettinen_nurminen_score(
    *,
    callbacks_majority: int,
    n_majority: int,
    callbacks_minority: int,
    n_minority: int,
    confidence: float = 0.95,
) -> Interval:
    r"""Ratio of callback shares with the score interval of Miettinen and Nurminen.

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
        Ratios from 0 to infinity, above 1 when the majority is favoured.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    As :func:`rr_koopman_score`, with the variance times :math:`N/(N-1)`.
    Zeros: without callbacks of the majority the interval begins at 0, without those of the minority it has no end, and
    without any callback it is 0 to infinity around no ratio (``no_positive_outcome``).
    Agrees with R ``ratesci::scoreci(contrast="RR", skew=FALSE)``.

    References
    ----------
    Miettinen & Nurminen (1985), Statistics in Medicine 4:213-226, equation 10.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and black names:

    >>> counts = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    >>> found = rr_miettinen_nurminen_score(**counts)
    >>> round(found.lower, 8), round(found.upper, 8)
    (1.23334333, 1.81718254)
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    z = two_sided_z(confidence)
    return _score_interval(counts, z=z, inflation=counts.applications / (counts.applications - 1))


def _score_interval(counts: UnpairedCounts, *, z: float, inflation: float) -> Interval:
    lower, upper = ratio_bounds(counts, z=z, inflation=inflation)
    estimate, undefined = _ratio(counts)
    return Interval(estimate=estimate, lower=lower, upper=upper, undefined=undefined)


def _ratio(counts: UnpairedCounts) -> tuple[float | None, dict[str, str]]:
    if counts.callbacks == 0:
        return None, {"estimate": "no_positive_outcome"}
    if counts.callbacks_minority == 0:
        return math.inf, {}
    return counts.callbacks_majority * counts.n_minority / (counts.callbacks_minority * counts.n_majority), {}
