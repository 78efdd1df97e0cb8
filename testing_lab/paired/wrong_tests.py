"""What tests that forget the pairing say of a table of pairs. They are WRONG here; never report their p value.

They stand here to show, beside the right answer, what would have been claimed. They cannot be asked by name.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from testing_lab.paired.counts import paired_counts
from testing_lab.result import Result


class WrongTest(Result, frozen=True, kw_only=True):
    """``table``: rows are majority and minority, columns positive and other; ``reason`` says what is wrong, as a code."""

    p_value: float
    table: tuple[tuple[int, int], tuple[int, int]]
    reason: str


def exclusive_share_fisher_of_callback(*, both: int, only_majority: int, only_minority: int, neither: int) -> WrongTest:
    r"""WRONG: Fisher's test of both "exclusive callback shares", as R ``callback`` 0.1.1 ``stat_ecs`` does.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    WrongTest
        Its reason is ``every_discordant_pair_counted_twice``. Without discordant pairs p = 1.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    The m discordant pairs are taken for two independent samples of m, one with b and one with c = m - b positive.
    Without correction that chi-squared is exactly twice McNemar's. Under a true null hypothesis it rejects about 13 %
    of the time at a nominal 5 %.

    Examples
    --------
    Petit et al. (2013), inter1: printed with a star, while the exact McNemar test has p = 0.0722.

    >>> round(exclusive_share_fisher_of_callback(both=43, only_majority=43, only_minority=27, neither=197).p_value, 4)
    0.011
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    b, c = counts.only_majority, counts.only_minority
    return _fisher(((b, c), (c, b)), reason="every_discordant_pair_counted_twice")


def unpaired_fisher_on_margins(*, both: int, only_majority: int, only_minority: int, neither: int) -> WrongTest:
    r"""WRONG: Fisher's test of two independent groups, on the margins of a table of pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    WrongTest
        Its reason is ``pairing_ignored``.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    Both applicants of a pair had the same employer, so that their answers are alike; taken for independent, they seem
    to vary more than they do. Under a true null hypothesis it rejects far less often than its nominal level, and so
    misses real discrimination. R ``callback`` offers it for matched callback rates.

    Examples
    --------
    >>> round(unpaired_fisher_on_margins(both=43, only_majority=43, only_minority=27, neither=197).p_value, 4)
    0.1649
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    first, second = counts.positive_majority, counts.positive_minority
    table = ((first, counts.pairs - first), (second, counts.pairs - second))
    return _fisher(table, reason="pairing_ignored")


def _fisher(table: tuple[tuple[int, int], tuple[int, int]], *, reason: str) -> WrongTest:
    return WrongTest(
        p_value=min(1.0, float(stats.fisher_exact(np.array(table, dtype=np.int64)).pvalue)), table=table, reason=reason
    )
