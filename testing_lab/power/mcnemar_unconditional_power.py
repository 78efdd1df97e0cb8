"""Power of the exact unconditional test, which does not condition on the discordant pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import optimize, special

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.discordance import discordance, window
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class McNemarUnconditionalPower(Result, frozen=True, kw_only=True):
    """``power``: P(reject). ``critical_statistic``: the test rejects from this (b - c)²/(b + c) on. ``size``: the
    largest probability to reject without a difference, and ``worst_discordant_share`` where it is reached.
    """

    power: float
    critical_statistic: float | None
    size: float
    worst_discordant_share: float | None


def mcnemar_unconditional_power(
    *, p_only_majority: float, p_only_minority: float, n_pairs: int, alpha_two_sided: float = 0.05
) -> McNemarUnconditionalPower:
    r"""Exact power of Suissa and Shuster's unconditional McNemar test.

    Parameters
    ----------
    p_only_majority, p_only_minority : float
        Probability that in a pair only that applicant has a positive answer; each 0 to 1, together at most 1.
    n_pairs : int
        Pairs, 1 to 1,000.
    alpha_two_sided : float
        Between 0 and 1.

    Returns
    -------
    McNemarUnconditionalPower
        With so few pairs that nothing is ever rejected: power 0, reason ``never_rejects``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    Rejects for large :math:`(b - c)^2 / (b + c)`, from the smallest value at which
    :math:`\max_q \sum_m \mathrm{Bin}(m; N, q) P(\text{reject} \mid m, 1/2) \le \alpha`. The maximum over q is searched
    on a grid of a twelfth of a standard deviation and then to rounding. Agrees with R ``exact2x2::uncondExact2x2`` in
    idea and ``contingencytables::McNemar_exact_unconditional_test_paired_2x2`` (gamma = 0) in value.

    References
    ----------
    Suissa & Shuster (1991), Biometrics 47:361.

    Examples
    --------
    >>> answer = mcnemar_unconditional_power(p_only_majority=0.12, p_only_minority=0.05, n_pairs=288)
    >>> round(answer.power, 3), round(answer.size, 4)
    (0.825, 0.0466)
    """
    chances = discordance(p_only_majority=p_only_majority, p_only_minority=p_only_minority)
    pairs, alpha = count("n_pairs", n_pairs), open_share("alpha_two_sided", alpha_two_sided)
    if not 1 <= pairs <= 1000:
        raise ImpossibleInput("n_pairs", "must be from 1 to 1000", value=pairs)
    law = _NullLaw(pairs)
    statistics = _statistics(pairs)
    low, high = 0, len(statistics)  # the first index that keeps the level; the last one means: never reject
    while low < high:
        middle = (low + high) // 2
        if law.size(_critical(pairs, statistics[middle]))[0] <= alpha:
            high = middle
        else:
            low = middle + 1
    if low == len(statistics):
        undefined = dict.fromkeys(("critical_statistic", "worst_discordant_share"), "never_rejects")
        return McNemarUnconditionalPower(
            power=0.0, critical_statistic=None, size=0.0, worst_discordant_share=None, undefined=undefined
        )
    k = _critical(pairs, statistics[low])
    size, worst = law.size(k)
    first, weights = window(pairs=pairs, discordant=chances.discordant)
    m = np.arange(first, first + len(weights))
    tails = _tail(m, k[m], chances.share) + _tail(m, k[m], 1 - chances.share)
    return McNemarUnconditionalPower(
        power=min(1.0, float(weights @ tails)),
        critical_statistic=float(statistics[low]),
        size=size,
        worst_discordant_share=worst,
    )


def _statistics(pairs: int) -> NDArray[np.float64]:
    """Every value above 0 that (b - c)²/(b + c) can have; equal fractions are equal floats."""
    found = [np.arange(m, 0, -2, dtype=np.float64) ** 2 / m for m in range(1, pairs + 1)]
    return np.unique(np.concatenate(found))


def _critical(pairs: int, statistic: float) -> NDArray[np.int64]:
    """The largest min(b, c) at each number of discordant pairs whose statistic is as large; -1: none."""
    m = np.arange(pairs + 1)
    k = np.floor((m - np.sqrt(statistic * m)) / 2).astype(np.int64) + 1
    k = np.minimum(k, (m - 1) // 2)
    for _ in range(3):  # the square root is off by rounding at most
        large = (k < 0) | ((m - 2 * k) ** 2 / np.maximum(m, 1) >= statistic)
        k = np.where(large, k, k - 1)
    return np.asarray(np.maximum(k, -1), dtype=np.int64)


def _tail(m: NDArray[np.int64], k: NDArray[np.int64], share: float) -> NDArray[np.float64]:
    """P(X ≥ m - k) of Bin(m, share)."""
    inside = special.betainc(np.maximum(m - k, 1), np.maximum(k + 1, 1), share)
    return np.where(k < 0, 0.0, inside)


class _NullLaw:
    """How often each number of discordant pairs comes, over a grid of their share."""

    def __init__(self, pairs: int) -> None:
        self._pairs = pairs
        m = np.arange(pairs + 1)
        self._choose = special.gammaln(pairs + 1) - special.gammaln(m + 1) - special.gammaln(pairs - m + 1)
        points = int(38 * np.sqrt(pairs)) + 50
        self._angles = np.linspace(0, np.pi / 2, points + 2)[1:-1]
        self._weights = np.vstack([self._law(angle) for angle in self._angles])

    def _law(self, angle: float) -> NDArray[np.float64]:
        m = np.arange(self._pairs + 1)
        logs = self._choose + 2 * (m * np.log(np.sin(angle)) + (self._pairs - m) * np.log(np.cos(angle)))
        weights = np.exp(logs)
        return np.asarray(weights / weights.sum(), dtype=np.float64)

    def size(self, critical: NDArray[np.int64]) -> tuple[float, float]:
        m = np.arange(self._pairs + 1)
        rejected = 2 * _tail(m, critical, 0.5)
        rejected_at_end = float(rejected[-1])  # every pair discordant
        on_grid = self._weights @ rejected
        best, where = max(
            (rejected_at_end, 1.0), (float(on_grid.max()), float(np.sin(self._angles[on_grid.argmax()]) ** 2))
        )
        inner = on_grid[1:-1]
        peaks = 1 + np.flatnonzero((inner >= on_grid[:-2]) & (inner >= on_grid[2:]) & (inner > 0.98 * best))
        for peak in peaks:
            found = optimize.minimize_scalar(
                lambda angle: -float(self._law(angle) @ rejected),
                bounds=(self._angles[peak - 1], self._angles[peak + 1]),
                method="bounded",
                options={"xatol": 1e-9},
            )
            best, where = max((best, where), (float(-found.fun), float(np.sin(found.x) ** 2)))
        return best, where
