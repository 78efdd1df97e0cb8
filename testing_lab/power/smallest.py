"""The smallest number of pairs with enough power, although power is saw-toothed.

Power can fall when a pair is added. So bisection can miss the first number that is enough. Nothing is skipped here that
could matter: with :math:`R(m)` the chance to reject at m discordant pairs and :math:`M_n` their number among n pairs,

.. math:: \\text{power}(n+1) - \\text{power}(n) = p_d\\, E[R(M_n + 1) - R(M_n)].

So from a power that falls short by g, no number before :math:`g / (p_d \\max_j [R(j+1) - R(j)])` pairs further on can
be enough, j from the smallest m that is likely enough to matter. The same holds downwards for "enough and stays so".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from testing_lab.power.critical import TestName, rejection
from testing_lab.power.discordance import Discordance, window

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

#: "Stable" looks so many pairs further.
NEXT: Final = 40

#: No table of more discordant pairs is made: seconds, not minutes.
_MOST_DISCORDANT: Final = 200_000


class SmallestPairs(msgspec.Struct, frozen=True, kw_only=True):
    """``first_crossing``: enough for the first time. ``stable_over_next_40``: so are the 40 numbers after it.

    Both are ``None`` where no number is enough, or where it is beyond what can be searched.
    """

    first_crossing: int | None
    stable_over_next_40: int | None


#: Nothing was found.
NONE_FOUND: Final = SmallestPairs(first_crossing=None, stable_over_next_40=None)


def smallest_pairs(
    test: TestName, *, chances: Discordance, alpha: float, target: float, expected: float
) -> SmallestPairs:
    """Search over the pairs; ``expected`` is a formula's answer and only decides how far the table first goes."""
    return _smallest(
        lambda m: rejection(test, discordant=np.arange(m + 1), alpha=alpha, share=chances.share),
        discordant=chances.discordant,
        target=target,
        expected=expected,
    )


def smallest_discordant_pairs(
    test: TestName, *, share: float, alpha: float, target: float, expected: float
) -> SmallestPairs:
    """Search over the discordant pairs themselves."""
    return _smallest(
        lambda m: rejection(test, discordant=np.arange(m + 1), alpha=alpha, share=share),
        discordant=1.0,
        target=target,
        expected=expected,
    )


def _smallest(
    rejected: Callable[[int], tuple[NDArray[np.float64], NDArray[np.float64]]],
    *,
    discordant: float,
    target: float,
    expected: float,
) -> SmallestPairs:
    if discordant <= 0 or not math.isfinite(expected):
        return NONE_FOUND
    limit = math.ceil(1.5 * expected) + 100
    while True:
        first, weights = window(pairs=limit, discordant=discordant)
        if first + len(weights) > _MOST_DISCORDANT:
            return NONE_FOUND
        many, few = rejected(first + len(weights))
        table = many + few
        found = _Search(table, discordant=discordant, target=target, limit=limit).smallest()
        if found is not None:
            return found
        limit *= 2


class _Search:
    """One table of P(reject | m), walked over the number of pairs."""

    def __init__(self, table: NDArray[np.float64], *, discordant: float, target: float, limit: int) -> None:
        steps = np.diff(table)
        self._table, self._discordant, self._target, self._limit = table, discordant, target, limit
        self._rise = np.maximum.accumulate(np.maximum(steps, 0.0)[::-1])[::-1]
        self._fall = np.maximum.accumulate(np.maximum(-steps, 0.0)[::-1])[::-1]

    def smallest(self) -> SmallestPairs | None:
        first = stable = self._next(1, self._limit, enough=True)
        while stable is not None:
            if stable + NEXT > self._limit:
                return None
            below = self._next(stable + 1, stable + NEXT, enough=False)
            if below is None:
                return SmallestPairs(first_crossing=first, stable_over_next_40=stable)
            stable = self._next(below + 1, self._limit, enough=True)
        return None

    def _next(self, pairs: int, last: int, *, enough: bool) -> int | None:
        """The first number from ``pairs`` to ``last`` whose power is enough (or not)."""
        fastest = self._rise if enough else self._fall
        while pairs <= last:
            start, weights = window(pairs=pairs, discordant=self._discordant)
            away = self._target - float(weights @ self._table[start : start + len(weights)])
            if (away <= 0) == enough:
                return pairs
            speed = self._discordant * float(fastest[start])
            # A hair less than the bound, so that rounding cannot jump over the number that is sought.
            pairs += max(1, math.floor(min(abs(away) * (1 - 1e-6) / speed, last))) if speed > 0 else last
        return None
