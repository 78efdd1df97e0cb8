"""Placement rounds, and the students and offers in them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec


class NewRound(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A round to be made."""

    name: str
    starts_on: dt.date
    ends_on: dt.date


class RoundView(msgspec.Struct, frozen=True, kw_only=True):
    """A round with its counts. ``students`` are those of the asker's programmes; None for a role without students."""

    round_id: uuid.UUID
    name: str
    starts_on: dt.date
    ends_on: dt.date
    students: int | None
    placed: int | None
    offers: int
    places: int
    runs: int
    last_run_id: uuid.UUID | None
    last_run_state: str | None


class StudentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A student in the list of a round. ``placed_offer_id`` is a live placement."""

    student_number: str
    name: str
    crebo: str
    programme: str
    level: int | None
    team: str
    place: str
    preferences: int
    placed_offer_id: str | None


class TogetherView(msgspec.Struct, frozen=True, kw_only=True):
    """A student for the same offer: a wish, or a ``must``."""

    student_number: str
    must: bool


class NewLock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Fix an offer for a student. ``reason`` at least ten characters."""

    offer_id: str
    reason: str


class LockView(msgspec.Struct, frozen=True, kw_only=True):
    """An offer that a person fixed for a student, when and why."""

    offer_id: str
    reason: str
    locked_by: str
    locked_at: dt.datetime


class StudentView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is stored about one student of a round. ``locked_offer``: from a file, ``lock``: by a person."""

    student_number: str
    name: str
    email: str
    team: str
    location: str
    crebo: str
    programme: str
    level: int | None
    learning_path: str | None
    study_year: int | None
    start_date: dt.date | None
    end_date: dt.date | None
    weekdays: tuple[str, ...]
    days_per_week: int | None
    postcode4: str | None
    place: str
    transport: str | None
    max_travel_minutes: int | None
    preferences: tuple[tuple[str, ...], ...]
    only_preferences: bool
    learning_wishes: tuple[str, ...]
    support_needs: tuple[str, ...]
    failed_applications: int
    locked_offer: str | None
    forbidden_offers: tuple[str, ...]
    extra: dict[str, str]
    placed_offer_id: str | None
    together_with: tuple[TogetherView, ...] = ()
    lock: LockView | None = None


class GroupPlacesView(msgspec.Struct, frozen=True, kw_only=True):
    """A number of places of an offer for the students of one group."""

    grouping: str
    value: str
    places: int


class SharedCapacityView(msgspec.Struct, frozen=True, kw_only=True):
    """Offers with the same ``name`` hold at most ``places`` students together."""

    name: str
    places: int


class OfferRow(msgspec.Struct, frozen=True, kw_only=True):
    """An offer in the list of a round. ``taken`` counts live placements, ``named_by`` students who named it."""

    offer_id: str
    company: str
    establishment: str
    places: int
    taken: int
    named_by: int
    crebos: tuple[str, ...]
    place: str
    start_date: dt.date | None
    end_date: dt.date | None
    recognition_checked_on: dt.date | None
    status: str
    reserves: tuple[GroupPlacesView, ...] = ()
    maximum_share: tuple[GroupPlacesView, ...] = ()
    minimum: int = 0
    shared_capacity: SharedCapacityView | None = None


StudentSort = Literal["student_number", "name", "crebo", "team", "place"]
OfferSort = Literal["offer_id", "company", "places", "place", "named_by"]


class StudentFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``search`` looks in number and name. ``placed`` True or False limits to students with or without a place."""

    search: str = ""
    crebo: str = ""
    team: str = ""
    placed: bool | None = None
    sort: StudentSort = "student_number"
    descending: bool = False


class OfferFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``search`` looks in offer id, company and place."""

    search: str = ""
    crebo: str = ""
    status: str = ""
    sort: OfferSort = "offer_id"
    descending: bool = False


class ProgrammeView(msgspec.Struct, frozen=True, kw_only=True):
    """A programme that students of the round follow."""

    crebo: str
    name: str
    level: int | None
    students: int
