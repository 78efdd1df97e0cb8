"""One study."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.lab.studies import MemberView, StudyView
from api.pages.contexts.page import Page


class StudyTab(msgspec.Struct, frozen=True, kw_only=True):
    """A link to one part of a study. ``name``: one of ``api.pages.lab.tabs.StudyTabName``."""

    name: str
    href: str
    current: bool


class InStudy(Page, frozen=True, kw_only=True):
    """What every page of a study has."""

    study: StudyView
    tabs: tuple[StudyTab, ...]


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    """What this person does next: ``study-next-<name>`` in the catalogue; ``href``: where, empty: nothing to do now."""

    name: str
    href: str


class StudyPage(InStudy, frozen=True, kw_only=True):
    """Where the study stands, and who works on it. ``values``: what was typed in the form for a new member."""

    template: ClassVar[str] = "lab/study.html"

    next_step: NextStep
    members: tuple[MemberView, ...]
    values: dict[str, str] = msgspec.field(default_factory=dict)
