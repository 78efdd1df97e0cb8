"""Text without case, accents and invisible signs, that still knows where each letter stood."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from html import unescape
from typing import Final

import msgspec

#: Letters that Unicode does not take apart, and signs that people use for each other.
_SAME: Final = {
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    **dict.fromkeys("’‘`´ʼ′", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
}


class FoldedText(msgspec.Struct, frozen=True):
    """``folded[i]`` comes from ``text[places[i]]``."""

    text: str
    folded: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text, in the text; accents that stand apart go with their letter."""
        return self.places[start], self.places[end] if end < len(self.places) else len(self.text)


def fold(text: str) -> str:
    """``Şükrü El‑Ámrani`` as ``sukru el-amrani``; joining and invisible signs are left out."""
    return "".join(map(_folded, text))


def folded_text(text: str) -> FoldedText:
    """The same, with the way back."""
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        folded = _folded(sign)
        letters.append(folded)
        places += [place] * len(folded)
    return FoldedText(text=text, folded="".join(letters), places=tuple(places))


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    """One sign: a mailbox of thousands of replies has a hundred different ones."""
    letters: list[str] = []
    for part in unicodedata.normalize("NFKD", sign):
        if unicodedata.category(part) in ("Mn", "Cf"):
            continue
        for letter in part.casefold():
            letters += [same for same in _SAME.get(letter, letter) if unicodedata.category(same) != "Mn"]
    return "".join(letters)


def without_entities(text: str) -> str:
    """HTML entities as their signs, also where some program wrote them twice (``&amp;eacute;``)."""
    for _ in range(3):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    return text
