"""The profiles of a study: one document, with the number of its saves."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class ProfilesRow(msgspec.Struct, frozen=True, kw_only=True):
    """What was saved last."""

    document: dict[str, Any]
    version: int


_OF = Query("select document, version from lab.study_profiles where study_id = $1", ProfilesRow)


async def of(connection: asyncpg.Connection, study_id: uuid.UUID) -> ProfilesRow | None:
    """The profiles; None where nobody has saved any."""
    return await _OF.first(connection, study_id)


_SAVE = Query(
    """
    insert into lab.study_profiles (study_id, document) values ($1, $2)
    on conflict (study_id) do update set document = excluded.document, version = study_profiles.version + 1
    returning version
    """,
    int,
)


async def save(connection: asyncpg.Connection, study_id: uuid.UUID, document: dict[str, Any]) -> int:
    """Keep them; the number of this save."""
    return await _SAVE.one(connection, study_id, document)
