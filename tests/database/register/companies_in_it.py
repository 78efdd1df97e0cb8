"""Companies and offers of the register to test with, entered through the services."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import asyncpg
import msgspec

from api.messages.accounts import Actor, Role
from api.messages.register import MoveOffer, NewRegisteredOffer, OfferFields, OfferFull, Stage
from api.messages.register_companies import NewCompany
from api.services.register import companies, offers
from tests.database.a_round import COOK, an_actor

FIELDS = OfferFields(
    kind="internship",
    title="Kok in opleiding",
    places=2,
    guidance_who="Chef van de keuken",
    guidance_hours=2.5,
    crebos=(COOK,),
    start_date=dt.date(2027, 2, 1),
    end_date=dt.date(2027, 7, 16),
)


def fields(**changes: Any) -> OfferFields:
    """An internship of two places, changed here and there."""
    return msgspec.structs.replace(FIELDS, **changes)


async def somebody(pool: asyncpg.Pool, role: Role) -> Actor:
    """An account with its role in the database too: it may own offers."""
    actor = await an_actor(pool, role)
    await pool.execute("insert into placement.account_role (account_id, role) values ($1, $2)", actor.account_id, role)
    return actor


async def a_company(pool: asyncpg.Pool, actor: Actor, name: str = "Bistro Bosuil", **more: str) -> uuid.UUID:
    """A company in Hilversum; its establishment."""
    return await companies.create_company(
        pool, actor, NewCompany(name=name, place="Hilversum", postcode4="1211", **more)
    )


async def an_offer_of(
    pool: asyncpg.Pool, actor: Actor, establishment_id: uuid.UUID, to: Stage = "new", **changes: Any
) -> OfferFull:
    """An offer at an establishment, in a stage."""
    made = await offers.create_offer(
        pool, actor, NewRegisteredOffer(establishment_id=establishment_id, offer=fields(**changes))
    )
    way: dict[Stage, tuple[Stage, ...]] = {
        "new": (), "checked": ("checked",), "live": ("checked", "live"), "lapsed": ("lapsed",),
    }  # fmt: skip
    for stage in way[to]:
        made = await offers.move_offer(
            pool, actor, made.registered_offer_id, MoveOffer(to=stage, reason="Er is niemand meer voor.")
        )
    return made
