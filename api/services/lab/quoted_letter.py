"""The parts of a reply that its writer did not write now: the quoted letter, and the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from api.services.lab.folded_text import fold

Part = Literal["written", "quote", "signature"]

_QUOTE_LINE: Final = re.compile(r"\s*[>|]")
_BANNER: Final = re.compile(
    r"\W*(?:oorspronkelijk(?:e)? (?:bericht|e-?mail)|original message|doorgestuurd bericht|forwarded message)\W*"
)
_WROTE: Final = re.compile(r"(?:op|on) .{4,300}(?:schreef|wrote|geschreven)(?: .{0,100})?:\s*")
_FROM: Final = re.compile(r"\W{0,3}(?:van|from)\W{0,3}: ?.")
_OTHER_HEADER: Final = re.compile(r"\W{0,3}(?:verzonden|sent|datum|date|aan|to|onderwerp|subject)\W{0,3}:")
_CLOSING: Final = re.compile(
    r"(?:(?:met|veel) )?(?:(?:zeer )?(?:vriendelijke|hartelijke|warme|sportieve|beste|zonnige|fijne|lieve) )?"
    r"(?:groet(?:en|jes)?|gr|mvg|m\.v\.g|hoogachtend)\b.*"
    r"|(?:(?:with )?(?:kind|best|warm) regards|regards|best wishes|(?:yours )?(?:sincerely|faithfully)|cheers)\b.*"
    r"|(?:verstuurd vanaf|verzonden vanaf|sent from|get outlook|outlook voor).*"
)
_LONGEST_CLOSING: Final = 60
_PS: Final = re.compile(r"p\.? ?s\.?\b")
#: Lines under a closing that still are the signature, empty ones not counted.
_SIGNATURE: Final = 25
_WORTH_COMPARING: Final = 25


def parts_of(lines: Sequence[str], letters: Sequence[str]) -> list[Part]:
    """For every line, whose it is. An answer below or between quoted lines is written; a P.S. is too."""
    folded = [" ".join(fold(line).split()) for line in lines]
    parts: list[Part] = ["quote" if _QUOTE_LINE.match(line) else "written" for line in lines]
    sent = [" ".join(fold(letter).split()) for letter in letters]
    for place, line in enumerate(folded):
        bare = line.lstrip(">| ")
        if len(bare) >= _WORTH_COMPARING and any(bare in letter for letter in sent):
            parts[place] = "quote"
    if _mark_banners(folded, parts):
        _mark_signature(lines, folded, parts)
    _close_gaps(folded, parts)
    return parts


def _close_gaps(folded: list[str], parts: list[Part]) -> None:
    """Empty lines inside a quotation or a signature are part of it."""
    last = 0
    for place, line in enumerate(folded):
        if line:
            if place and parts[place] == parts[last]:
                parts[last : place + 1] = [parts[last]] * (place + 1 - last)
            last = place


def _mark_banners(folded: list[str], parts: list[Part]) -> bool:
    """Mark what announces a quotation, and the quotation where it is clear. Whether it was clear everywhere."""
    clear = True
    last_quoted = max((place for place, part in enumerate(parts) if part == "quote"), default=-1)
    above = False
    for place, line in enumerate(folded):
        if parts[place] != "written":
            continue
        two = f"{line} {folded[place + 1]}" if place + 1 < len(folded) else line
        headers = [at for at in range(place, min(place + 8, len(folded))) if _header(folded[at], first=at == place)]
        if _BANNER.fullmatch(line) or _WROTE.fullmatch(line):
            here = [place]
        elif _WROTE.fullmatch(two):
            here = [place, place + 1]
        elif _FROM.match(line) and len(headers) > 1:
            here = headers
        else:
            above = above or bool(line)
            continue
        for at in here:
            parts[at] = "quote"
        below = range(here[-1] + 1, len(folded))
        marked = last_quoted > here[-1]
        if above and not marked:
            # Nothing says where the quotation ends, and the answer stands above it: all of the rest is the letter.
            for at in below:
                parts[at] = "quote"
        elif not marked:
            clear = False  # the answer stands somewhere below it, perhaps under the signature of the letter
    return clear


def _header(line: str, *, first: bool) -> bool:
    return bool((_FROM if first else _OTHER_HEADER).match(line))


def _mark_signature(lines: Sequence[str], folded: list[str], parts: list[Part]) -> None:
    left = 0
    for place, line in enumerate(folded):
        if parts[place] != "written":
            left = 0
            continue
        begins = lines[place].rstrip("\r\n") in ("--", "-- ") or (
            len(line) <= _LONGEST_CLOSING and _CLOSING.fullmatch(line) is not None
        )
        if begins:
            left = _SIGNATURE + 1
        elif _PS.match(line):
            left = 0
        if left:
            parts[place] = "signature"
            left -= bool(line)
