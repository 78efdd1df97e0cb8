"""The offer register over JSON: /api/v1/register."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.register import (
    ActionView,
    ChangeRegisteredOffer,
    DueFilter,
    MoveOffer,
    NewRegisteredOffer,
    OfferFull,
    OfferLine,
    RegisterFilter,
    RegisterSort,
    TakenView,
    TakeOffers,
)
from api.messages.register_companies import QuickEntry
from api.routes.pages import PageNumber, PageSize
from api.services.pool import Pool
from api.services.register import actions, offers, quick, taking


@get("/offers", summary="List registered offers", operation_id="list_registered_offers")
async def list_offers(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    search: FromQuery[str] = "",
    status: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    crebo: FromQuery[str] = "",
    place: FromQuery[str] = "",
    owner: FromQuery[uuid.UUID | None] = None,
    due: FromQuery[DueFilter] = "",
    sort: FromQuery[RegisterSort] = "number",
    descending: FromQuery[bool] = True,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[OfferLine]:
    """The list that school and service point share. An unknown status or kind finds nothing."""
    wanted = RegisterFilter(
        search=search,
        status=status,  # type: ignore[arg-type]  # anything else finds nothing
        kind=kind,  # type: ignore[arg-type]  # anything else finds nothing
        crebo=crebo,
        place=place,
        owner=owner,
        due=due,
        sort=sort,
        descending=descending,
    )
    return (await offers.list_offers(pool, actor, wanted, number=page, size=size)).offers


@post("/offers", summary="Enter an offer", operation_id="create_registered_offer")
async def create_offer(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[NewRegisteredOffer]
) -> OfferFull:
    """At an establishment that is known. Guidance (who, hours a week) is required."""
    return await offers.create_offer(pool, actor, data)


@post("/quick-entry", summary="Enter a call and its offer", operation_id="quick_entry")
async def quick_entry(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[QuickEntry]
) -> OfferFull:
    """Company, contact, talk, offer and next action: whole or not at all."""
    return await quick.enter(pool, actor, data)


@get("/offers/{registered_offer_id:uuid}", summary="Read an offer", operation_id="get_registered_offer")
async def get_offer(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], registered_offer_id: FromPath[uuid.UUID]
) -> OfferFull:
    """One offer with its copies in rounds, actions and history."""
    return await offers.get_offer(pool, actor, registered_offer_id)


@post(
    "/offers/{registered_offer_id:uuid}/change",
    summary="Change an offer",
    operation_id="change_registered_offer",
    status_code=200,
)
async def change_offer(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    registered_offer_id: FromPath[uuid.UUID],
    data: JSONBody[ChangeRegisteredOffer],
) -> OfferFull:
    """Every field anew. 409 where somebody changed it since ``version``, or a round has more places."""
    return await offers.change_offer(pool, actor, registered_offer_id, data)


@post(
    "/offers/{registered_offer_id:uuid}/move",
    summary="Move an offer",
    operation_id="move_registered_offer",
    status_code=200,
)
async def move_offer(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    registered_offer_id: FromPath[uuid.UUID],
    data: JSONBody[MoveOffer],
) -> OfferFull:
    """To another stage of its life. Reserved and filled follow from placements by themselves."""
    return await offers.move_offer(pool, actor, registered_offer_id, data)


@post(
    "/offers/{registered_offer_id:uuid}/undo",
    summary="Undo the last move",
    operation_id="undo_registered_offer",
    status_code=200,
)
async def undo_move(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], registered_offer_id: FromPath[uuid.UUID]
) -> OfferFull:
    """Back to where it was before."""
    return await offers.undo_move(pool, actor, registered_offer_id)


@get("/actions", summary="List actions due", operation_id="list_actions")
async def list_actions(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    everybody: FromQuery[bool] = False,
    days_ahead: FromQuery[int] = 0,
) -> tuple[ActionView, ...]:
    """Open actions that are due today or in so many days: one's own, or everybody's."""
    return await actions.list_due(pool, actor, everybody=everybody, days_ahead=days_ahead)


@post("/actions/{action_id:uuid}/done", summary="Tick an action off", operation_id="action_done", status_code=200)
async def action_done(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], action_id: FromPath[uuid.UUID]
) -> ActionView:
    """Done, by whoever asks."""
    return await actions.set_done(pool, actor, action_id, done=True)


@post("/actions/{action_id:uuid}/reopen", summary="Open an action again", operation_id="action_reopen", status_code=200)
async def action_reopen(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], action_id: FromPath[uuid.UUID]
) -> ActionView:
    """It was not done after all."""
    return await actions.set_done(pool, actor, action_id, done=False)


@post("/rounds/{round_id:uuid}/take", summary="Take offers into a round", operation_id="take_offers", status_code=200)
async def take(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    data: JSONBody[TakeOffers],
) -> TakenView:
    """Live offers become offers of the round, with their free places; a copy that is there is renewed."""
    return await taking.take(pool, actor, round_id, data)


@post(
    "/rounds/{round_id:uuid}/give-back/{registered_offer_id:uuid}",
    summary="Take an offer out of a round",
    operation_id="give_back_offer",
    status_code=200,
)
async def give_back(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    registered_offer_id: FromPath[uuid.UUID],
) -> OfferFull:
    """Its places are free again, but for those that are placed."""
    return await taking.give_back(pool, actor, round_id, registered_offer_id)


router = Router(
    path="/api/v1/register",
    tags=["register"],
    route_handlers=[
        list_offers,
        create_offer,
        quick_entry,
        get_offer,
        change_offer,
        move_offer,
        undo_move,
        list_actions,
        action_done,
        action_reopen,
        take,
        give_back,
    ],
)
