"""A reply as a coder may read it before the codes are locked: without who was written to, and by whom.

Theory of operation. Everything to hide becomes a stretch of the text with a kind; stretches that touch become one; then
the text is written out once, with a word in brackets for each. So a placeholder is never searched, and what stood
around a name cannot join up into another.

What this can do: every name, company, address and number that it was given, whatever their case, accents, initials,
HTML entities, or signs between the words; names one letter off, where they have a capital; whatever stands after
"Beste", "mevrouw" or "Dear"; every mail address, link, telephone number, postcode and street; the quoted letter; the
signature.

What it cannot do, and a study must say so: a pronoun ("hij", "haar"), a nickname or a misspelling by more than one
letter in the middle of a sentence; a name in other letters (Cyrillic, Arabic) or in a picture; a person or a company
that nobody gave it; a remark that gives the trait away ("uw taalvaardigheid", "met uw achtergrond"); small words of a
name alone ("van", "el"); names that are ordinary words too ("Wil", "Mei") where they have no capital. It hides too much
rather than too little: "bakker" may go because somebody is called so. A coder who knows who wrote must say so.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, Literal

import msgspec

from api.catalogue import Language, text
from api.services.lab.folded_text import FoldedText, folded_text, without_entities
from api.services.lab.known_strings import (
    ORDINARY,
    PARTICLES,
    KnownStrings,
    Pattern,
    company_patterns,
    nearly,
    other_pattern,
    person_patterns,
    words,
)
from api.services.lab.quoted_letter import parts_of

Kind = Literal["quote", "signature", "email", "link", "phone", "address", "number", "company", "name", "title"]


class Redacted(msgspec.Struct, frozen=True, kw_only=True):
    """The text for a coder, and how often each kind of thing was hidden."""

    text: str
    hidden: dict[str, int]


_PLACEHOLDERS: Final[dict[Kind, str]] = {
    "quote": "lab-hidden-quote",
    "signature": "lab-hidden-signature",
    "email": "lab-hidden-email",
    "link": "lab-hidden-link",
    "phone": "lab-hidden-phone",
    "address": "lab-hidden-address",
    "number": "lab-hidden-number",
    "company": "lab-hidden-company",
    "name": "lab-hidden-name",
    "title": "lab-hidden-title",
}
#: Over folded text.
_ALWAYS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        "email",
        re.compile(r"(?:mailto:)?[\w.+%'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}"),
    ),
    ("link", re.compile(r"(?:https?://|www\.)[^\s<>\"]{2,2000}")),
    (
        "link",
        re.compile(
            r"(?<![\w@.])(?:[a-z0-9-]{2,63}\.){1,4}(?:nl|com|org|net|eu|be|de|info|amsterdam)(?:/[^\s<>\"]*)?(?![\w.]\w)"
        ),
    ),
    (
        "phone",
        re.compile(r"(?<![\w+])(?!\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4})(?:\+|00)[1-9](?:[\s().-]{0,3}\d){7,13}(?!\d)"),
    ),
    ("phone", re.compile(r"(?<![\w+])(?!\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4})\(?0[1-9](?:[\s().-]{0,3}\d){8}(?!\d)")),
    ("phone", re.compile(r"(?<![a-z])(?:tel|telefoon|phone|mobiel|mob|t|m)\.?\s?:\s?\+?\d(?:[\s().-]{0,3}\d){5,13}")),
    ("address", re.compile(r"(?<![a-z0-9])[1-9]\d{3}\s?[a-z]{2}(?![a-z0-9])(?:\s{1,3}[a-z][a-z'-]{2,30})?")),
    (
        "address",
        re.compile(
            r"(?<![a-z])(?:[a-z.'-]{1,30} ){0,3}[a-z.'-]{0,40}"
            r"(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|steeg|dijk|pad)"
            r" \d{1,4}(?: ?[a-z])?(?![a-z0-9])"
        ),
    ),
    ("number", re.compile(r"(?<![a-z])(?:kvk|btw|iban)[\w. -]{0,12}?:?\s?[a-z]{0,2}\d[\d. ]{6,20}\w{0,3}")),
    ("number", re.compile(r"(?<![a-z0-9])nl\d{2}\s?[a-z]{4}(?:\s?\d){10}(?!\d)")),
)
_POSTCODE_NEEDS_CAPITALS: Final = re.compile(r"[1-9]\d{3}\s?[A-Z]{2}\b")
_STREET_NEEDS_CAPITAL: Final = re.compile(r".*[A-Z]", re.DOTALL)
_BEFORE_STREET: Final = re.compile(r".*\s[a-z]\S*\s+(?=[A-Z])", re.DOTALL)
_GREETED: Final = re.compile(
    r"^[ \t]*(?:beste|geachte|hallo|hoi|hi|hey|dag|lieve|dear|hello|goede(?:morgen|middag|navond|ndag)"
    r"|good (?:morning|afternoon))"
    r"[ \t]+([^\s,!.:;][^,!\n:;]{0,60}?)[ \t]*(?=[,!:;\n]|$)",
    re.MULTILINE,
)
_TITLE: Final = re.compile(
    r"(?<![a-z])(?:de heer|heer|dhr|meneer|mevrouw|mevr|mw|mejuffrouw|mr|mrs|ms|miss|sir|madam)(?![a-z])\.?"
)
_AFTER_TITLE: Final = re.compile(
    r"\s+((?:(?:" + "|".join(sorted(PARTICLES)) + r"|[a-z]\.?)[\s.]+){0,4}[a-z][a-z'-]+)(?![a-z])"
)
_LETTERS: Final = re.compile(r"[a-z]+")
_WORD: Final = re.compile(r"[a-z][a-z']*")

_Stretch = tuple[int, int, Kind]


def redact(reply: str, known: KnownStrings, language: Language = "nl") -> Redacted:
    """The reply without what ``known`` names, and without whatever looks like a person, an address or a number."""
    whole = folded_text(without_entities(reply).replace("\r\n", "\n").replace("\r", "\n"))
    cut = _cut(whole.text, known)
    stretches = [
        *cut,
        *_always(whole),
        *_known(whole, known),
        *_listed(whole, known),
        *_greeted(whole),
        *_titles(whole),
        *_misspelt(whole, known),
    ]
    joined = _joined(whole.text, stretches)
    out: list[str] = []
    place = 0
    for start, end, kind in joined:
        out += [whole.text[place:start], text(language, _PLACEHOLDERS[kind])]
        if kind in ("quote", "signature"):
            out.append("\n")
        place = end
    out.append(whole.text[place:])
    shown = re.sub(r"\n{3,}", "\n\n", "".join(out)).strip()
    return Redacted(text=shown, hidden=dict(Counter(kind for _, _, kind in joined)))


def _cut(whole: str, known: KnownStrings) -> list[_Stretch]:
    lines = whole.splitlines(keepends=True)
    found: list[_Stretch] = []
    place = 0
    for line, part in zip(lines, parts_of(lines, known.letters), strict=True):
        if part != "written":
            found.append((place, place + len(line), part))
        place += len(line)
    return found


def _always(whole: FoldedText) -> list[_Stretch]:
    found: list[_Stretch] = []
    for kind, pattern in _ALWAYS:
        for match in pattern.finditer(whole.folded):
            start, end = whole.span(*match.span())
            if kind == "address":
                written = whole.text[start:end]
                wanted = _POSTCODE_NEEDS_CAPITALS if written[0].isdigit() else _STREET_NEEDS_CAPITAL
                if not wanted.match(written):
                    continue
                if written[0].isalpha() and (before := _BEFORE_STREET.match(written)):
                    start += before.end()
            found.append((start, end, kind))
    return found


def _known(whole: FoldedText, known: KnownStrings) -> list[_Stretch]:
    people = [pattern for name in known.names for pattern in person_patterns(name)]
    companies = [pattern for name in known.companies for pattern in company_patterns(name)]
    others = [pattern for other in known.others if (pattern := other_pattern(other))]
    return [*_found(whole, people, "name"), *_found(whole, companies, "company"), *_found(whole, others, "address")]


def _listed(whole: FoldedText, known: KnownStrings) -> list[_Stretch]:
    """Names of the study's lists, word by word: there are hundreds, and a pattern for each would take minutes."""
    before: dict[str, set[str]] = {}
    for name in known.listed_names:
        parts = words(name)
        before.setdefault("".join(parts), set())
        for part in parts:
            if part not in PARTICLES and len(part) > 1:
                before.setdefault(part, set()).update(PARTICLES.intersection(parts))
    found: list[_Stretch] = []
    small: list[re.Match[str]] = []  # the small words that stand right before this one
    for match in _LETTERS.finditer(whole.folded):
        if small and match.start() - small[-1].end() > 4:
            small.clear()
        called = match[0] if match[0] in before else match[0].removesuffix("s")
        if called in before and called not in PARTICLES:
            first = match
            while small and small[-1][0] in before[called]:
                first = small.pop()
            start, end = whole.span(first.start(), match.end())
            if called not in ORDINARY or not whole.text[whole.span(*match.span())[0]].islower():
                found.append((start, end, "name"))
        if match[0] in PARTICLES:
            small.append(match)
        else:
            small.clear()
    return found


