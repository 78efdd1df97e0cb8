"""The shortages of a run as rows to read."""

from __future__ import annotations

import msgspec

from api.catalogue import Language
from api.messages.runs import OutcomeView
from api.messages.shortages import ShortagesView
from api.services.shortage_texts import openings_text, where_text, who_text, without_text


class ShortageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One group of students with too few places. ``helps`` is empty where nothing can be promised."""

    who: str
    under: tuple[str, ...]
    shortage: int
    helps: str


def shortage_lines(found: ShortagesView, language: Language) -> tuple[ShortageLine, ...]:
    """A row for each bottleneck, in their order."""
    return tuple(
        ShortageLine(
            who=who_text(one, language),
            under=tuple(part for part in (where_text(one, language, found.towns), without_text(one, language)) if part),
            shortage=one.shortage,
            helps=openings_text(one, language, found.companies),
        )
        for one in found.items
    )


def shortage_said(outcome: OutcomeView, language: Language) -> tuple[str, ...]:
    """The bottleneck that a student is in; nothing where he is in none. What would help stands in his lines."""
    short = outcome.explanation.bottleneck
    if short is None:
        return ()
    said = (who_text(short, language), where_text(short, language, outcome.towns), without_text(short, language))
    return tuple(part for part in said if part)
