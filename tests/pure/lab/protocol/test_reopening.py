"""A change opens the gates that are about it, and no field is forgotten."""

from __future__ import annotations

import msgspec
import pytest

from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import GATES
from testing_lab.protocol.reopening import ABOUT, ABOUT_NOTHING, reopened, within


def fields() -> list[str]:
    document = msgspec.to_builtins(Protocol())
    return [
        f"{part}.{name}" if isinstance(value, dict) else part
        for part, value in document.items()
        for name in (value if isinstance(value, dict) else (part,))
    ]


def test_every_field_has_its_gate_or_is_about_nothing() -> None:
    known = [*ABOUT_NOTHING, *(part for parts in ABOUT.values() for part in parts)]
    assert [field for field in fields() if not any(within(field, one) or within(one, field) for one in known)] == []
    assert [field for field in ABOUT_NOTHING if reopened([field])] == []


def test_every_gate_is_about_fields_that_there_are() -> None:
    parts = set(msgspec.to_builtins(Protocol()))
    for gate in GATES:
        assert [one for one in ABOUT[gate] if one not in parts and one not in fields()] == []


@pytest.mark.parametrize(
    ("path", "gates"),
    [
        ("sampling.pairs", ("ethics_approval", "power_calculation")),
        ("ethics.withdrawal_text_nl", ("ethics_approval", "withdrawal_plan")),
        ("ethics.retention_key_days", ("ethics_approval", "data_protection_assessment", "retention_plan")),
        ("outcomes.codes[3].positive", ("analysis_plan",)),
        ("question.traits[0].minority", ("ethics_approval", "data_protection_assessment", "fictitious_identities")),
        ("fieldwork.end", ()),
    ],
)
def test_a_change_opens_what_is_about_it(path: str, gates: tuple[str, ...]) -> None:
    assert reopened([path]) == gates
