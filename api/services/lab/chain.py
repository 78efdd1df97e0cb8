"""The registration of a protocol and its amendments, as they were stored."""

from __future__ import annotations

import uuid

import asyncpg
import msgspec

from db.lab import registrations
from testing_lab.protocol.registration import Amendment, Registration


async def chain_of(
    connection: asyncpg.Connection, study_id: uuid.UUID
) -> tuple[Registration | None, tuple[Amendment, ...]]:
    """The registration, None before there is one; and the amendments in order."""
    links = await registrations.links(connection, study_id)
    if not links:
        return None, ()
    first, *rest = links
    return msgspec.convert(first, Registration), tuple(msgspec.convert(one, Amendment) for one in rest)
