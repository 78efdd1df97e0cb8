"""Gates are passed by a named person with evidence, and only those of the study."""

from __future__ import annotations

import msgspec
import pytest

from testing_lab.protocol.gates import GATES, gates_of, open_gates
from tests.pure.lab.protocol.broken import broken_ticks
from tests.pure.lab.protocol.examples import example_calls, example_protocol, ticks_for


def test_letters_and_calls_have_gates_of_their_own() -> None:
    letters, calls = gates_of(example_protocol()), gates_of(example_calls())
    assert set(letters) | set(calls) == set(GATES)
    assert set(letters) - set(calls) == {"withdrawal_plan", "fictitious_identities"}
    assert set(calls) - set(letters) == {"recording_rules"}


def test_without_ticks_all_are_open_and_with_all_none() -> None:
    protocol = example_protocol()
    assert open_gates(protocol, ()) == gates_of(protocol)
    assert open_gates(protocol, ticks_for(protocol)) == ()
    assert open_gates(protocol, ticks_for(protocol)[1:]) == ("ethics_approval",)


@pytest.mark.parametrize("field", ["person", "evidence"])
def test_a_tick_without_a_name_or_evidence_passes_no_gate(field: str) -> None:
    protocol = example_protocol()
    first, *others = ticks_for(protocol)
    assert open_gates(protocol, (msgspec.structs.replace(first, **{field: " \n"}), *others)) == (first.gate,)


def test_every_fault_of_a_tick_is_found() -> None:
    found = [(one.path, one.code) for one in broken_ticks()]
    assert found == [
        ("gates.ethics_approval", "gate_without_person"),
        ("gates.data_protection_assessment", "gate_without_evidence"),
        ("gates.school_consent", "gate_in_future"),
        ("gates.withdrawal_plan", "gate_ticked_twice"),
        ("gates.recording_rules", "gate_not_of_kind"),
        ("gates.fictitious_identities", "gate_open"),
        ("gates.retention_plan", "gate_open"),
        ("gates.power_calculation", "gate_open"),
        ("gates.analysis_plan", "gate_open"),
    ]
