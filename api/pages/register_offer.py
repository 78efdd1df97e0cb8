"""One registered offer: its page, and the form with every field."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.register import ChangeRegisteredOffer, MoveOffer, OfferFull, Stage
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.register import Difference, EditOfferPage, RegisteredOfferPage
from api.pages.forms import FormReader, read_form
from api.pages.notices import Notice, notice_of
from api.pages.register_form import action_of, moves_of, offer_of, register_tabs, shown, values_of
from api.services.permissions import holds, require
from api.services.pool import Pool
from api.services.register import actions, companies, offers, taking

_WEEK = dt.timedelta(days=7)
_NOT_COMPARED = frozenset({"version", "do"})


@get("/register/offers/{registered_offer_id:uuid}")
async def offer_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    registered_offer_id: FromPath[uuid.UUID],
) -> Html:
    """The page of an offer."""
    offer = await offers.get_offer(pool, actor, registered_offer_id)
    return show(request, _page(actor, offer, notice=notice_of(request.query_params.get("done"))))


def _page(actor: Actor, offer: OfferFull, *, notice: Notice | None = None) -> RegisteredOfferPage:
    may_keep = holds(actor, *offers.KEEP_REGISTER)
    return RegisteredOfferPage(
        tabs=register_tabs("offers"),
        offer=offer,
        moves=moves_of(offer.stage) if may_keep else (),
        may_keep=may_keep,
        due_default=offers.today() + _WEEK,
        notice=notice,
    )


@post("/register/offers/{registered_offer_id:uuid}")
async def act_on_offer(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    registered_offer_id: FromPath[uuid.UUID],
) -> Html:
    """What a button of the page asks."""
    form = await read_form(request)
    try:
        notice = await _act(pool, actor, registered_offer_id, form)
    except (Unusable, Conflict) as refused:
        offer = await offers.get_offer(pool, actor, registered_offer_id)
        page = RegisteredOfferPage(
            tabs=register_tabs("offers"),
            offer=offer,
            moves=moves_of(offer.stage),
            may_keep=True,
            due_default=offers.today() + _WEEK,
            values=form.values,
            faults=faults_of(refused),
            refusal=said(request, refused),
        )
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/register/offers/{registered_offer_id}", notice)


async def _act(pool: Pool, actor: Actor, registered_offer_id: uuid.UUID, form: FormReader) -> Notice:
    match form.values.get("do", ""):
        case "undo":
            await offers.undo_move(pool, actor, registered_offer_id)
            return "offer_move_undone"
        case "plan":
            asked = action_of(form)
            if asked is None:
                raise Unusable({"next_action": "missing"})
            if form.faults:
                raise Unusable(form.faults)
            offer = await offers.get_offer(pool, actor, registered_offer_id)
            await actions.add(pool, actor, offer.company_id, asked, registered_offer_id)
            return "action_planned"
        case "done" | "reopen" as what:
            await actions.set_done(pool, actor, _id(form, "action_id"), done=what == "done")
            return "action_done" if what == "done" else "action_reopened"
        case "give_back":
            await taking.give_back(pool, actor, _id(form, "round_id"), registered_offer_id)
            return "offer_given_back"
    to: Stage = form.choice("do", ("new", "checked", "live", "lapsed"))
    if form.faults:
        raise Unusable(form.faults)
    await offers.move_offer(pool, actor, registered_offer_id, MoveOffer(to=to, reason=form.values.get("reason", "")))
    return "offer_moved"


def _id(form: FormReader, name: str) -> uuid.UUID:
    try:
        return uuid.UUID(form.values.get(name, ""))
    except ValueError:
        raise Unusable({name: "missing"}) from None


@get("/register/offers/{registered_offer_id:uuid}/edit")
async def edit_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    registered_offer_id: FromPath[uuid.UUID],
) -> Html:
    """The form."""
    require(actor, *offers.KEEP_REGISTER)
    offer = await offers.get_offer(pool, actor, registered_offer_id)
    return show(request, await _edit(pool, actor, offer, values_of(offer)))


async def _edit(pool: Pool, actor: Actor, offer: OfferFull, values: dict[str, str]) -> EditOfferPage:
    company = await companies.get_company(pool, actor, offer.company_id)
    return EditOfferPage(
        tabs=register_tabs("offers"),
        offer=offer,
        owners=await offers.list_owners(pool, actor),
        contacts=tuple((one.contact_id, one.name) for one in company.contacts),
        values=values,
    )


@post("/register/offers/{registered_offer_id:uuid}/edit")
async def change_offer(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    registered_offer_id: FromPath[uuid.UUID],
) -> Html:
    """Save, or show the form again: with every mistake, or with what somebody else saved meanwhile."""
    form = await read_form(request)
    typed = form.values.get("version", "")
    version = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    fields = offer_of(form)
    try:
        if form.faults:
            raise Unusable(form.faults)
        asked = ChangeRegisteredOffer(version=version, offer=fields)
        await offers.change_offer(pool, actor, registered_offer_id, asked)
    except (Unusable, Conflict) as refused:
        return await _again(request, pool, actor, registered_offer_id, form, refused)
    return go(f"/register/offers/{registered_offer_id}", "offer_saved")


async def _again(
    request: AnyRequest, pool: Pool, actor: Actor, registered_offer_id: uuid.UUID, form: FormReader, refused: Refused
) -> Html:
    offer = await offers.get_offer(pool, actor, registered_offer_id)
    page = await _edit(pool, actor, offer, form.values)
    differences: tuple[Difference, ...] = ()
    if isinstance(refused, Conflict) and refused.what == "offer_changed":
        stored = values_of(offer)
        differences = tuple(
            Difference(field=name, stored=shown(name, was, page.owners), typed=shown(name, now, page.owners))
            for name in dict.fromkeys((*stored, *form.values))
            if name not in _NOT_COMPARED and (was := stored.get(name, "")) != (now := form.values.get(name, ""))
        )
        # Whoever saves now has seen what the other wrote.
        page = msgspec.structs.replace(
            page, values=form.values | {"version": str(offer.version)}, differences=differences
        )
    page = msgspec.structs.replace(page, faults=faults_of(refused), refusal=said(request, refused))
    return show(request, page, status=409 if isinstance(refused, Conflict) else 422)


HANDLERS = (offer_page, act_on_offer, edit_page, change_offer)
