"""The protocol of a study, part by part; its gates and registration."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.lab.protocols import GateView, RegistrationView
from api.pages.contexts.lab.study import InStudy
from api.pages.lab.protocol_form import Input
from testing_lab.findings import Finding
from testing_lab.protocol.sample_size import SampleSize


class PartLink(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the protocol; ``errors`` and ``warnings``: how many findings there are in it."""

    name: str
    href: str
    current: bool
    errors: int
    warnings: int


class ProtocolPage(InStudy, frozen=True, kw_only=True):
    """One part as a form. ``at``: findings by place; ``others``: those of the part that belong to no input here.

    ``may_save``: a lead, while the study allows it. ``amending``: what is saved is an amendment and needs a reason.
    ``version``: which version is shown. ``size``: of the part *sampling* alone.
    """

    template: ClassVar[str] = "lab/protocol.html"

    part: str
    parts: tuple[PartLink, ...]
    inputs: tuple[Input, ...]
    at: dict[str, tuple[Finding, ...]]
    others: tuple[Finding, ...]
    may_save: bool
    amending: bool
    version: int
    reason: str = ""
    size: SampleSize | None = None


class RegistrationPage(InStudy, frozen=True, kw_only=True):
    """Findings, gates and the chain. ``evidence``: what was typed at a gate; ``gate_fault``: which gate came back.

    ``parts``: where the findings are. ``may_tick``: gates that are open, of a registered study too.
    ``may_register``: nothing stands in the way but the button.
    """

    template: ClassVar[str] = "lab/registration.html"

    view: RegistrationView
    parts: tuple[PartLink, ...]
    open_gates: tuple[GateView, ...]
    may_change: bool
    may_tick: bool
    may_register: bool
    evidence: str = ""
    gate_fault: str = ""
    refused: tuple[Finding, ...] = ()
