"""Next actions: who does what for a company by which day, and the list of today."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor, Role
from api.messages.faults import NotFound, Unusable
from api.messages.register import ActionView, NewAction
from api.services import events
from api.services.clock import CLOCK
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register.wording import line, note_fault
from db.pool import transaction
from db.register import companies, log, offers

KEEP_REGISTER: Final[tuple[Role, ...]] = ("service_point", "coordinator")
#: Actions on the list of today; whoever has more sees that there are more.
MOST_ON_LIST: Final = 200
LONGEST_WORDS: Final = 300
_FURTHEST: Final = dt.timedelta(days=3 * 366)


async def list_due(pool: Pool, actor: Actor, *, everybody: bool = False, days_ahead: int = 0) -> tuple[ActionView, ...]:
    """Open actions that are due by then, the oldest first; one's own, or everybody's."""
    require(actor, *KEEP_REGISTER, "school_lead")
    if not 0 <= days_ahead <= 366:
        raise Unusable({"days_ahead": "out_of_range"})
    until = dt.datetime.now(CLOCK).date() + dt.timedelta(days=days_ahead)
    async with pool.acquire() as connection:
        found = await log.due(connection, until, None if everybody else actor.account_id, MOST_ON_LIST)
    return tuple(view(row) for row in found)


def view(row: log.ActionRow) -> ActionView:
    """A stored action as people see it."""
    return ActionView(**msgspec.structs.asdict(row))


async def add(
    pool: Pool,
    actor: Actor,
    company_id: uuid.UUID,
    asked: NewAction,
    registered_offer_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Plan an action for a company, or about one of its offers; its id.

    Raises
    ------
    Unusable
        Words, day or owner are wrong.
    """
    require(actor, *KEEP_REGISTER)
    async with transaction(pool) as connection:
        if await companies.by_id(connection, company_id) is None:
            raise NotFound(what="company")
        return await enter(connection, actor, company_id, registered_offer_id, asked)


async def enter(
    connection: asyncpg.Connection,
    actor: Actor,
    company_id: uuid.UUID,
    registered_offer_id: uuid.UUID | None,
    asked: NewAction,
) -> uuid.UUID:
    """The same in a transaction that is open."""
    words = line(asked.words)
    faults: dict[str, str] = {}
    if (fault := note_fault(words, least=1, most=LONGEST_WORDS)) is not None:
        faults["next_action"] = fault
    day = dt.datetime.now(CLOCK).date()
    if not day - _FURTHEST <= asked.due_on <= day + _FURTHEST:
        faults["due_on"] = "out_of_range"
    owner = asked.owner or actor.account_id
    if not faults and owner not in {one.account_id for one in await offers.owners(connection)}:
        faults["owner"] = "not_a_choice"
    if faults:
        raise Unusable(faults)
    made = await log.insert_action(
        connection, company_id, registered_offer_id=registered_offer_id, words=words, owner=owner, due_on=asked.due_on
    )
    await events.record(
        connection, actor, "action_planned", _subject(company_id, registered_offer_id), due_on=str(asked.due_on)
    )
    return made


async def set_done(pool: Pool, actor: Actor, action_id: uuid.UUID, *, done: bool) -> ActionView:
    """Tick an action off, or open it again. The same again changes nothing."""
    require(actor, *KEEP_REGISTER)
    async with transaction(pool) as connection:
        row = await log.action(connection, action_id)
        if row is None:
            raise NotFound(what="action")
        if (row.done_at is not None) != done:
            await log.set_done(connection, action_id, actor.account_id if done else None)
            await events.record(
                connection,
                actor,
                "action_done" if done else "action_reopened",
                _subject(row.company_id, row.registered_offer_id),
                action_id=str(action_id),
            )
            row = await log.action(connection, action_id) or row
    return view(row)


def _subject(company_id: uuid.UUID, registered_offer_id: uuid.UUID | None) -> str:
    return f"company:{company_id}" if registered_offer_id is None else f"registered_offer:{registered_offer_id}"
