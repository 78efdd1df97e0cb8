"""Is this establishment, or this company, one that we know? Two indexes, each asked once per row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from testing_lab.frame.entries import CompanyIdentity, plain_name

Kept = TypeVar("Kept")


class Establishments(Generic[Kept]):
    """What is known by establishment.

    Two identities are one establishment by the surest mark that both have: the number of the establishment; else KvK
    number and postcode; else name and postcode.
    """

    def __init__(self) -> None:
        self._by_mark: defaultdict[tuple[str, ...], list[tuple[CompanyIdentity, Kept]]] = defaultdict(list)

    def add(self, identity: CompanyIdentity, kept: Kept) -> None:
        """Know it from now on."""
        for mark in _marks(identity):
            self._by_mark[mark].append((identity, kept))

    def known(self, identity: CompanyIdentity) -> list[Kept]:
        """Everything kept under the same establishment, in the order in which it came."""
        found: list[Kept] = []
        for mark in _marks(identity):
            for other, kept in self._by_mark.get(mark, ()):
                if _surest_mark(identity, other) == mark[0] and not any(kept is one for one in found):
                    found.append(kept)
        return found


class Companies:
    """Companies, whatever the establishment: by KvK number where both have one, else by name."""

    def __init__(self, identities: Iterable[CompanyIdentity]) -> None:
        self._numbers: set[str] = set()
        self._establishments: set[str] = set()
        self._names: set[str] = set()
        self._names_without_kvk: set[str] = set()
        for one in identities:
            name = plain_name(one.company)
            self._names.add(name)
            if one.establishment_number:
                self._establishments.add(one.establishment_number)
            if one.kvk:
                self._numbers.add(one.kvk)
            else:
                self._names_without_kvk.add(name)

    def __contains__(self, identity: CompanyIdentity) -> bool:
        if identity.establishment_number in self._establishments or identity.kvk in self._numbers:
            return True
        names = self._names_without_kvk if identity.kvk else self._names
        return plain_name(identity.company) in names


def _marks(identity: CompanyIdentity) -> list[tuple[str, ...]]:
    marks: list[tuple[str, ...]] = []
    if identity.establishment_number:
        marks.append(("number", identity.establishment_number))
    if identity.postcode4:
        if identity.kvk:
            marks.append(("kvk", identity.kvk, identity.postcode4))
        marks.append(("name", plain_name(identity.company), identity.postcode4))
    return marks


def _surest_mark(one: CompanyIdentity, other: CompanyIdentity) -> str:
    if one.establishment_number and other.establishment_number:
        return "number"
    return "kvk" if one.kvk and other.kvk else "name"
