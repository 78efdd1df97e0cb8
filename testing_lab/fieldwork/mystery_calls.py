"""Mystery calls: somebody poses as a client and asks not to get certain people. Does the agency go along?

METHODS 4.6: outcome codes of Dutch practice; at least two who code, without knowing each other's code; "neutral" stays
apart from "comply".
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from testing_lab.fieldwork.moments import in_utc
from testing_lab.findings import Finding
from testing_lab.protocol.call_script import CallScript, RecordingRules, steps_of, version_of
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.outcome_list import CallOutcome as ProtocolCallOutcome
from testing_lab.protocol.outcome_list import LostOutcome

#: The codes of the protocol. ``undeliverable``: the call did not come to the question. A call in which the agency only
#: asks why has ``no_decision``.
CallOutcome = Literal[ProtocolCallOutcome, LostOutcome]

#: Calls that did not come to the question, or in which the agency knew: in no denominator.
UNUSABLE_CALLS: Final[frozenset[CallOutcome]] = frozenset({"undeliverable", "detected"})

#: What each outcome is for :func:`testing_lab.calls.complier_shares.complier_shares`.
AS_COUNTED: Final[dict[CallOutcome, str]] = {
    "complies": "comply",
    "complies_tacitly": "left_to_client",
    "leaves_to_client": "left_to_client",
    "refuses": "refuse",
    "refuses_and_explains_law": "refuse_explained",
    "no_decision": "neutral",
    "undeliverable": "unusable",
    "detected": "unusable",
}


class CallRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One call as it was noted. ``said``: steps that were said, in their order.

    ``outcome``: by the caller; ``outcome_second``: by the second listener, noted without having seen the first.
    """

    call_id: str
    script_version: str
    caller: str
    second_listener: str | None
    started: dt.datetime
    said: tuple[str, ...]
    recorded: bool
    consent: Literal["not_asked", "given", "refused"]
    outcome: CallOutcome
    outcome_second: CallOutcome | None
    recording_deleted: dt.datetime | None = None


def script_of(protocol: Protocol) -> CallScript:
    """The script and the rules that a protocol registers.

    A recording goes within the days after which raw replies go, counted from the call: it is one.
    """
    given = protocol.fieldwork
    return CallScript(
        version=version_of(given.call_script),
        steps=steps_of(given.call_script)[0],
        rules=RecordingRules(
            recording=(given.recording_basis or "never") if given.recorded else "never",
            delete_after_days=protocol.ethics.retention_replies_days or 1,
            second_listener=given.second_listener,
        ),
    )


def check_call(call: CallRecord, script: CallScript, *, now: dt.datetime) -> tuple[Finding, ...]:
    """Everything in which a call did not keep to the script and its rules."""
    return tuple(_call_faults(call, script, in_utc("now", now)))


def _call_faults(call: CallRecord, script: CallScript, now: dt.datetime) -> Iterator[Finding]:
    path, rules = f"call {call.call_id}", script.rules
    here: dict[str, str | int | float] = {"call": call.call_id}
    started = in_utc("started", call.started)
    if started > now:
        yield Finding(path=path, code="call-in-future", facts=here)
    if call.script_version != script.version:
        facts = {**here, "version": call.script_version, "registered": script.version}
        yield Finding(path=path, code="call-other-script", facts=facts)
    known = [one.step for one in script.steps]
    strange = sorted(set(call.said) - set(known))
    if strange:
        yield Finding(path=path, code="call-outside-script", facts={**here, "step": strange[0]})
    elif [one for one in known if one in call.said] != list(call.said):
        yield Finding(path=path, code="call-other-order", facts=here)
    requests = {one.step for one in script.steps if one.kind == "request"}
    if call.outcome not in UNUSABLE_CALLS and not requests & set(call.said):
        yield Finding(path=path, code="call-without-request", facts=here)
    if call.outcome == "undeliverable" and requests & set(call.said):
        yield Finding(path=path, code="call-came-to-request", facts=here)
    if rules.second_listener and call.outcome not in UNUSABLE_CALLS:
        if call.second_listener is None or call.outcome_second is None:
            yield Finding(path=path, code="call-one-listener", facts=here)
        elif call.second_listener == call.caller:
            yield Finding(path=path, code="call-same-listener", facts=here)
    may = rules.recording != "never" and (call.consent == "given" or rules.recording != "consent")
    if call.recorded and (not may or call.consent == "refused"):
        yield Finding(path=path, code="call-recorded-without-consent", facts={**here, "consent": call.consent})
    if call.recorded and call.recording_deleted is None and now - started > dt.timedelta(days=rules.delete_after_days):
        yield Finding(path=path, code="call-recording-kept", facts={**here, "days": rules.delete_after_days})


def listened_twice(calls: Sequence[CallRecord]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of caller and second listener, call by call, where both are there.

    Input for :func:`testing_lab.coding.double_coding.double_coded`.
    """
    both = [(one.outcome, one.outcome_second) for one in calls if one.outcome_second is not None]
    return tuple(str(one) for one, _ in both), tuple(str(other) for _, other in both)


def counted(outcomes: Sequence[CallOutcome]) -> dict[str, int]:
    """Final outcomes as the counts that :func:`testing_lab.calls.complier_shares.complier_shares` takes.

    >>> counted(["complies", "refuses", "undeliverable", "complies"])
    {'comply': 2, 'left_to_client': 0, 'neutral': 0, 'refuse': 1, 'refuse_explained': 0, 'unusable': 1}
    """
    found = Counter(AS_COUNTED[one] for one in outcomes)
    return {name: found[name] for name in sorted(set(AS_COUNTED.values()))}
