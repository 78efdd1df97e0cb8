"""Requests counted by caller and window, shared by every process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class HitRow(msgspec.Struct, frozen=True, kw_only=True):
    """``hits`` in the window so far, this one included; ``seconds`` until the next window."""

    hits: int
    seconds: int


_HIT = Query(
    """
    insert into rate_limit as r (bucket, window_start, hits)
    values ($1, date_bin($2::integer * interval '1 second', now(), timestamptz 'epoch'), 1)
    on conflict (bucket, window_start) do update set hits = r.hits + 1
    returning r.hits, greatest(1, ceil(extract(epoch from
        r.window_start + $2::integer * interval '1 second' - now())))::integer as seconds
    """,
    HitRow,
)


async def hit(connection: asyncpg.Connection, bucket: str, window_seconds: int) -> HitRow:
    """Count one request of ``bucket`` in the present window."""
    return await _HIT.one(connection, bucket, window_seconds)


_REMOVE_OLD = Statement("delete from rate_limit where window_start < now() - interval '1 hour'")


async def remove_old(connection: asyncpg.Connection) -> int:
    """Remove windows that have passed; none lasts longer than an hour."""
    return await _REMOVE_OLD.run(connection)
