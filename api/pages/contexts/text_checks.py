"""Checks of vacancy texts, one of them, and the rules."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.paging import PageOf
from api.messages.vacancy_text import HitView, RulesView, TextCheckLine, TextCheckView
from api.pages.contexts.page import Page
from api.pages.listing import Listing


class TextChecksPage(Page, frozen=True, kw_only=True):
    """The form for a text and the own checks. ``values`` are what was typed; ``waiting`` are checks of others."""

    template: ClassVar[str] = "text_checks.html"

    checks: PageOf[TextCheckLine]
    listing: Listing
    waiting: tuple[TextCheckLine, ...]
    longest: int
    values: dict[str, str] = msgspec.field(default_factory=dict)


class TextPiece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a text. ``hits``: places of the hits that it belongs to; ``numbers``: hits that end with it."""

    words: str
    hits: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    level: str = ""


class HitCard(msgspec.Struct, frozen=True, kw_only=True):
    """A hit with its form. ``values`` and ``faults`` are of this form; ``may_second``: another asks this reader."""

    hit: HitView
    may_second: bool
    values: dict[str, str] = msgspec.field(default_factory=dict)
    faults: dict[str, str] = msgspec.field(default_factory=dict)


class TextCheckPage(Page, frozen=True, kw_only=True):
    """One check: the text with marks, and a card for each hit."""

    template: ClassVar[str] = "text_check.html"

    check: TextCheckView
    pieces: tuple[TextPiece, ...]
    cards: tuple[HitCard, ...]


class TextRulesPage(Page, frozen=True, kw_only=True):
    """All rules."""

    template: ClassVar[str] = "text_rules.html"

    rules: RulesView
