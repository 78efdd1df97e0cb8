"""Which companies may be one and the same: exact rules, nothing learned and nothing guessed.

Two are alike by leerbedrijf-ID; by KvK number; by folded name and postcode (four digits); or, where one of them has no
postcode, by folded name alone. Different KvK numbers or different leerbedrijf-IDs say that they are two (a chain with
shops under one name), unless the other number agrees.
"""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Iterable
from typing import Final

import msgspec

from api.messages.register_companies import SameReason

#: Legal forms say nothing about which company it is; nor does an article.
_FORMS: Final = re.compile(
    r"\b(b v|bv|n v|nv|v o f|vof|c v|cv|stichting|st|vereniging|cooperatie|u a|ua|holding|groep|group"
    r"|maatschap|eenmanszaak|de|het|the)\b"
)


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A company as it is compared. ``postcodes`` are those of its establishments, four digits."""

    company_id: uuid.UUID
    name: str
    kvk: str | None = None
    training_company_id: str | None = None
    postcodes: frozenset[str] = frozenset()


def name_key(name: str) -> str:
    """The name without accents, capitals, punctuation and legal form; ``&`` and ``en`` are one.

    >>> name_key("Bakkerij De Vries & Zn. B.V."), name_key("bakkerij vries en zn")
    ('bakkerij vries en zn', 'bakkerij vries en zn')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " en ").replace("+", " en "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", " ", plain).strip()
    without = " ".join(_FORMS.sub(" ", words).split())
    return without or words


def same_reason(one: Known, other: Known) -> SameReason | None:
    """Why the two may be one; None where they are not."""
    if one.training_company_id and one.training_company_id == other.training_company_id:
        return "same_training_company_id"
    if one.kvk and one.kvk == other.kvk:
        return "same_kvk"
    if _differ(one.kvk, other.kvk) or _differ(one.training_company_id, other.training_company_id):
        return None
    if name_key(one.name) != name_key(other.name):
        return None
    if one.postcodes & other.postcodes:
        return "same_name_postcode"
    return "same_name" if not one.postcodes or not other.postcodes else None


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


_STRONGEST: Final[tuple[SameReason, ...]] = (
    "same_training_company_id",
    "same_kvk",
    "same_name_postcode",
    "same_name",
)


def alike(one: Known, others: Iterable[Known]) -> list[tuple[Known, SameReason]]:
    """Those that may be the same company, the surest first."""
    found = [
        (other, reason)
        for other in others
        if other.company_id != one.company_id and (reason := same_reason(one, other)) is not None
    ]
    return sorted(found, key=lambda pair: (_STRONGEST.index(pair[1]), pair[0].name, pair[0].company_id))
