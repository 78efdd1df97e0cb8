"""Wishes that the law forbids: one button during a call, what to say, and how it ends."""

from __future__ import annotations

import uuid
from typing import get_args

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.register_companies import CaseOutcome, CaseStep, CloseCase, Ground, NewCase, NewStep
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.register_companies import CasePage, CasesPage, NewCasePage
from api.pages.forms import FormReader, read_form
from api.pages.listing import SIZE, Listing, kept, page_number
from api.pages.notices import Notice, notice_of
from api.pages.register_form import CHANNELS, register_tabs
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register import cases, companies, offers

GROUNDS: tuple[Ground, ...] = get_args(Ground)
STEPS: tuple[CaseStep, ...] = get_args(CaseStep)
OUTCOMES: tuple[CaseOutcome, ...] = get_args(CaseOutcome)


@get("/register/cases")
async def cases_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The list."""
    query = request.query_params
    which = "closed" if query.get("which") == "closed" else "open"
    return show(
        request,
        CasesPage(
            tabs=register_tabs("cases"),
            cases=await cases.list_cases(pool, actor, is_open=which == "open", number=page_number(query), size=SIZE),
            which=which,
            figures=await cases.get_figures(pool, actor),
            listing=Listing(path="/register/cases", wanted=kept(query, "which")),
        ),
    )


@get("/register/cases/new")
async def new_case_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The form: about an offer, or about every offer of a company."""
    return show(request, await _new_page(request, pool, actor))


async def _new_page(
    request: AnyRequest, pool: Pool, actor: Actor, form: FormReader | None = None, refused: Unusable | None = None
) -> NewCasePage:
    require(actor, *offers.SEE_REGISTER)
    query = request.query_params
    offer_id, number = query.get("offer", ""), None
    if offer_id:
        offer = await offers.get_offer(pool, actor, _id(offer_id))
        company_id, number = offer.company_id, offer.number
    elif query.get("establishment"):
        company_id = await companies.company_of(pool, actor, _id(query["establishment"]))
    else:
        company_id = _id(query.get("company", ""))
    return NewCasePage(
        tabs=register_tabs("cases"),
        company=await companies.get_company(pool, actor, company_id),
        offer_id=offer_id,
        offer_number=number,
        values={} if form is None else form.values,
        faults={} if refused is None else faults_of(refused),
        refusal="" if refused is None else said(request, refused),
    )


def _id(typed: str) -> uuid.UUID:
    try:
        return uuid.UUID(typed)
    except ValueError:
        raise NotFound(what="company") from None


@post("/register/cases/new")
async def open_case(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Open the case."""
    form = await read_form(request)
    page = await _new_page(request, pool, actor)
    ground, channel = form.choice("ground", GROUNDS), form.choice("channel", CHANNELS)
    about_one = page.offer_id and form.values.get("about") != "company"
    try:
        if form.faults:
            raise Unusable(form.faults)
        made = await cases.open_case(
            pool,
            actor,
            NewCase(
                company_id=page.company.company_id,
                ground=ground,
                channel=channel,
                words=form.values.get("words", ""),
                registered_offer_id=_id(page.offer_id) if about_one else None,
            ),
        )
    except Unusable as refused:
        return show(request, await _new_page(request, pool, actor, form, refused), status=422)
    return go(f"/register/cases/{made.case.request_id}", "case_opened")


@get("/register/cases/{request_id:uuid}")
async def case_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], request_id: FromPath[uuid.UUID]
) -> Html:
    """One case."""
    found = await cases.get_case(pool, actor, request_id)
    return show(
        request,
        CasePage(
            tabs=register_tabs("cases"),
            found=found,
            may_step=found.closed_at is None,
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@post("/register/cases/{request_id:uuid}")
async def act_on_case(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], request_id: FromPath[uuid.UUID]
) -> Html:
    """A step, or the end."""
    form = await read_form(request)
    try:
        notice = await _act(pool, actor, request_id, form)
    except (Unusable, Conflict) as refused:
        found = await cases.get_case(pool, actor, request_id)
        page = CasePage(
            tabs=register_tabs("cases"),
            found=found,
            may_step=found.closed_at is None,
            values=form.values,
            faults=faults_of(refused),
            refusal=said(request, refused),
        )
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/register/cases/{request_id}", notice)


async def _act(pool: Pool, actor: Actor, request_id: uuid.UUID, form: FormReader) -> Notice:
    if form.values.get("do") == "close":
        closing = CloseCase(outcome=form.choice("outcome", OUTCOMES), words=form.values.get("closing_words", ""))
        if form.faults:
            raise Unusable(form.faults)
        await cases.close_case(pool, actor, request_id, closing)
        return "case_closed"
    step = NewStep(step=form.choice("step", STEPS), words=form.values.get("step_words", ""))
    if form.faults:
        raise Unusable(form.faults)
    await cases.add_step(pool, actor, request_id, step)
    return "step_added"


HANDLERS = (cases_page, new_case_page, open_case, case_page, act_on_case)
