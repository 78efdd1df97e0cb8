"""Questions outside the registered plan, of the same outcomes. Whoever shows an answer says that it is exploratory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from testing_lab.methods import answer
from testing_lab.protocol.document import Kind, Protocol
from testing_lab.registered.answers import Answer, answer_of
from testing_lab.registered.coded import CodedApplication, positive_of, rows_of
from testing_lab.registered.secondary import of_subgroup
from testing_lab.study.rows import counts_of, pairs_of

_PAIRED: Final = (
    "mcnemar_midp", "mcnemar_exact", "mcnemar_exact_unconditional", "mcnemar_asymptotic", "rd_tango_score",
    "rd_newcombe_square_and_add", "rr_tang_score", "or_conditional_midp",
)  # fmt: skip
_GROUPS: Final = ("pearson_chi2", "fisher_exact", "boschloo_exact", "rd_newcombe_hybrid", "rr_koopman_score")

#: What can be asked, by the kind of study. Tests of independent groups are wrong for two applications to a vacancy.
TESTS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "paired": _PAIRED, "unpaired": _GROUPS, "randomised_composition": (), "mystery_call": (),
}  # fmt: skip


class Explored(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, the difference beside it, and the vacancies that they rest on."""

    answer: Answer
    difference: Answer | None
    pairs: int


def explore(protocol: Protocol, applications: Sequence[CodedApplication], *, test: str, subgroup: str) -> Explored:
    """One answer.

    Raises
    ------
    ImpossibleInput
        The test cannot be done of these outcomes.
    """
    chosen = of_subgroup(subgroup, applications)
    confidence = {"confidence": protocol.analysis.confidence}
    if protocol.design.kind == "paired":
        table = counts_of(pairs_of(rows_of(chosen, protocol))) if chosen else None
        inputs: dict[str, Any] = {} if table is None else msgspec.structs.asdict(table)
        difference, pairs = "rd_tango_score", 0 if table is None else table.pairs
    else:
        usable = [(one.applicant, positive_of(one, protocol)) for one in chosen]
        usable = [one for one in usable if one[1] is not None]
        inputs = {
            "callbacks_majority": usable.count(("majority", True)),
            "n_majority": sum(who == "majority" for who, _ in usable),
            "callbacks_minority": usable.count(("minority", True)),
            "n_minority": sum(who == "minority" for who, _ in usable),
        }
        difference, pairs = "rd_newcombe_hybrid", len(usable)
    return Explored(
        answer=answer_of(test, answer(test, inputs | confidence)),
        difference=None if test.startswith("rd_") else answer_of(difference, answer(difference, inputs | confidence)),
        pairs=pairs,
    )
