"""What stands around a find and takes it away: negations, quotations, people who are not candidates."""

from __future__ import annotations

import re
from typing import Final

from api.services.vacancy_text.words import W

_FEW: Final = rf"(?: {W}){{0,3}}"
#: It does not matter: for everything in the same part of the sentence.
_NO_MATTER: Final = re.compile(
    rf"(?<!\w)(?:(?:maakt|maken){_FEW} niet uit|speelt{_FEW} geen rol|doet er{_FEW} niet toe|telt{_FEW} niet mee"
    r"|even welkom|allemaal welkom)(?!\w)"
)
#: Whatever comes after it in the same part of the sentence does not matter.
_WHATEVER: Final = re.compile(r"(?<!\w)(?:ongeacht|los van|of (?:je|u|iemand) nu|welke? [\w ]{1,20} ook)(?!\w)")
#: Where a sentence turns: what was said before it holds no longer.
_TURN: Final = re.compile(r"(?<!\w)(?:maar|echter|toch|liefst|liever|bij voorkeur|alleen|wel)(?!\w)")
_CLAUSE_END: Final = re.compile(r"[,;:()]| (?:maar|want|omdat|en wel|wel) ")
#: Right before a find, in its clause.
_NOT_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:(?:hoeft|hoeven|hoef)(?: {W}){{0,2}} (?:niet|geen)(?: {W}){{0,3}}"
    rf"|(?:vragen|vraagt|zoeken|verwachten|willen|eisen|letten|kijken)(?: {W}){{0,2}} (?:niet|geen)(?: {W}){{0,4}}"
    rf"|(?:geen|niet)(?: (?!alleen){W})?) ?$"
)
#: After a find, in its clause.
_NOT_AFTER: Final = re.compile(
    rf"(?<!\w)(?:(?:niet|geen)(?: {W}){{0,2}} (?:nodig|noodzakelijk|vereist|verplicht|eis|vereiste|must|voorwaarde"
    r"|probleem|bezwaar|belangrijk)|hoeft(?: [\w']{1,20}){0,2} niet|is geen must)(?!\w)"
)
_DEMAND: Final = re.compile(
    r"(?<!\w)(?:zoek|zoeken|zoekt|gezocht|vragen|vraagt|willen|verwachten|bent|ben|moet|reageren|reageer|solliciteren"
    r"|solliciteer|melden|aannemen)(?!\w)"
)
_MENTION: Final = re.compile(
    r"(?<!\w)(?:niet|zinnen|zin|woorden|woord|termen|term|tekst|teksten|schrijf|schrijven|zei|zegt|zeggen|boek|project"
    r"|film|lied|thema|heet|heten|titel|les|cursus)(?!\w)"
)
_QUOTED: Final = re.compile(r"\"[^\"\n]{1,300}\"|(?<![\w])'(?![stnm](?!\w))(?:[^'\n]|(?<=\w)'(?=\w)){2,300}'(?![\w])")
_OTHERS: Final = re.compile(
    r"(?<!\w)(?:kinderen|kind|jongeren|jeugd|leerlingen|clienten|client|bewoners?|patienten|patient|gasten|klanten|klant"
    r"|bezoekers?|peuters|kleuters|ouderen|deelnemers|leden|pupillen|scholieren|senioren|tieners|pubers|baby's"
    r"|opvang|groep(?:en)? [1-8]|verzorgt|verzorgen|wast|begeleidt|begeleiden|verkoopt|mensen die|mensen met)(?!\w)"
)
#: Words of a short quotation that is a demand all the same: a "young dog".
_LONGEST_DEMAND: Final = 4


def quotations(folded: str) -> list[tuple[int, int]]:
    """Every quotation, its marks included."""
    return [found.span() for found in _QUOTED.finditer(folded)]


def is_cited(folded: str, sentence_begin: int, quoted: tuple[int, int]) -> bool:
    """Whether a quotation says what somebody else said, and is no demand with marks around it."""
    before = folded[max(min(sentence_begin, quoted[0]), quoted[0] - 80) : quoted[0]]
    short = len(folded[quoted[0] : quoted[1]].split()) <= _LONGEST_DEMAND
    return not (short and _DEMAND.search(before) and not _MENTION.search(before))


def is_negated(sentence: str, start: int, end: int) -> bool:
    """Whether the find at ``start`` to ``end`` of a sentence is said not to be asked."""
    turns = [found.start() for found in _TURN.finditer(sentence)]
    begin = max((turn for turn in turns if turn <= start), default=0)
    stop = min((turn for turn in turns if turn >= end), default=len(sentence))
    if _NO_MATTER.search(sentence, begin, stop) or _WHATEVER.search(sentence, begin, start):
        return True
    ends = [(found.start(), found.end()) for found in _CLAUSE_END.finditer(sentence)]
    clause_begin = max((after for _, after in ends if after <= start), default=0)
    clause_end = min((before for before, _ in ends if before >= end), default=len(sentence))
    return bool(
        _NOT_BEFORE.search(sentence[clause_begin:start]) or _NOT_AFTER.search(sentence, end, max(end, clause_end))
    )


def is_about_others(sentence: str, start: int, end: int) -> bool:
    """Whether clients, pupils or guests are meant: they stand near by, and nobody is looked for."""
    near = sentence[max(0, start - 60) : min(len(sentence), end + 25)]
    return bool(_OTHERS.search(near)) and not _DEMAND.search(sentence)
