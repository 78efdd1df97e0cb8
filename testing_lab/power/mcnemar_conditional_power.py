"""How likely is a number of discordant pairs to show a difference? The question of a study that counts those."""

from __future__ import annotations

import numpy as np

from testing_lab.arguments import count, open_share, share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.critical import TESTS, critical_counts, rejection
from testing_lab.power.discordance import Discordance
from testing_lab.power.formulas import mcnemar_formulas
from testing_lab.power.smallest import NONE_FOUND, SmallestPairs, smallest_discordant_pairs
from testing_lab.result import Result


class McNemarConditionalPower(Result, frozen=True, kw_only=True):
    """By test (``exact``, ``midp``, ``asymptotic``, ``cc``).

    ``critical_count``: rejected when the rarer kind was seen no more often; ``None`` when nothing is rejected.
    ``power``, and ``size``: the probability to reject without any difference. ``min_discordant``: pairs needed.
    """

    critical_count: dict[str, int | None]
    power: dict[str, float]
    size: dict[str, float]
    min_discordant: dict[str, SmallestPairs]
    schlesselman_discordant_pairs: float


def mcnemar_conditional_power(
    *, discordant_pairs: int, share_majority: float, alpha_two_sided: float = 0.05, target_power: float = 0.8
) -> McNemarConditionalPower:
    r"""Exact power of McNemar's tests given the number of discordant pairs.

    Parameters
    ----------
    discordant_pairs : int
        Discordant pairs, from 0 up.
    share_majority : float
        Of the discordant pairs, the true share with only the majority applicant positive, 0 to 1.
    alpha_two_sided, target_power : float
        Between 0 and 1; the target above alpha.

    Returns
    -------
    McNemarConditionalPower
        At a share of 1/2 no number is enough: reason ``no_difference``; ``beyond_the_search`` from hundreds of
        thousands of discordant pairs on.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    With critical count k: :math:`P(X \le k) + P(X \ge m - k)`, :math:`X \sim \mathrm{Bin}(m, \theta)`. Discordant
    pairs are what a study learns from; concordant ones only cost letters. R: ``binom`` power, ``exact2x2``.

    References
    ----------
    Schlesselman (1982), Case-Control Studies, section 6.6. Fagerland, Lydersen & Laake (2013), BMC MRM 13:91.

    Examples
    --------
    >>> answer = mcnemar_conditional_power(discordant_pairs=70, share_majority=2 / 3)
    >>> answer.critical_count["midp"], round(answer.power["midp"], 4), answer.min_discordant["midp"].first_crossing
    (26, 0.7904, 64)
    """
    m, theta = count("discordant_pairs", discordant_pairs), share("share_majority", share_majority)
    alpha, target = open_share("alpha_two_sided", alpha_two_sided), open_share("target_power", target_power)
    if target <= alpha:
        raise ImpossibleInput("target_power", "is not above alpha", value=target, alpha=alpha)
    chances = Discordance(only_majority=theta, only_minority=1 - theta)
    needed = mcnemar_formulas(chances, alpha=alpha, target=target).schlesselman_discordant_pairs
    at = np.array([m])
    counts = {test: int(critical_counts(test, discordant=at, alpha=alpha)[0]) for test in TESTS}

    def rejected(theta: float) -> dict[str, float]:
        sides = {test: rejection(test, discordant=at, alpha=alpha, share=theta) for test in TESTS}
        return {test: min(1.0, float(many[0] + few[0])) for test, (many, few) in sides.items()}

    smallest: dict[str, SmallestPairs] = {
        test: NONE_FOUND
        if theta == 0.5
        else smallest_discordant_pairs(test, share=theta, alpha=alpha, target=target, expected=needed)
        for test in TESTS
    }
    undefined = {}
    if any(one is NONE_FOUND for one in smallest.values()):
        undefined["min_discordant"] = "no_difference" if theta == 0.5 else "beyond_the_search"
    return McNemarConditionalPower(
        critical_count={test: one if one >= 0 else None for test, one in counts.items()},
        power=rejected(theta),
        size=rejected(0.5),
        min_discordant=smallest,
        schlesselman_discordant_pairs=needed,
        undefined=undefined,
    )
