"""Evidence from several strata or about several employers, put together."""

from __future__ import annotations

import math
from collections.abc import Sequence

from testing_lab.arguments import numbers, open_share
from testing_lab.distributions import exponential
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.stopping.beta_mixture import log_mixture, prior_parameter
from testing_lab.stopping.sequence import discordant_sequence


class MergedEValue(Result, frozen=True, kw_only=True):
    """``e_product`` needs independent evidence; ``e_mean`` holds under any dependence. ``p_*`` = 1 / e, at most 1."""

    log_e_product: float | None
    e_product: float
    p_product: float
    e_mean: float
    p_mean: float


class EValueOfStrata(MergedEValue, frozen=True, kw_only=True):
    """And the e-value of each stratum, in the order given."""

    e_by_stratum: tuple[float, ...]


class EBenjaminiHochberg(Result, frozen=True, kw_only=True):
    """``rejected`` in the order given; ``threshold``: the e-value that was needed (``None``: nothing is rejected).

    ``e_adjusted``: the smallest alpha at which each one is rejected, at most 1 (like an adjusted p-value).
    """

    rejected: tuple[bool, ...]
    number_rejected: int
    threshold: float | None
    e_adjusted: tuple[float, ...]


def merged_evalue(*, e_values: Sequence[float]) -> MergedEValue:
    """Merge e-values of the same null.

    Parameters
    ----------
    e_values : sequence of float
        Each from 0 up, at least one.

    Returns
    -------
    MergedEValue
        With an e-value of 0 the product is 0, its logarithm ``None`` (``an_e_value_is_0``).

    Raises
    ------
    ImpossibleInput
        No e-value, or one that is negative or not finite.

    Notes
    -----
    The product of independent (or sequential) e-values is one, and so is the mean of any: their expectation under the
    null is at most 1. Do not choose between the two after having seen them.

    References
    ----------
    Vovk & Wang (2021), Annals of Statistics 49:1736.

    Examples
    --------
    >>> answer = merged_evalue(e_values=[2.0, 8.0, 0.5])
    >>> round(answer.e_product, 9), answer.e_mean
    (8.0, 3.5)
    """
    values = _e_values("e_values", e_values)
    none = 0 in values
    log_product = None if none else math.fsum(map(math.log, values))
    product = 0.0 if log_product is None else exponential(log_product)
    mean = math.fsum(value / len(values) for value in values)
    return MergedEValue(
        log_e_product=log_product,
        e_product=product,
        p_product=min(1.0, 1 / product) if product > 0 else 1.0,
        e_mean=mean,
        p_mean=min(1.0, 1 / mean) if mean > 0 else 1.0,
        undefined={"log_e_product": "an_e_value_is_0"} if none else {},
    )


def evalue_over_strata(*, sequences: Sequence[str], prior_a: float = 0.5, prior_b: float = 0.5) -> EValueOfStrata:
    r"""Evidence over strata (sectors, sites) whose shares may differ: against "no stratum has any difference".

    Parameters
    ----------
    sequences : sequence of str
        For each stratum its discordant pairs in their order, as in
        :func:`testing_lab.stopping.beta_mixture_evalue.beta_mixture_evalue_mcnemar`; at least one stratum.
    prior_a, prior_b : float
        Beta prior in every stratum, each above 0.

    Returns
    -------
    EValueOfStrata
        The product is an e-process over all strata together; one may look and stop at any time.

    Raises
    ------
    ImpossibleInput
        No stratum, another sign than 0 and 1, a prior parameter not above 0.

    Examples
    --------
    >>> answer = evalue_over_strata(sequences=["1111111", "0000000"], prior_a=1, prior_b=1)
    >>> [round(one, 9) for one in answer.e_by_stratum], round(answer.e_product, 9)
    ([16.0, 16.0], 256.0)
    """
    a, b0 = prior_parameter("prior_a", prior_a), prior_parameter("prior_b", prior_b)
    if not sequences:
        raise ImpossibleInput("sequences", "is empty")
    logs = []
    for place, sequence in enumerate(sequences):
        pairs = discordant_sequence(f"sequences[{place}]", sequence)
        b = sum(pairs)
        logs.append(log_mixture(only_majority=b, only_minority=len(pairs) - b, prior_a=a, prior_b=b0, share=0.5))
    total, largest = math.fsum(logs), max(logs)
    log_mean = largest + math.log(math.fsum(math.exp(one - largest) for one in logs) / len(logs))
    return EValueOfStrata(
        log_e_product=total,
        e_product=exponential(total),
        p_product=exponential(min(0.0, -total)),
        e_mean=exponential(log_mean),
        p_mean=exponential(min(0.0, -log_mean)),
        e_by_stratum=tuple(map(exponential, logs)),
    )


def e_benjamini_hochberg(*, e_values: Sequence[float], alpha: float = 0.05) -> EBenjaminiHochberg:
    r"""Which employers show evidence, with a false discovery rate of at most alpha under any dependence?

    Parameters
    ----------
    e_values : sequence of float
        One for each employer, from 0 up, at least one.
    alpha : float
        Between 0 and 1.

    Returns
    -------
    EBenjaminiHochberg
        ``threshold`` is ``None`` with the reason ``nothing_rejected``.

    Raises
    ------
    ImpossibleInput
        No e-value, one that is negative or not finite, an alpha outside its range.

    Notes
    -----
    Sorted downwards, the first :math:`k^* = \max\{k : e_{(k)} \ge n / (k \alpha)\}` are rejected. The e-values may be
    stopped at any time, each at another; the same employers may share vacancies or templates.

    References
    ----------
    Wang & Ramdas (2022), Journal of the Royal Statistical Society B 84:822.

    Examples
    --------
    >>> answer = e_benjamini_hochberg(e_values=[60.0, 1.5, 45.0, 0.2], alpha=0.05)
    >>> answer.rejected, round(answer.threshold, 6)
    ((True, False, True, False), 40.0)
    """
    values, level = _e_values("e_values", e_values), open_share("alpha", alpha)
    n = len(values)
    order = sorted(range(n), key=lambda place: -values[place])
    adjusted, smallest = [1.0] * n, 1.0
    for rank in range(n, 0, -1):
        value = values[order[rank - 1]]
        smallest = min(smallest, n / (rank * value) if value > 0 else 1.0)
        adjusted[order[rank - 1]] = smallest
    rejected = max((rank for rank in range(1, n + 1) if values[order[rank - 1]] >= n / (rank * level)), default=0)
    chosen = set(order[:rejected])
    return EBenjaminiHochberg(
        rejected=tuple(place in chosen for place in range(n)),
        number_rejected=rejected,
        threshold=n / (rejected * level) if rejected else None,
        e_adjusted=tuple(adjusted),
        undefined={} if rejected else {"threshold": "nothing_rejected"},
    )


def _e_values(argument: str, values: Sequence[float]) -> list[float]:
    checked = [float(value) for value in numbers(argument, values)]
    for place, value in enumerate(checked):
        if value < 0:
            raise ImpossibleInput(f"{argument}[{place}]", "is below 0", value=value)
    return checked
