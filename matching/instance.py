"""The frozen copy of a round that a run works on: values, one canonical encoding, one hash.

``gc=False``: frozen values of values form no cycles, and hundreds of thousands of them need not be searched for any.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from operator import attrgetter
from typing import Literal

import msgspec

Weekday = Literal["mo", "tu", "we", "th", "fr"]
LearningPath = Literal["BOL", "BBL"]
Transport = Literal["walk", "bike", "public_transport", "car"]
OfferStatus = Literal["open", "closed", "blocked"]

#: Number of the canonical encoding; raised when a field changes meaning.
SCHEMA = 1


class Spot(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """Where somebody lives or works: a zone for the travel table and, where known, whole metres on a flat grid.

    ``east`` and ``north`` are metres from 52.0 N 5.0 E in an equirectangular projection, so that distances are
    exact integers on every machine; both are None when the place is not known.
    """

    zone: str
    east: int | None = None
    north: int | None = None


class Together(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """The wish of a student for the same offer as ``student_number``; ``must``: that offer, or no place for either."""

    student_number: str
    must: bool = False


class GroupPlaces(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number of places of an offer for students whose ``grouping`` has this ``value``."""

    grouping: str
    value: str
    places: int


class SharedCapacity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Offers with the same ``name`` (a trainer, an establishment) hold at most ``places`` students together."""

    name: str
    places: int


class Student(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A student who needs a place. Empty means: no demand. No name, no e-mail: they never take part.

    ``preferences`` are classes of equal offers, most wanted first. ``days`` are the weekdays free for the placement;
    ``days_per_week`` is used where only a number is known. ``groups`` are (grouping, value) pairs, sorted.
    """

    student_number: str
    crebo: str
    level: int | None = None
    learning_path: LearningPath | None = None
    study_year: int | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    days: tuple[Weekday, ...] = ()
    days_per_week: int | None = None
    home: Spot | None = None
    transport: Transport | None = None
    max_travel_minutes: int | None = None
    preferences: tuple[tuple[str, ...], ...] = ()
    only_preferences: bool = False
    learning_wishes: tuple[str, ...] = ()
    support_needs: tuple[str, ...] = ()
    failed_applications: int = 0
    locked_offer: str | None = None
    forbidden_offers: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    together_with: tuple[Together, ...] = ()


class Offer(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """Places of one kind at one establishment. Empty means: any.

    ``reserves``: at least so many places go first to a group, and are released when unused. ``maximum_share``: at most
    so many students of a group. ``minimum``: the offer opens with at least so many students, or not at all.
    """

    offer_id: str
    places: int
    crebos: tuple[str, ...]
    levels: tuple[int, ...] = ()
    learning_path: LearningPath | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    days: tuple[Weekday, ...] = ()
    days_per_week: int | None = None
    work: Spot | None = None
    tags: tuple[str, ...] = ()
    support_offered: tuple[str, ...] = ()
    recognition_checked_on: dt.date | None = None
    status: OfferStatus = "open"
    reserves: tuple[GroupPlaces, ...] = ()
    maximum_share: tuple[GroupPlaces, ...] = ()
    minimum: int = 0
    shared_capacity: SharedCapacity | None = None


class Pair(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """An eligible pair given from outside; with a list of these, rules and formula are not applied."""

    student_number: str
    offer_id: str
    utility: int
    rank: int | None = None
    travel_minutes: int | None = None


class Travel(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Measured minutes, one way, from a home zone to a work zone; overrides the estimate by distance."""

    home_zone: str
    work_zone: str
    transport: Transport
    minutes: int


class Instance(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen round. Students are sorted by number, offers by id, the rest by their own fields.

    ``equivalents`` are (crebo of the student, crebo that also counts) pairs.
    ``pairs`` is None where eligibility and utility are derived from the rules and the formula. ``published`` are the
    (student number, offer id) pairs that people were told already, for a re-match; it is in the encoding only where it
    is given.
    """

    students: tuple[Student, ...]
    offers: tuple[Offer, ...]
    equivalents: tuple[tuple[str, str], ...] = ()
    travel: tuple[Travel, ...] = ()
    pairs: tuple[Pair, ...] | None = None
    schema: int = SCHEMA
    published: tuple[tuple[str, str], ...] | msgspec.UnsetType = msgspec.UNSET

    def canonical(self) -> bytes:
        """The one encoding of this instance: JSON, fields in order, rows sorted."""
        return msgspec.json.encode(
            Instance(
                students=tuple(sorted(self.students, key=lambda student: student.student_number)),
                offers=tuple(sorted(self.offers, key=lambda offer: offer.offer_id)),
                equivalents=tuple(sorted(set(self.equivalents))),
                travel=tuple(sorted(self.travel, key=lambda t: (t.home_zone, t.work_zone, t.transport))),
                pairs=None
                if self.pairs is None
                else tuple(sorted(self.pairs, key=attrgetter("student_number", "offer_id"))),
                published=msgspec.UNSET if self.published is msgspec.UNSET else tuple(sorted(self.published)),
            )
        )

    def sha256(self) -> str:
        """Hexadecimal hash of the canonical encoding: the identity of the input."""
        return hashlib.sha256(self.canonical()).hexdigest()


def decode(canonical: bytes) -> Instance:
    """Read a canonical encoding back."""
    return msgspec.json.decode(canonical, type=Instance)
