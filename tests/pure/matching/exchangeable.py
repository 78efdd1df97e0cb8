"""How evenly a lottery treats students with the same file, over many seeds.

Within one seed the outcomes of k equal students are a permutation of the same m outcomes, so the rows of the table
(student × outcome) are not independent draws, and Pearson's statistic is too large by k / (k − 1). Corrected, it is
chi-square with (k − 1)(m − 1) degrees of freedom (R. L. Anderson, "Use of contingency tables in the analysis of
consumer preference studies", Biometrics 15, 1959, 582-590).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import numpy as np
from scipy.stats import chi2

from matching.instance import Instance
from matching.policy import Policy
from matching.result import Result
from matching.run import run
from tests.pure.matching.rounds import offer, student

EQUALS = tuple(f"{2_041_883 + 7 * number}" for number in range(5))
WISHES = (("O1",), ("O2", "O3"))

#: Chance of a false alarm a test, had the seeds not been fixed. They are: the same seeds give the same answer always.
SIGNIFICANCE = 0.001


def a_round_of_equals(equals: Sequence[str] = EQUALS) -> Instance:
    """Five students with the same file and four who compete with them; O1 is wanted most, O2 and O3 alike."""
    others = [
        student("100", preferences=(("O1",), ("O2",))),
        student("101", preferences=(("O3",),), only_preferences=True),
        student("102"),
        student("103", preferences=(("O2",),)),
    ]
    return Instance(
        students=(*(student(number, preferences=WISHES) for number in equals), *others),
        offers=(offer("O1"), offer("O2"), offer("O3"), offer("O4", places=2)),
    )


def outcomes(seed: str, instance: Instance | None = None) -> Mapping[str, str]:
    """What each student got with a seed; "" where that is no place."""
    return _outcomes(seed) if instance is None else _outcomes_of(seed, instance)


@cache
def _outcomes(seed: str) -> MappingProxyType[str, str]:
    return MappingProxyType(_outcomes_of(seed, None))


def _outcomes_of(seed: str, instance: Instance | None) -> dict[str, str]:
    found = result(seed, instance)
    placed = {row.student_number: row.offer_id for row in found.placements}
    return {row.student_number: placed.get(row.student_number, "") for row in found.explanations}


def result(seed: str, instance: Instance | None = None) -> Result:
    """The whole run, as a worker does it."""
    return run(instance or a_round_of_equals(), Policy(seed=seed), clock=lambda: 0.0)


def p_value(draws: Iterable[str], outcome_of: Callable[[str], Mapping[str, str]] = outcomes) -> tuple[float, int]:
    """The chance of a table at least this uneven if equals have equal chances; and how many outcomes there were."""
    table: Counter[tuple[str, str]] = Counter()
    for seed in draws:
        got = outcome_of(seed)
        table.update((number, got[number]) for number in EQUALS)
    kinds = sorted({kind for _, kind in table})
    seen = np.array([[table[number, kind] for kind in kinds] for number in EQUALS], float)
    expected = seen.sum(axis=0) / len(EQUALS)
    statistic = float(((seen - expected) ** 2 / expected).sum()) * (len(EQUALS) - 1) / len(EQUALS)
    return float(chi2.sf(statistic, (len(EQUALS) - 1) * (len(kinds) - 1))), len(kinds)


def p_values_of_pairs(draws: Iterable[str]) -> list[float]:
    """For each two equals: the chance of a split at least this uneven of the seeds where one got a place."""
    first_won: Counter[tuple[str, str]] = Counter()
    differed: Counter[tuple[str, str]] = Counter()
    for seed in draws:
        got = outcomes(seed)
        for place, first in enumerate(EQUALS):
            for second in EQUALS[place + 1 :]:
                if bool(got[first]) != bool(got[second]):
                    differed[first, second] += 1
                    first_won[first, second] += bool(got[first])
    return [float(chi2.sf((2 * first_won[pair] - times) ** 2 / times, 1)) for pair, times in sorted(differed.items())]
