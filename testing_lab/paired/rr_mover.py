"""How many times the chance of the minority applicant is that of the majority one? From one interval for each."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.paired.correlation import newcombe_psi, psi
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.rr_simple import ratio, why_no_ratio
from testing_lab.proportions import wilson_share
from testing_lab.result import Interval


def rr_mover_wilson(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""MOVER interval of the paired ratio from Wilson intervals, with the plain correlation.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Ratios, 0 to infinity. The estimate is ``None`` when nobody had a positive answer.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    With Wilson bounds l, u of both shares and :math:`B = p_1 p_2 - \psi(p_1 - l_1)(u_2 - p_2)`:
    :math:`L = (B - \sqrt{B^2 - l_1 u_2 (2p_1 - l_1)(2p_2 - u_2)})/(u_2(2p_2 - u_2))`; U alike, with + and the other
    bounds. An applicant who always had the same answer makes :math:`\psi = 0`. Agrees with R
    ``contingencytables::MOVER_Wilson_score_CI_paired_2x2`` when that is given doubles: with whole numbers its product
    overflows and it silently uses correlation 0.

    References
    ----------
    Tang, Li & Tang (2012), Statistical Methods in Medical Research 21:361-378;
    Fagerland, Lydersen & Laake (2014), Statistics in Medicine 33:2850-2875.

    Examples
    --------
    >>> answer = rr_mover_wilson(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.lower, 4), round(answer.upper, 4)
    (0.9958, 1.5163)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    return _mover(counts, psi(counts), z)


def rr_mover_wilson_newcombe_psi(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> Interval:
    r"""MOVER interval of the paired ratio from Wilson intervals, with Newcombe's corrected correlation.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    Interval
        Ratios, 0 to infinity. The estimate is ``None`` when nobody had a positive answer.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    As :func:`rr_mover_wilson`, but a positive :math:`ad - bc` is first brought N/2 closer to 0.
    Agrees with R ``ratesci::pairbinci(contrast="RR", method="MOVER_newc", moverbase="wilson")``.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:2635-2650, method 10, for the correlation;
    Tang, Li & Tang (2012), Statistical Methods in Medical Research 21:361-378, for the ratio.

    Examples
    --------
    >>> answer = rr_mover_wilson_newcombe_psi(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.lower, 4), round(answer.upper, 4)
    (0.9943, 1.5185)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    return _mover(counts, newcombe_psi(counts), z)


def _mover(counts: PairedCounts, correlation: float, z: float) -> Interval:
    estimate, pairs = ratio(counts), counts.pairs
    if estimate is None:
        return Interval(estimate=None, lower=0.0, upper=math.inf, undefined=why_no_ratio(counts, "estimate"))
    p1, p2 = counts.positive_majority / pairs, counts.positive_minority / pairs
    first = wilson_share(counts.positive_majority, trials=pairs, z=z)
    second = wilson_share(counts.positive_minority, trials=pairs, z=z)
    return Interval(
        estimate=estimate,
        lower=_lower(p1, first.lower, p2, second.upper, correlation),
        # The upper bound of p1/p2 is one over the lower bound of p2/p1.
        upper=1 / reverse if (reverse := _lower(p2, second.lower, p1, first.upper, correlation)) else math.inf,
    )


def _lower(p1: float, l1: float, p2: float, u2: float, correlation: float) -> float:
    """The lower root, without cancelling digits: the product of the roots is above × below."""
    if l1 == 0:
        return 0.0
    middle = p1 * p2 - correlation * (p1 - l1) * (u2 - p2)
    above, below = l1 * (2 * p1 - l1), u2 * (2 * p2 - u2)
    # The discriminant as a sum of what is never negative.
    first, second = p2 * (p1 - l1), p1 * (u2 - p2)
    root = math.sqrt((first - correlation * second) ** 2 + (1 - correlation**2) * (u2 - p2) ** 2 * above)
    return above / (middle + root) if middle >= 0 else (middle - root) / below
