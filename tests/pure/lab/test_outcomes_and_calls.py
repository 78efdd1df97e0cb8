"""Outcome codes of letters and of calls, and the rules of a call."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import msgspec
import pytest

from testing_lab.calls.complier_shares import complier_shares
from testing_lab.coding.cohen_kappa import cohen_kappa
from testing_lab.coding.double_coding import double_coded
from testing_lab.fieldwork.mystery_calls import (
    AS_COUNTED,
    CallOutcome,
    CallRecord,
    check_call,
    counted,
    listened_twice,
    script_of,
)
from testing_lab.fieldwork.outcomes import Outcome, ilo_counts, is_positive
from testing_lab.paired.ilo import cumulative_net_discrimination
from testing_lab.protocol.call_script import CallScript, RecordingRules, ScriptStep, script_findings
from tests.pure.lab.protocol.examples import changed, example_calls


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_is_positive_negative_or_unusable(outcome: Outcome) -> None:
    positive = {"place_offered": True, "invited": True, "asks_to_call": True, "undeliverable": None, "detected": None}
    assert is_positive(outcome) is positive.get(outcome, False)
    assert is_positive(outcome, positive=["waiting_list"]) is (
        None if positive.get(outcome, False) is None else outcome == "waiting_list"
    )


def test_a_pair_parts_at_one_stage_at_most() -> None:
    outcomes: list[Outcome] = list(get_args(Outcome))
    for one in outcomes:
        for other in outcomes:
            counts = ilo_counts([(one, other)])
            parted = sum(stage.favour_majority + stage.favour_minority for stage in counts.stages)
            swapped = ilo_counts([(other, one)])
            assert parted <= counts.usable_tests <= counts.valid_tests <= 1
            assert [(s.favour_majority, s.favour_minority) for s in counts.stages] == [
                (s.favour_minority, s.favour_majority) for s in swapped.stages
            ]


def test_the_stages_of_the_ilo() -> None:
    pairs: list[tuple[Outcome, Outcome]] = [
        ("invited", "refused"), ("asks_information", "no_answer"), ("no_answer", "waiting_list"),
        ("place_offered", "invited"), ("invited", "asks_to_call"), ("invited", "invited"), ("refused", "no_answer"),
        ("asks_to_call", "waiting_list"), ("undeliverable", "invited"), ("invited", "detected"),
    ]  # fmt: skip
    counts = ilo_counts(pairs)
    assert (counts.valid_tests, counts.both_refused_at_first_stage, counts.not_pursued, counts.usable_tests) == (
        8,
        1,
        1,
        6,
    )
    assert [(one.stage, one.favour_majority, one.favour_minority) for one in counts.stages] == [
        ("first_contact", 2, 1),
        ("invitation", 1, 0),
        ("offer", 1, 0),
    ]
    rates = cumulative_net_discrimination(usable_tests=counts.usable_tests, stages=counts.stages)
    assert rates.cumulative_net_discrimination_rate == pytest.approx(3 / 6)


STEPS = (
    ScriptStep(step="greet", kind="opening", words="Goedemiddag, ik zoek een stagiair."),
    ScriptStep(step="ask", kind="request", words="Ik wil liever niemand van een bepaalde afkomst."),
    ScriptStep(step="probe", kind="probe", words="Kunt u daar rekening mee houden?"),
    ScriptStep(step="bye", kind="closing", words="Dank u wel, ik bel nog terug."),
)
SCRIPT = CallScript(version="1", steps=STEPS)
NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Begin: a\nVerzoek: b\nDoorvragen: c\nSlot: d", []),
        ("opening: a\nREQUEST: b\nclosing : d", []),
        ("", ["script_one_request", "script_opening_closing"]),
        ("Begin: a\nSlot: d", ["script_one_request"]),
        ("Verzoek: b\nSlot: d", ["script_opening_closing"]),
        ("Begin: a\nVerzoek: b\nVerzoek: b\nSlot: d", ["script_one_request"]),
        ("Begin: a\nVerzoek: b\nDoorvragen:\nSlot: d", ["script_step_empty"]),
        ("Hallo\nBegin: a\nVerzoek: b\nSlot: d", ["script_words_before"]),
    ],
)
def test_a_script_says_what_is_wrong(text: str, codes: list[str]) -> None:
    assert [one.code for one in script_findings(text)] == codes


def test_a_step_goes_on_over_lines_and_the_version_is_that_of_the_text() -> None:
    one = example_calls()
    script = script_of(one)
    assert [step.kind for step in script.steps] == ["opening", "request", "probe", "closing"]
    assert script.rules == RecordingRules(recording="public_task", delete_after_days=180)
    broken = changed(one, {"fieldwork.call_script": one.fieldwork.call_script.replace(". Can", ".\n  Can")})
    assert script_of(broken).steps == script.steps
    assert script_of(broken).version != script.version


CALL = CallRecord(
    call_id="c1", script_version="1", caller="k", second_listener="l", started=NOW - dt.timedelta(days=40),
    said=("greet", "ask", "bye"), recorded=False, consent="not_asked", outcome="complies", outcome_second="refuses",
)  # fmt: skip
CONSENT = RecordingRules(recording="consent", delete_after_days=30)


@pytest.mark.parametrize(
    ("changes", "rules", "codes"),
    [
        ({}, RecordingRules(), []),
        ({"started": NOW + dt.timedelta(minutes=1)}, RecordingRules(), ["call-in-future"]),
        ({"script_version": "0"}, RecordingRules(), ["call-other-script"]),
        ({"said": ("greet", "ask", "joke")}, RecordingRules(), ["call-outside-script"]),
        ({"said": ("ask", "greet")}, RecordingRules(), ["call-other-order"]),
        ({"said": ("ask", "ask")}, RecordingRules(), ["call-other-order"]),
        ({"said": ("greet",)}, RecordingRules(), ["call-without-request"]),
        ({"said": ("greet",), "outcome": "undeliverable", "outcome_second": None}, RecordingRules(), []),
        ({"outcome": "undeliverable"}, RecordingRules(), ["call-came-to-request"]),
        ({"outcome_second": None}, RecordingRules(), ["call-one-listener"]),
        ({"second_listener": "k"}, RecordingRules(), ["call-same-listener"]),
        ({"second_listener": None, "outcome_second": None}, RecordingRules(second_listener=False), []),
        (
            {"recorded": True, "consent": "given"},
            RecordingRules(delete_after_days=99),
            ["call-recorded-without-consent"],
        ),
        (
            {"recorded": True, "consent": "refused", "recording_deleted": NOW},
            CONSENT,
            ["call-recorded-without-consent"],
        ),
        ({"recorded": True, "recording_deleted": NOW}, CONSENT, ["call-recorded-without-consent"]),
        ({"recorded": True, "consent": "given", "recording_deleted": NOW}, CONSENT, []),
        ({"recorded": True, "consent": "given"}, CONSENT, ["call-recording-kept"]),
        ({"recorded": True, "recording_deleted": NOW}, RecordingRules(recording="public_task"), []),
        (
            {"recorded": True, "consent": "refused", "recording_deleted": NOW},
            RecordingRules(recording="public_task"),
            ["call-recorded-without-consent"],
        ),
    ],
)
def test_a_call_keeps_to_its_script_and_rules(changes: dict[str, Any], rules: RecordingRules, codes: list[str]) -> None:
    call, script = msgspec.structs.replace(CALL, **changes), msgspec.structs.replace(SCRIPT, rules=rules)
    assert [one.code for one in check_call(call, script, now=NOW)] == codes


def test_the_second_listener_gives_a_kappa() -> None:
    codes: list[tuple[CallOutcome, CallOutcome | None]] = [
        ("complies", "complies"), ("refuses", "refuses"), ("refuses", "no_decision"), ("complies", "complies"),
        ("complies", None),
    ]  # fmt: skip
    calls = [msgspec.structs.replace(CALL, outcome=one, outcome_second=other) for one, other in codes]
    first, second = listened_twice(calls)
    assert len(first) == 4
    counts = double_coded(first=first, second=second, codes=get_args(CallOutcome))
    assert cohen_kappa(counts=counts).observed_agreement == 0.75


def test_outcomes_are_counted_as_the_shares_want_them() -> None:
    assert set(AS_COUNTED) == set(get_args(CallOutcome))
    outcomes: list[CallOutcome] = ["complies"] * 37 + ["leaves_to_client"] * 11 + ["refuses"] * 28 + ["no_decision"] * 2
    shares = complier_shares(**counted(outcomes))
    # 78 agencies, January 2018: 47 % comply.
    assert (shares.valid_calls, round(shares.complier.share, 2)) == (78, 0.47)
