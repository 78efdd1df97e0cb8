"""Power when each vacancy gets one applicant, for comparison with pairs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy import special

from testing_lab.arguments import count, open_share, share
from testing_lab.distributions import log_choose
from testing_lab.faults import ImpossibleInput
from testing_lab.power.discordance import Discordance, two_sided_power, window
from testing_lab.power.formulas import mcnemar_formulas
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class UnpairedPower(Result, frozen=True, kw_only=True):
    """Power of Pearson's test (no correction) and of Fisher's, and the letters per group that a formula asks for."""

    power_pearson: float
    power_fisher: float
    approx_power: float
    n_per_group: float
    n_per_group_continuity: float


class PairedOrUnpaired(Result, frozen=True, kw_only=True):
    """The same number of letters, once as pairs to ``n_pairs`` vacancies, once one each to twice as many.

    ``correlation`` within pairs; the larger, the more pairs gain. ``pairs_needed`` and ``unpaired_vacancies_needed``
    by formula (Connor; two proportions), not rounded.
    """

    power_paired_midp: float
    power_unpaired_pearson: float
    power_unpaired_fisher: float
    correlation: float | None
    pairs_needed: float
    unpaired_vacancies_needed: float


def unpaired_power(
    *,
    p_majority: float,
    p_minority: float,
    n_majority: int,
    n_minority: int,
    alpha_two_sided: float = 0.05,
    target_power: float = 0.8,
) -> UnpairedPower:
    r"""Exact power of Pearson's and Fisher's test for two independent groups.

    Parameters
    ----------
    p_majority, p_minority : float
        Chance of a positive answer in each group, 0 to 1.
    n_majority, n_minority : int
        Letters in each group, 1 to 5,000.
    alpha_two_sided, target_power : float
        Between 0 and 1; the target above alpha.

    Returns
    -------
    UnpairedPower
        Without a difference ``n_per_group`` is ``inf``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    Enumeration of all pairs of counts that matter. Fisher's p-value adds up tables as likely as the one seen or less,
    with R's relative tolerance of 1e-7. Formulas: Fleiss, :math:`[z \sqrt{2 \bar p \bar q} + z_\beta \sqrt{p_1 q_1 +
    p_2 q_2}]^2 / d^2`, and Casagrande's continuity correction. R: ``power.prop.test`` (formula),
    ``exact2x2::power2x2`` (Fisher).

    References
    ----------
    Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, equations 4.14 and 4.18.

    Examples
    --------
    >>> answer = unpaired_power(p_majority=0.3, p_minority=0.23, n_majority=288, n_minority=288)
    >>> round(answer.power_pearson, 3), round(answer.power_fisher, 3), round(answer.n_per_group, 1)
    (0.479, 0.442, 622.8)
    """
    p1, p2 = share("p_majority", p_majority), share("p_minority", p_minority)
    n1, n2 = count("n_majority", n_majority), count("n_minority", n_minority)
    alpha, target = open_share("alpha_two_sided", alpha_two_sided), open_share("target_power", target_power)
    for name, size in (("n_majority", n1), ("n_minority", n2)):
        if not 1 <= size <= 5000:
            raise ImpossibleInput(name, "must be from 1 to 5000", value=size)
    if target <= alpha:
        raise ImpossibleInput("target_power", "is not above alpha", value=target, alpha=alpha)
    first1, weights1 = window(pairs=n1, discordant=p1)
    first2, weights2 = window(pairs=n2, discordant=p2)
    x1, x2 = np.arange(first1, first1 + len(weights1)), np.arange(first2, first2 + len(weights2))
    needed = _per_group(p1, p2, alpha, target)
    return UnpairedPower(
        power_pearson=min(1.0, float(weights1 @ _pearson(x1, x2, n1, n2, alpha) @ weights2)),
        power_fisher=min(1.0, float(weights1 @ _fisher(x1, x2, n1, n2, alpha) @ weights2)),
        approx_power=_approx(p1, p2, n1, n2, alpha),
        n_per_group=needed,
        n_per_group_continuity=needed / 4 * (1 + math.sqrt(1 + 4 / (needed * abs(p1 - p2)))) ** 2
        if math.isfinite(needed) and needed > 0
        else needed,
    )


def paired_or_unpaired(
    *,
    p_both: float,
    p_only_majority: float,
    p_only_minority: float,
    n_pairs: int,
    alpha_two_sided: float = 0.05,
    target_power: float = 0.8,
) -> PairedOrUnpaired:
    """What do pairs gain over one letter for each vacancy, with as many letters?

    Parameters
    ----------
    p_both, p_only_majority, p_only_minority : float
        Probability of each outcome of a pair; each 0 to 1, together at most 1.
    n_pairs : int
        1 to 5,000; the unpaired design sends as many letters to each of the two groups.
    alpha_two_sided, target_power : float
        Between 0 and 1; the target above alpha.

    Returns
    -------
    PairedOrUnpaired
        ``correlation`` is ``None`` where a group's chance is 0 or 1 (``no_variance``). Without a difference the
        numbers needed are ``inf``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    Says nothing about interference: two applicants to one vacancy can change each other's chances (Phillips 2019).

    References
    ----------
    Vuolo, Uggen & Lageson (2018), To match or not to match? in Gaddis (ed.), Audit Studies.

    Examples
    --------
    >>> answer = paired_or_unpaired(p_both=0.18, p_only_majority=0.12, p_only_minority=0.05, n_pairs=288)
    >>> round(answer.power_paired_midp, 3), round(answer.power_unpaired_pearson, 3)
    (0.836, 0.479)
    """
    both = share("p_both", p_both)
    more, less = share("p_only_majority", p_only_majority), share("p_only_minority", p_only_minority)
    if both + more + less > 1 + 1e-12:
        raise ImpossibleInput("p_both, p_only_majority, p_only_minority", "are together more than 1")
    chances = Discordance(only_majority=more, only_minority=less)
    p1, p2 = min(1.0, both + more), min(1.0, both + less)
    apart = unpaired_power(
        p_majority=p1,
        p_minority=p2,
        n_majority=n_pairs,
        n_minority=n_pairs,
        alpha_two_sided=alpha_two_sided,
        target_power=target_power,
    )
    variance = p1 * (1 - p1) * p2 * (1 - p2)
    formulas = mcnemar_formulas(chances, alpha=alpha_two_sided, target=target_power)
    return PairedOrUnpaired(
        power_paired_midp=two_sided_power("midp", pairs=int(n_pairs), chances=chances, alpha=alpha_two_sided),
        power_unpaired_pearson=apart.power_pearson,
        power_unpaired_fisher=apart.power_fisher,
        correlation=(both - p1 * p2) / math.sqrt(variance) if variance > 0 else None,
        pairs_needed=formulas.connor_1987_lachin_1992_unconditional,
        unpaired_vacancies_needed=2 * apart.n_per_group,
        undefined={} if variance > 0 else {"correlation": "no_variance"},
    )


def _per_group(p1: float, p2: float, alpha: float, target: float) -> float:
    if p1 == p2:
        return math.inf
    z, z_power, mean = float(special.ndtri(1 - alpha / 2)), float(special.ndtri(target)), (p1 + p2) / 2
    total = z * math.sqrt(2 * mean * (1 - mean)) + z_power * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    return (max(total, 0.0) / (p1 - p2)) ** 2


def _approx(p1: float, p2: float, n1: int, n2: int, alpha: float) -> float:
    z, mean = float(special.ndtri(1 - alpha / 2)), (n1 * p1 + n2 * p2) / (n1 + n2)
    reach = abs(p1 - p2) - z * math.sqrt(mean * (1 - mean) * (1 / n1 + 1 / n2))
    spread = math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    if spread == 0:
        return 1.0 if reach > 0 else 0.0
    return float(special.ndtr(reach / spread))


def _pearson(x1: NDArray[np.int64], x2: NDArray[np.int64], n1: int, n2: int, alpha: float) -> NDArray[np.float64]:
    """1 where Pearson's test rejects; a table without variation is not rejected."""
    a, c = x1[:, None].astype(np.float64), x2[None, :].astype(np.float64)
    positive = a + c
    spread = positive * (n1 + n2 - positive) * n1 * n2
    statistic = (n1 + n2) * (a * n2 - c * n1) ** 2 / np.maximum(spread, 1.0)
    return ((spread > 0) & (special.erfc(np.sqrt(statistic / 2)) <= alpha)).astype(np.float64)


def _fisher(x1: NDArray[np.int64], x2: NDArray[np.int64], n1: int, n2: int, alpha: float) -> NDArray[np.float64]:
    """1 where Fisher's test rejects, by the number of positive answers in all."""
    rejected = np.zeros((len(x1), len(x2)))
    logs1, logs2 = log_choose(n1), log_choose(n2)
    for positive in range(int(x1[0] + x2[0]), int(x1[-1] + x2[-1]) + 1):
        low, high = max(0, positive - n2), min(n1, positive)
        logs = logs1[low : high + 1] + logs2[positive - high : positive - low + 1][::-1]
        weights = np.exp(logs - logs.max())
        weights /= weights.sum()
        rising = np.sort(weights)
        p = np.cumsum(rising)[np.searchsorted(rising, weights * (1 + 1e-7), side="right") - 1]
        at = np.arange(max(int(x1[0]), positive - int(x2[-1])), min(int(x1[-1]), positive - int(x2[0])) + 1)
        rejected[at - x1[0], positive - at - x2[0]] = p[at - low] <= alpha
    return rejected
