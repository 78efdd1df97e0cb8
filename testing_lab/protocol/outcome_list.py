"""What can come of an application or a call, and which of it counts as a positive answer: decided before the first."""

from __future__ import annotations

from typing import Final, Literal, get_args

import msgspec

#: What can come of an application.
LetterOutcome = Literal[
    "invited", "place_offered", "asks_to_call", "asks_information", "waiting_list", "refused", "no_answer",
]  # fmt: skip

#: What can come of a mystery call.
CallOutcome = Literal[
    "complies", "complies_tacitly", "leaves_to_client", "refuses", "refuses_and_explains_law", "no_decision",
]  # fmt: skip

#: What is no answer of the company at all.
LostOutcome = Literal["undeliverable", "detected"]

OutcomeCode = Literal[LetterOutcome, CallOutcome, LostOutcome]

LETTER_OUTCOMES: Final[tuple[LetterOutcome, ...]] = get_args(LetterOutcome)
CALL_OUTCOMES: Final[tuple[CallOutcome, ...]] = get_args(CallOutcome)
LOST_OUTCOMES: Final[tuple[LostOutcome, ...]] = get_args(LostOutcome)

#: Never a positive answer, whoever codes.
NEVER_POSITIVE: Final[frozenset[OutcomeCode]] = frozenset(
    ("refused", "no_answer", "refuses", "refuses_and_explains_law", "no_decision", *LOST_OUTCOMES)
)


class Outcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A code that coders may give. ``positive``: it counts as a positive answer; in a mystery call: as going along."""

    code: OutcomeCode = "no_answer"
    positive: bool = False


class Outcomes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The list, and what happens with what is missing.

    ``no_answer_days``: after so many days without a reply the code is ``no_answer``, from 1 up.
    ``no_reply``: what no answer counts as. ``one_sided_failure``: what happens with a pair of which one application
    could not be delivered. ``coders``: people who code each reply without seeing the profile. ``least_kappa``: below
    this agreement (0 to 1) all replies are coded again.
    """

    codes: tuple[Outcome, ...] = ()
    no_answer_days: int | None = None
    no_reply: Literal["negative", "left_out"] | None = None
    one_sided_failure: Literal["pair_left_out", "counts_as_negative"] | None = None
    coders: int = 2
    least_kappa: float | None = None


def usual_outcomes(*, calls: bool) -> tuple[Outcome, ...]:
    """The whole list with the usual positive answers: a place to start from."""
    positive = ("complies", "complies_tacitly") if calls else ("invited", "place_offered", "asks_to_call")
    codes: tuple[OutcomeCode, ...] = (*(CALL_OUTCOMES if calls else LETTER_OUTCOMES), *LOST_OUTCOMES)
    return tuple(Outcome(code=code, positive=code in positive) for code in codes)
