"""Check a text against the rules."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from api.services.vacancy_text.context import is_about_others, is_cited, is_negated, quotations
from api.services.vacancy_text.folding import Folded, fold
from api.services.vacancy_text.grounds.all_rules import RULES, RULES_VERSION
from api.services.vacancy_text.rules import Ground, Level, Rule, TextFor

#: Characters of the longest text that anybody may ask about.
LONGEST_TEXT: Final = 20_000
#: Characters of its sentence that a find is read in, on each side: a text without full stops costs no more.
NEAR: Final = 400
_WORD: Final = re.compile(r"\w[\w'/.-]*")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A possible fault. ``start`` and ``end`` count characters of the text as it was given; ``end`` is excluded."""

    rule: str
    ground: Ground
    level: Level
    start: int
    end: int


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The hits of a text, by place; ``rules_version`` says which rules found them."""

    rules_version: str
    text_for: TextFor
    tone: bool
    hits: tuple[Hit, ...]


def check_text(text: str, text_for: TextFor = "internship", *, tone: bool = False) -> Checked:
    """Every possible fault in a text, by place. ``tone``: words of bravado too.

    The same text gives the same hits, whatever its capitals, accents, kind of quotes or places of line breaks.
    Time grows with the length of the text times the number of rules.
    """
    folded = fold(text)
    quoted = quotations(folded.text)
    found: list[Hit] = []
    for rule in RULES:
        if (rule.tone and not tone) or rule.only_for not in (None, text_for):
            continue
        level = rule.level_in(text_for)
        for start, end in _finds(rule, folded, quoted):
            first, last = folded.span(start, end)
            found.append(Hit(rule=rule.name, ground=rule.ground, level=level, start=first, end=last))
    return Checked(rules_version=RULES_VERSION, text_for=text_for, tone=tone, hits=_without_overlap(found))


def _finds(rule: Rule, folded: Folded, quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if rule.finds is None:
        return [
            (begin, end)
            for begin, end in folded.sentences()
            if len(_WORD.findall(folded.text, begin, end)) > rule.longest_sentence
        ]
    found = []
    for match in rule.finds.finditer(folded.text):
        marked = next((name for name, value in match.groupdict().items() if value is not None), 0)
        start, end = match.span(marked)
        if not _excepted(rule, folded, quoted, start, end):
            found.append((start, end))
    return found


def _excepted(rule: Rule, folded: Folded, quoted: list[tuple[int, int]], start: int, end: int) -> bool:
    begin, stop = folded.sentence(start)
    begin, stop = max(begin, start - NEAR), max(min(stop, end + NEAR), end)
    sentence, here, there = folded.text[begin:stop], start - begin, end - begin
    around = next((one for one in quoted if one[0] < start and end < one[1]), None)
    return (
        (around is not None and is_cited(folded.text, begin, around))
        or (rule.before is not None and rule.before.search(sentence[:here]) is not None)
        or (rule.after is not None and rule.after.search(sentence[there:]) is not None)
        or (rule.sentence is not None and rule.sentence.search(sentence) is not None)
        or (rule.exceptions is not None and _overlaps(rule.exceptions, sentence, here, there))
        or (rule.about_others and is_about_others(sentence, here, there))
        or (rule.negatable and is_negated(sentence, here, there))
    )


def _overlaps(exceptions: re.Pattern[str], sentence: str, start: int, end: int) -> bool:
    return any(found.start() < end and start < found.end() for found in exceptions.finditer(sentence))


def _without_overlap(found: list[Hit]) -> tuple[Hit, ...]:
    """Of hits on one ground that overlap the longest stays, but advice on writing hides nothing and is not hidden."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.start - one.end, one.start, one.rule)):
        rival = any(
            other.start < hit.end and hit.start < other.end
            for other in kept
            if other.rule == hit.rule or (other.ground == hit.ground != "none")
        )
        if not rival:
            kept.append(hit)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.rule)))
