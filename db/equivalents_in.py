"""Equivalent programmes as an import compares and writes them. They hold for every round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class StoredEquivalent(msgspec.Struct, frozen=True, kw_only=True):
    """A student of ``crebo`` may also go to an offer for ``equivalent_crebo``."""

    crebo: str
    equivalent_crebo: str


_STORED = Query("select crebo, equivalent_crebo from placement.equivalent_programme", StoredEquivalent)
_WRITE = Statement(
    """
    insert into placement.equivalent_programme (crebo, equivalent_crebo)
    select * from unnest($1::text[], $2::text[])
    on conflict on constraint equivalent_programme_pkey do nothing
    """
)


async def stored(connection: asyncpg.Connection) -> dict[str, StoredEquivalent]:
    """Every pair, by its two codes."""
    return {f"{pair.crebo} {pair.equivalent_crebo}": pair for pair in await _STORED.all(connection)}


async def write(connection: asyncpg.Connection, pairs: Sequence[StoredEquivalent]) -> None:
    """Add these pairs."""
    await _WRITE.run(connection, [pair.crebo for pair in pairs], [pair.equivalent_crebo for pair in pairs])
