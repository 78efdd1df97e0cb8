"""Powers of tests that may stop before the last pair: exactly, by following every path of discordant pairs."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.signal import convolve

from testing_lab.power.discordance import Discordance, window
from testing_lab.power.formulas import mcnemar_formulas
from testing_lab.protocol.power_of_plan.powers import Powers, first_enough
from testing_lab.stopping.alpha_spending import alpha_spending
from testing_lab.stopping.peeking import peeking_mcnemar

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from testing_lab.protocol.document import Protocol

#: Rules of :func:`testing_lab.stopping.peeking.peeking_mcnemar` for tests of :mod:`testing_lab.stopping`.
E_PROCESSES: Final = {
    "beta_mixture_evalue_mcnemar": "e_process",
    "one_sided_beta_mixture_evalue_mcnemar": "one_sided_e_process",
}

#: Paths are followed over so many discordant pairs: seconds, not minutes.
MOST_DISCORDANT: Final = 1000

#: A form asks again and again for what hardly changed.
_remembered = lru_cache(maxsize=64)(peeking_mcnemar)


def anytime_powers(protocol: Protocol, chances: Discordance) -> Powers:
    """Of an e-process: P(it ever reaches 1/alpha among so many pairs). More pairs never take evidence back."""
    plan, stopping = protocol.sampling, protocol.analysis.stopping
    formulas = mcnemar_formulas(chances, alpha=plan.alpha, target=plan.power)
    highest = math.ceil(min(3 * formulas.connor_1987_lachin_1992_unconditional + 50, 1e7))
    longest = max(_last_discordant(pairs, chances) for pairs in (plan.pairs, highest))
    found = _remembered(
        rule=E_PROCESSES[protocol.analysis.primary_test],
        share_majority=chances.share,
        discordant_pairs=min(MOST_DISCORDANT, longest),
        alpha=plan.alpha,
        prior_a=0.5 if stopping.prior_a is None else stopping.prior_a,
        prior_b=0.5 if stopping.prior_b is None else stopping.prior_b,
    )
    rejected = np.array([0.0, *found.p_reject_by_look])

    def at(pairs: int) -> float:
        first, weights = window(pairs=pairs, discordant=chances.discordant)
        followed = np.minimum(np.arange(first, first + len(weights)), len(rejected) - 1)
        return min(1.0, float(weights @ rejected[followed]))

    smallest = first_enough(at, target=plan.power, highest=highest)
    return Powers(
        basis="exact", at=at, smallest=smallest, stable=smallest, enumerated=_enumerated(chances, len(rejected) - 1)
    )


def look_powers(protocol: Protocol, chances: Discordance) -> Powers:
    """Of planned looks: P(some look rejects), where looks fall at their parts of the discordant pairs that come."""
    plan, looks = protocol.sampling, protocol.analysis.stopping.looks
    spending = alpha_spending(information=looks, alpha=plan.alpha, spending=protocol.analysis.stopping.spending)

    @cache
    def given(planned: int) -> float:
        alive, seen, rejected = np.ones(1), 0, 0.0
        for fraction, z in zip(looks, spending.z, strict=True):
            due = math.ceil(fraction * planned - 1e-9)
            if due > seen:
                alive, seen = convolve(alive, _binomial(due - seen, chances.share)), due
            crossed = np.abs(2 * np.arange(seen + 1) - seen) >= z * math.sqrt(seen)
            rejected += float(alive[crossed].sum())
            alive[crossed] = 0.0
        return min(1.0, rejected)

    def at(pairs: int) -> float:
        first, weights = window(pairs=pairs, discordant=chances.discordant)
        come = range(first, first + len(weights))
        return min(1.0, float(weights @ np.array([given(min(one, MOST_DISCORDANT)) for one in come])))

    formulas = mcnemar_formulas(chances, alpha=plan.alpha, target=plan.power)
    highest = math.ceil(
        min(1.5 * formulas.connor_1987_lachin_1992_unconditional + 50, MOST_DISCORDANT / chances.discordant)
    )
    return Powers(
        basis="given_looks",
        at=at,
        smallest=first_enough(at, target=plan.power, highest=highest),
        enumerated=_enumerated(chances, MOST_DISCORDANT),
    )


def _last_discordant(pairs: int, chances: Discordance) -> int:
    first, weights = window(pairs=pairs, discordant=chances.discordant)
    return max(1, first + len(weights) - 1)


def _enumerated(chances: Discordance, discordant: int) -> int:
    """So many pairs have hardly ever more discordant ones: all that matters is followed."""
    low, high = 0, math.ceil(discordant / chances.discordant) + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _last_discordant(middle, chances) <= discordant else (low, middle)
    return low


def _binomial(trials: int, share: float) -> NDArray[np.float64]:
    found = np.zeros(trials + 1)
    first, weights = window(pairs=trials, discordant=share)
    found[first : first + len(weights)] = weights
    return found
