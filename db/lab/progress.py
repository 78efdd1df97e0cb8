"""How far the fieldwork is, and who applied where: for the program's own sums, never for a page of coders."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class ProgressRow(msgspec.Struct, frozen=True, kw_only=True):
    """One letter of the plan. ``answered``: a reply came, a bounce aside."""

    dispatch_id: str
    number: int
    place: int
    identity: str
    template: str
    stratum: str
    state: str
    sent_at: dt.datetime | None
    answered: bool


_PLANNED = Query(
    """
    select d.dispatch_id, d.number, d.place, d.identity, d.template, f.stratum, d.state, d.sent_at,
        exists (
            select from lab.reply r
            where r.study_id = d.study_id and r.dispatch_id = d.dispatch_id and r.kind <> 'bounce'
        ) as answered
    from lab.dispatch d join lab.frame_entry f on f.study_id = d.study_id and f.number = d.number
    where d.study_id = $1
    order by d.number, d.place
    """,
    ProgressRow,
)


async def planned(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[ProgressRow]:
    """Every letter of the plan."""
    return await _PLANNED.all(connection, study_id)
