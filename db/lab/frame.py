"""The frame of a study: its entries (the key file), the files that they came from, and the rows that were refused."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry; ``entry`` is None once the key file has been deleted, ``turn`` None where it was not drawn."""

    number: int
    entry_id: str
    entry: dict[str, Any] | None
    stratum: str
    size_class: str | None
    file_name: str
    turn: int | None


_LISTED = Query(
    """
    select number, entry_id, entry, stratum, size_class, file_name, turn
    from lab.frame_entry
    where study_id = $1 and ($2 = '' or stratum = $2)
    order by number
    limit $3 offset $4
    """,
    EntryRow,
)


async def listed(
    connection: asyncpg.Connection, study_id: uuid.UUID, *, sector: str = "", limit: int | None = None, offset: int = 0
) -> list[EntryRow]:
    """Entries by pseudonym; of one sector, or all."""
    return await _LISTED.all(connection, study_id, sector, limit, offset)


class SectorRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries a sector and size have."""

    sector: str
    size_class: str | None
    number: int


_COUNTED = Query(
    """
    select stratum as sector, size_class, count(*)::integer as number
    from lab.frame_entry where study_id = $1
    group by stratum, size_class
    order by stratum, size_class
    """,
    SectorRow,
)


async def counted(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[SectorRow]:
    """Entries by sector and size."""
    return await _COUNTED.all(connection, study_id)


_INSERT = Statement(
    """
    insert into lab.frame_entry (study_id, number, entry_id, entry, stratum, size_class, file_name)
    values ($1, $2, $3, $4, $5, $6, $7)
    """
)


async def insert(connection: asyncpg.Connection, rows: list[tuple[Any, ...]]) -> None:
    """Add entries: study, pseudonym, id, entry, sector, size and file."""
    await _INSERT.run_many(connection, rows)


_SET_TURN = Statement("update lab.frame_entry set turn = $3 where study_id = $1 and number = $2")


async def set_turns(connection: asyncpg.Connection, study_id: uuid.UUID, numbers: list[int]) -> None:
    """These pseudonyms were drawn, in this order."""
    await _SET_TURN.run_many(connection, [(study_id, number, turn) for turn, number in enumerate(numbers, start=1)])


class IdentityRow(msgspec.Struct, frozen=True, kw_only=True):
    """By what a company is known."""

    company: str
    kvk: str | None
    establishment_number: str | None
    postcode4: str | None


# Where a plan was drawn only what was drawn counts: the rest of that frame is free.
_ELSEWHERE = Query(
    """
    select distinct e.entry ->> 'company' as company, e.entry ->> 'kvk' as kvk,
        e.entry ->> 'establishment_number' as establishment_number, e.entry ->> 'postcode4' as postcode4
    from lab.frame_entry e join lab.study s using (study_id)
    where e.study_id <> $1 and e.entry is not null
        and s.state in ('registered', 'running', 'stopped', 'closed')
        and (e.turn is not null
            or not $2 and not exists (
                select from lab.frame_entry other where other.study_id = e.study_id and other.turn is not null))
    """,
    IdentityRow,
)


async def in_other_studies(
    connection: asyncpg.Connection, study_id: uuid.UUID, *, drawn_only: bool = False
) -> list[IdentityRow]:
    """Companies of studies that are registered and not yet coded; ``drawn_only``: only where they were drawn."""
    return await _ELSEWHERE.all(connection, study_id, drawn_only)


class TestedRow(msgspec.Struct, frozen=True, kw_only=True):
    """An establishment and the day of its test."""

    identity: dict[str, Any]
    on_day: dt.date


_TESTED = Query("select identity, on_day from lab.tested_establishment where on_day > $1", TestedRow)


async def tested_since(connection: asyncpg.Connection, day: dt.date) -> list[TestedRow]:
    """Establishments that had a test after this day, in any study."""
    return await _TESTED.all(connection, day)


class ImportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A file that came in."""

    import_id: int
    file_name: str
    outcome: dict[str, Any]
    person: str
    at: dt.datetime


_IMPORTS = Query(
    """
    select i.import_id, i.file_name, i.outcome, a.display_name as person, i.at
    from lab.frame_import i join lab.account a using (account_id)
    where i.study_id = $1
    order by i.import_id desc
    """,
    ImportRow,
)


async def imports(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[ImportRow]:
    """The files of a study, the newest first."""
    return await _IMPORTS.all(connection, study_id)


_ADD_IMPORT = Statement(
    "insert into lab.frame_import (study_id, file_name, outcome, account_id) values ($1, $2, $3, $4)"
)


async def add_import(
    connection: asyncpg.Connection, study_id: uuid.UUID, file_name: str, outcome: dict[str, Any], account_id: uuid.UUID
) -> None:
    """Keep what became of a file."""
    await _ADD_IMPORT.run(connection, study_id, file_name, outcome, account_id)


class RefusalRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that could not be used."""

    refusal_id: int
    file_name: str
    row_number: int
    cells: dict[str, str]
    findings: list[dict[str, Any]]


_REFUSALS = Query(
    """
    select refusal_id, file_name, row_number, cells, findings
    from lab.frame_refusal where study_id = $1
    order by refusal_id
    limit $2 offset $3
    """,
    RefusalRow,
)


async def refusals(
    connection: asyncpg.Connection, study_id: uuid.UUID, *, limit: int | None = None, offset: int = 0
) -> list[RefusalRow]:
    """Refused rows, in the order in which they came."""
    return await _REFUSALS.all(connection, study_id, limit, offset)


_COUNT_REFUSALS = Query("select count(*)::integer as number from lab.frame_refusal where study_id = $1", int)


async def count_refusals(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """How many rows were refused."""
    return await _COUNT_REFUSALS.one(connection, study_id)


_FORGET_REFUSALS = Statement(
    """
    delete from lab.frame_refusal
    where study_id = $1
        and (cells ->> 'entry_id' = any($2::text[]) or (file_name = $3 and coalesce(cells ->> 'entry_id', '') = ''))
    """
)


async def forget_refusals(
    connection: asyncpg.Connection, study_id: uuid.UUID, entry_ids: list[str], file_name: str
) -> None:
    """Put aside what earlier files said of these entries, and of rows without an id in a file of this name."""
    await _FORGET_REFUSALS.run(connection, study_id, entry_ids, file_name)


_ADD_REFUSAL = Statement(
    "insert into lab.frame_refusal (study_id, file_name, row_number, cells, findings) values ($1, $2, $3, $4, $5)"
)


async def add_refusals(connection: asyncpg.Connection, rows: list[tuple[Any, ...]]) -> None:
    """Keep refused rows: study, file, row, cells and findings."""
    await _ADD_REFUSAL.run_many(connection, rows)


_ONE_DRAW = Query("select pg_advisory_xact_lock(hashtext('lab.plan')) is null as waited", bool)


async def one_draw_at_a_time(connection: asyncpg.Connection) -> None:
    """Draws of several studies take turns: no company is drawn in two of them."""
    await _ONE_DRAW.one(connection)
