"""What can come of an application: the codes of the coders, which of them are positive, and the stages of the ILO."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, Literal

import msgspec

from testing_lab.faults import ImpossibleInput
from testing_lab.paired.ilo import Stage, ilo_usable_tests
from testing_lab.randomisation.assigning import Assignment
from testing_lab.study.rows import OutcomeRow

Outcome = Literal[
    "place_offered", "invited", "asks_to_call", "asks_for_information", "waiting_list", "refused", "no_answer",
    "undeliverable", "detected",
]  # fmt: skip

#: Positive unless the protocol says otherwise: the company wants to go on with this applicant.
POSITIVE: Final[frozenset[Outcome]] = frozenset({"place_offered", "invited", "asks_to_call"})

#: No outcome: the letter did not arrive, or the company knew that it was a test. The pair is left out and counted.
UNUSABLE: Final[frozenset[Outcome]] = frozenset({"undeliverable", "detected"})

#: The stages of the ILO in their order, and how far each outcome came.
STAGES: Final = ("first_contact", "invitation", "offer")
_REACHED: Final[dict[Outcome, int]] = {
    "refused": 0,
    "no_answer": 0,
    "waiting_list": 1,
    "asks_for_information": 1,
    "asks_to_call": 1,
    "invited": 2,
    "place_offered": 3,
}


class IloCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Tests by how they ended, as :func:`testing_lab.paired.ilo.cumulative_net_discrimination` wants them.

    ``not_pursued``: both applicants passed the first contact, and the study stopped there.
    """

    valid_tests: int
    both_refused_at_first_stage: int
    not_pursued: int
    usable_tests: int
    stages: tuple[Stage, ...]


def is_positive(outcome: Outcome, *, positive: Collection[Outcome] = POSITIVE) -> bool | None:
    """Whether an outcome counts as positive; ``None``: there is no usable outcome (an ``OutcomeRow`` says the same)."""
    return None if outcome in UNUSABLE else outcome in positive


def outcome_row(
    assignment: Assignment,
    dispatch_id: str,
    outcome: Outcome,
    *,
    positive: Collection[Outcome] = POSITIVE,
    employer: str | None = None,
) -> OutcomeRow:
    """The row of one application of a pair for :func:`testing_lab.study.analysis.paired_study`.

    Raises
    ------
    ImpossibleInput
        The dispatch is none of this assignment.
    """
    application = next((one for one in assignment.applications if one.dispatch_id == dispatch_id), None)
    if application is None:
        raise ImpossibleInput("dispatch_id", "is unknown", value=dispatch_id)
    return OutcomeRow(
        pair=assignment.unit_id,
        applicant=application.identity,
        positive=is_positive(outcome, positive=positive),
        sent=1 if application.place == 1 else 2,
        stratum=assignment.stratum,
        employer=employer,
    )


def ilo_counts(pairs: Sequence[tuple[Outcome, Outcome]]) -> IloCounts:
    """Pairs (majority, minority) by the stage at which they parted.

    Notes
    -----
    A test ends at the first stage that one applicant passed and the other did not. Both refused at the first contact:
    nothing was learnt. Both passed it and no more: not pursued, since the study withdraws there. Both invited or both
    offered a place: usable, treated alike. A pair with an unusable outcome is no valid test.

    References
    ----------
    Bovenkerk (1992), A manual for international comparative research on discrimination, ILO; Cediey & Foroni (2007),
    ILO, page 49.

    Examples
    --------
    >>> counts = ilo_counts([("invited", "refused"), ("invited", "asks_for_information"), ("refused", "no_answer")])
    >>> counts.usable_tests, [(one.stage, one.favour_majority) for one in counts.stages]
    (2, [('first_contact', 1), ('invitation', 1), ('offer', 0)])
    """
    reached = [(_REACHED[one], _REACHED[other]) for one, other in pairs if not UNUSABLE & {one, other}]
    refused, left = reached.count((0, 0)), reached.count((1, 1))
    usable = ilo_usable_tests(valid_tests=len(reached), both_refused_at_first_stage=refused, not_pursued=left)
    return IloCounts(
        valid_tests=len(reached),
        both_refused_at_first_stage=refused,
        not_pursued=left,
        usable_tests=usable.usable_tests,
        stages=tuple(
            Stage(
                stage=stage,
                favour_majority=sum(minority == passed < majority for majority, minority in reached),
                favour_minority=sum(majority == passed < minority for majority, minority in reached),
            )
            for passed, stage in enumerate(STAGES)
        ),
    )
