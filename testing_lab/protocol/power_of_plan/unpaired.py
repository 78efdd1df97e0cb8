"""Powers where applications are compared that do not go to the same vacancies, or not only."""

from __future__ import annotations

import math
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from testing_lab.arguments import share
from testing_lab.power.unpaired_power import unpaired_power
from testing_lab.protocol.power_of_plan.powers import Basis, Powers, first_enough

if TYPE_CHECKING:
    from testing_lab.protocol.document import Design, Protocol

#: A form asks again and again for what hardly changed.
_remembered = lru_cache(maxsize=1024)(unpaired_power)

#: Tables are enumerated up to so many applications in a group.
_MOST_PER_GROUP: Final = 5000

_BASIS: Final[dict[str, Basis]] = {
    "pearson_chi2": "exact",
    "fisher_exact": "exact",
    "boschloo_exact": "lower_bound",  # Boschloo's test rejects whatever Fisher's does
    "lpm_cluster_robust": "approximate",
    "logit_cluster_robust": "approximate",
}


def unpaired_powers(protocol: Protocol) -> Powers:
    """Of tests of two groups of applications; ``smallest`` by halving, although power is a little saw-toothed."""
    plan, test = protocol.sampling, protocol.analysis.primary_test
    both = share("p_both", plan.p_both or 0.0)
    p_majority = _told(share("p_only_majority", both + (plan.p_only_majority or 0.0)))
    p_minority = _told(share("p_only_minority", both + (plan.p_only_minority or 0.0)))

    asked = partial(
        _remembered,
        p_majority=p_majority,
        p_minority=p_minority,
        alpha_two_sided=plan.alpha,
        target_power=plan.power,
    )

    def at(pairs: int) -> float:
        groups = group_sizes(protocol.design, pairs)
        if min(groups) < 1:
            return 0.0
        majority, minority = (min(one, _MOST_PER_GROUP) for one in groups)
        found = asked(n_majority=majority, n_minority=minority)
        return found.power_fisher if test in ("fisher_exact", "boschloo_exact") else found.power_pearson

    formula = asked(n_majority=1, n_minority=1).n_per_group_continuity
    smallest = None
    if math.isfinite(formula):
        high = int(2 * formula + 40)
        most = max(group_sizes(protocol.design, high))
        smallest = first_enough(at, target=plan.power, highest=min(high, high * _MOST_PER_GROUP // most))
    enumerated = _MOST_PER_GROUP * 1000 // max(1, *group_sizes(protocol.design, 1000))
    return Powers(basis=_BASIS[test], at=at, smallest=smallest, enumerated=enumerated)


def _told(chance: float) -> float:
    """Chances nearer to 0 or 1 than any study can tell are 0 or 1: logarithms of the rest would say nothing."""
    return round(chance, 12)


def group_sizes(design: Design, pairs: int) -> tuple[int, int]:
    """Applications of the majority and of the minority: ``pairs`` each, or two to each of ``pairs`` vacancies."""
    if design.kind != "randomised_composition":
        return pairs, pairs
    majority = 2 * share("share_two_majority", design.share_two_majority or 0.0)
    majority += share("share_mixed", design.share_mixed or 0.0)
    return round(pairs * majority), 2 * pairs - round(pairs * majority)
