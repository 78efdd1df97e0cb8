"""The shared list of offers, quick entry, and the actions of today."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import get_args

from litestar import get, post
from litestar.di import NamedDependency

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.register import DueFilter, RegisterFilter, RegisterSort
from api.messages.register_companies import ContactFields, NewCompany, QuickEntry
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.register import NewOfferPage, RegisterPage, TodayPage
from api.pages.forms import FormReader, read_form
from api.pages.listing import SIZE, Listing, kept, page_number
from api.pages.notices import notice_of
from api.pages.register_form import action_of, offer_of, register_tabs
from api.services.permissions import holds, require
from api.services.pool import Pool
from api.services.register import actions, companies, offers, quick

_FILTERS = ("search", "status", "kind", "crebo", "place", "owner", "due")
_WEEK = dt.timedelta(days=7)


@get("/register")
async def register_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The list."""
    query = request.query_params
    sort: RegisterSort = asked if (asked := query.get("sort", "")) in get_args(RegisterSort) else "number"  # type: ignore[assignment]  # membership proves the Literal
    # The newest first unless somebody asks otherwise; every other column begins at its beginning.
    descending = query.get("order") == "desc" if query.get("sort") else True
    wanted = RegisterFilter(
        search=query.get("search", "").strip()[:200],
        status=_one_of(query.get("status", ""), offers.STATUSES),  # type: ignore[arg-type]  # one of them, or empty
        kind=_one_of(query.get("kind", ""), offers.KINDS),  # type: ignore[arg-type]  # one of them, or empty
        crebo=query.get("crebo", "").strip()[:5],
        place=query.get("place", "").strip()[:100],
        owner=_id(query.get("owner", "")),
        due=due if (due := query.get("due", "")) in get_args(DueFilter) else "",  # type: ignore[arg-type]  # membership proves the Literal
        sort=sort,
        descending=descending,
    )
    found = await offers.list_offers(pool, actor, wanted, number=page_number(query), size=SIZE)
    return show(
        request,
        RegisterPage(
            tabs=register_tabs("offers"),
            offers=found.offers,
            owners=found.owners,
            wanted=wanted,
            listing=Listing(
                path="/register", wanted=kept(query, *_FILTERS, "sort", "order"), sort=sort, descending=descending
            ),
            may_keep=holds(actor, *offers.KEEP_REGISTER),
            notice=notice_of(query.get("done")),
        ),
    )


def _one_of(typed: str, known: tuple[str, ...]) -> str:
    return typed if typed in known else ""


def _id(typed: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(typed)
    except ValueError:
        return None


@get("/register/new")
async def new_offer_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The empty form; ``company`` in the address fills in which, and brings suggestions while somebody types."""
    require(actor, *offers.KEEP_REGISTER)
    typed = request.query_params.get("company", "").strip()[:200]
    return show(
        request,
        NewOfferPage(
            tabs=register_tabs("offers"),
            values=_defaults() | {"company": typed},
            suggestions=await companies.suggest(pool, actor, typed),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


def _defaults() -> dict[str, str]:
    return {"kind": "internship", "places": "1", "source": "call", "due_on": str(offers.today() + _WEEK)}


@post("/register/new")
async def enter_offer(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Enter the offer, or show the form again with every mistake; ``case``: to the wish that is not allowed."""
    require(actor, *offers.KEEP_REGISTER)
    form = await read_form(request)
    button = form.values.get("do", "")
    try:
        establishment_id = await _establishment(pool, actor, form)
        if button == "case":
            made = establishment_id or await companies.create_company(pool, actor, _company_of(form))
            return go(f"/register/cases/new?establishment={made}")
        asked = QuickEntry(
            offer=offer_of(form),
            establishment_id=establishment_id,
            company=None if establishment_id else _company_of(form),
            contact=_contact_of(form),
            note=form.values.get("note", ""),
            action=action_of(form),
        )
        if form.faults:
            raise Unusable(form.faults)
        offer = await quick.enter(pool, actor, asked)
    except (Unusable, Conflict) as refused:
        return await _again(request, pool, actor, form, refused)
    if button == "next":
        return go("/register/new", "offer_entered")
    return go(f"/register/offers/{offer.registered_offer_id}", "offer_entered")


async def _establishment(pool: Pool, actor: Actor, form: FormReader) -> uuid.UUID | None:
    """The establishment that was chosen or typed; None for a new company."""
    chosen = form.values.get("same", "")
    if chosen == "new":
        return None
    if chosen:
        return _id(chosen)
    return await companies.find_establishment(pool, actor, form.values.get("company", ""))


def _company_of(form: FormReader) -> NewCompany:
    return NewCompany(
        name=form.values.get("company", ""),
        place=form.values.get("place", ""),
        postcode4=form.values.get("postcode4", "")[:4],
        anyway=form.values.get("same") == "new",
    )


def _contact_of(form: FormReader) -> ContactFields | None:
    name, phone = form.values.get("contact_name", ""), form.values.get("phone", "")
    return ContactFields(name=name, phone=phone) if name or phone else None


async def _again(request: AnyRequest, pool: Pool, actor: Actor, form: FormReader, refused: Refused) -> Html:
    same = await companies.look_alike(pool, actor, _company_of(form)) if isinstance(refused, Conflict) else ()
    return show(
        request,
        NewOfferPage(
            tabs=register_tabs("offers"),
            values=form.values,
            suggestions=await companies.suggest(pool, actor, form.values.get("company", "")),
            same=same,
            faults=faults_of(refused),
            refusal=said(request, refused),
        ),
        status=409 if isinstance(refused, Conflict) else 422,
    )


@get("/register/today")
async def today_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """What is due."""
    everybody = request.query_params.get("who") == "all"
    ahead = request.query_params.get("until") == "week"
    return show(
        request,
        TodayPage(
            tabs=register_tabs("today"),
            actions=await actions.list_due(pool, actor, everybody=everybody, days_ahead=_WEEK.days if ahead else 0),
            everybody=everybody,
            ahead=ahead,
            today=offers.today(),
            may_keep=holds(actor, *offers.KEEP_REGISTER),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@post("/register/today")
async def tick_off(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Done, or open again."""
    form = await read_form(request)
    action_id = _id(form.values.get("action_id", ""))
    if action_id is None:
        raise Unusable({"action_id": "missing"})
    done = form.values.get("do") != "reopen"
    await actions.set_done(pool, actor, action_id, done=done)
    return go("/register/today", "action_done" if done else "action_reopened")


HANDLERS = (register_page, new_offer_page, enter_offer, today_page, tick_off)
