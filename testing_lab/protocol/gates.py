"""The gates: what a named person must have seen before a protocol can be registered, and what proves it.

"Ethics board before start, pre-registration, minimal load, polite withdrawal; legal basis, data-protection assessment,
separate key file, retention date; no BSN, no real addresses or phones; a plan with unit, outcome codes, primary test,
denominators, family, stopping rule" (METHODS of the lab, 4.5). What each gate asks as evidence stands in the catalogue,
``lab-gate-<name>`` and ``lab-gate-<name>-evidence``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, get_args

import msgspec

from testing_lab.findings import Finding

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol

Gate = Literal[
    "ethics_approval", "data_protection_assessment", "school_consent", "withdrawal_plan", "fictitious_identities",
    "retention_plan", "power_calculation", "analysis_plan", "recording_rules",
]  # fmt: skip

GATES: Final[tuple[Gate, ...]] = get_args(Gate)

#: Gates of letters only, and of mystery calls only.
_OF_LETTERS: Final = frozenset({"withdrawal_plan", "fictitious_identities"})
_OF_CALLS: Final = frozenset({"recording_rules"})


class Tick(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person says that a gate is passed. ``evidence``: what was seen, and where it is kept; never empty."""

    gate: Gate
    person: str
    on: date
    evidence: str


def gates_of(protocol: Protocol) -> tuple[Gate, ...]:
    """The gates of this kind of study, in their order."""
    without = _OF_LETTERS if protocol.design.kind == "mystery_call" else _OF_CALLS
    return tuple(one for one in GATES if one not in without)


def open_gates(protocol: Protocol, ticked: Sequence[Tick]) -> tuple[Gate, ...]:
    """The gates that nobody has passed: a tick without a name or without evidence passes none."""
    passed = {one.gate for one in ticked if one.person.strip() and one.evidence.strip()}
    return tuple(one for one in gates_of(protocol) if one not in passed)


def gate_findings(protocol: Protocol, ticked: Sequence[Tick], *, today: date) -> Iterator[Finding]:
    """What is wrong with the ticks on the day of registration; ``path`` is ``gates.<name>``."""
    asked = gates_of(protocol)
    seen: set[Gate] = set()
    for one in ticked:
        path = f"gates.{one.gate}"
        if one.gate not in asked:
            yield Finding(path=path, code="gate_not_of_kind", facts={"gate": one.gate, "kind": protocol.design.kind})
        if one.gate in seen:
            yield Finding(path=path, code="gate_ticked_twice", facts={"gate": one.gate})
        seen.add(one.gate)
        if not one.person.strip():
            yield Finding(path=path, code="gate_without_person", facts={"gate": one.gate})
        if not one.evidence.strip():
            yield Finding(path=path, code="gate_without_evidence", facts={"gate": one.gate})
        if one.on > today:
            facts: dict[str, str | int | float] = {"gate": one.gate, "on": one.on.isoformat()}
            yield Finding(path=path, code="gate_in_future", facts=facts)
    for gate in open_gates(protocol, ticked):
        if gate not in seen:
            yield Finding(path=f"gates.{gate}", code="gate_open", facts={"gate": gate})
