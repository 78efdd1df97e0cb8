"""By how much do the chances of the two applicants differ? Newcombe's interval from one interval for each."""

from __future__ import annotations

import math

from testing_lab.distributions import two_sided_z
from testing_lab.paired.correlation import newcombe_psi
from testing_lab.paired.counts import paired_counts
from testing_lab.paired.rd_simple import difference
from testing_lab.proportions import wilson_share
from testing_lab.result import Interval


class NewcombeDifference(Interval, frozen=True, kw_only=True):
    """A difference of shares, -1 to 1; ``psi`` is the correlation of the two answers that was used."""

    psi: float


def rd_newcombe_square_and_add(
    *, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95
) -> NewcombeDifference:
    r"""Newcombe's square-and-add interval of the paired difference.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    NewcombeDifference
        Shares, -1 to 1.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    With Wilson bounds l, u of both shares:
    :math:`L = \hat\delta - \sqrt{(p_1 - l_1)^2 - 2\psi(p_1 - l_1)(u_2 - p_2) + (u_2 - p_2)^2}`, U alike.
    A positive cross product :math:`ad - bc` in :math:`\psi` is first brought N/2 closer to 0 (method 10); an applicant
    who always had the same answer makes :math:`\psi = 0`. Agrees with R
    ``contingencytables::Newcombe_square_and_add_CI_paired_2x2`` when that is given doubles: its whole numbers overflow.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17:2635-2650, method 10.

    Examples
    --------
    >>> answer = rd_newcombe_square_and_add(both=1, only_majority=1, only_minority=7, neither=12)
    >>> round(answer.lower, 3), round(answer.upper, 3)
    (-0.507, -0.026)
    """
    z = two_sided_z(confidence)
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    first = wilson_share(counts.positive_majority, trials=counts.pairs, z=z)
    second = wilson_share(counts.positive_minority, trials=counts.pairs, z=z)
    p1, p2 = counts.positive_majority / counts.pairs, counts.positive_minority / counts.pairs
    correlation, estimate = newcombe_psi(counts), difference(counts)
    return NewcombeDifference(
        estimate=estimate,
        lower=max(-1.0, estimate - _length(p1 - first.lower, second.upper - p2, correlation)),
        upper=min(1.0, estimate + _length(first.upper - p1, p2 - second.lower, correlation)),
        psi=correlation,
    )


def _length(first: float, second: float, correlation: float) -> float:
    return math.sqrt(max(first * first - 2 * correlation * first * second + second * second, 0.0))
