"""The protocol of a study: the draft, its findings, its size; after registration only amendments.

Whoever saves over a version that somebody else has saved since is told so, and loses nothing that he typed.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.protocols import ProtocolView, SaveProtocol
from api.services import events
from api.services.lab.chain import chain_of, protocol_of
from api.services.lab.gates import reopen
from api.services.lab.log_words import checked_reason
from api.services.lab.studies import check_state, found, taken
from api.services.pool import Pool
from db.lab import coding, registrations, studies
from db.pool import transaction
from testing_lab.protocol.checks import findings_of
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.registration import Refused, amend
from testing_lab.protocol.sample_size import SampleSize, sample_size_of
from testing_lab.protocol.unamendable import unamendable_findings

LONGEST_REASON: Final = 2000


async def read_protocol(pool: Pool, actor: Actor, study_id: uuid.UUID) -> tuple[Protocol, int]:
    """The protocol as it stands, and its version."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id)
    return protocol_of(row), row.version


async def get_protocol(pool: Pool, actor: Actor, study_id: uuid.UUID) -> ProtocolView:
    """The protocol, and what is found in it. Coders read it too: it says nothing of who applied."""
    protocol, version = await read_protocol(pool, actor, study_id)
    findings = await asyncio.to_thread(findings_of, protocol)  # exact powers take a second for large studies
    return ProtocolView(protocol=protocol, version=version, findings=findings)


async def get_size(pool: Pool, actor: Actor, study_id: uuid.UUID) -> SampleSize:
    """How many pairs the test needs, exactly, and what may be said of parts of the study."""
    protocol, _ = await read_protocol(pool, actor, study_id)
    return await asyncio.to_thread(sample_size_of, protocol)


async def save_protocol(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: SaveProtocol) -> None:
    """Keep a draft, or amend a registered protocol in the open. Gates that are about what changes are open again.

    Raises
    ------
    Conflict
        ``changed_meanwhile``: somebody saved another version since.
    StudyRefused
        The study is past changing.
    FindingsRefused
        An amendment without a reason or a change, or one that would break the registered protocol.
    Unusable
        The reason of an amendment is too short or too long, or names a company of the study.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        if row.version != asked.version:
            raise Conflict("changed_meanwhile")
        if row.state != "draft":
            await _amend(connection, actor, row, asked)
            return
        check_state("edit_protocol", row.state)
        await reopen(connection, actor, row, asked.protocol)
        await studies.set_protocol(connection, study_id, msgspec.to_builtins(asked.protocol))
        await events.record(connection, actor, "protocol_saved", f"study:{study_id}", version=row.version + 1)


async def _amend(connection: asyncpg.Connection, actor: Actor, row: studies.StudyRow, asked: SaveProtocol) -> None:
    check_state("amend_protocol", row.state)
    reason = await _reason(connection, row.study_id, asked.reason)
    registration, amendments = await chain_of(connection, row.study_id)
    if registration is None:
        raise StudyRefused("study-action", action="amend_protocol", state=row.state)
    given = await coding.outcomes_given(connection, row.study_id)
    if wrong := tuple(unamendable_findings(protocol_of(row), asked.protocol, given=given)):
        raise FindingsRefused(wrong)
    made = await asyncio.to_thread(
        amend,
        registration,
        amendments,
        asked.protocol,
        at=dt.datetime.now(dt.UTC),
        by=actor.display_name,
        reason=reason,
        unblinded=False,
    )
    if isinstance(made, Refused):
        raise FindingsRefused(made.findings)
    await registrations.append(
        connection,
        row.study_id,
        number=made.number,
        document=made,
        hash_of_it=made.hash,
        account_id=actor.account_id,
    )
    await reopen(connection, actor, row, made.protocol)
    await studies.set_protocol(connection, row.study_id, msgspec.to_builtins(made.protocol))
    await events.record(
        connection, actor, "protocol_amended", f"study:{row.study_id}", number=made.number, hash=made.hash
    )


async def _reason(connection: asyncpg.Connection, study_id: uuid.UUID, typed: str) -> str:
    """The reason, for ever in the chain; a missing one is told with the other findings."""
    if not typed.strip():
        return ""
    return await checked_reason(connection, study_id, typed, most=LONGEST_REASON)
