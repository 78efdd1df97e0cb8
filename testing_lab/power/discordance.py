"""How many of N pairs will be discordant: their binomial law, on the part of it that matters, and means over it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from testing_lab.arguments import share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.critical import TestName, rejection

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: What lies outside the window weighs less than this, by Bernstein's inequality on each side.
_LOG_OUTSIDE: Final = math.log(1e18)


class Discordance(msgspec.Struct, frozen=True, kw_only=True):
    """The two ways in which a pair can be discordant."""

    only_majority: float
    only_minority: float

    @property
    def discordant(self) -> float:
        """Probability that a pair is discordant."""
        return self.only_majority + self.only_minority

    @property
    def difference(self) -> float:
        """Majority minus minority: the difference in the chance of a positive answer."""
        return self.only_majority - self.only_minority

    @property
    def share(self) -> float:
        """Of the discordant pairs, those in which only the majority applicant had a positive answer."""
        return self.only_majority / self.discordant if self.discordant > 0 else 0.5


def discordance(*, p_only_majority: float, p_only_minority: float) -> Discordance:
    """The two probabilities, checked."""
    chances = Discordance(
        only_majority=share("p_only_majority", p_only_majority), only_minority=share("p_only_minority", p_only_minority)
    )
    if chances.discordant > 1 + 1e-12:
        raise ImpossibleInput("p_only_majority, p_only_minority", "are together more than 1", sum=chances.discordant)
    return chances


def window(*, pairs: int, discordant: float) -> tuple[int, NDArray[np.float64]]:
    """First number of discordant pairs that matters, and the probabilities from there on: they sum to 1.

    By ratios of neighbours from the first on, so that no digits are lost at 10⁹ pairs.
    """
    if discordant >= 1 or discordant <= 0 or pairs == 0:
        return (pairs if discordant >= 1 else 0), np.ones(1)
    mean, variance = pairs * discordant, pairs * discordant * (1 - discordant)
    reach = _LOG_OUTSIDE / 3 + math.sqrt(_LOG_OUTSIDE**2 / 9 + 2 * variance * _LOG_OUTSIDE)
    first, last = max(0, math.floor(mean - reach)), min(pairs, math.ceil(mean + reach))
    below = np.arange(first, last, dtype=np.float64)
    steps = np.log((pairs - below) / (below + 1) * (discordant / (1 - discordant)))
    logs = np.concatenate([[0.0], np.cumsum(steps)])
    weights = np.exp(logs - logs.max())
    return first, weights / weights.sum()


def power(test: TestName, *, pairs: int, chances: Discordance, alpha: float) -> tuple[float, float]:
    r"""P(reject) with more only-majority pairs, and with fewer: :math:`\sum_m P(M = m) P(\text{reject} \mid m)`."""
    first, weights = window(pairs=pairs, discordant=chances.discordant)
    discordant = np.arange(first, first + len(weights), dtype=np.int64)
    many, few = rejection(test, discordant=discordant, alpha=alpha, share=chances.share)
    return min(1.0, float(weights @ many)), min(1.0, float(weights @ few))


def two_sided_power(test: TestName, *, pairs: int, chances: Discordance, alpha: float) -> float:
    """P(reject), in whichever direction."""
    return min(1.0, sum(power(test, pairs=pairs, chances=chances, alpha=alpha)))
