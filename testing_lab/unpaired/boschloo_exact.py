"""Do two groups of applications have equal chances? Boschloo's exact test, more powerful than Fisher's."""

from __future__ import annotations

from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.unpaired.counts import UnpairedCounts, unpaired_counts
from testing_lab.unpaired.fisher_levels import fisher_levels
from testing_lab.unpaired.highest_mixture import highest_mixture

_MOST = 20_000


class BoschlooExact(Result, frozen=True, kw_only=True):
    """P-values; ``p_greater`` is one-sided for "the majority has the larger share", ``p_less`` for the reverse.

    ``share_greater`` and ``share_less`` are the common shares at which those p-values are reached.
    """

    p_value: float
    p_greater: float
    p_less: float
    share_greater: float
    share_less: float


def boschloo_exact(
    *, callbacks_majority: int, n_majority: int, callbacks_minority: int, n_minority: int
) -> BoschlooExact:
    r"""Boschloo's exact unconditional test of equal shares.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up, together at most 20,000.

    Returns
    -------
    BoschlooExact
        Probabilities, 0 to 1; ``p_value`` is two-sided, twice the smaller one-sided value, at most 1.

    Raises
    ------
    ImpossibleInput
        Counts that cannot be, or too many to enumerate.
    NotConverged
        The highest probability was not proven within the steps allowed (has not been seen).

    Notes
    -----
    The statistic is Fisher's one-sided p-value F. With :math:`f_m` the chance, given m callbacks in all, of a table
    with F no larger than the observed one, the p-value is
    :math:`\max_\pi \sum_m \mathrm{Bin}(m; N, \pi) f_m`: one polynomial in the common share. No share is proven to
    give more than the value given times 1 + 1e-8, by branch and bound on two bounds
    (:mod:`testing_lab.unpaired.highest_mixture`). As :math:`f_m \le F`, the p-value is never above Fisher's.
    Agrees with ``scipy.stats.boschloo_exact``, which searches for the highest point without a proof and for the
    one-sided hypotheses separately. R ``exact2x2::boschloo(tsmethod="central")`` asks the same question.

    References
    ----------
    Boschloo (1970), Statistica Neerlandica 24:1-9.

    Examples
    --------
    Fisher's test gives 0.1305:

    >>> round(boschloo_exact(callbacks_majority=7, n_majority=20, callbacks_minority=2, n_minority=18).p_value, 8)
    0.10298417
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    if counts.applications > _MOST:
        raise ImpossibleInput(
            "n_majority, n_minority", "are too large to enumerate", applications=counts.applications, most=_MOST
        )
    greater, share_greater = _one_sided(counts)
    swapped = UnpairedCounts(
        callbacks_majority=counts.callbacks_minority,
        n_majority=counts.n_minority,
        callbacks_minority=counts.callbacks_majority,
        n_minority=counts.n_majority,
    )
    less, share_less = _one_sided(swapped)
    return BoschlooExact(
        p_value=min(1.0, 2 * min(greater, less)),
        p_greater=greater,
        p_less=less,
        share_greater=share_greater,
        share_less=share_less,
    )


def _one_sided(counts: UnpairedCounts) -> tuple[float, float]:
    observed, levels = fisher_levels(counts)
    if observed == 0:  # below the smallest number of the machine
        return 0.0, 0.5
    highest, share = highest_mixture(levels / observed)
    return min(1.0, highest * observed), share
