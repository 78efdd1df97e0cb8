"""Wald's sequential test: equal chances, or the share that a study was planned for?"""

from __future__ import annotations

import math

from testing_lab.arguments import open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.stopping.sequence import discordant_sequence


class WaldSPRT(Result, frozen=True, kw_only=True):
    """``decision``: ``reject_H0``, ``accept_H0`` or ``continue``; ``n`` and ``llr`` where it was made, or so far.

    ``llr`` is the log-likelihood ratio; it rejects at ``upper``, accepts at ``lower``.
    """

    decision: str
    n: int
    llr: float
    upper: float
    lower: float


def wald_sprt(*, sequence: str, theta0: float = 0.5, theta1: float, alpha: float = 0.05, beta: float = 0.2) -> WaldSPRT:
    r"""Sequential probability ratio test of a share of the discordant pairs.

    Parameters
    ----------
    sequence : str
        Discordant pairs in their order: ``1`` only majority positive, ``0`` only minority positive.
    theta0, theta1 : float
        Share of ``1`` under the null and under the alternative, between 0 and 1, different.
    alpha, beta : float
        Probability to reject a true null and to accept it wrongly; between 0 and 1, together below 1.

    Returns
    -------
    WaldSPRT
        Pairs after the decision are not used. No pair: ``continue``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, or equal shares.

    Notes
    -----
    Bounds :math:`\log((1 - \beta)/\alpha)` and :math:`\log(\beta/(1 - \alpha))`: Wald's approximations, which overshoot
    makes safe for alpha + beta together. Between ``theta0`` and ``theta1`` the test can be slow; a study must be able
    to go on. The e-process (:mod:`testing_lab.stopping.beta_mixture_evalue`) needs no ``theta1``.

    References
    ----------
    Wald (1945), Annals of Mathematical Statistics 16:117.

    Examples
    --------
    >>> answer = wald_sprt(sequence="111111111111", theta1=0.7, alpha=0.025, beta=0.1)
    >>> answer.decision, answer.n, round(answer.llr, 6)
    ('reject_H0', 11, 3.701195)
    """
    t0, t1 = open_share("theta0", theta0), open_share("theta1", theta1)
    a, b = open_share("alpha", alpha), open_share("beta", beta)
    if t0 == t1:
        raise ImpossibleInput("theta1", "equals theta0", value=t1)
    if a + b >= 1:
        raise ImpossibleInput("alpha, beta", "are together not below 1", sum=a + b)
    upper, lower = math.log((1 - b) / a), math.log(b / (1 - a))
    for_majority, for_minority = math.log(t1 / t0), math.log1p(-t1) - math.log1p(-t0)
    more = less = 0
    llr, decision = 0.0, "continue"
    for favoured in discordant_sequence("sequence", sequence):
        more, less = more + favoured, less + (not favoured)
        llr = more * for_majority + less * for_minority
        if llr >= upper or llr <= lower:
            decision = "reject_H0" if llr >= upper else "accept_H0"
            break
    return WaldSPRT(decision=decision, n=more + less, llr=llr, upper=upper, lower=lower)
