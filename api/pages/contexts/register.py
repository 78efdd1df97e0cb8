"""The offer register: the list, quick entry, one offer, today's actions, and taking offers into a round."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import ClassVar, Literal

import msgspec

from api.messages.paging import PageOf
from api.messages.register import ActionView, OfferFull, OfferLine, OwnerView, RegisterFilter, Stage
from api.messages.register_companies import SameView, Suggestion
from api.messages.rounds import RoundView
from api.pages.contexts.page import Page
from api.pages.listing import Listing
from api.pages.tabs import Tab

RegisterTabName = Literal["offers", "today", "companies", "cases"]


class RegisterTab(msgspec.Struct, frozen=True, kw_only=True):
    """A link to one part of the register."""

    name: RegisterTabName
    href: str
    current: bool


class RegisterPage(Page, frozen=True, kw_only=True):
    """The list that school and service point share."""

    template: ClassVar[str] = "register.html"

    tabs: tuple[RegisterTab, ...]
    offers: PageOf[OfferLine]
    owners: tuple[OwnerView, ...]
    wanted: RegisterFilter
    listing: Listing
    may_keep: bool


class NewOfferPage(Page, frozen=True, kw_only=True):
    """Quick entry. ``values`` are what was typed; ``same`` the companies that look like the new one."""

    template: ClassVar[str] = "register_new.html"

    tabs: tuple[RegisterTab, ...]
    values: dict[str, str]
    suggestions: tuple[Suggestion, ...] = ()
    same: tuple[SameView, ...] = ()


class RegisteredOfferPage(Page, frozen=True, kw_only=True):
    """One offer. ``moves``: where it may go from here. ``values`` are what was typed in the form that came back."""

    template: ClassVar[str] = "register_offer.html"

    tabs: tuple[RegisterTab, ...]
    offer: OfferFull
    moves: tuple[Stage, ...]
    may_keep: bool
    due_default: dt.date
    values: dict[str, str] = msgspec.field(default_factory=dict)


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A field that two people filled in differently."""

    field: str
    stored: str
    typed: str


class EditOfferPage(Page, frozen=True, kw_only=True):
    """Every field of an offer. ``differences``: somebody else changed it meanwhile, and this is what differs."""

    template: ClassVar[str] = "register_edit.html"

    tabs: tuple[RegisterTab, ...]
    offer: OfferFull
    owners: tuple[OwnerView, ...]
    contacts: tuple[tuple[uuid.UUID, str], ...]
    values: dict[str, str]
    differences: tuple[Difference, ...] = ()


class TodayPage(Page, frozen=True, kw_only=True):
    """Actions that are due. ``everybody``: not only one's own; ``ahead``: also those of the coming week."""

    template: ClassVar[str] = "register_today.html"

    tabs: tuple[RegisterTab, ...]
    actions: tuple[ActionView, ...]
    everybody: bool
    ahead: bool
    today: dt.date
    may_keep: bool


class Available(msgspec.Struct, frozen=True, kw_only=True):
    """A live offer that a round can take. ``here``: places that the round has of it already."""

    registered_offer_id: uuid.UUID
    number: int
    company: str
    place: str
    title: str
    crebos: tuple[str, ...]
    start_date: dt.date | None
    end_date: dt.date | None
    places: int
    free: int
    here: int | None


class TakePage(Page, frozen=True, kw_only=True):
    """Live offers of the register that fit the days of a round."""

    template: ClassVar[str] = "register_take.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    available: tuple[Available, ...]
    may_keep: bool
