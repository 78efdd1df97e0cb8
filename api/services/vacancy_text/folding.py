"""A text in one shape, with the place of every character in the text as it was typed.

Folding makes small letters, takes accents, soft hyphens and invisible characters away, and brings quotes, hyphens and
blanks to one kind each. A single line break is a blank; a word that is broken off with a hyphen at the end of a line
becomes whole. A blank line or the dot of a list ends what belongs together: it becomes a line break.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final

import msgspec

_ONE_KIND: Final = {
    **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—−﹣-", "-"),
}
_BULLETS: Final = "•‣◦▪●·*"
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
#: A dot after one of these ends no sentence. One letter with a dot never does.
_SHORT: Final = r"(?<!\w)(?:\w|max|min|bijv|evt|nr|ca|incl|excl|jr|etc|tel|dhr|mevr|resp|vgl|zgn)"
_SENTENCE_END: Final = re.compile(r"[.!?]+[\"')]{0,2}(?= |\n|$)|\n")
_SHORT_BEFORE: Final = re.compile(rf"(?:{_SHORT}|(?:\w\.){{1,4}}\w)$")


class Folded(msgspec.Struct, frozen=True, kw_only=True):
    """``places[i]``: where character ``i`` of ``text`` stood. ``ends``: where each sentence ends, in folded places."""

    text: str
    places: tuple[int, ...]
    original: str
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The places in the text as typed, accents that follow the last letter included."""
        last = self.places[end - 1] + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self.places[start], last

    def sentence(self, place: int) -> tuple[int, int]:
        """Begin and end of the sentence at a place."""
        index = bisect_right(self.ends, place)
        begin = self.ends[index - 1] if index else 0
        while begin < place and self.text[begin] in " \n":
            begin += 1
        return begin, self.ends[index] if index < len(self.ends) else len(self.text)

    def sentences(self) -> list[tuple[int, int]]:
        """All of them, in order, without the blanks around them."""
        found = []
        begin = 0
        for end in (*self.ends, len(self.text)):
            inner = self.text[begin:end]
            if inner.strip():
                found.append((begin + len(inner) - len(inner.lstrip()), begin + len(inner.rstrip())))
            begin = end
        return found


def fold(text: str) -> Folded:
    """The text in one shape."""
    signs: list[str] = []
    places: list[int] = []
    place = 0
    while place < len(text):
        sign = text[place]
        if sign in _INVISIBLE or unicodedata.combining(sign):
            place += 1
        elif sign.isspace() or (sign in _BULLETS and not _inside_word(text, place)):
            place = _blanks(text, place, signs, places)
        else:
            for one in _ONE_KIND.get(sign) or unicodedata.normalize("NFKD", sign).lower():
                if not unicodedata.combining(one):
                    signs.append(" " if one.isspace() else one)
                    places.append(place)
            place += 1
    folded = "".join(signs)
    ends = tuple(
        found.end()
        for found in _SENTENCE_END.finditer(folded)
        if found.group() != "." or not _SHORT_BEFORE.search(folded, max(0, found.start() - 12), found.start())
    )
    return Folded(text=folded, places=tuple(places), original=text, ends=ends)


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()


def _blanks(text: str, place: int, signs: list[str], places: list[int]) -> int:
    """Add one blank, one line break, or nothing for all the white space and dots of lists here; the next place."""
    begin = place
    while place < len(text) and (text[place].isspace() or text[place] in _BULLETS):
        place += 1
    white = text[begin:place]
    listed = white.count("\n") and re.match(r"[-–—]\s", text[place : place + 2])
    if listed:
        place += 1
        while place < len(text) and text[place].isspace():
            place += 1
    if listed or white.count("\n") > 1 or any(sign in _BULLETS for sign in white):
        sign = "\n"
    elif "\n" in white and len(signs) > 1 and signs[-1] == "-" and signs[-2].isalnum() and place < len(text):
        if signs[-2].isalpha() and text[place].isalpha():
            signs.pop()
            places.pop()
        return place
    else:
        sign = " "
    if not (sign == " " and signs and signs[-1] in " \n"):
        if signs and signs[-1] == " ":
            signs.pop()
            places.pop()
        signs.append(sign)
        places.append(begin)
    return place
