"""Coding, for the coder and for who leads the study."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.lab.coding import CodesView, CodingView
from api.pages.contexts.lab.study import InStudy


class CodingPage(InStudy, frozen=True, kw_only=True):
    """What a coder reads, and the codes that he may give. ``values``: what was chosen in the form."""

    template: ClassVar[str] = "lab/coding.html"

    coding: CodingView
    values: dict[str, str] = msgspec.field(default_factory=dict)


class CodesPage(InStudy, frozen=True, kw_only=True):
    """How far the coding is; the lock, and revealing the trait. ``values``: what was typed in the form."""

    template: ClassVar[str] = "lab/codes.html"

    codes: CodesView
    values: dict[str, str] = msgspec.field(default_factory=dict)
