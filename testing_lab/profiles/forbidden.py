"""What an invented application must never hold: anything that belongs to an authority or to a real person.

There is no range of Dutch telephone numbers for fiction (the ACM has none), so only the study's own numbers pass, and
only mail addresses at the study's own domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from testing_lab.findings import Finding


class StudyContacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the study can be reached: its mail domain and its own telephone numbers, in any spelling."""

    domain: str
    phones: tuple[str, ...]


_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)*)")
_DIGITS: Final = re.compile(r"(?<!\d)(?<!\d[ .\-])\d(?:[ .\-]?\d){7,8}(?![ .\-]?\d)")
#: School years and dates have eight digits as well: 2024-2025, 12-03-2008.
_YEARS: Final = re.compile(r"\b(?:19|20)\d\d\s?[-–/.]\s?(?:19|20)\d\d\b|\b\d\d?[-./ ]\d\d?[-./ ](?:19|20)\d\d\b")
_PHONE: Final = re.compile(r"(?<![\w.,])(?:\+|0)(?:[ .\-/()]*\d){8,14}(?!\d)")
_PHOTO: Final = re.compile(
    r"\bpasfoto\b|\bfoto\s*:|\bfoto (?:van mij|bijgevoegd|toegevoegd|als bijlage)\b|\bmijn foto\b"
    r"|!\[|<img\b|data:image/",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\b(?:diploma|certificaat|getuigschrift|studentnummer|leerlingnummer|onderwijsnummer|documentnummer)"
    r"(?:nummer|nr)?\b\.?[^\n]{0,20}?\b(?=[\w-]*\d{4})[\w-]{5,}",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b")
_STREET: Final = re.compile(
    r"\b[A-Z][\w'’-]{0,40}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|dijk|hof|steeg|park)\s+\d+[a-z]?\b"
)
_WEB: Final = re.compile(
    r"https?://|\bwww\.|\b(?:linkedin|facebook|instagram|snapchat|tiktok)(?:\.com)?\s*[:/@]", re.IGNORECASE
)


def is_citizen_service_number(digits: str) -> bool:
    """Whether eight or nine digits pass the eleven-test of Dutch citizen service numbers (BSN), and so may be one.

    The digits times 9, 8, ..., 2 and -1 add up to a multiple of eleven; eight digits have a zero before them.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) in (8, 9)) or int(digits) == 0:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits.zfill(9), strict=True)) % 11 == 0


def plain_phone(written: str) -> str:
    """A Dutch number as ten digits: +31 (0)6 ... and 00316 ... become 06 ..."""
    digits = re.sub(r"\D", "", written)
    for country in ("0031", "31"):
        if digits.startswith(country) and (country == "0031" or written.strip().startswith("+")):
            return "0" + digits.removeprefix(country).removeprefix("0")
    return digits


def forbidden_content(text: str, *, path: str, contacts: StudyContacts) -> Iterator[Finding]:
    """Everything in a text that must not be in it. What may be a real number is never repeated in a finding."""
    own = {plain_phone(phone) for phone in contacts.phones}
    without_dates = _YEARS.sub(" ", text)
    for digits in (re.sub(r"\D", "", found) for found in _DIGITS.findall(without_dates)):
        if is_citizen_service_number(digits) and plain_phone(digits) not in own:
            yield Finding(path=path, code="pair-holds-bsn", facts={"ending": digits[-2:]})
    for found in _PHONE.finditer(without_dates):
        if plain_phone(found[0]) not in own:
            yield Finding(path=path, code="pair-holds-phone", facts={"ending": plain_phone(found[0])[-2:]})
    for found in _MAIL.finditer(text):
        domain, ours = found[1].casefold(), contacts.domain.casefold()
        if domain != ours and not domain.endswith(f".{ours}"):
            yield Finding(path=path, code="pair-holds-mail", facts={"domain": domain, "own": ours})
    for found in _PHOTO.finditer(text):
        yield Finding(path=path, code="pair-holds-photo", facts={"found": found[0]})
    for _ in _NUMBERED.finditer(text):
        yield Finding(path=path, code="pair-holds-document-number")
    for pattern in (_POSTCODE, _STREET):
        for found in pattern.finditer(text):
            yield Finding(path=path, code="pair-holds-address", facts={"found": found[0]})
    for found in _WEB.finditer(text):
        yield Finding(path=path, code="pair-holds-web", facts={"found": found[0].strip()})
