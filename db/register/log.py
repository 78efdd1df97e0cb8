"""Contacts, talks and next actions of a company."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class ContactRow(msgspec.Struct, frozen=True, kw_only=True):
    """A contact of a company."""

    contact_id: uuid.UUID
    company_id: uuid.UUID
    name: str
    job: str
    phone: str
    email: str
    keep_until: dt.date
    version: int


_CONTACT_COLUMNS = "select contact_id, company_id, name, job, phone, email, keep_until, version from placement.contact"
_CONTACTS = Query(_CONTACT_COLUMNS + " where company_id = $1 order by lower(name), contact_id", ContactRow)
_CONTACT = Query(_CONTACT_COLUMNS + " where contact_id = $1 for update", ContactRow)
_INSERT_CONTACT = Query(
    """
    insert into placement.contact (company_id, name, job, phone, email, keep_until) values ($1, $2, $3, $4, $5, $6)
    returning contact_id
    """,
    uuid.UUID,
)
_UPDATE_CONTACT = Statement(
    """
    update placement.contact set name = $3, job = $4, phone = $5, email = $6, keep_until = $7, version = version + 1
    where contact_id = $1 and version = $2
    """
)
_KEEP_CONTACT = Statement(
    "update placement.contact set keep_until = greatest(keep_until, $2::date) where contact_id = $1"
)
_REMOVE_CONTACT = Statement("delete from placement.contact where contact_id = $1")


async def contacts(connection: asyncpg.Connection, company_id: uuid.UUID) -> list[ContactRow]:
    """Those of a company, by name."""
    return await _CONTACTS.all(connection, company_id)


async def contact(connection: asyncpg.Connection, contact_id: uuid.UUID) -> ContactRow | None:
    """One contact, kept from others until the transaction ends."""
    return await _CONTACT.first(connection, contact_id)


async def insert_contact(
    connection: asyncpg.Connection, company_id: uuid.UUID, *, name: str, job: str, phone: str, email: str, keep: dt.date
) -> uuid.UUID:
    """Add a contact; the id."""
    return await _INSERT_CONTACT.one(connection, company_id, name, job, phone, email, keep)


async def update_contact(
    connection: asyncpg.Connection,
    contact_id: uuid.UUID,
    version: int,
    *,
    name: str,
    job: str,
    phone: str,
    email: str,
    keep: dt.date,
) -> bool:
    """Change a contact of this version; False where it is another by now."""
    return await _UPDATE_CONTACT.run(connection, contact_id, version, name, job, phone, email, keep) > 0


async def keep_contact(connection: asyncpg.Connection, contact_id: uuid.UUID, until: dt.date) -> None:
    """Put its removal off."""
    await _KEEP_CONTACT.run(connection, contact_id, until)


async def remove_contact(connection: asyncpg.Connection, contact_id: uuid.UUID) -> None:
    """Remove a contact; talks and offers stay without it."""
    await _REMOVE_CONTACT.run(connection, contact_id)


class ConversationRow(msgspec.Struct, frozen=True, kw_only=True):
    """A talk, with who wrote it down."""

    conversation_id: uuid.UUID
    kind: str
    held_on: dt.date
    contact: str
    note: str
    promise: str
    recorded_by: str


_CONVERSATIONS = Query(
    """
    select v.conversation_id, v.kind, v.held_on, coalesce(t.name, '') as contact, v.note, v.promise,
           a.display_name as recorded_by
    from placement.conversation v
    join placement.account a on a.account_id = v.recorded_by
    left join placement.contact t on t.contact_id = v.contact_id
    where v.company_id = $1
    order by v.held_on desc, v.recorded_at desc limit 100
    """,
    ConversationRow,
)
_INSERT_CONVERSATION = Query(
    """
    insert into placement.conversation (company_id, contact_id, kind, held_on, note, promise, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7) returning conversation_id
    """,
    uuid.UUID,
)


async def conversations(connection: asyncpg.Connection, company_id: uuid.UUID) -> list[ConversationRow]:
    """The last hundred talks with a company, the newest first."""
    return await _CONVERSATIONS.all(connection, company_id)


async def insert_conversation(
    connection: asyncpg.Connection,
    company_id: uuid.UUID,
    *,
    contact_id: uuid.UUID | None,
    kind: str,
    held_on: dt.date,
    note: str,
    promise: str,
    by: uuid.UUID,
) -> uuid.UUID:
    """Add a talk; its id."""
    return await _INSERT_CONVERSATION.one(connection, company_id, contact_id, kind, held_on, note, promise, by)


class ActionRow(msgspec.Struct, frozen=True, kw_only=True):
    """An action, with company, offer and people by name."""

    action_id: uuid.UUID
    company_id: uuid.UUID
    company: str
    registered_offer_id: uuid.UUID | None
    offer_number: int | None
    title: str
    words: str
    owner: uuid.UUID
    owner_name: str
    due_on: dt.date
    done_by: str
    done_at: dt.datetime | None


_ACTION_COLUMNS = """
    select n.action_id, c.company_id, c.name as company, n.registered_offer_id, r.number as offer_number,
           coalesce(r.title, '') as title, n.words, n.owner, w.display_name as owner_name, n.due_on,
           coalesce(x.display_name, '') as done_by, n.done_at
    from placement.next_action n
    join placement.company c on c.company_id = n.company_id
    join placement.account w on w.account_id = n.owner
    left join placement.account x on x.account_id = n.done_by
    left join placement.registered_offer r on r.registered_offer_id = n.registered_offer_id
