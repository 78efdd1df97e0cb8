"""Which outcomes of a pair are positive, as the protocol counts them."""

from __future__ import annotations

from testing_lab.protocol.outcome_list import Outcomes

Answers = tuple[bool | None, bool | None]


def counted_pair(majority: str | None, minority: str | None, *, outcomes: Outcomes) -> Answers:
    """Whether each of the two is positive; ``None``: no usable outcome.

    Parameters
    ----------
    majority, minority : str, optional
        Codes of the protocol; ``None`` where nobody knows.
    outcomes : Outcomes
        Of the protocol: which codes are positive, what no answer counts as, and a letter that did not arrive while the
        other did.
    """
    one_arrived = (majority == "undeliverable") != (minority == "undeliverable")
    failure = False if outcomes.one_sided_failure == "counts_as_negative" and one_arrived else None
    positive = {one.code for one in outcomes.codes if one.positive}

    def counted(code: str | None) -> bool | None:
        if code is None or code == "detected":
            return None
        if code == "undeliverable":
            return failure
        if code == "no_answer" and outcomes.no_reply == "left_out":
            return None
        return code in positive

    return counted(majority), counted(minority)
