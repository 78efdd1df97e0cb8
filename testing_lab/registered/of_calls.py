"""The registered analysis of mystery calls: how many went along, of which calls, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from testing_lab.calls.complier_shares import CallShare, complier_shares
from testing_lab.calls.multinomial_ci import multinomial_ci
from testing_lab.distributions import two_sided_z
from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.mystery_calls import AS_COUNTED, UNUSABLE_CALLS, counted
from testing_lab.proportions import wilson
from testing_lab.protocol.analysis_plan import RateOf
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.outcome_list import CALL_OUTCOMES
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import CallOutcomeShare, CallPart, CallReading, CallSplit, CallsResult
from testing_lab.registered.secondary import secondary_answers
from testing_lab.registered.small_cells import shown_calls

#: Calls without a decision are in no denominator of those that were decided.
UNDECIDED: Final = "no_decision"


def result_of_calls(protocol: Protocol, calls: Sequence[CodedApplication]) -> CallsResult:
    """Every number of a study with mystery calls.

    Parameters
    ----------
    protocol : Protocol
        As last registered: which codes count as going along, and by which calls their number is divided.
    calls : sequence of CodedApplication
        All that were made, each with its final code.

    Raises
    ------
    ImpossibleInput
        No call came to the question, or a code is none of calls.

    Notes
    -----
    Shares have Wilson's interval; those of the six outcomes together also Goodman's, which hold at once. A call without
    a decision is neither going along nor refusing; the readings say how much hangs on it
    (:func:`testing_lab.calls.complier_shares.complier_shares`).
    """
    plan = protocol.analysis
    strange = sorted({one.code for one in calls} - set(AS_COUNTED))
    if strange:
        raise ImpossibleInput("applications", "is unknown", value=strange[0])
    valid = [one for one in calls if one.code not in UNUSABLE_CALLS]
    if not valid:
        raise ImpossibleInput("applications", "there is no valid call")
    z, positive = two_sided_z(plan.confidence), positive_codes(protocol)
    found = Counter(one.code for one in valid)
    numbers = [found[code] for code in CALL_OUTCOMES]
    together = multinomial_ci(counts=numbers, confidence=plan.confidence).goodman
    main = _main(valid, positive, plan.denominator or "valid_calls", z)
    inputs = _inputs(plan.confidence)
    whole = complier_shares(**inputs(calls))
    splits = tuple(_split(by, valid, positive, z) for by in plan.strata)
    # One split is published, the first: two together could give a hidden count away.
    by = next((one.by for one in splits if not one.reason), "")
    shown = shown_calls(
        [(one.strata.get(by, "") if by else "", one.code, one.code in positive) for one in valid],
        codes=[(code, code in positive) for code in CALL_OUTCOMES],
        by_part=bool(by),
    )
    return CallsResult(
        confidence=plan.confidence,
        alpha=protocol.sampling.alpha,
        made=len(calls),
        undeliverable=sum(one.code == "undeliverable" for one in calls),
        detected=sum(one.code == "detected" for one in calls),
        valid=len(valid),
        positive=tuple(code for code in CALL_OUTCOMES if code in positive),
        denominator=plan.denominator or "valid_calls",
        main=main,
        outcomes=tuple(
            _outcome(code, calls_with, len(valid), bounds, z)
            for code, calls_with, bounds in zip(CALL_OUTCOMES, numbers, together, strict=True)
        ),
        readings=tuple(
            CallReading(name=name, calls=one.calls, of=one.of, share=one.share, lower=one.lower, upper=one.upper)
            for name, one in _readings(whole.complier, whole.accommodating, whole.complier_of_decided,
                                       whole.complier_at_most)
        ),
        correction=plan.correction,
        secondary=secondary_answers(plan, calls, inputs),
        splits=splits,
        shown_by=by if shown else "",
        shown=shown,
    )  # fmt: skip


def positive_codes(protocol: Protocol) -> frozenset[str]:
    """The codes that count as going along, as the protocol says."""
    return frozenset(one.code for one in protocol.outcomes.codes if one.positive)


def _main(
    valid: Sequence[CodedApplication], positive: frozenset[str], denominator: RateOf, z: float
) -> CallReading | None:
    counted_in = [one for one in valid if denominator != "decided_calls" or one.code != UNDECIDED]
    if not counted_in:
        return None
    along = sum(one.code in positive for one in counted_in)
    lower, upper = wilson(along, len(counted_in), z=z)
    return CallReading(
        name="going_along", calls=along, of=len(counted_in), share=along / len(counted_in), lower=lower, upper=upper
    )


def _inputs(confidence: float) -> Callable[[Sequence[CodedApplication]], dict[str, Any]]:
    def of(chosen: Sequence[CodedApplication]) -> dict[str, Any]:
        """What :func:`complier_shares` takes."""
        given = counted([one.code for one in chosen])  # type: ignore[misc]  # a protocol of calls has no other codes
        return {
            "comply": given["comply"], "left_to_client": given["left_to_client"], "neutral": given["neutral"],
            "refuse": given["refuse"], "refuse_explained": given["refuse_explained"], "unusable": given["unusable"],
            "confidence": confidence,
        }  # fmt: skip

    return of


def _outcome(code: str, calls: int, of: int, bounds: tuple[float, float], z: float) -> CallOutcomeShare:
    lower, upper = wilson(calls, of, z=z)
    return CallOutcomeShare(
        code=code, calls=calls, of=of, share=calls / of, lower=lower, upper=upper,
        together_lower=bounds[0], together_upper=bounds[1],
    )  # fmt: skip


def _readings(
    complier: CallShare, accommodating: CallShare, of_decided: CallShare | None, at_most: CallShare
) -> list[tuple[str, CallShare]]:
    named = [
        ("complier", complier), ("accommodating", accommodating), ("complier_of_decided", of_decided),
        ("complier_at_most", at_most),
    ]  # fmt: skip
    return [(name, one) for name, one in named if one is not None]


def _split(by: str, valid: Sequence[CodedApplication], positive: frozenset[str], z: float) -> CallSplit:
    parts: dict[str, list[CodedApplication]] = {}
    for one in valid:
        parts.setdefault(one.strata.get(by, ""), []).append(one)
    if not any(parts):
        return CallSplit(by=by, reason="not_recorded")
    told = []
    for name in sorted(parts):
        along, of = sum(one.code in positive for one in parts[name]), len(parts[name])
        lower, upper = wilson(along, of, z=z)
        told.append(CallPart(name=name, calls=along, of=of, share=along / of, lower=lower, upper=upper))
    return CallSplit(by=by, parts=tuple(told))
