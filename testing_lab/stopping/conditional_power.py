"""Is it still worth going on? The power that is left, given the pairs so far."""

from __future__ import annotations

import numpy as np
from scipy import special

from testing_lab.arguments import count, open_share, share
from testing_lab.binomial import at_least, at_most
from testing_lab.faults import ImpossibleInput
from testing_lab.power.critical import critical_counts, known_test
from testing_lab.result import Result


class ConditionalPowerMcNemar(Result, frozen=True, kw_only=True):
    """The probability that the test rejects at the planned number of discordant pairs, given those seen.

    ``under_plan``: with the planned share. ``under_current``: with the share seen so far. ``without_difference``.
    ``predictive``: over what the pairs so far leave possible. ``futile``: ``under_plan`` is below ``futile_below``.
    ``still_needed``: further pairs of the majority's kind that would lead to rejection, if possible at all.
    """

    under_plan: float
    under_current: float | None
    without_difference: float
    predictive: float
    futile: bool
    still_needed: int | None


def conditional_power_mcnemar(
    *,
    only_majority: int,
    only_minority: int,
    discordant_planned: int,
    share_planned: float,
    alpha_two_sided: float = 0.05,
    test: str = "midp",
    futile_below: float = 0.1,
) -> ConditionalPowerMcNemar:
    r"""Exact conditional and predictive power of McNemar's test at its planned end.

    Parameters
    ----------
    only_majority, only_minority : int
        Discordant pairs so far, each from 0 up, together at most the plan.
    discordant_planned : int
        Discordant pairs at the end, from 1 to 10 million.
    share_planned : float
        Share of pairs with only the majority positive that the study was planned for, 0 to 1.
    alpha_two_sided, futile_below : float
        Between 0 and 1.
    test : str
        ``midp`` (default), ``exact``, ``asymptotic`` or ``cc``.

    Returns
    -------
    ConditionalPowerMcNemar
        Without a discordant pair there is no current share: ``no_discordant_pairs``. ``still_needed`` is ``None`` where
        no number of further pairs leads to rejection for the majority: ``out_of_reach``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, more pairs seen than planned.

    Notes
    -----
    With r pairs to come and critical count k at the end:
    :math:`P(b + X \ge m - k) + P(b + X \le k)`, :math:`X \sim \mathrm{Bin}(r, \theta)`; predictive: X is
    beta-binomial with parameters b + 1/2 and c + 1/2. Stopping for futility can only lower the error of the first kind.

    References
    ----------
    Lan, Simon & Halperin (1982), Sequential Analysis 1:207. Spiegelhalter, Freedman & Blackburn (1986), Controlled
    Clinical Trials 7:8.

    Examples
    --------
    >>> answer = conditional_power_mcnemar(
    ...     only_majority=20, only_minority=18, discordant_planned=70, share_planned=0.667
    ... )
    >>> round(answer.under_plan, 4), round(answer.predictive, 4), answer.still_needed
    (0.2117, 0.0385, 24)
    """
    b, c = count("only_majority", only_majority), count("only_minority", only_minority)
    planned, theta = count("discordant_planned", discordant_planned), share("share_planned", share_planned)
    alpha, futile = open_share("alpha_two_sided", alpha_two_sided), open_share("futile_below", futile_below)
    if not max(b + c, 1) <= planned <= 10_000_000:
        raise ImpossibleInput("discordant_planned", "must be from the pairs seen to 10 million", value=planned)
    k = int(critical_counts(known_test("test", test), discordant=np.array([planned]), alpha=alpha)[0])
    left = planned - b - c
    needed = planned - k - b  # of the majority's kind among those left

    def rejects(share: float) -> float:
        if k < 0:
            return 0.0
        return at_least(needed, trials=left, share=share) + at_most(k - b, trials=left, share=share)

    under_plan = min(1.0, rejects(theta))
    reachable = k >= 0 and needed <= left
    undefined = {} if b + c else {"under_current": "no_discordant_pairs"}
    if not reachable:
        undefined["still_needed"] = "out_of_reach"
    return ConditionalPowerMcNemar(
        under_plan=under_plan,
        under_current=min(1.0, rejects(b / (b + c))) if b + c else None,
        without_difference=min(1.0, rejects(0.5)),
        predictive=_predictive(b, c, left, needed, k) if k >= 0 else 0.0,
        futile=under_plan < futile,
        still_needed=max(0, needed) if reachable else None,
        undefined=undefined,
    )


def _predictive(b: int, c: int, left: int, needed: int, k: int) -> float:
    """Rejection under the beta-binomial law of what is left; by ratios of neighbours, scaled to sum to 1."""
    x = np.arange(left, dtype=np.float64)
    steps = np.log((left - x) * (b + 0.5 + x) / ((x + 1) * (c + 0.5 + left - x - 1)))
    logs = np.concatenate([[0.0], np.cumsum(steps)])
    weights = np.exp(logs - special.logsumexp(logs))
    more = np.arange(left + 1)
    return min(1.0, float(weights[(more >= needed) | (b + more <= k)].sum()))
