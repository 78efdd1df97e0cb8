"""The profiles and the plan of a study."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.importing import Fault
from api.messages.lab.plans import (
    BeforePlan,
    ExamplePair,
    OfferedNames,
    PlanView,
    PretestView,
    ProfilesView,
    Replay,
)
from api.pages.contexts.lab.study import InStudy
from testing_lab.findings import Finding


class ProfilesPage(InStudy, frozen=True, kw_only=True):
    """Names, letters, words and senders. ``chosen``: the example that is asked for (sex, two letters, sector)."""

    template: ClassVar[str] = "lab/profiles.html"

    profiles: ProfilesView
    groups: tuple[str, ...]
    templates: tuple[str, ...]
    offered: tuple[OfferedNames, ...]
    pretest: PretestView | None
    example: ExamplePair | None
    chosen: tuple[str, str, str, str]
    general_words: tuple[str, ...]
    own_words: tuple[str, ...]
    file_faults: tuple[Fault, ...] = ()
    found: tuple[Finding, ...] = ()
    values: dict[str, str] = msgspec.field(default_factory=dict)


class PlanPage(InStudy, frozen=True, kw_only=True):
    """The plan, or the form that draws it. ``found``: why it could not be drawn; ``replay``: asked for just now."""

    template: ClassVar[str] = "lab/plan.html"

    plan: PlanView | None
    before: BeforePlan
    values: dict[str, str]
    weekdays: tuple[str, ...]
    found: tuple[Finding, ...] = ()
    replay: Replay | None = None
