"""The complete analysis of a paired study, always in the same order, from raw outcomes.

Table and denominators, rates, the default test and intervals, a sensitivity set, what was lost on the way, order,
strata, employers, what tests that ignore pairs would have claimed, warnings. Nothing is chosen by looking at the
outcomes: every part is computed for every study in which it exists.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from testing_lab.arguments import open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.paired.counts import PairedCounts
from testing_lab.paired.discrimination_rates import DiscriminationRates, discrimination_rates
from testing_lab.paired.mcnemar_asymptotic import mcnemar_asymptotic
from testing_lab.paired.mcnemar_exact import mcnemar_exact
from testing_lab.paired.mcnemar_exact_unconditional import mcnemar_exact_unconditional
from testing_lab.paired.mcnemar_midp import mcnemar_midp
from testing_lab.paired.or_approximate import or_conditional_wilson
from testing_lab.paired.or_exact import or_conditional_clopper_pearson, or_conditional_midp
from testing_lab.paired.rd_newcombe import rd_newcombe_square_and_add
from testing_lab.paired.rd_simple import rd_bonett_price
from testing_lab.paired.rd_tango_score import rd_tango_score
from testing_lab.paired.rr_mover import rr_mover_wilson_newcombe_psi
from testing_lab.paired.rr_simple import rr_bonett_price_hybrid_wilson
from testing_lab.paired.rr_tang_score import rr_tang_score
from testing_lab.result import Result
from testing_lab.study.employers import EmployerClusters, employer_clusters
from testing_lab.study.lost import LostPairs, lost_pairs
from testing_lab.study.order import OrderOfSending, order_of_sending
from testing_lab.study.rows import OutcomeRow, counts_of, pairs_of
from testing_lab.study.strata import StudyStrata, study_strata
from testing_lab.study.unpaired_claims import UnpairedClaim, unpaired_claims
from testing_lab.study.warnings import StudyWarning, warnings_of

#: Default answers: Fagerland, Lydersen & Laake (2013, 2014).
TEST: Final = mcnemar_midp
DIFFERENCE: Final = rd_tango_score
RATIO: Final = rr_tang_score
ODDS_RATIO: Final = or_conditional_midp

#: Other right answers to the same three questions; where they disagree with the default, the data are thin.
SENSITIVITY: Final = (
    mcnemar_exact, mcnemar_exact_unconditional, mcnemar_asymptotic,
    rd_newcombe_square_and_add, rd_bonett_price,
    rr_bonett_price_hybrid_wilson, rr_mover_wilson_newcombe_psi,
    or_conditional_clopper_pearson, or_conditional_wilson,
)  # fmt: skip


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An answer under the name of its method."""

    method: str
    outputs: Result


class PairedStudy(Result, frozen=True, kw_only=True):
    """The complete analysis. Parts that cannot be computed are ``None``, with the reason in ``undefined``."""

    confidence: float
    lost: LostPairs
    table: PairedCounts
    rates: DiscriminationRates
    test: Named
    difference: Named
    ratio: Named
    odds_ratio: Named
    sensitivity: tuple[Named, ...]
    order: OrderOfSending | None
    strata: StudyStrata | None
    employers: EmployerClusters | None
    unpaired: tuple[UnpairedClaim, ...]
    warnings: tuple[StudyWarning, ...]


def paired_study(*, rows: Sequence[OutcomeRow], confidence: float = 0.95) -> PairedStudy:
    """Everything that a paired study says, from its raw outcomes.

    Parameters
    ----------
    rows : sequence of OutcomeRow
        Two for each pair: one for each applicant.
    confidence : float
        Of every interval, between 0 and 1.

    Returns
    -------
    PairedStudy
        In the order in which it is to be read.

    Raises
    ------
    ImpossibleInput
        Rows that are no pairs, or no pair with two usable outcomes.

    Notes
    -----
    The default test is mid-p McNemar, the difference Tango's score interval, the ratio Tang's, the conditional odds
    ratio its mid-p interval. Corrections for several studies or subgroups are :mod:`testing_lab.comparisons`.

    References
    ----------
    Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13:91; (2014), Statistics in Medicine 33:2850.
    """
    open_share("confidence", confidence)
    pairs = pairs_of(rows)
    table = counts_of(pairs)
    lost = lost_pairs(pairs)
    if lost.analysed == 0:
        raise ImpossibleInput("rows", "no pair has two usable outcomes")
    order, strata, employers = order_of_sending(pairs), study_strata(pairs), employer_clusters(pairs, confidence)
    test = _named(TEST, table, confidence)
    missing = {"order": order, "strata": strata, "employers": employers}
    return PairedStudy(
        confidence=confidence,
        lost=lost,
        table=table,
        rates=discrimination_rates(**msgspec.structs.asdict(table)),
        test=test,
        difference=_named(DIFFERENCE, table, confidence),
        ratio=_named(RATIO, table, confidence),
        odds_ratio=_named(ODDS_RATIO, table, confidence),
        sensitivity=tuple(_named(question, table, confidence) for question in SENSITIVITY),
        order=order,
        strata=strata,
        employers=employers,
        unpaired=unpaired_claims(table),
        warnings=warnings_of(table, lost, order, strata, employers, significant=_below(test, 1 - confidence)),
        undefined={name: "not_recorded" for name, part in missing.items() if part is None},
    )


def _named(question: Any, table: PairedCounts, confidence: float) -> Named:
    counts = msgspec.structs.asdict(table)
    if question.__name__.startswith("mcnemar"):
        return Named(method=question.__name__, outputs=question(**counts))
    return Named(method=question.__name__, outputs=question(**counts, confidence=confidence))


def _below(test: Named, alpha: float) -> bool:
    return bool(getattr(test.outputs, "p_value", 1.0) < alpha)
