"""One parser a kind of cell: text in, value out, or :class:`CellWrong`. A parser never guesses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from api.messages.importing import FaultCode
from matching.instance import Weekday

WEEKDAYS: Mapping[str, Weekday] = {
    "mo": "mo", "tu": "tu", "we": "we", "th": "th", "fr": "fr",
    "ma": "mo", "di": "tu", "wo": "we", "do": "th", "vr": "fr",
}  # fmt: skip
_WEEK: tuple[Weekday, ...] = ("mo", "tu", "we", "th", "fr")
_YES_NO = {
    "yes": True, "ja": True, "y": True, "j": True, "true": True, "waar": True, "1": True,
    "no": False, "nee": False, "n": False, "false": False, "onwaar": False, "0": False,
}  # fmt: skip


class CellWrong(Exception):
    """The cell cannot be read; ``facts`` are the variables of the message."""

    def __init__(self, code: FaultCode, *, column: str | None = None, **facts: str | int) -> None:
        super().__init__(code)
        self.code, self.column, self.facts = code, column, facts


def shortened(text: str) -> str:
    """What we repeat of a cell in a message."""
    return text if len(text) <= 60 else text[:59] + "…"


def text(most: int) -> Callable[[str], str]:
    """Free text of at most ``most`` characters; inner runs of blanks become one blank."""

    def parse(cell: str) -> str:
        cell = re.sub(r"\s+", " ", cell)
        if len(cell) > most:
            raise CellWrong("cell_too_long", most=most)
        return cell

    return parse


_SCIENTIFIC = re.compile(r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+")


def key(most: int) -> Callable[[str], str]:
    """A student number or an offer id: text that can stand in a list, and that no spreadsheet has rounded."""
    parse_text = text(most)

    def parse(cell: str) -> str:
        cell = parse_text(cell)
        if _SCIENTIFIC.fullmatch(cell) and re.search(r"[eE]\+", cell):
            raise CellWrong("cell_in_scientific_notation", value=shortened(cell))
        if "|" in cell or "=" in cell:
            raise CellWrong("cell_has_separator", value=shortened(cell))
        return cell

    return parse


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number in a range. ``3.0`` is 3; ``3.5`` and ``1e3`` are not numbers here."""

    def parse(cell: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,12}([.,]0{1,6})?", cell, re.ASCII):
            raise CellWrong("cell_not_number", value=shortened(cell))
        number = int(re.split(r"[.,]", cell)[0])
        if not least <= number <= most:
            raise CellWrong("cell_out_of_range", value=number, least=least, most=most)
        return number

    return parse


def date(cell: str) -> dt.date:
    """yyyy-mm-dd, or dd-mm-yyyy; a midnight behind it is dropped. Years 2000 to 2100."""
    bare = re.sub(r"[T ]00:00(:00(\.0+)?)?$", "", cell)
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", bare):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", bare):
        day, month, year = (int(part) for part in found.groups())
    else:
        raise CellWrong("cell_not_date", value=shortened(cell))
    try:
        value = dt.date(year, month, day)
    except ValueError as error:
        raise CellWrong("cell_not_date", value=shortened(cell)) from error
    if not 2000 <= year <= 2100:
        raise CellWrong("cell_out_of_range", value=year, least=2000, most=2100)
    return value


def crebo(cell: str) -> str:
    """Five digits."""
    if not re.fullmatch(r"[0-9]{5}", cell, re.ASCII):
        raise CellWrong("cell_not_crebo", value=shortened(cell), many="no")
    return cell


def crebos(cell: str) -> tuple[str, ...]:
    """A ``|`` list of crebos without repetitions."""
    try:
        return list_of(crebo)(cell)
    except CellWrong as wrong:
        raise CellWrong("cell_not_crebo", value=wrong.facts["value"], many="yes") from wrong


