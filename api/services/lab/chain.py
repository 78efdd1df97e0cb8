"""A study's protocol, its registration and its amendments, as they were stored."""

from __future__ import annotations

import uuid

import asyncpg
import msgspec

from db.lab import registrations, studies
from testing_lab.protocol.document import Protocol
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


def protocol_of(row: studies.StudyRow) -> Protocol:
    """The protocol as it stands: the draft, or what was registered last."""
    return msgspec.convert(row.protocol, Protocol)
