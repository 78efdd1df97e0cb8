"""What a rule of the text check says, in the reader's language."""

from __future__ import annotations

import msgspec

from api.catalogue import Language, has, text
from api.services.vacancy_text.grounds.all_rules import BY_NAME
from api.services.vacancy_text.rules import SOURCES, Source


class RuleWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words beside a hit."""

    name: str
    why: str
    suggestion: str
    source: str
    source_address: str


def rule_words(language: Language, rule: str) -> RuleWords:
    """The words of a rule; one that is no longer there is told by its own name."""
    key = f"text-rule-{rule.replace('_', '-')}"
    source = SOURCES[BY_NAME[rule].source] if rule in BY_NAME else Source(title="")
    if not has(language, key):
        return RuleWords(name=rule, why="", suggestion="", source=source.title, source_address=source.address)
    return RuleWords(
        name=text(language, key),
        why=text(language, f"{key}-why"),
        suggestion=text(language, f"{key}-try"),
        source=source.title,
        source_address=source.address,
    )
