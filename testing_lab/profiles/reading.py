"""How long and how hard is a Dutch text? Words, sentences, syllables, and the reading ease of Flesch and Douma."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

import msgspec

#: Vowels that sound as one, longest first: "ooi" before "oo" before "o".
_NUCLEI: Final = (
    "ieuw", "eau", "aai", "ooi", "oei", "eeu",
    "aa", "ee", "éé", "ïe", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou",
)  # fmt: skip
_VOWELS: Final = frozenset("aeiouyáéíóúàèìòùâêîôû")
#: Letters that begin a syllable of their own: ideeën, geïnteresseerd, coördinator.
_DIAERESIS: Final = frozenset("äëïöü")
#: Words from English that occur in applications, which Dutch spelling rules count wrong.
_ENGLISH: Final = {
    "website": 2, "online": 2, "team": 1, "teams": 1, "service": 2, "sales": 1, "game": 1, "games": 1, "mail": 1,
    "software": 2, "hardware": 2, "training": 2, "trainee": 2, "store": 1, "coach": 1, "skateboarden": 3, "mbo": 3,
    "vmbo": 4, "cv": 2, "ict": 3, "roc": 1, "e-mail": 2, "e-mailadres": 4,
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


class TextMeasures(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of a text; ``reading_ease`` is None where there is no whole sentence.

    ``reading_ease``: 100 is very easy, 60 to 70 normal, below 30 very hard; it can lie outside 0 to 100.
    """

    words: int
    sentences: int
    syllables: int
    reading_ease: float | None


def words_of(text: str) -> list[str]:
    """The words of a text: letters and digits, with hyphens and apostrophes inside."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables a Dutch word has, from its spelling; at least 1. Digits count one each.

    Groups of vowels that Dutch spells for one sound are one syllable, a diaeresis begins a new one, ``y`` before a
    vowel and ``u`` after ``q`` are consonants. Words with English spelling are right only where they are on a short
    list; where two parts of a word meet without a diaeresis (*geijkt*), one syllable can be missed.

    Examples
    --------
    >>> [syllables(word) for word in ("stage", "sollicitatie", "ideeën", "museum", "leerbedrijf")]
    [2, 5, 3, 3, 3]
    """
    plain = unicodedata.normalize("NFC", word).casefold()
    if plain in _ENGLISH:
        return _ENGLISH[plain]
    return max(1, sum(_of_part(part) for part in re.split(r"[-'’]", plain)))


@lru_cache(maxsize=20_000)
def _of_part(part: str) -> int:
    part = re.sub(r"eum(s?)$", r"e-um\1", part.replace("qu", "q"))
    found, place = 0, 0
    while place < len(part):
        nucleus = next((one for one in _NUCLEI if part.startswith(one, place) and _whole(part, place, one)), None)
        if nucleus:
            found, place = found + 1, place + len(nucleus)
            continue
        sign = part[place]
        glide = sign == "y" and part[place + 1 : place + 2] in _VOWELS | _DIAERESIS
        found += sign.isdigit() or (sign in _VOWELS | _DIAERESIS and not glide)
        place += 1
    return found


def _whole(part: str, place: int, nucleus: str) -> bool:
    """Whether these vowels are one sound here: i-eel (officieel) and i-eur (interieur) are two."""
    rest = part[place + len(nucleus) :]
    return not (nucleus == "ie" and (rest.startswith(("e", "u")) and not part.startswith("ieuw", place)))


def text_measures(text: str) -> TextMeasures:
    r"""Words, sentences, syllables and reading ease of a text.

    Parameters
    ----------
    text : str
        Sentences end with a full stop, question or exclamation mark; what comes after the last one is not counted.

    Returns
    -------
    TextMeasures

    Notes
    -----
    :math:`206.84 - 0.77\,s - 0.93\,w` with s the syllables per hundred words and w the words per sentence.

    References
    ----------
    Douma (1960), De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen; Flesch (1948), Journal of Applied
    Psychology 32:221-233.

    Examples
    --------
    >>> measures = text_measures("Ik zoek een stage. Ik werk graag met klanten.")
    >>> measures.words, measures.sentences, measures.syllables, round(measures.reading_ease, 2)
    (9, 2, 11, 108.54)
    """
    whole = (piece for piece in _SENTENCE_END.split(text.rstrip()) if piece.endswith((".", "!", "?", "…")))
    sentences = [words for words in map(words_of, whole) if words]
    words = [word for sentence in sentences for word in sentence]
    spoken = sum(syllables(word) for word in words)
    ease = None
    if words:
        ease = 206.84 - 0.77 * (100 * spoken / len(words)) - 0.93 * (len(words) / len(sentences))
    return TextMeasures(words=len(words), sentences=len(sentences), syllables=spoken, reading_ease=ease)


_DOUBLED: Final = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
_GAP: Final = re.compile(r"\s[,.!?;:](?:\s|$)|[,;!?](?=[^\W\d_])")
_SMALL_START: Final = re.compile(r"[.!?]\s+[a-zà-ÿ]")


def slips(text: str) -> int:
    """Slips of typing that are wrong in any text: a word twice, a blank before a mark, a sentence without a capital.

    This is no spelling check: a misspelt word needs a list of words, and there is none here.
    """
    return sum(len(pattern.findall(text)) for pattern in (_DOUBLED, _GAP, _SMALL_START))
