"""Shortages of a run, as they stand in the explanations, and what people call the places in them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class ShortageRow(msgspec.Struct, frozen=True, kw_only=True):
    """A bottleneck that a student of the asker is in."""

    bottleneck: dict[str, Any]


_OF_RUN = Query(
    """
    select distinct p.explanation -> 'bottleneck' as bottleneck
    from placement.proposal p
    join placement.match_run r on r.run_id = p.run_id
    join placement.student s on s.round_id = r.round_id and s.student_number = p.student_number
    where p.run_id = $1 and p.offer_id is null and jsonb_typeof(p.explanation -> 'bottleneck') = 'object'
      and ($2::text[] is null or s.crebo = any ($2))
    """,
    ShortageRow,
)


async def of_run(connection: asyncpg.Connection, run_id: uuid.UUID, programmes: list[str] | None) -> list[ShortageRow]:
    """The bottlenecks in which a student of these programmes has no place (None: any programme), in no order."""
    return await _OF_RUN.all(connection, run_id, programmes)


class TownRow(msgspec.Struct, frozen=True, kw_only=True):
    """The place where a zone is."""

    zone: str
    place: str


_TOWNS = Query(
    """
    select distinct on (postcode4) postcode4 as zone, place
    from placement.offer
    where round_id = $1 and postcode4 = any ($2::text[]) and place <> ''
    order by postcode4, place
    """,
    TownRow,
)


async def towns(connection: asyncpg.Connection, round_id: uuid.UUID, zones: list[str]) -> list[TownRow]:
    """The place names that offers of the round give for these postcodes."""
    return await _TOWNS.all(connection, round_id, zones)
