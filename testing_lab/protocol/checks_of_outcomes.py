"""Does the list of outcomes say beforehand what every reply will count as?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from testing_lab.findings import Finding
from testing_lab.protocol.checking import better_filled, filled, needed, once, unused, within
from testing_lab.protocol.outcome_list import CALL_OUTCOMES, LETTER_OUTCOMES, LOST_OUTCOMES, NEVER_POSITIVE

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol
    from testing_lab.protocol.outcome_list import Outcomes

#: Employers often need more than a week: below this, silence is called an answer too soon.
SOON: Final = 7

#: "Two blind coders" (METHODS of the lab, 4.6).
LEAST_CODERS: Final = 2


def outcome_findings(protocol: Protocol) -> Iterator[Finding]:
    """The codes, and what happens with silence, failures and disagreement."""
    outcomes, kind = protocol.outcomes, protocol.design.kind
    calls = kind == "mystery_call"
    yield from filled("outcomes.codes", outcomes.codes)
    yield from once("outcomes.codes", [one.code for one in outcomes.codes])
    usual = (*(CALL_OUTCOMES if calls else LETTER_OUTCOMES), *LOST_OUTCOMES)
    for place, one in enumerate(outcomes.codes):
        path = f"outcomes.codes[{place}]"
        if one.code not in usual:
            yield Finding(path=f"{path}.code", code="outcome_not_of_kind", facts={"outcome": one.code, "kind": kind})
        if one.positive and one.code in NEVER_POSITIVE:
            yield Finding(path=f"{path}.positive", code="outcome_never_positive", facts={"outcome": one.code})
    if outcomes.codes:
        yield from _whole_list(outcomes, usual)
    yield from (_of_calls if calls else _of_letters)(protocol)
    if not LEAST_CODERS <= outcomes.coders <= 10:
        yield Finding(path="outcomes.coders", code="coders_not_two", facts={"least": LEAST_CODERS, "most": 10})
    yield from better_filled("outcomes.least_kappa", outcomes.least_kappa)
    yield from within("outcomes.least_kappa", outcomes.least_kappa, least=0, most=1)


def _whole_list(outcomes: Outcomes, usual: tuple[str, ...]) -> Iterator[Finding]:
    positive = [one.positive for one in outcomes.codes]
    if not any(positive):
        yield Finding(path="outcomes.codes", code="no_positive_outcome")
    if all(positive):
        yield Finding(path="outcomes.codes", code="no_negative_outcome")
    given = {one.code for one in outcomes.codes}
    for code in usual:
        if code not in given:
            yield Finding(path="outcomes.codes", code="outcome_left_out", level="warning", facts={"outcome": code})


def _of_letters(protocol: Protocol) -> Iterator[Finding]:
    outcomes = protocol.outcomes
    yield from needed("outcomes.no_answer_days", outcomes.no_answer_days, least=1, most=180)
    if outcomes.no_answer_days is not None and 1 <= outcomes.no_answer_days < SOON:
        facts: dict[str, str | int | float] = {"days": outcomes.no_answer_days, "least": SOON}
        yield Finding(path="outcomes.no_answer_days", code="no_answer_soon", level="warning", facts=facts)
    yield from filled("outcomes.no_reply", outcomes.no_reply)
    if outcomes.no_reply == "left_out":
        yield Finding(path="outcomes.no_reply", code="silence_left_out", level="warning")
    if protocol.design.kind == "unpaired":
        yield from unused("unpaired", outcomes__one_sided_failure=outcomes.one_sided_failure)
    else:
        yield from filled("outcomes.one_sided_failure", outcomes.one_sided_failure)


def _of_calls(protocol: Protocol) -> Iterator[Finding]:
    outcomes = protocol.outcomes
    yield from unused(
        "mystery_call",
        outcomes__no_answer_days=outcomes.no_answer_days,
        outcomes__no_reply=outcomes.no_reply,
        outcomes__one_sided_failure=outcomes.one_sided_failure,
    )
