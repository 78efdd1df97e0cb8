"""Gates that are open: before registration, and again once what they are about is changed.

A tick is about the protocol as its person saw it. A change of that part takes the tick away, in a draft and by an
amendment; what was ticked at registration stays in the chain of hashes. While a gate of a registered study is open
nothing is drawn, sent or revealed. What companies are owed (withdrawals, replies, complaints) goes on.
"""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.lab.faults import StudyRefused
from api.services import events
from api.services.lab.chain import protocol_of
from db.lab import registrations
from db.lab.studies import StudyRow
from testing_lab.protocol.changes import changes_between
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import Gate, Tick, open_gates
from testing_lab.protocol.reopening import reopened


async def ticks_of(connection: asyncpg.Connection, study_id: uuid.UUID) -> tuple[Tick, ...]:
    """The ticks that hold now."""
    return tuple(
        msgspec.convert(
            {"gate": row.gate, "person": row.person, "on": row.ticked_on, "evidence": row.evidence},
            Tick,
            builtin_types=(dt.date,),
        )
        for row in await registrations.ticks(connection, study_id)
    )


async def open_again(connection: asyncpg.Connection, study_id: uuid.UUID, protocol: Protocol) -> tuple[Gate, ...]:
    """Gates of a registered study that nobody has passed since they were opened again; none before registration."""
    if not await registrations.count(connection, study_id):
        return ()
    return open_gates(protocol, await ticks_of(connection, study_id))


async def check_gates(connection: asyncpg.Connection, row: StudyRow) -> None:
    """Go on only where every gate is passed.

    Raises
    ------
    StudyRefused
        ``gates-open``: an amendment opened one, and nobody has ticked it since.
    """
    still_open = await open_again(connection, row.study_id, protocol_of(row))
    if still_open:
        raise StudyRefused("gates-open", count=len(still_open))


async def reopen(connection: asyncpg.Connection, actor: Actor, row: StudyRow, protocol: Protocol) -> None:
    """Take away the ticks of what the new protocol changes, and write that down."""
    changes = changes_between(protocol_of(row), protocol)
    for gate in reopened(one.path for one in changes):
        if await registrations.untick(connection, row.study_id, gate):
            await events.record(connection, actor, "gate_opened", f"study:{row.study_id}", gate=gate, by_change=True)
