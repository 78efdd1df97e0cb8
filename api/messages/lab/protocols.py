"""The protocol of a study: what is asked of it, and where its registration stands."""

from __future__ import annotations

import msgspec

from testing_lab.findings import Finding
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import Gate, Tick
from testing_lab.protocol.registration import Amendment, Registration


class ProtocolView(msgspec.Struct, frozen=True, kw_only=True):
    """The protocol as it stands, with everything that was found in it. ``version``: to save over."""

    protocol: Protocol
    version: int
    findings: tuple[Finding, ...]


class SaveProtocol(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole protocol, over the version that was read. ``reason``: of an amendment, once it is registered."""

    protocol: Protocol
    version: int
    reason: str = ""


class TickGate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gate is passed: what was seen, and where it is kept."""

    gate: Gate
    evidence: str


class GateView(msgspec.Struct, frozen=True, kw_only=True):
    """A gate of this study, with the tick where there is one."""

    gate: Gate
    tick: Tick | None


class RegistrationView(msgspec.Struct, frozen=True, kw_only=True):
    """Gates and registration. ``broken``: what is wrong with the chain of hashes; nothing, where it holds."""

    findings: tuple[Finding, ...]
    gates: tuple[GateView, ...]
    registration: Registration | None
    amendments: tuple[Amendment, ...]
    broken: tuple[Finding, ...]
