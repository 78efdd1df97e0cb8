"""Companies, talks and forbidden wishes over JSON: /api/v1/register."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.register_companies import (
    CaseFigures,
    CaseFull,
    CaseLine,
    CloseCase,
    CompanyFull,
    CompanyLine,
    ContactFields,
    MergeCompanies,
    NewCase,
    NewCompany,
    NewConversation,
    NewStep,
    SameView,
    Suggestion,
)
from api.routes.pages import PageNumber, PageSize
from api.services.pool import Pool
from api.services.register import cases, companies, merging, talks


@get("/companies", summary="List companies", operation_id="list_companies")
async def list_companies(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    search: FromQuery[str] = "",
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[CompanyLine]:
    """By name. ``search``: part of a name; a place, a postcode or a number as a whole."""
    return await companies.list_companies(pool, actor, search, number=page, size=size)


@get("/companies/suggestions", summary="Suggest establishments", operation_id="suggest_establishments")
async def suggest(
    *, pool: NamedDependency[Pool], actor: NamedDependency[Actor], typed: FromQuery[str] = ""
) -> tuple[Suggestion, ...]:
    """At most twelve that a person may mean."""
    return await companies.suggest(pool, actor, typed)


@post("/companies/alike", summary="Look for doubles", operation_id="companies_alike", status_code=200)
async def look_alike(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[NewCompany]
) -> tuple[SameView, ...]:
    """Companies that may be the one that was typed, with the rule that says so. Nothing is stored."""
    return await companies.look_alike(pool, actor, data)


@get("/companies/{company_id:uuid}", summary="Read a company", operation_id="get_company")
async def get_company(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], company_id: FromPath[uuid.UUID]
) -> CompanyFull:
    """One company with contacts, talks, actions, offers and cases."""
    return await companies.get_company(pool, actor, company_id)


@post("/companies/{company_id:uuid}/contacts", summary="Add a contact", operation_id="add_contact", status_code=200)
async def add_contact(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    company_id: FromPath[uuid.UUID],
    data: JSONBody[ContactFields],
) -> CompanyFull:
    """Business data alone; removed two years after the last talk."""
    return await talks.add_contact(pool, actor, company_id, data)


@post("/contacts/{contact_id:uuid}", summary="Change a contact", operation_id="change_contact", status_code=200)
async def change_contact(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    contact_id: FromPath[uuid.UUID],
    data: JSONBody[ContactFields],
) -> CompanyFull:
    """409 where somebody changed it since ``version``."""
    return await talks.change_contact(pool, actor, contact_id, data)


@post("/contacts/{contact_id:uuid}/remove", summary="Remove a contact", operation_id="remove_contact", status_code=200)
async def remove_contact(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], contact_id: FromPath[uuid.UUID]
) -> CompanyFull:
    """For good; talks stay without the name."""
    return await talks.remove_contact(pool, actor, contact_id)


@post("/companies/{company_id:uuid}/talks", summary="Record a talk", operation_id="record_talk", status_code=200)
async def record_talk(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    company_id: FromPath[uuid.UUID],
    data: JSONBody[NewConversation],
) -> CompanyFull:
    """A note of a few words, with what comes next. Nothing about the person of a student."""
    return await talks.record_talk(pool, actor, company_id, data)


@post("/merges", summary="Merge two companies", operation_id="merge_companies", status_code=200)
async def merge(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[MergeCompanies]
) -> CompanyFull:
    """Everything of the double goes to the kept one. It can be undone."""
    return await merging.merge(pool, actor, data)


@post("/merges/{merge_id:uuid}/undo", summary="Undo a merge", operation_id="undo_merge", status_code=200)
async def undo_merge(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], merge_id: FromPath[uuid.UUID]
) -> CompanyFull:
    """What came goes back."""
    return await merging.undo(pool, actor, merge_id)


@get("/cases", summary="List cases", operation_id="list_cases")
async def list_cases(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    is_open: FromQuery[bool | None] = True,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[CaseLine]:
    """Wishes of companies that the law forbids; without their words."""
    return await cases.list_cases(pool, actor, is_open=is_open, number=page, size=size)


@get("/cases/figures", summary="Figures about cases", operation_id="case_figures")
async def case_figures(
    *, pool: NamedDependency[Pool], actor: NamedDependency[Actor], year: FromQuery[int | None] = None
) -> CaseFigures:
    """Cases of a year by ground; small numbers are hidden."""
    return await cases.get_figures(pool, actor, year)


@post("/cases", summary="Open a case", operation_id="open_case")
async def open_case(pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[NewCase]) -> CaseFull:
    """What it is about is blocked from this moment on, in the register and in every round."""
    return await cases.open_case(pool, actor, data)


@get("/cases/{request_id:uuid}", summary="Read a case", operation_id="get_case")
async def get_case(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], request_id: FromPath[uuid.UUID]
) -> CaseFull:
    """One case with its words and steps."""
    return await cases.get_case(pool, actor, request_id)


@post("/cases/{request_id:uuid}/steps", summary="Add a step", operation_id="add_case_step", status_code=200)
async def add_step(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    request_id: FromPath[uuid.UUID],
    data: JSONBody[NewStep],
) -> CaseFull:
    """What was done in an open case."""
    return await cases.add_step(pool, actor, request_id, data)


@post("/cases/{request_id:uuid}/close", summary="Close a case", operation_id="close_case", status_code=200)
async def close_case(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    request_id: FromPath[uuid.UUID],
    data: JSONBody[CloseCase],
) -> CaseFull:
    """A school lead closes; a mistake also whoever opened it, within a day."""
    return await cases.close_case(pool, actor, request_id, data)


router = Router(
    path="/api/v1/register",
    tags=["register"],
    route_handlers=[
        list_companies,
        suggest,
        look_alike,
        get_company,
        add_contact,
        change_contact,
        remove_contact,
        record_talk,
        merge,
        undo_merge,
        list_cases,
        case_figures,
        open_case,
        get_case,
        add_step,
        close_case,
    ],
)
