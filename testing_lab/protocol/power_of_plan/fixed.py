"""Powers of McNemar's tests after a fixed number of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from testing_lab.power.discordance import Discordance, two_sided_power
from testing_lab.power.formulas import mcnemar_formulas
from testing_lab.power.mcnemar_unconditional_power import mcnemar_unconditional_power
from testing_lab.power.smallest import smallest_pairs
from testing_lab.protocol.power_of_plan.powers import Powers

if TYPE_CHECKING:
    from testing_lab.power.critical import TestName
    from testing_lab.protocol.document import Protocol

#: Names of the power room for tests of :mod:`testing_lab.paired`.
MCNEMAR: Final[dict[str, TestName]] = {
    "mcnemar_midp": "midp",
    "mcnemar_exact": "exact",
    "mcnemar_asymptotic": "asymptotic",
    "mcnemar_continuity_corrected": "cc",
}

#: Suissa and Shuster's test is enumerated so far: a third of a second each.
_MOST_PAIRS: Final = 1000


def mcnemar_powers(protocol: Protocol, chances: Discordance) -> Powers:
    """Of the tests that condition on the discordant pairs."""
    test, alpha, target = MCNEMAR[protocol.analysis.primary_test], protocol.sampling.alpha, protocol.sampling.power
    expected = mcnemar_formulas(chances, alpha=alpha, target=target).connor_1987_lachin_1992_unconditional
    found = smallest_pairs(test, chances=chances, alpha=alpha, target=target, expected=expected)
    return Powers(
        basis="exact",
        at=lambda pairs: two_sided_power(test, pairs=pairs, chances=chances, alpha=alpha),
        smallest=found.first_crossing,
        stable=found.stable_over_next_40,
    )


def unconditional_powers(protocol: Protocol, chances: Discordance) -> Powers:
    """Of Suissa and Shuster's test. Its power lies near that of mid-p: ``smallest`` is the first number that is enough
    from mid-p's on. Beyond 1,000 pairs the power is that of the exact conditional test.
    """
    alpha, target = protocol.sampling.alpha, protocol.sampling.power

    def at(pairs: int) -> float:
        if pairs > _MOST_PAIRS:
            return two_sided_power("exact", pairs=pairs, chances=chances, alpha=alpha)
        return mcnemar_unconditional_power(
            p_only_majority=chances.only_majority,
            p_only_minority=chances.only_minority,
            n_pairs=pairs,
            alpha_two_sided=alpha,
        ).power

    expected = mcnemar_formulas(chances, alpha=alpha, target=target).connor_1987_lachin_1992_unconditional
    start = smallest_pairs("midp", chances=chances, alpha=alpha, target=target, expected=expected).first_crossing
    tried = range(0) if start is None else range(start, min(start + start // 4 + 20, _MOST_PAIRS + 1))
    smallest = next((one for one in tried if at(one) >= target), None)
    return Powers(basis="exact", at=at, smallest=smallest, enumerated=_MOST_PAIRS)