def _found(whole: FoldedText, patterns: list[Pattern], kind: Kind) -> list[_Stretch]:
    found: list[_Stretch] = []
    for pattern in dict.fromkeys(patterns):
        for match in re.finditer(pattern.pattern, whole.folded):
            start, end = whole.span(*match.span())
            written = whole.text[start:end]
            if pattern.capitals and not written.isupper():
                continue
            if pattern.capital and written.islower():
                continue
            found.append((start, end, kind))
    return found


def _greeted(whole: FoldedText) -> list[_Stretch]:
    return [
        (*whole.span(*match.span(1)), "name") for match in _GREETED.finditer(whole.folded) if len(match[1].split()) <= 5
    ]


def _titles(whole: FoldedText) -> list[_Stretch]:
    found: list[_Stretch] = []
    for match in _TITLE.finditer(whole.folded):
        found.append((*whole.span(*match.span()), "title"))
        called = _AFTER_TITLE.match(whole.folded, match.end())
        if called:
            start, end = whole.span(*called.span(1))
            if not whole.text[start:end].islower():
                found.append((start, end, "name"))
    return found


def _misspelt(whole: FoldedText, known: KnownStrings) -> list[_Stretch]:
    parts = {part for name in known.names for part in words(name)}
    return [
        (*span, "name")
        for match in _WORD.finditer(whole.folded)
        if whole.text[(span := whole.span(*match.span()))[0]].isupper()
        and any(nearly(match[0], part) for part in parts)
    ]


def _joined(whole: str, stretches: list[_Stretch]) -> list[_Stretch]:
    """No two touch. What covers the other gives the kind: the quoted letter before a name in it."""
    joined: list[_Stretch] = []
    for start, end, kind in sorted(stretches, key=lambda one: (one[0], -one[1])):
        before = joined[-1] if joined else (0, 0, kind)
        between = whole[before[1] : start]
        if joined and (start < before[1] or (kind == before[2] and not between.strip(" -") and "\n" not in between)):
            joined[-1] = (before[0], max(before[1], end), before[2])
        else:
            joined.append((start, end, kind))
    return joined
