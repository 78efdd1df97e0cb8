"""A call and the offer that came of it, in one transaction: company, contact, talk, offer and next action."""

from __future__ import annotations

import uuid

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound, Unusable
from api.messages.register import NewRegisteredOffer, OfferFull
from api.messages.register_companies import NewConversation, QuickEntry
from api.services.constraints import translated
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register import companies, offers, talks
from api.services.register.checking import stored_of
from api.services.register.offers import KEEP_REGISTER, full, today
from db.pool import transaction
from db.register import companies as stored


async def enter(pool: Pool, actor: Actor, asked: QuickEntry) -> OfferFull:
    """Enter it all.

    Raises
    ------
    Unusable
        Fields are wrong: those of the offer first, then those of the rest; ``company`` where nothing says which.
    Conflict
        ``company_alike``: there are companies that look like the new one, and nobody said ``anyway``.
    """
    require(actor, *KEEP_REGISTER)
    stored_of(asked.offer, actor.account_id)
    with translated():
        async with transaction(pool) as connection:
            establishment_id = asked.establishment_id
            if establishment_id is None:
                if asked.company is None:
                    raise Unusable({"company": "missing"})
                establishment_id = await companies.enter(connection, actor, asked.company)
            establishment = await stored.establishment(connection, establishment_id)
            if establishment is None:
                raise NotFound(what="establishment")
            company_id = establishment.company_id
            contact_id: uuid.UUID | None = asked.offer.contact_id
            if asked.contact is not None:
                contact_id = await talks.enter_contact(connection, actor, company_id, asked.contact)
            if asked.note.strip():
                talk = NewConversation(
                    kind=asked.offer.source,
                    held_on=today(),
                    note=asked.note,
                    promise=asked.promise,
                    contact_id=contact_id,
                )
                await talks.enter(connection, actor, company_id, talk)
            offer = msgspec.structs.replace(asked.offer, contact_id=contact_id)
            made = await offers.enter(
                connection,
                actor,
                NewRegisteredOffer(establishment_id=establishment_id, offer=offer, action=asked.action),
            )
            return await full(connection, made)
