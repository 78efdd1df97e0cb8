"""Do two groups of applications have equal chances? Fisher's exact test, given the total number of callbacks."""

from __future__ import annotations

from testing_lab.hypergeometric import tails
from testing_lab.result import Result
from testing_lab.unpaired.counts import unpaired_counts


class FisherExact(Result, frozen=True, kw_only=True):
    """P-values; ``p_greater`` is one-sided for "the majority has the larger share", ``p_less`` for the reverse."""

    p_value: float
    p_greater: float
    p_less: float


def fisher_exact(*, callbacks_majority: int, n_majority: int, callbacks_minority: int, n_minority: int) -> FisherExact:
    r"""Fisher's exact test of equal shares.

    Parameters
    ----------
    callbacks_majority, callbacks_minority : int
        Positive answers, from 0 to the number of applications.
    n_majority, n_minority : int
        Applications, each from 1 up.

    Returns
    -------
    FisherExact
        Probabilities, 0 to 1; all are 1 when everybody or nobody had a positive answer.

    Raises
    ------
    ImpossibleInput
        Counts that cannot be, or so large (beyond 10¹⁰) that they cannot be counted out.

    Notes
    -----
    Two-sided: the sum over all tables with the same margins that are not more probable than the observed one, up to a
    relative difference of 1e-7, as R ``fisher.test`` has it. A p-value below 1e-308 is given as 0.

    References
    ----------
    Fisher (1935), Journal of the Royal Statistical Society 98:39-82.

    Examples
    --------
    >>> round(fisher_exact(callbacks_majority=7, n_majority=20, callbacks_minority=2, n_minority=18).p_value, 8)
    0.1304589
    """
    counts = unpaired_counts(
        callbacks_majority=callbacks_majority,
        n_majority=n_majority,
        callbacks_minority=callbacks_minority,
        n_minority=n_minority,
    )
    found = tails(counts.callbacks_majority, first=counts.n_majority, second=counts.n_minority, drawn=counts.callbacks)
    return FisherExact(p_value=found.two_sided, p_greater=found.greater, p_less=found.less)
