"""Rounds, and the students and offers in them."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from api.messages.importing import ImportView
from api.messages.paging import PageOf
from api.messages.rounds import OfferFilter, OfferRow, ProgrammeView, RoundView, StudentFilter, StudentRow, StudentView
from api.messages.runs import RunView
from api.pages.contexts.page import Page
from api.pages.listing import Listing
from api.pages.tabs import Tab

#: What a coordinator does next in a round.
NextStep = Literal["import_offers", "import_students", "start_run", "wait_for_run", "decide", "see_offers"]


class RoundsPage(Page, frozen=True, kw_only=True):
    """The overview. ``may_create``: this account may make a round."""

    template: ClassVar[str] = "rounds.html"

    rounds: PageOf[RoundView]
    listing: Listing
    may_create: bool
    sees_students: bool


class NewRoundPage(Page, frozen=True, kw_only=True):
    """The form for a round. ``values`` are what was typed."""

    template: ClassVar[str] = "new_round.html"

    values: dict[str, str] = msgspec.field(default_factory=dict)


class RoundPage(Page, frozen=True, kw_only=True):
    """One round: where it stands and what comes next."""

    template: ClassVar[str] = "round.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    next_step: NextStep
    programmes: tuple[ProgrammeView, ...]
    last_run: RunView | None
    last_imports: tuple[ImportView, ...]


class StudentsPage(Page, frozen=True, kw_only=True):
    """The students of a round."""

    template: ClassVar[str] = "students.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    students: PageOf[StudentRow]
    wanted: StudentFilter
    listing: Listing
    programmes: tuple[ProgrammeView, ...]


class StudentPage(Page, frozen=True, kw_only=True):
    """One student. ``last_run`` is where an explanation can be read, once there is a finished run.

    ``values`` are what was typed in the form that fixes a place.
    """

    template: ClassVar[str] = "student.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    student: StudentView
    values: dict[str, str] = msgspec.field(default_factory=dict)


class OffersPage(Page, frozen=True, kw_only=True):
    """The offers of a round."""

    template: ClassVar[str] = "offers.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    offers: PageOf[OfferRow]
    wanted: OfferFilter
    listing: Listing
