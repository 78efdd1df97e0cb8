"""Contacts of a company and talks with it; what is kept of people, and how long.

A contact is business data alone: name, job, telephone, mail. It is removed two years after the last talk; a talk three
years after it was written down (decision 0514).
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import asyncpg

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.register_companies import CompanyFull, ContactFields, NewConversation
from api.services import events
from api.services.constraints import translated
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register import actions, companies
from api.services.register.offers import KEEP_REGISTER, today
from api.services.register.wording import line, mail_fault, name_fault, note_fault, phone_fault
from db.pool import transaction
from db.register import cases, log
from db.register import companies as stored

KEEP_CONTACT: Final = dt.timedelta(days=2 * 365)
KEEP_TALK: Final = dt.timedelta(days=3 * 365)
#: DOMAIN.md §5.4: a report of discrimination 2 years after closing, then figures alone.
KEEP_CASE_WORDS: Final = dt.timedelta(days=2 * 365)
LONGEST_PROMISE: Final = 500


def _checked(typed: ContactFields) -> dict[str, str]:
    fields = {name: line(getattr(typed, name)) for name in ("name", "job", "phone", "email")}
    found = {
        "contact_name": name_fault(fields["name"]),
        "job": name_fault(fields["job"]) if fields["job"] else None,
        "phone": phone_fault(fields["phone"]),
        "email": mail_fault(fields["email"]),
    }
    faults = {name: fault for name, fault in found.items() if fault is not None}
    if faults:
        raise Unusable(faults)
    return fields


async def add_contact(pool: Pool, actor: Actor, company_id: uuid.UUID, typed: ContactFields) -> CompanyFull:
    """Add a contact.

    Raises
    ------
    Unusable
        Fields are wrong: ``contact_name`` with a telephone number in it, for one.
    """
    require(actor, *KEEP_REGISTER)
    with translated():
        async with transaction(pool) as connection:
            company_id = await _company(connection, company_id)
            await enter_contact(connection, actor, company_id, typed)
            return await companies.full(connection, company_id)


async def enter_contact(
    connection: asyncpg.Connection, actor: Actor, company_id: uuid.UUID, typed: ContactFields
) -> uuid.UUID:
    """The same in a transaction that is open; the id of the contact."""
    fields = _checked(typed)
    made = await log.insert_contact(connection, company_id, **fields, keep=today() + KEEP_CONTACT)
    await events.record(connection, actor, "contact_added", f"company:{company_id}", contact_id=str(made))
    return made


async def change_contact(pool: Pool, actor: Actor, contact_id: uuid.UUID, typed: ContactFields) -> CompanyFull:
    """Change a contact.

    Raises
    ------
    Conflict
        ``changed_meanwhile``: somebody changed it since this version.
    """
    require(actor, *KEEP_REGISTER)
    fields = _checked(typed)
    with translated():
        async with transaction(pool) as connection:
            row = await _contact(connection, contact_id)
            keep = today() + KEEP_CONTACT
            if not await log.update_contact(connection, contact_id, typed.version, **fields, keep=keep):
                raise Conflict("changed_meanwhile")
            await events.record(
                connection, actor, "contact_changed", f"company:{row.company_id}", contact_id=str(contact_id)
            )
            return await companies.full(connection, row.company_id)


async def remove_contact(pool: Pool, actor: Actor, contact_id: uuid.UUID) -> CompanyFull:
    """Remove a contact for good, because the person asks or has left; talks stay without the name."""
    require(actor, *KEEP_REGISTER)
    async with transaction(pool) as connection:
        row = await _contact(connection, contact_id)
        await log.remove_contact(connection, contact_id)
        await events.record(
            connection, actor, "contact_removed", f"company:{row.company_id}", contact_id=str(contact_id)
        )
        return await companies.full(connection, row.company_id)


async def _contact(connection: asyncpg.Connection, contact_id: uuid.UUID) -> log.ContactRow:
    row = await log.contact(connection, contact_id)
    if row is None:
        raise NotFound(what="contact")
    return row


async def _company(connection: asyncpg.Connection, company_id: uuid.UUID) -> uuid.UUID:
    row = await stored.by_id(connection, company_id)
    if row is None:
        raise NotFound(what="company")
    return row.merged_into or row.company_id


async def record_talk(pool: Pool, actor: Actor, company_id: uuid.UUID, typed: NewConversation) -> CompanyFull:
    """Write a talk down, with what comes next.

    Raises
    ------
    Unusable
        ``note`` or ``promise`` is missing, too long, or says something about the person of a student; ``held_on`` is
        still to come; the contact is of another company.
    """
    require(actor, *KEEP_REGISTER)
    with translated():
        async with transaction(pool) as connection:
            company_id = await enter(connection, actor, company_id, typed)
            return await companies.full(connection, company_id)


async def enter(
    connection: asyncpg.Connection, actor: Actor, company_id: uuid.UUID, typed: NewConversation
) -> uuid.UUID:
    """The same in a transaction that is open; the id of the company."""
    note, promise = typed.note.strip(), line(typed.promise)
    faults: dict[str, str] = {}
    if (fault := note_fault(note, least=1)) is not None:
        faults["note"] = fault
    if (fault := note_fault(promise, most=LONGEST_PROMISE)) is not None:
        faults["promise"] = fault
    if not dt.date(2000, 1, 1) <= typed.held_on <= today():
        faults["held_on"] = "in_future" if typed.held_on > today() else "out_of_range"
    company_id = await _company(connection, company_id)
    if typed.contact_id is not None:
        known = await log.contact(connection, typed.contact_id)
        if known is None or known.company_id != company_id:
            faults["contact_id"] = "not_a_choice"
    if faults:
        raise Unusable(faults)
    made = await log.insert_conversation(
        connection,
        company_id,
        contact_id=typed.contact_id,
        kind=typed.kind,
        held_on=typed.held_on,
        note=note,
        promise=promise,
        by=actor.account_id,
    )
    if typed.contact_id is not None:
        await log.keep_contact(connection, typed.contact_id, today() + KEEP_CONTACT)
    if typed.action is not None:
        await actions.enter(connection, actor, company_id, None, typed.action)
    # The note stays out of the log: a note is removed one day, an event never.
    facts = {"conversation_id": str(made), "channel": typed.kind}
    await events.record(connection, actor, "talk_recorded", f"company:{company_id}", **facts)
    return company_id


async def remove_expired(connection: asyncpg.Connection) -> None:
    """Remove contacts, talks and words of cases whose time has passed, and write down how many."""
    now = dt.datetime.now(dt.UTC)
    contacts, talks = await log.remove_expired(connection, today(), now - KEEP_TALK)
    blanked = await cases.blank(connection, now - KEEP_CASE_WORDS)
    if contacts or talks or blanked:
        await events.record(
            connection, None, "register_expired", "register", contacts=contacts, talks=talks, case_words=blanked
        )
