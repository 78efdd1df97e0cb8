"""Pairs without a usable outcome: do they fall on one side, and what could they change?"""

from __future__ import annotations

from collections.abc import Sequence

from testing_lab.binomial import at_most
from testing_lab.result import Result
from testing_lab.study.rows import Pair


class LostPairs(Result, frozen=True, kw_only=True):
    """Pairs that were sent, and those left out because an outcome is missing.

    ``equal_loss_p`` is the exact two-sided p-value of equal loss on both sides. ``difference_lowest`` and
    ``difference_highest`` bound the majority's share minus the minority's over *all* pairs, whatever the missing
    outcomes were.
    """

    sent: int
    analysed: int
    both_missing: int
    only_majority_missing: int
    only_minority_missing: int
    equal_loss_p: float
    difference_lowest: float
    difference_highest: float


def lost_pairs(pairs: Sequence[Pair]) -> LostPairs:
    r"""How many pairs were left out, and what they could change at most.

    Notes
    -----
    Of :math:`l` pairs with one missing outcome, the missing ones on the majority's side are
    :math:`\mathrm{Bin}(l, 1/2)` when loss does not depend on the applicant. The bounds put the worst case for each
    missing outcome (Manski 1990, American Economic Review 80:319); they assume nothing.
    """
    majority = [pair for pair in pairs if pair.majority is None and pair.minority is not None]
    minority = [pair for pair in pairs if pair.minority is None and pair.majority is not None]
    lost = len(majority) + len(minority)
    tail = at_most(min(len(majority), len(minority)), trials=lost, share=0.5)
    return LostPairs(
        sent=len(pairs),
        analysed=sum(pair.usable for pair in pairs),
        both_missing=sum(pair.majority is None and pair.minority is None for pair in pairs),
        only_majority_missing=len(majority),
        only_minority_missing=len(minority),
        equal_loss_p=min(1.0, 2 * tail),
        difference_lowest=sum(_difference(pair, missing_majority=0, missing_minority=1) for pair in pairs) / len(pairs),
        difference_highest=sum(_difference(pair, missing_majority=1, missing_minority=0) for pair in pairs)
        / len(pairs),
    )


def _difference(pair: Pair, *, missing_majority: int, missing_minority: int) -> int:
    majority = missing_majority if pair.majority is None else int(pair.majority)
    minority = missing_minority if pair.minority is None else int(pair.minority)
    return majority - minority
