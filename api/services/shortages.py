"""Where a run has fewer places than students."""

from __future__ import annotations

import uuid

import msgspec

from api.messages.accounts import Actor
from api.messages.shortages import ShortagesView
from api.services.outcomes import finished_run
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import decisions
from db import shortages as rows
from matching.result import Bottleneck


async def list_shortages(pool: Pool, actor: Actor, run_id: uuid.UUID) -> ShortagesView:
    """The bottlenecks in which students of the actor's programmes have no place, the largest shortage first.

    Raises
    ------
    NotFound, Conflict
        See :func:`api.services.outcomes.finished_run`.
    """
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        run = await finished_run(connection, actor, run_id)
        found = [
            msgspec.convert(row.bottleneck, Bottleneck) for row in await rows.of_run(connection, run_id, scope(actor))
        ]
        zones = {zone for one in found for zone in one.zones}
        towns = await rows.towns(connection, run.round_id, sorted(zones))
        mentioned = {offer_id for one in found for offer_id, _ in one.opens}
        now = await decisions.choices(connection, run.round_id, sorted(mentioned))
    return ShortagesView(
        items=tuple(sorted(found, key=lambda one: (one.number, -one.shortage, one.crebos, one.offers))),
        companies={offer.offer_id: offer.company for offer in now if offer.company},
        towns={row.zone: row.place for row in towns},
    )
