"""From the names of a dispatch to the patterns by which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import msgspec

from api.services.lab.folded_text import fold


class KnownStrings(msgspec.Struct, frozen=True, kw_only=True):
    """What a coder may not read.

    ``names``: both made-up applicants of the pair and the company's contact, in full. ``listed_names``: every other
    name of the study's lists, so that what is hidden says nothing about who wrote. ``companies``: the names of the
    company. ``others``: addresses, phone numbers and mail addresses of either side. ``letters``: the letters that were
    sent, to know them when they come back quoted.
    """

    names: tuple[str, ...] = ()
    listed_names: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


#: Small words inside names, which alone say nothing and are words of every sentence.
PARTICLES: Final = frozenset(
    {"van", "de", "der", "den", "het", "t", "te", "ten", "ter", "in", "op", "aan", "bij", "el", "al", "ben", "bin"}
    | {"ibn", "bint", "ait", "la", "le", "les", "da", "das", "do", "dos", "di", "du", "von", "zu", "en", "s", "o", "d"}
)
#: Names that are also words of a reply, or almost: hidden only where they have a capital letter.
ORDINARY: Final = frozenset(
    {"can", "wil", "mei", "roos", "bas", "bloem", "an", "hen", "per", "june", "may", "will", "mark", "dag", "nur"}
    | {
        "goed",
        "groot",
        "klein",
        "jong",
        "lang",
        "wit",
        "zwart",
        "bos",
        "berg",
        "kok",
        "smit",
        "boer",
        "prins",
        "koning",
    }
    | {
        "son",
        "art",
        "sky",
        "ray",
        "rob",
        "ad",
        "cas",
        "ton",
        "fleur",
        "iris",
        "lieve",
        "bo",
        "storm",
        "sterre",
        "faith",
    }
)
#: Initials in capitals that mean something else in almost every reply.
_NOT_INITIALS: Final = frozenset(
    {"cv", "ok", "id", "ps", "tv", "bv", "hr", "ov", "mbo", "bol", "bbl", "bpv", "pok", "kvk", "btw"}
)
_FORMS: Final = frozenset(
    {"bv", "b", "v", "nv", "n", "vof", "cv", "ltd", "inc", "llc", "gmbh", "holding", "groep", "group"}
    | {"stichting", "vereniging"}
)
_TRADES: Final = _FORMS | frozenset(
    {"bakkerij", "slagerij", "bouw", "bouwbedrijf", "zorg", "thuiszorg", "kinderopvang", "garage", "autobedrijf"}
    | {"schilder", "schilders", "hotel", "restaurant", "cafe", "kapper", "kapsalon", "salon", "winkel", "bedrijf"}
    | {"bedrijven", "techniek", "installatie", "advies", "administratie", "administratiekantoor", "kantoor", "school"}
    | {"gemeente", "nederland", "dutch", "international", "service", "services", "diensten", "transport", "logistiek"}
    | {"media", "design", "store", "shop", "team", "stage", "praktijk", "apotheek", "tandarts", "centrum", "huis"}
    | {"restauratie", "onderhoud", "schoonmaak", "horeca", "mode", "sport", "fitness", "voor", "and", "the", "met"}
)
_JOIN: Final = r"[\W_]{0,4}"
_BEFORE: Final = r"(?<![a-z])"
_AFTER: Final = r"(?:'?s)?(?![a-z])"


class Pattern(msgspec.Struct, frozen=True):
    """A pattern over folded text. ``capital``: the text itself must begin with a capital there. ``capitals``: all."""

    pattern: str
    capital: bool = False
    capitals: bool = False


def words(text: str) -> list[str]:
    """The words of a name, folded."""
    return list(_words(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Kept: the lists of names of a study are asked of every reply."""
    return tuple(re.findall(r"[a-z0-9]+", fold(text)))


def person_patterns(name: str) -> Iterator[Pattern]:
    """In full with any sign between or none, surname first; each part alone, with initials and small words."""
    parts = words(name)
    if not parts:
        return
    if len(parts) > 1:
        yield Pattern(_JOIN.join(parts))
        yield Pattern(f"{_BEFORE}{_JOIN.join([parts[-1], *parts[:-1]])}{_AFTER}")
    first = "".join(sorted({part[0] for part in parts if not part[0].isdigit()}))
    before = f"(?:{_BEFORE}[{first}][a-z]?\\.\\s?|{_BEFORE}[{first}]\\s){{0,4}}" if first else ""
    for end in range(1, len(parts) + 1):
        if parts[end - 1] in PARTICLES or len(parts[end - 1]) < 2:
            continue
        start = end - 1
        while start > 0 and parts[start - 1] in PARTICLES:
            start -= 1
        small = "".join(f"(?:{_BEFORE}{part}{_JOIN})?" for part in parts[start : end - 1])
        ordinary = parts[end - 1] in ORDINARY
        yield Pattern(f"{before}{small}{_BEFORE}{parts[end - 1]}{_AFTER}", capital=ordinary)
    if len(parts) > 1:
        yield from _initials(parts)


def _initials(parts: list[str]) -> Iterator[Pattern]:
    for some in (parts, [part for part in parts if part not in PARTICLES]):
        letters = [part[0] for part in some]
        if len(letters) > 1:
            yield Pattern(_BEFORE + r"\s?".join(rf"{letter}\." for letter in letters))
            if "".join(letters) not in _NOT_INITIALS:
                yield Pattern(f"{_BEFORE}{''.join(letters)}(?![a-z])", capitals=True)


def company_patterns(name: str) -> Iterator[Pattern]:
    """In full and without its legal form; each word of it that is not a trade; its initials from three words on."""
    parts = words(name)
    short = [part for part in parts if part not in _FORMS] or parts
    for some in (parts, short):
        if len(some) > 1:
            yield Pattern(_JOIN.join(some))
        elif some:
            yield Pattern(f"{_BEFORE}{some[0]}{_AFTER}")
    for part in short:
        if len(part) >= 4 and part not in _TRADES and part not in PARTICLES:
            yield Pattern(f"{_BEFORE}{part}{_AFTER}", capital=part in ORDINARY)
    if len(short) >= 3:
        yield Pattern(f"{_BEFORE}{''.join(part[0] for part in short)}(?![a-z])", capitals=True)


def other_pattern(text: str) -> Pattern | None:
    """An address, a telephone number, a mail address: its letters and digits with any sign between."""
    parts = words(text)
    if parts and all(part.isdigit() for part in parts):
        parts = list("".join(parts))
    return Pattern(r"(?<![a-z0-9])" + _JOIN.join(parts) + r"(?![a-z0-9])") if parts else None


def nearly(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two neighbours in the other order."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[same:], other[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(a) > 1)
