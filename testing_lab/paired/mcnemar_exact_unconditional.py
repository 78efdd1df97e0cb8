"""Do the two applicants of a pair have equal chances? The exact test without conditioning on the discordant pairs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import special

from testing_lab.paired.bernstein import greatest
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Above so many pairs the proof takes too long; the mid-p test hardly differs there.
MOST_PAIRS: Final = 10_000


class McNemarExactUnconditional(Result, frozen=True, kw_only=True):
    """``p_value`` is reached when a share ``discordance_at_supremum`` of all pairs is discordant.

    ``p_value_bound`` is proven: no share of discordant pairs, 0 to 1, gives a probability above it.
    """

    p_value: float | None
    discordance_at_supremum: float | None
    p_value_bound: float | None


def mcnemar_exact_unconditional(
    *, both: int, only_majority: int, only_minority: int, neither: int
) -> McNemarExactUnconditional:
    r"""Suissa and Shuster's exact unconditional test of equal chances within pairs.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.

    Returns
    -------
    McNemarExactUnconditional
        Probability, 0 to 1, and where the supremum lies. Above 10,000 pairs ``None``, for ``too_many_pairs``.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.
    NotConverged
        The supremum did not settle.

    Notes
    -----
    With the observed :math:`z^2 = (b - c)^2/m`,
    :math:`p = \sup_{0 \le q \le 1} \sum_m \binom{N}{m} q^m (1-q)^{N-m} P\{(2X - m)^2/m \ge z^2\}`,
    :math:`X \sim \mathrm{Bin}(m, 1/2)`. The sum is a polynomial in Bernstein form: its supremum is found by halving,
    with a proof (:mod:`testing_lab.paired.bernstein`), to a relative 1e-10, and tables tie exactly, in whole numbers.
    A tie of b and c, and no discordant pairs, give p = 1 (reached for every q).
    Agrees with R ``contingencytables`` with gamma = 0, which overflows above 170 pairs.

    References
    ----------
    Suissa & Shuster (1991), Biometrics 47:361-372.

    Examples
    --------
    >>> round(mcnemar_exact_unconditional(both=1, only_majority=1, only_minority=7, neither=12).p_value, 6)
    0.035316
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    if counts.only_majority == counts.only_minority:
        share = counts.discordant / counts.pairs
        return McNemarExactUnconditional(p_value=1.0, discordance_at_supremum=share, p_value_bound=1.0)
    if counts.pairs > MOST_PAIRS:
        why = dict.fromkeys(McNemarExactUnconditional.__struct_fields__[-3:], "too_many_pairs")
        return McNemarExactUnconditional(p_value=None, discordance_at_supremum=None, p_value_bound=None, undefined=why)
    found = greatest(_rejected(counts))
    return McNemarExactUnconditional(
        p_value=min(1.0, found.value), discordance_at_supremum=found.place, p_value_bound=min(1.0, found.bound)
    )


def _rejected(counts: PairedCounts) -> NDArray[np.float64]:
    """For each number of discordant pairs m: the chance of a table at least as far from a tie as the observed one."""
    gap, observed = abs(counts.only_majority - counts.only_minority), counts.discordant
    chances = np.zeros(counts.pairs + 1)
    # The least k above m/2 with (2k - m)² · observed ≥ gap² · m, in whole numbers: no rounding decides about a tie.
    found = [(m, (m + _root_up(gap * gap * m, observed, m)) // 2) for m in range(1, counts.pairs + 1)]
    possible = np.array([(m, k) for m, k in found if k <= m], dtype=np.float64)
    m, k = possible[:, 0], possible[:, 1]
    chances[m.astype(np.int64)] = np.minimum(1.0, 2 * special.betainc(k, m - k + 1, 0.5))
    return chances


def _root_up(numerator: int, denominator: int, m: int) -> int:
    """The least whole d ≥ sqrt(numerator/denominator) that is even or odd like m."""
    wanted = -(-numerator // denominator)
    root = math.isqrt(wanted)
    root += root * root < wanted
    return root + (root - m) % 2
