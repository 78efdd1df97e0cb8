"""Which column of a file is which column of the contract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

#: Names in Eduarte's export (and their plain Dutch twins) whose meaning is certain. "Opleiding" and
#: "Organisatie-eenheid" are not here: their content differs from school to school.
STUDENT_ALIASES: Mapping[str, str] = {
    "nummer": "student_number",
    "studentnummer": "student_number",
    "deelnemernummer": "student_number",
    "naam": "name",
    "e mail": "email",
    "stamgroep": "team",
    "locatie": "location",
    "niveau": "level",
    "leerweg": "learning_path",
    "leerjaar": "study_year",
    "begindatum": "start_date",
    "einddatum": "end_date",
    "dagen per week": "days",
    "postcode": "postcode4",
    "woonplaats": "place",
    "vervoer": "transport",
}
OFFER_ALIASES: Mapping[str, str] = {
    "leerbedrijf id": "training_company_id",
    "code leerbedrijf": "training_company_id",
    "bedrijf": "company",
    "bpv bedrijf": "company",
    "vestiging": "establishment",
    "aantal plaatsen": "places",
    "crebo": "crebos",
    "niveau": "levels",
    "level": "levels",
    "leerweg": "learning_path",
    "begindatum": "start_date",
    "einddatum": "end_date",
    "dagen per week": "days",
    "postcode": "postcode4",
    "plaats": "place",
}


def folded(name: str) -> str:
    """Lower case, without accents; everything that is not a letter or a digit is one blank."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^0-9a-z]+", " ", bare.casefold()).strip()


def match(header: tuple[str, ...], known: Mapping[str, object], aliases: Mapping[str, str]) -> tuple[str | None, ...]:
    """For every column of the file the name in the contract, or None for a column that we do not know.

    A name of the contract wins from an alias: with both ``name`` and ``Naam`` in a file, ``Naam`` is unknown.
    """
    by_folded = {folded(name): name for name in known}
    exact = tuple(by_folded.get(folded(cell)) for cell in header)
    taken = {name for name in exact if name is not None}
    matched: list[str | None] = []
    for cell, name in zip(header, exact, strict=True):
        alias = aliases.get(folded(cell)) if name is None else None
        matched.append(alias if alias is not None and alias not in taken else name)
    return tuple(matched)


#: The column by which each kind of file is known.
_KEYS = {"students": "student_number", "offers": "offer_id", "equivalents": "equivalent_crebo"}


def other_kind(header: tuple[str, ...], known: Mapping[str, object]) -> str | None:
    """The kind of file that this header belongs to, where it is not the one with the ``known`` columns."""
    names = {folded(cell) for cell in header}
    found = [kind for kind, key in _KEYS.items() if key not in known and folded(key) in names]
    return found[0] if len(found) == 1 else None
