"""Was the order of sending balanced, and does it matter who was first?"""

from __future__ import annotations

from collections.abc import Sequence

from testing_lab.binomial import at_most
from testing_lab.result import Result
from testing_lab.strata.mainland_gart import OrderTable, mainland_gart
from testing_lab.study.rows import Pair


class OrderOfSending(Result, frozen=True, kw_only=True):
    """Usable pairs with a known order: who was first, and the Mainland–Gart tests on the discordant ones.

    ``balance_p`` is the exact two-sided p-value of "each is first equally often".
    """

    majority_first: int
    minority_first: int
    balance_p: float
    table: OrderTable
    treatment_p: float
    order_p: float


def order_of_sending(pairs: Sequence[Pair]) -> OrderOfSending | None:
    """The order's part in the outcomes, or None where no order was recorded."""
    known = [pair for pair in pairs if pair.usable and pair.first is not None]
    if not known:
        return None
    majority_first = sum(pair.first == "majority" for pair in known)
    fewest = min(majority_first, len(known) - majority_first)
    table = OrderTable(
        first1_only1=_favoured(known, "majority", majority=True),
        first1_only2=_favoured(known, "majority", majority=False),
        first2_only1=_favoured(known, "minority", majority=True),
        first2_only2=_favoured(known, "minority", majority=False),
    )
    tests = mainland_gart(table=table)
    return OrderOfSending(
        majority_first=majority_first,
        minority_first=len(known) - majority_first,
        balance_p=min(1.0, 2 * at_most(fewest, trials=len(known), share=0.5)),
        table=table,
        treatment_p=tests.treatment_p,
        order_p=tests.order_p,
    )


def _favoured(pairs: Sequence[Pair], first: str, *, majority: bool) -> int:
    return sum(pair.first == first and (pair.majority, pair.minority) == (majority, not majority) for pair in pairs)
