"""The groups of a round, counted. What a grouping is stands in ``matching.groupings``; a test holds them together."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class GroupRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many students of a round are in a group of a grouping."""

    grouping: str
    group_name: str
    students: int


# For one name: our own column first, then what the school gave, then what we derive.
_OF_ROUND = Query(
    """
    select g.grouping, g.group_name, count(*)::integer as students
    from placement.student s
    cross join lateral (
        select distinct on (f.grouping) f.grouping, f.group_name
        from (
            values (1, 'team', nullif(s.team, '')), (1, 'location', nullif(s.location, '')),
                   (1, 'level', s.level::text), (1, 'learning_path', s.learning_path),
                   (1, 'study_year', s.study_year::text),
                   (3, 'programme', s.crebo),
                   (3, 'failed_applications', case when s.failed_applications >= 6 then '6+'
                                                   when s.failed_applications >= 3 then '3-5'
                                                   when s.failed_applications >= 1 then '1-2' else '0' end),
                   (3, 'support', case when cardinality(s.support_needs) > 0 then 'yes' else 'no' end)
            union all
            select 2, e.key, e.value from jsonb_each_text(s.groups) e) as f (turn, grouping, group_name)
        where f.group_name is not null
        order by f.grouping, f.turn) g
    where s.round_id = $1 and ($2::text[] is null or s.crebo = any ($2))
    group by g.grouping, g.group_name
    order by g.grouping, g.group_name
    """,
    GroupRow,
)


async def of_round(connection: asyncpg.Connection, round_id: uuid.UUID, programmes: list[str] | None) -> list[GroupRow]:
    """The groups of the students within the programmes (None: all)."""
    return await _OF_ROUND.all(connection, round_id, programmes)
