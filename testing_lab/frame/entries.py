"""An entry of the frame: one vacancy at one establishment, as the researcher found it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

import msgspec

from testing_lab.findings import Finding

#: The stratum of entries whose size is not known.
SIZE_UNKNOWN: Final = "unknown"

#: Legal forms at the end of a company's name say nothing about who it is.
_LEGAL_FORMS: Final = frozenset({"bv", "nv", "vof", "cv", "ua", "ba"})


class FrameEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A vacancy that can be drawn.

    ``entry_id`` is the researcher's own; ``row`` the row of the file. ``kvk`` has 8 digits, ``establishment_number``
    (vestigingsnummer) 12; either can be missing. ``size_class`` is a label of the study's own.
    """

    entry_id: str
    row: int
    company: str
    establishment: str | None
    kvk: str | None
    establishment_number: str | None
    postcode4: str
    place: str
    sector: str
    size_class: str | None
    vacancy_title: str
    contact_email: str | None
    phone: str | None
    source: str
    found_on: dt.date

    @property
    def stratum(self) -> tuple[str, str]:
        """Sector and size class."""
        return self.sector, self.size_class or SIZE_UNKNOWN

    @property
    def identity(self) -> CompanyIdentity:
        """By what the company and its establishment are known."""
        return CompanyIdentity(
            company=self.company,
            kvk=self.kvk,
            establishment_number=self.establishment_number,
            postcode4=self.postcode4,
        )


class CompanyIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """By what a company or one of its establishments is known; as much as there is."""

    company: str
    kvk: str | None = None
    establishment_number: str | None = None
    postcode4: str | None = None


class TestedBefore(msgspec.Struct, frozen=True, kw_only=True):
    """An establishment that had a test, and on which day the last one was."""

    # pytest collects classes by their name; this one is no test.
    __test__ = False

    identity: CompanyIdentity
    on: dt.date


class RefusedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A row that cannot be used: what stood in it, and every reason."""

    row: int
    cells: dict[str, str]
    findings: tuple[Finding, ...]


def plain_name(company: str) -> str:
    """A company's name without capitals, accents, punctuation and legal form, to compare it with another.

    Examples
    --------
    >>> plain_name("Café De Zwaan B.V."), plain_name("CAFE  de Zwaan & Zn, bv")
    ('cafe de zwaan', 'cafe de zwaan en zn')
    """
    letters = unicodedata.normalize("NFKD", company.casefold()).replace("&", " en ").replace("+", " en ")
    kept = "".join(one for one in letters if not unicodedata.combining(one))
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"(?<=\w)\.(?=\w\b)|(?<=\b\w)\.", "", kept)).split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)
