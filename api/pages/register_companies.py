"""Companies of the register: the list, one company with its talks, and two that are one."""

from __future__ import annotations

import uuid

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.register_companies import ContactFields, MergeCompanies, NewConversation
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.register_companies import CompaniesPage, CompanyPage, MergePage
from api.pages.forms import FormReader, read_form
from api.pages.listing import SIZE, Listing, kept, page_number
from api.pages.notices import Notice, notice_of
from api.pages.register_form import CHANNELS, action_of, register_tabs
from api.services.permissions import holds, require
from api.services.pool import Pool
from api.services.register import actions, companies, merging, offers, talks


@get("/register/companies")
async def companies_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The list."""
    query = request.query_params
    search = query.get("search", "").strip()[:200]
    return show(
        request,
        CompaniesPage(
            tabs=register_tabs("companies"),
            companies=await companies.list_companies(pool, actor, search, number=page_number(query), size=SIZE),
            search=search,
            listing=Listing(path="/register/companies", wanted=kept(query, "search")),
        ),
    )


@get("/register/companies/{company_id:uuid}")
async def company_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], company_id: FromPath[uuid.UUID]
) -> Html:
    """One company."""
    return show(
        request,
        CompanyPage(
            tabs=register_tabs("companies"),
            company=await companies.get_company(pool, actor, company_id),
            may_keep=holds(actor, *offers.KEEP_REGISTER),
            today=offers.today(),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@post("/register/companies/{company_id:uuid}")
async def act_on_company(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], company_id: FromPath[uuid.UUID]
) -> Html:
    """What a form of the page asks."""
    form = await read_form(request)
    try:
        notice = await _act(pool, actor, company_id, form)
    except (Unusable, Conflict) as refused:
        page = CompanyPage(
            tabs=register_tabs("companies"),
            company=await companies.get_company(pool, actor, company_id),
            may_keep=True,
            today=offers.today(),
            values=form.values,
            faults=faults_of(refused),
            refusal=said(request, refused),
        )
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/register/companies/{company_id}", notice)


async def _act(pool: Pool, actor: Actor, company_id: uuid.UUID, form: FormReader) -> Notice:
    require(actor, *offers.KEEP_REGISTER)
    values = form.values
    match values.get("do", ""):
        case "contact":
            typed = ContactFields(
                name=values.get("contact_name", ""),
                job=values.get("job", ""),
                phone=values.get("phone", ""),
                email=values.get("email", ""),
            )
            await talks.add_contact(pool, actor, company_id, typed)
            return "contact_added"
        case "remove_contact":
            await talks.remove_contact(pool, actor, _id(form, "contact_id"))
            return "contact_removed"
        case "done":
            await actions.set_done(pool, actor, _id(form, "action_id"), done=True)
            return "action_done"
        case "undo_merge":
            await merging.undo(pool, actor, _id(form, "merge_id"))
            return "merge_undone"
        case "company":
            await companies.change_company(
                pool,
                actor,
                company_id,
                name=values.get("company", ""),
                kvk=values.get("kvk", ""),
                training_company_id=values.get("training_company_id", ""),
            )
            return "company_saved"
    talk = NewConversation(
        kind=form.choice("kind", CHANNELS),
        held_on=form.date("held_on"),
        note=form.words("note", most=2000),
        promise=values.get("promise", ""),
        contact_id=_id(form, "contact_id") if values.get("contact_id") else None,
        action=action_of(form),
    )
    if form.faults:
        raise Unusable(form.faults)
    await talks.record_talk(pool, actor, company_id, talk)
    return "talk_recorded"


def _id(form: FormReader, name: str) -> uuid.UUID:
    try:
        return uuid.UUID(form.values.get(name, ""))
    except ValueError:
        raise Unusable({name: "not_a_choice"}) from None


@get("/register/companies/{company_id:uuid}/merge/{double_id:uuid}")
async def merge_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    company_id: FromPath[uuid.UUID],
    double_id: FromPath[uuid.UUID],
) -> Html:
    """Both companies side by side, before anything happens."""
    require(actor, *offers.KEEP_REGISTER)
    return show(request, await _merge_page(pool, actor, company_id, double_id))


async def _merge_page(
    pool: Pool, actor: Actor, company_id: uuid.UUID, double_id: uuid.UUID, refusal: str = ""
) -> MergePage:
    return MergePage(
        tabs=register_tabs("companies"),
        kept=await companies.get_company(pool, actor, company_id),
        double=await companies.get_company(pool, actor, double_id),
        refusal=refusal,
    )


@post("/register/companies/{company_id:uuid}/merge/{double_id:uuid}")
async def merge_companies(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    company_id: FromPath[uuid.UUID],
    double_id: FromPath[uuid.UUID],
) -> Html:
    """Put them together."""
    try:
        await merging.merge(pool, actor, MergeCompanies(kept_id=company_id, merged_id=double_id))
    except Conflict as refused:
        page = await _merge_page(pool, actor, company_id, double_id, said(request, refused))
        return show(request, page, status=409)
    return go(f"/register/companies/{company_id}", "companies_merged")


HANDLERS = (companies_page, company_page, act_on_company, merge_page, merge_companies)
