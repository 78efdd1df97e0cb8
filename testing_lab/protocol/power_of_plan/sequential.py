"""Powers of tests that may stop before the last pair: exactly, by following every path of discordant pairs."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from testing_lab.power.discordance import Discordance, window
from testing_lab.power.formulas import mcnemar_formulas
from testing_lab.protocol.power_of_plan.powers import Powers, first_enough
from testing_lab.stopping.exact_looks import reach_of, smallest_lead
from testing_lab.stopping.peeking import peeking_mcnemar
from testing_lab.stopping.spending_functions import spending_function

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
    """Of planned looks: P(a look stops the study with a claim), by the boundaries that the monitor holds.

    The looks fall at their parts of the planned discordant pairs; where fewer come, the study closes with a look at
    those that there are, with all alpha that is left.
    """
    plan, stopping = protocol.sampling, protocol.analysis.stopping

    def at(pairs: int) -> float:
        planned = min(max(1, round(pairs * chances.discordant)), MOST_DISCORDANT)
        claimed = claims_of_looks(
            planned=planned, looks=stopping.looks, share=chances.share, alpha=plan.alpha, spending=stopping.spending
        )
        first, weights = window(pairs=pairs, discordant=chances.discordant)
        come = np.minimum(np.arange(first, first + len(weights)), planned)
        return min(1.0, float(weights @ np.array(claimed)[come]))

    formulas = mcnemar_formulas(chances, alpha=plan.alpha, target=plan.power)
    highest = math.ceil(
        min(1.5 * formulas.connor_1987_lachin_1992_unconditional + 50, MOST_DISCORDANT / chances.discordant)
    )
    return Powers(
        basis="exact",
        at=at,
        smallest=first_enough(at, target=plan.power, highest=highest),
        enumerated=_enumerated(chances, MOST_DISCORDANT),
    )


@lru_cache(maxsize=256)
def claims_of_looks(
    *, planned: int, looks: tuple[float, ...], share: float, alpha: float, spending: str
) -> tuple[float, ...]:
    """P(the study ends with a claim) when so many discordant pairs come, 0 to ``planned``.

    ``share``: of the discordant pairs, those in which only the majority is positive. One walk follows the lead of the
    majority under equal chances, which sets the boundaries, and under ``share``.
    """
    spent_by = spending_function(spending)
    fractions = {min(planned, math.ceil(one * planned - 1e-9)) for one in looks} | {planned}
    level, spent, stopped = alpha, 0.0, 0.0
    equal, truth = np.ones(1), np.ones(1)
    claims = []
    for pairs in range(planned + 1):
        if pairs:
            equal = 0.5 * (np.append(equal, 0.0) + np.append(0.0, equal))
            truth = (1 - share) * np.append(truth, 0.0) + share * np.append(0.0, truth)
        claims.append(min(1.0, stopped + float(truth[_crossed(equal, level - spent)].sum())))
        if pairs in fractions and pairs:
            allowed = min(2 * spent_by(pairs / planned, level / 2), level) - spent
            crossed = _crossed(equal, allowed)
            spent += float(equal[crossed].sum())
            stopped += float(truth[crossed].sum())
            equal, truth = np.where(crossed, 0.0, equal), np.where(crossed, 0.0, truth)
    return tuple(claims)


def _crossed(equal: NDArray[np.float64], allowed: float) -> NDArray[np.bool_]:
    """The largest leads, either way, that together have at most ``allowed`` under equal chances."""
    smallest = smallest_lead(equal, allowed, sided=2)
    reach = reach_of(len(equal) - 1, sided=2)
    return np.zeros(len(equal), dtype=bool) if smallest is None else reach >= smallest


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
