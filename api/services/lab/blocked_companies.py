"""Companies that every study leaves alone: they complained, or asked for it."""

from __future__ import annotations

import re
import uuid
from typing import Final

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound, Unusable
from api.messages.lab.frame import BlockedView, NewBlocked
from api.services import events
from api.services.constraints import translated
from api.services.lab.studies import found
from api.services.pool import Pool
from db.lab import blocked
from db.pool import transaction
from testing_lab.frame.entries import CompanyIdentity

LONGEST_NAME: Final = 200
LONGEST_REASON: Final = 500


async def list_blocked(pool: Pool, actor: Actor, study_id: uuid.UUID) -> tuple[BlockedView, ...]:
    """All of them, by name; for who works with companies in this study."""
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead", "field")
        rows = await blocked.listed(connection)
    return tuple(
        BlockedView(
            blocked_id=row.blocked_id, company=str(row.identity["company"]), kvk=row.identity.get("kvk"),
            reason=row.reason, person=row.person, at=row.at,
        )
        for row in rows
    )  # fmt: skip


async def block_company(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: NewBlocked) -> int:
    """Leave a company alone from now on, in every study; the number of its row.

    Raises
    ------
    Unusable
        No name, no reason, or a KvK number that is none.
    """
    company, reason = " ".join(asked.company.split()), " ".join(asked.reason.split())
    kvk = re.sub(r"[\s.]", "", asked.kvk)
    faults = {
        name: "missing" if not value else "too_long"
        for name, value, most in (("company", company, LONGEST_NAME), ("reason", reason, LONGEST_REASON))
        if not 1 <= len(value) <= most
    }
    if kvk and not re.fullmatch(r"[0-9]{8}", kvk):
        faults["kvk"] = "not_kvk"
    if faults:
        raise Unusable(faults)
    identity = CompanyIdentity(company=company, kvk=kvk or None)
    with translated():
        async with transaction(pool) as connection:
            await found(connection, actor, study_id, "lead", "field")
            blocked_id = await blocked.insert(connection, msgspec.to_builtins(identity), reason, actor.account_id)
            await events.record(connection, actor, "company_blocked", f"study:{study_id}", blocked=blocked_id)
    return blocked_id


async def unblock_company(pool: Pool, actor: Actor, study_id: uuid.UUID, blocked_id: int) -> None:
    """Take a company off the list: a named person's decision, so only who leads a study does it."""
    with translated():
        async with transaction(pool) as connection:
            await found(connection, actor, study_id, "lead")
            if not await blocked.delete(connection, blocked_id):
                raise NotFound(what="company")
            await events.record(connection, actor, "company_unblocked", f"study:{study_id}", blocked=blocked_id)
