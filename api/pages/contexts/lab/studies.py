"""Studies."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.lab.studies import StudyRow
from api.messages.paging import PageOf
from api.pages.contexts.page import Page
from api.pages.listing import Listing


class StudiesPage(Page, frozen=True, kw_only=True):
    """The overview. ``may_create``: this account may make a study."""

    template: ClassVar[str] = "lab/studies.html"

    studies: PageOf[StudyRow]
    listing: Listing
    may_create: bool


class NewStudyPage(Page, frozen=True, kw_only=True):
    """The form for a study. ``values`` are what was typed."""

    template: ClassVar[str] = "lab/new_study.html"

    values: dict[str, str] = msgspec.field(default_factory=dict)
