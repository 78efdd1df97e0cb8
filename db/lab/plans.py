"""The plan of a study: how it was drawn, and its dispatches."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from db.query import Query

if TYPE_CHECKING:
    import asyncpg

_IS_DRAWN = Query("select exists (select from lab.plan where study_id = $1) as drawn", bool)


async def is_drawn(connection: asyncpg.Connection, study_id: uuid.UUID) -> bool:
    """Whether the study has its plan."""
    return await _IS_DRAWN.one(connection, study_id)
