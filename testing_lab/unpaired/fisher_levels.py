"""What Fisher's one-sided test rejects, for each number of callbacks in all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from testing_lab.distributions import log_choose
from testing_lab.hypergeometric import TIE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from testing_lab.unpaired.counts import UnpairedCounts

_CELLS: Final = 2_000_000


def fisher_levels(counts: UnpairedCounts) -> tuple[float, NDArray[np.float64]]:
    """The observed one-sided p-value F, and for m = 0 … N callbacks the largest attainable p-value that is no larger.

    That is the chance, given m, of a table at least as much in the majority's favour as the observed one, in the order
    of Fisher's p-value. It is 0 where even the most extreme table has a larger p-value.
    """
    choose1, choose0 = log_choose(counts.n_majority), log_choose(counts.n_minority)
    observed = _upper_tails(choose1, choose0, np.array([counts.callbacks]))[0, counts.callbacks_majority]
    limit = observed * (1 + TIE)
    block = max(1, _CELLS // (counts.n_majority + 1))
    margins = np.arange(counts.applications + 1)
    levels = []
    for begin in range(0, len(margins), block):
        tails = _upper_tails(choose1, choose0, margins[begin : begin + block])
        levels.append(np.where(tails <= limit, tails, 0.0).max(axis=1))
    # A tie that rounding put just above the observed value is the observed value.
    return float(observed), np.minimum(np.concatenate(levels), observed)


def _upper_tails(
    choose1: NDArray[np.float64], choose0: NDArray[np.float64], margins: NDArray[np.int64]
) -> NDArray[np.float64]:
    """P(X ≥ x | m): a row for each m, a column for each x from 0 to n1; 0 beyond what m allows."""
    first = np.arange(len(choose1))
    second = margins[:, None] - first[None, :]
    possible = (second >= 0) & (second < len(choose0))
    logarithms = np.where(possible, choose1[None, :] + choose0[np.clip(second, 0, len(choose0) - 1)], -np.inf)
    weights = np.exp(logarithms - logarithms.max(axis=1, keepdims=True))
    tails = np.cumsum(weights[:, ::-1], axis=1)[:, ::-1]
    shares: NDArray[np.float64] = np.where(possible, tails / tails[:, :1], 0.0)
    return shares
