"""Live offers of the register go into a round as copies with a reference back (decision 0511).

What a copy takes over stands in ``db/register/taking.py``: days, places, programmes and where it is. Notes, promises,
texts and cases stay behind, so no run can see them.
"""

from __future__ import annotations

import uuid
from typing import Final

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound
from api.messages.register import OfferFull, TakenView, TakeOffers
from api.services import events
from api.services.permissions import SEE_OFFERS, require
from api.services.pool import Pool
from api.services.register.offers import KEEP_REGISTER, full, subject, today
from db import rounds, runs
from db.pool import transaction
from db.register import taking
from db.register.taking import AvailableRow

MOST_AT_ONCE: Final = 1000


async def list_available(pool: Pool, actor: Actor, round_id: uuid.UUID) -> tuple[AvailableRow, ...]:
    """Live offers of the days of the round, with a free place or with a copy in it already; a thousand at most."""
    require(actor, *SEE_OFFERS)
    async with pool.acquire() as connection:
        if not await rounds.exists(connection, round_id):
            raise NotFound(what="round")
        return tuple(await taking.available(connection, round_id, today(), limit=MOST_AT_ONCE))


async def take(pool: Pool, actor: Actor, round_id: uuid.UUID, asked: TakeOffers) -> TakenView:
    """Copy these offers with their free places into a round; a copy that is there is renewed.

    Raises
    ------
    Conflict
        ``offer_not_available``: one of them is not live, is blocked, has no place left, or is of other days.
    """
    require(actor, *KEEP_REGISTER)
    wanted = list(dict.fromkeys(asked.registered_offer_ids))[:MOST_AT_ONCE]
    async with transaction(pool) as connection:
        if not await rounds.exists(connection, round_id):
            raise NotFound(what="round")
        await runs.lock_round(connection, round_id)
        await taking.lock(connection, wanted)
        found = {
            row.registered_offer_id: row
            for row in await taking.available(connection, round_id, today(), among=wanted, limit=len(wanted))
        }
        if len(found) < len(wanted):
            raise Conflict("offer_not_available", count=len(wanted) - len(found))
        places = [(row.registered_offer_id, max(0, row.free) + (row.here or 0)) for row in found.values()]
        changed = await taking.take(connection, round_id, places)
        for offer_id in sorted(changed):
            row = found[offer_id]
            await events.record(
                connection,
                actor,
                "offer_taken",
                subject(offer_id),
                round_id=str(round_id),
                places=max(0, row.free) + (row.here or 0),
            )
    taken = sum(found[one].here is None for one in changed)
    return TakenView(taken=taken, renewed=len(changed) - taken, unchanged=len(wanted) - len(changed))


async def give_back(pool: Pool, actor: Actor, round_id: uuid.UUID, registered_offer_id: uuid.UUID) -> OfferFull:
    """Take a copy out of a round: its places are free again, but for those that are placed.

    Where a student named, holds or is locked to it, the copy is closed and stays to be read.
    """
    require(actor, *KEEP_REGISTER)
    async with transaction(pool) as connection:
        await runs.lock_round(connection, round_id)
        await taking.lock(connection, [registered_offer_id])
        done = await taking.give_back(connection, round_id, registered_offer_id)
        if done is not None:
            await events.record(
                connection, actor, "offer_given_back", subject(registered_offer_id), round_id=str(round_id), how=done
            )
        return await full(connection, registered_offer_id)
