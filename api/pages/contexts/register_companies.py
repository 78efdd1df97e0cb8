"""Companies of the register, doubles, and wishes that the law forbids."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from api.messages.paging import PageOf
from api.messages.register_companies import CaseFigures, CaseFull, CaseLine, CompanyFull, CompanyLine
from api.pages.contexts.page import Page
from api.pages.contexts.register import RegisterTab
from api.pages.listing import Listing


class CompaniesPage(Page, frozen=True, kw_only=True):
    """The companies."""

    template: ClassVar[str] = "register_companies.html"

    tabs: tuple[RegisterTab, ...]
    companies: PageOf[CompanyLine]
    search: str
    listing: Listing


class CompanyPage(Page, frozen=True, kw_only=True):
    """One company. ``values`` are what was typed in the form that came back."""

    template: ClassVar[str] = "register_company.html"

    tabs: tuple[RegisterTab, ...]
    company: CompanyFull
    may_keep: bool
    today: dt.date
    values: dict[str, str] = msgspec.field(default_factory=dict)


class MergePage(Page, frozen=True, kw_only=True):
    """Two companies side by side."""

    template: ClassVar[str] = "register_merge.html"

    tabs: tuple[RegisterTab, ...]
    kept: CompanyFull
    double: CompanyFull


class CasesPage(Page, frozen=True, kw_only=True):
    """The cases. ``which``: open or closed."""

    template: ClassVar[str] = "register_cases.html"

    tabs: tuple[RegisterTab, ...]
    cases: PageOf[CaseLine]
    which: str
    figures: CaseFigures
    listing: Listing


class NewCasePage(Page, frozen=True, kw_only=True):
    """The form that opens a case, beside what to say. ``offer_number`` where it can be about one offer."""

    template: ClassVar[str] = "register_case_new.html"

    tabs: tuple[RegisterTab, ...]
    company: CompanyFull
    offer_id: str
    offer_number: int | None
    values: dict[str, str] = msgspec.field(default_factory=dict)


class CasePage(Page, frozen=True, kw_only=True):
    """One case: what to say, what was done, and how it ends."""

    template: ClassVar[str] = "register_case.html"

    tabs: tuple[RegisterTab, ...]
    found: CaseFull
    may_step: bool
    values: dict[str, str] = msgspec.field(default_factory=dict)