"""
_DUE = Query(
    _ACTION_COLUMNS
    + """
    where n.done_at is null and n.due_on <= $1 and ($2::uuid is null or n.owner = $2)
    order by n.due_on, lower(c.name), n.action_id limit $3
    """,
    ActionRow,
)
_OF_OFFER = Query(
    _ACTION_COLUMNS + "where n.registered_offer_id = $1 order by n.done_at nulls first, n.due_on, n.action_id limit 20",
    ActionRow,
)
_OF_COMPANY = Query(
    _ACTION_COLUMNS + "where n.company_id = $1 and n.done_at is null order by n.due_on, n.action_id limit 50", ActionRow
)
_ACTION = Query(_ACTION_COLUMNS + "where n.action_id = $1 for update of n", ActionRow)
_INSERT_ACTION = Query(
    """
    insert into placement.next_action (company_id, registered_offer_id, words, owner, due_on)
    values ($1, $2, $3, $4, $5) returning action_id
    """,
    uuid.UUID,
)
_DONE = Statement(
    "update placement.next_action set done_by = $2, done_at = case when $2::uuid is null then null else now() end"
    " where action_id = $1"
)


async def due(connection: asyncpg.Connection, by: dt.date, owner: uuid.UUID | None, limit: int) -> list[ActionRow]:
    """Open actions until this day, the oldest first; of one owner, or of everybody."""
    return await _DUE.all(connection, by, owner, limit)


async def actions_of_offer(connection: asyncpg.Connection, registered_offer_id: uuid.UUID) -> list[ActionRow]:
    """Those about an offer, the open ones first."""
    return await _OF_OFFER.all(connection, registered_offer_id)


async def actions_of_company(connection: asyncpg.Connection, company_id: uuid.UUID) -> list[ActionRow]:
    """The open ones for a company."""
    return await _OF_COMPANY.all(connection, company_id)


async def action(connection: asyncpg.Connection, action_id: uuid.UUID) -> ActionRow | None:
    """One action, kept from others until the transaction ends."""
    return await _ACTION.first(connection, action_id)


async def insert_action(
    connection: asyncpg.Connection,
    company_id: uuid.UUID,
    *,
    registered_offer_id: uuid.UUID | None,
    words: str,
    owner: uuid.UUID,
    due_on: dt.date,
) -> uuid.UUID:
    """Add an action; its id."""
    return await _INSERT_ACTION.one(connection, company_id, registered_offer_id, words, owner, due_on)


async def set_done(connection: asyncpg.Connection, action_id: uuid.UUID, by: uuid.UUID | None) -> None:
    """It is done; None: it is open again."""
    await _DONE.run(connection, action_id, by)


_EXPIRED_CONTACTS = Statement("delete from placement.contact where keep_until < $1")
_EXPIRED_CONVERSATIONS = Statement("delete from placement.conversation where recorded_at < $1")


async def remove_expired(connection: asyncpg.Connection, today: dt.date, talks_before: dt.datetime) -> tuple[int, int]:
    """Remove contacts whose time has passed and talks from before; how many of each."""
    contacts_gone = await _EXPIRED_CONTACTS.run(connection, today)
    return contacts_gone, await _EXPIRED_CONVERSATIONS.run(connection, talks_before)
