"""When does a McNemar test reject? By its discordant pairs alone: the rarer kind counts no more than a critical count.

Every McNemar test rejects for small ``min(b, c)``; so one number for each number ``m`` of discordant pairs says all.
The rule is the same for all: reject when the p-value is at most alpha.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

import numpy as np
from scipy import special

from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

TestName = Literal["exact", "midp", "asymptotic", "cc"]

#: The tests by the word that the power questions use; ``cc`` is the continuity-corrected one.
TESTS: Final[tuple[TestName, ...]] = get_args(TestName)


def known_test(argument: str, test: str) -> TestName:
    """The word of a test, checked."""
    for one in TESTS:
        if test == one:
            return one
    raise ImpossibleInput(argument, "is no test that is known here", value=str(test), known=", ".join(TESTS))


def p_values(test: TestName, *, rarer: NDArray[np.int64], discordant: NDArray[np.int64]) -> NDArray[np.float64]:
    """Two-sided p-value when the rarer kind of discordant pair was seen ``rarer`` times: 0 ≤ rarer ≤ discordant / 2."""
    gap = (discordant - 2 * rarer).astype(np.float64)
    m = np.maximum(discordant, 1)
    if test in ("asymptotic", "cc"):
        z = (np.maximum(gap - 1, 0.0) if test == "cc" else gap) / np.sqrt(m)
        return np.asarray(special.erfc(z / np.sqrt(2.0)), dtype=np.float64)
    p = _at_most(rarer, discordant) + _at_most(rarer if test == "exact" else rarer - 1, discordant)
    return np.where(gap == 0, 1.0, np.minimum(p, 1.0))


def _at_most(successes: NDArray[np.int64], trials: NDArray[np.int64]) -> NDArray[np.float64]:
    """P(X ≤ successes) of Bin(trials, 1/2), for successes < trials."""
    inside = special.betainc(np.maximum(trials - successes, 1), np.maximum(successes + 1, 1), 0.5)
    return np.where(successes < 0, 0.0, inside)


def critical_counts(test: TestName, *, discordant: NDArray[np.int64], alpha: float) -> NDArray[np.int64]:
    """The largest ``min(b, c)`` that is rejected at each number of discordant pairs; -1 where none is."""
    m = discordant
    highest = (m - 1) // 2  # at a tie p is 1
    z = float(special.ndtri(1 - alpha / 2))
    k = np.clip(np.floor(m / 2 - z * np.sqrt(m) / 2).astype(np.int64), -1, highest)
    while True:
        more = (k < highest) & (p_values(test, rarer=np.maximum(k + 1, 0), discordant=m) <= alpha)
        if not more.any():
            break
        k = k + more
    while True:
        less = (k >= 0) & (p_values(test, rarer=np.maximum(k, 0), discordant=m) > alpha)
        if not less.any():
            return k
        k = k - less


def rejection(
    test: TestName, *, discordant: NDArray[np.int64], alpha: float, share: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """P(reject, many only-majority pairs | m) and P(reject, few | m), where each is only-majority with ``share``."""
    k = critical_counts(test, discordant=discordant, alpha=alpha)
    upper, lower = np.maximum(discordant - k, 1), np.maximum(k + 1, 1)
    many = np.where(k < 0, 0.0, special.betainc(upper, lower, share))
    few = np.where(k < 0, 0.0, special.betainc(upper, lower, 1 - share))
    return many, few
