"""Forward-only migrations of a half: ``NNNN_name.sql``, each in a transaction of its own, in order.

Every migration takes the same advisory lock for the length of its transaction and looks again at what is applied,
so any number of processes may migrate at once: one works, the others find nothing left to do. A failing file
leaves the database as it was after the file before it.

The database remembers the SHA-256 of each file that it ran::

    MigrationFault
    ├── MigrationAltered    a file that was applied has changed since
    ├── DatabaseNewer       the database ran a migration that this program does not have
    └── ServerTooOld        the server is older than PostgreSQL 15
"""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from typing import ClassVar

import asyncpg
import msgspec

from db.halves import PLACING, Half
from db.query import Query, Statement

OLDEST_SERVER = 150000

#: Any fixed number: the key of the advisory lock that migrations share.
_LOCK = 7_319_043_115


class MigrationFault(Exception):
    """The database cannot be brought to this program's version."""

    code: ClassVar[str] = "migration_fault"


class MigrationAltered(MigrationFault):
    """A migration that was applied here has changed since; restore the file, and put the change in a new one."""

    code = "migration_altered"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: {self.__doc__}")
        self.name = name


class DatabaseNewer(MigrationFault):
    """The database was migrated by a newer version of this program; start that version."""

    code = "database_newer"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: {self.__doc__}")
        self.name = name


class ServerTooOld(MigrationFault):
    """The database server is too old; PostgreSQL 15 or newer is needed."""

    code = "server_too_old"

    def __init__(self, version: str) -> None:
        super().__init__(f"PostgreSQL {version}: {self.__doc__}")
        self.version = version


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered file."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """Of the file's text as UTF-8."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """A row of ``schema_migration``."""

    number: int
    name: str
    sha256: str


_APPLIED = Query("select number, name, sha256 from schema_migration order by number", Applied)
_REMEMBER = Statement("insert into schema_migration (number, name, sha256) values ($1, $2, $3)")
_REGISTER = """
create table if not exists schema_migration (
    number integer constraint schema_migration_pkey primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
);
comment on table schema_migration is 'Which migrations this database ran, and the hash of each as it was then.';
comment on constraint schema_migration_pkey on schema_migration is
    'Prevents a migration from being applied twice.';
"""


def migrations(half: Half = PLACING) -> tuple[Migration, ...]:
    """Every migration of a half that this program has, in order; the numbers run from 1 without gaps."""
    found = []
    for file in resources.files(half.migrations).iterdir():
        match = re.fullmatch(r"(\d{4})_[a-z0-9_]+\.sql", file.name)
        if match:
            found.append(Migration(number=int(match[1]), name=file.name, sql=file.read_text(encoding="utf-8")))
    found.sort(key=lambda migration: migration.number)
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise RuntimeError(f"migrations must be numbered 1, 2, 3, …: {[migration.name for migration in found]}")
    return tuple(found)


async def migrate(
    connection: asyncpg.Connection, known: tuple[Migration, ...] | None = None, *, half: Half = PLACING
) -> list[str]:
    """Apply what is missing; the names of what was applied, in order. `known` defaults to :func:`migrations`."""
    known = migrations(half) if known is None else known
    if int(await connection.fetchval("select current_setting('server_version_num')")) < OLDEST_SERVER:
        raise ServerTooOld(await connection.fetchval("select current_setting('server_version')"))
    applied: list[str] = []
    while True:
        async with connection.transaction():
            await connection.execute("select pg_advisory_xact_lock($1)", _LOCK)
            await connection.execute("set local client_min_messages = warning")
            await _find_register(connection, half)
            missing = _missing(known, await _APPLIED.all(connection))
            if not missing:
                return applied
            await connection.execute("select set_config('search_path', '\"$user\", public', true)")
            await connection.execute(missing[0].sql)
            await connection.execute("select set_config('search_path', $1, true)", half.register_schema)
            await _REMEMBER.run(connection, missing[0].number, missing[0].name, missing[0].sha256)
        applied.append(missing[0].name)


async def _find_register(connection: asyncpg.Connection, half: Half) -> None:
    """Look for the register in its schema from here to the end of the transaction; make both where they are not."""
    if await connection.fetchval("select to_regnamespace($1) is null", half.register_schema):
        await connection.execute("create schema lab")  # the register of the other half is in public
    await connection.execute("select set_config('search_path', $1, true)", half.register_schema)
    await connection.execute(_REGISTER)


def _missing(known: tuple[Migration, ...], applied: list[Applied]) -> tuple[Migration, ...]:
    for row in applied:
        if row.number > len(known):
            raise DatabaseNewer(row.name)
        if known[row.number - 1].sha256 != row.sha256:
            raise MigrationAltered(row.name)
    return known[len(applied) :]
