"""Gates, the registration of a protocol, and its amendments."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class TickRow(msgspec.Struct, frozen=True, kw_only=True):
    """A gate that somebody passed."""

    gate: str
    person: str
    ticked_on: dt.date
    evidence: str


_TICKS = Query("select gate, person, ticked_on, evidence from lab.gate_tick where study_id = $1 order by gate", TickRow)
_TICK = Statement(
    """
    insert into lab.gate_tick as g (study_id, gate, person, ticked_on, evidence, account_id)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (study_id, gate) do update set
        person = excluded.person, ticked_on = excluded.ticked_on, evidence = excluded.evidence,
        account_id = excluded.account_id
    """
)
_UNTICK = Statement("delete from lab.gate_tick where study_id = $1 and gate = $2")
_LINKS = Query("select document from lab.registration where study_id = $1 order by number", dict[str, Any])
_INSERT = Statement(
    "insert into lab.registration (study_id, number, document, hash, account_id) values ($1, $2, $3, $4, $5)"
)


_COUNT = Query("select count(*)::integer as links from lab.registration where study_id = $1", int)


async def count(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """How many links the chain has; 0 before registration."""
    return await _COUNT.one(connection, study_id)


async def ticks(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[TickRow]:
    """The gates that were passed."""
    return await _TICKS.all(connection, study_id)


async def tick(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    *,
    gate: str,
    person: str,
    on: dt.date,
    evidence: str,
    account_id: uuid.UUID,
) -> None:
    """Pass a gate; a second time replaces the evidence."""
    await _TICK.run(connection, study_id, gate, person, on, evidence, account_id)


async def untick(connection: asyncpg.Connection, study_id: uuid.UUID, gate: str) -> bool:
    """Take a tick back; False where there was none."""
    return await _UNTICK.run(connection, study_id, gate) == 1


async def links(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[dict[str, Any]]:
    """The registration and its amendments, as stored, in order."""
    return await _LINKS.all(connection, study_id)


async def append(
    connection: asyncpg.Connection,
    study_id: uuid.UUID,
    *,
    number: int,
    document: object,
    hash_of_it: str,
    account_id: uuid.UUID,
) -> None:
    """Add a link to the chain: 0 is the registration."""
    await _INSERT.run(connection, study_id, number, document, hash_of_it, account_id)
