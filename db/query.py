"""A query: its SQL, and the row that it yields."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from db.halves import LAB, PLACING, Half

if TYPE_CHECKING:
    import asyncpg

Row = TypeVar("Row")

#: asyncpg already yields these as Python values; msgspec must take them as they are.
_AS_THEY_COME = (bytes, uuid.UUID, dt.date, dt.datetime)

#: Every query of the program, for the test that prepares them all against the migrated database.
ALL: list[Query[Any]] = []


def _checked(sql: str) -> str:
    if "placing." in sql:
        raise ValueError("the schema is called placement: PLACING is a reserved word of SQL")
    if len(_halves(sql)) == 0:
        raise ValueError("the lab is an island: no query crosses over")
    return sql


def _halves(sql: str) -> tuple[Half, ...]:
    """Where it can run: SQL that names no schema is about what both halves have alike."""
    lab, placing = re.search(r"\blab\.", sql), re.search(r"\b(placement|queue)\.", sql)
    return tuple(half for half, other in ((PLACING, lab), (LAB, placing)) if not other)


class Query(Generic[Row]):
    """SQL with ``$1`` parameters and the frozen Struct (or plain type, for one column) that a row becomes.

    Columns and Struct fields have the same names in the same order. JSON columns arrive as decoded values
    (``db.pool`` sets the codec) and are converted to the field's type.
    """

    def __init__(self, sql: str, row: type[Row]) -> None:
        self.sql = _checked(sql)
        self.halves = _halves(sql)
        self.row = row
        ALL.append(self)

    def _convert(self, record: asyncpg.Record) -> Row:
        if issubclass(self.row, msgspec.Struct):
            return msgspec.convert(dict(record), self.row, builtin_types=_AS_THEY_COME)
        value: Row = record[0]
        return value

    async def all(self, connection: asyncpg.Connection, *arguments: object) -> list[Row]:
        """Every row."""
        return [self._convert(record) for record in await connection.fetch(self.sql, *arguments)]

    async def first(self, connection: asyncpg.Connection, *arguments: object) -> Row | None:
        """The first row, or None."""
        record = await connection.fetchrow(self.sql, *arguments)
        return None if record is None else self._convert(record)

    async def one(self, connection: asyncpg.Connection, *arguments: object) -> Row:
        """The only row; :class:`LookupError` where there is none."""
        row = await self.first(connection, *arguments)
        if row is None:
            raise LookupError(f"no row for {self.row.__name__}")
        return row


class Statement:
    """SQL that changes rows and yields none."""

    def __init__(self, sql: str) -> None:
        self.sql = _checked(sql)
        self.halves = _halves(sql)
        STATEMENTS.append(self)

    async def run(self, connection: asyncpg.Connection, *arguments: object) -> int:
        """Run it once; the number of rows that it touched."""
        tag = str(await connection.execute(self.sql, *arguments))
        words = tag.split()
        return int(words[-1]) if words and words[-1].isdigit() else 0

    async def run_many(self, connection: asyncpg.Connection, rows: list[tuple[Any, ...]]) -> None:
        """Run it once a row, pipelined."""
        await connection.executemany(self.sql, rows)


STATEMENTS: list[Statement] = []