def postcode4(cell: str) -> str:
    """The four digits of ``3511``, ``3511AB`` or ``3511 ab``."""
    found = re.fullmatch(r"([1-9][0-9]{3}) ?([A-Za-z]{2})?", re.sub(r"\s+", " ", cell), re.ASCII)
    if found is None:
        raise CellWrong("cell_not_postcode4", value=shortened(cell))
    return found[1]


def choice(meanings: Mapping[str, str]) -> Callable[[str], str]:
    """One of a few words, in any case; ``meanings`` maps each accepted word to the stored one.

    A message names each stored word, and the first other word for it: ``bike (fiets)``.
    """
    words: dict[str, list[str]] = {}
    for word, meaning in meanings.items():
        words.setdefault(meaning, [])
        if word != meaning.casefold():
            words[meaning].append(word)
    allowed = ", ".join(f"{meaning} ({others[0]})" if others else meaning for meaning, others in words.items())

    def parse(cell: str) -> str:
        meaning = meanings.get(cell.casefold())
        if meaning is None:
            raise CellWrong("cell_not_choice", value=shortened(cell), allowed=allowed)
        return meaning

    return parse


def yes_no(cell: str) -> bool:
    """``yes``, ``no``, ``ja`` or ``nee``."""
    answer = _YES_NO.get(cell.casefold())
    if answer is None:
        raise CellWrong("cell_not_choice", value=shortened(cell), allowed="yes, no, ja, nee")
    return answer


def parts(cell: str) -> tuple[str, ...]:
    """The filled parts of a list."""
    return tuple(part for part in (re.sub(r"\s+", " ", raw).strip() for raw in cell.split("|")) if part)


def list_of(parse_one: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    """A ``|`` list without repetitions, every part through ``parse_one``."""

    def parse(cell: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(parse_one(part) for part in parts(cell)))

    return parse


def tag(cell: str) -> str:
    """A tag: lower case, so that ``Horeca`` and ``horeca`` are one."""
    return text(100)(cell).casefold()


def levels(cell: str) -> tuple[int, ...]:
    """A ``|`` list of levels 1..4, sorted."""
    return tuple(sorted({whole(1, 4)(part) for part in parts(cell)}))


class Days(tuple[tuple[Weekday, ...], int | None]):
    """Weekdays, or a number of days a week; never both."""

    __slots__ = ()


def days(cell: str) -> Days:
    """``mo|tu|we|th|fr`` (or ``ma|di|wo|do|vr``), or a number 1..5."""
    if re.fullmatch(r"-?[0-9][0-9.,]*", cell, re.ASCII):
        return Days(((), whole(1, 5)(cell)))
    named = {part.casefold() for part in parts(cell)}
    wrong = next((part for part in sorted(named) if part not in WEEKDAYS), None)
    if wrong is not None:
        raise CellWrong("cell_not_days", value=shortened(wrong))
    chosen = {WEEKDAYS[part] for part in named}
    return Days((tuple(day for day in _WEEK if day in chosen), None))


def preferences(cell: str) -> tuple[tuple[str, ...], ...]:
    """``O7|O3=O9|O1``: classes of equal offers, most wanted first. An offer twice is a fault."""
    classes = tuple(tuple(offer for offer in (one.strip() for one in part.split("=")) if offer) for part in parts(cell))
    seen: set[str] = set()
    for offer in (offer for equals in classes for offer in equals):
        if offer in seen:
            raise CellWrong("offer_twice", offer=shortened(offer))
        seen.add(offer)
    return tuple(sorted_class for sorted_class in (tuple(sorted(equals)) for equals in classes) if sorted_class)


def pairs(cell: str) -> tuple[tuple[str, str], ...]:
    """``grouping=value`` pairs, sorted; each grouping once."""
    found: dict[str, str] = {}
    for part in parts(cell):
        grouping, separator, value = (piece.strip() for piece in part.partition("="))
        if not (separator and grouping and value) or grouping.casefold() in found or "=" in value:
            raise CellWrong("cell_not_pairs", value=shortened(part))
        found[grouping.casefold()] = value
    return tuple(sorted(found.items()))
