"""What a reader of an analysis must know before believing it: a code, and the figures it rests on.

``docs/statistics.md`` says what each code means and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from testing_lab.paired.counts import PairedCounts
from testing_lab.study.employers import EmployerClusters
from testing_lab.study.lost import LostPairs
from testing_lab.study.order import OrderOfSending
from testing_lab.study.strata import StudyStrata

WarningCode = Literal[
    "no_discordant_pairs", "few_discordant_pairs", "many_pairs_left_out", "left_out_on_one_side", "missing_could_undo",
    "order_unknown", "order_unbalanced", "order_matters", "strata_differ", "strata_too_small",
    "employers_with_several_pairs", "employers_unknown",
]  # fmt: skip


class StudyWarning(msgspec.Struct, frozen=True, kw_only=True):
    """One warning; ``facts`` are counts, shares or p-values."""

    code: WarningCode
    facts: Mapping[str, float] = {}


#: Below this many discordant pairs asymptotic answers are far off, and hardly any effect can be seen.
FEW_DISCORDANT = 10
#: More than this share of pairs left out: the design, not the statistics, decides what the study says.
MANY_LEFT_OUT = 0.05
#: Level of the checks of the design itself (balance, loss, order, homogeneity).
CHECK_LEVEL = 0.05


def warnings_of(
    table: PairedCounts,
    lost: LostPairs,
    order: OrderOfSending | None,
    strata: StudyStrata | None,
    employers: EmployerClusters | None,
    *,
    significant: bool,
) -> tuple[StudyWarning, ...]:
    """Every warning that applies, in the order of the analysis. ``significant``: the default test rejects."""
    return (
        *_of_counts(table),
        *_of_loss(lost, significant=significant),
        *_of_order(order),
        *_of_strata(strata),
        *_of_employers(employers),
    )


def _of_counts(table: PairedCounts) -> Iterator[StudyWarning]:
    if table.discordant == 0:
        yield StudyWarning(code="no_discordant_pairs", facts={"pairs": table.pairs})
    elif table.discordant < FEW_DISCORDANT:
        yield StudyWarning(code="few_discordant_pairs", facts={"discordant": table.discordant})


def _of_loss(lost: LostPairs, *, significant: bool) -> Iterator[StudyWarning]:
    left_out = lost.sent - lost.analysed
    if left_out > MANY_LEFT_OUT * lost.sent:
        yield StudyWarning(code="many_pairs_left_out", facts={"left_out": left_out, "sent": lost.sent})
    if lost.equal_loss_p < CHECK_LEVEL:
        facts = {"majority": lost.only_majority_missing, "minority": lost.only_minority_missing, "p": lost.equal_loss_p}
        yield StudyWarning(code="left_out_on_one_side", facts=facts)
    if significant and left_out and lost.difference_lowest <= 0 <= lost.difference_highest:
        facts = {"lowest": lost.difference_lowest, "highest": lost.difference_highest}
        yield StudyWarning(code="missing_could_undo", facts=facts)


def _of_order(order: OrderOfSending | None) -> Iterator[StudyWarning]:
    if order is None:
        yield StudyWarning(code="order_unknown")
        return
    if order.balance_p < CHECK_LEVEL:
        facts = {"majority_first": order.majority_first, "minority_first": order.minority_first, "p": order.balance_p}
        yield StudyWarning(code="order_unbalanced", facts=facts)
    if order.order_p < CHECK_LEVEL:
        yield StudyWarning(code="order_matters", facts={"order_p": order.order_p, "treatment_p": order.treatment_p})


def _of_strata(strata: StudyStrata | None) -> Iterator[StudyWarning]:
    if strata is None:
        return
    found = strata.homogeneity
    p = None if found is None else found.p_value if found.fisher_exact_p is None else found.fisher_exact_p
    if p is not None and p < CHECK_LEVEL:
        yield StudyWarning(code="strata_differ", facts={"p": p})
    small = sum(table.discordant < FEW_DISCORDANT for table in strata.tables.values())
    if small:
        yield StudyWarning(code="strata_too_small", facts={"small": small, "strata": len(strata.tables)})


def _of_employers(employers: EmployerClusters | None) -> Iterator[StudyWarning]:
    if employers is None:
        yield StudyWarning(code="employers_unknown")
    elif employers.employers < employers.pairs:
        facts = {"employers": employers.employers, "pairs": employers.pairs}
        yield StudyWarning(code="employers_with_several_pairs", facts=facts)
