"""Live offers of the register go into a round."""

from __future__ import annotations

import uuid

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.register import TakeOffers
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.register import Available, TakePage
from api.pages.tabs import tabs_of
from api.services import rounds
from api.services.permissions import holds
from api.services.pool import Pool
from api.services.register import offers, taking


@get("/rounds/{round_id:uuid}/register")
async def take_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """What the register has for this round."""
    return show(request, await _page(pool, actor, round_id))


async def _page(pool: Pool, actor: Actor, round_id: uuid.UUID) -> TakePage:
    found = await taking.list_available(pool, actor, round_id)
    return TakePage(
        round=await rounds.get_round(pool, actor, round_id),
        tabs=tabs_of(actor, round_id, "offers"),
        available=tuple(Available(**msgspec.structs.asdict(row)) for row in found),
        may_keep=holds(actor, *offers.KEEP_REGISTER),
    )


@post("/rounds/{round_id:uuid}/register")
async def take_offers(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """Take those that were ticked."""
    form = await request.form()
    try:
        chosen = tuple(uuid.UUID(str(one)) for one in form.getall("chosen", []))
        if not chosen:
            raise Unusable({"chosen": "nothing_chosen"})
        await taking.take(pool, actor, round_id, TakeOffers(registered_offer_ids=chosen))
    except (Unusable, Conflict, ValueError) as wrong:
        refused = Unusable({"chosen": "nothing_chosen"}) if isinstance(wrong, ValueError) else wrong
        page = await _page(pool, actor, round_id)
        page = msgspec.structs.replace(page, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/rounds/{round_id}/offers", "offers_taken")


HANDLERS = (take_page, take_offers)
