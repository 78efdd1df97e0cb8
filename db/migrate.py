"""Forward-only migrations: ``db/migrations/NNNN_name.sql``, each in a transaction of its own, in order.

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
    """A row of ``public.schema_migration``."""

    number: int
    name: str
    sha256: str


_APPLIED = Query("select number, name, sha256 from public.schema_migration order by number", Applied)
_REMEMBER = Statement("insert into public.schema_migration (number, name, sha256) values ($1, $2, $3)")
_REGISTER = """
create table if not exists public.schema_migration (
    number integer constraint schema_migration_pkey primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
);
comment on table public.schema_migration is 'Which migrations this database ran, and the hash of each as it was then.';
comment on constraint schema_migration_pkey on public.schema_migration is
    'Prevents a migration from being applied twice.';
"""


def migrations() -> tuple[Migration, ...]:
    """Every migration that this program has, in order; the numbers run from 1 without gaps."""
    found = []
    for file in resources.files("db").joinpath("migrations").iterdir():
        match = re.fullmatch(r"(\d{4})_[a-z0-9_]+\.sql", file.name)
        if match:
            found.append(Migration(number=int(match[1]), name=file.name, sql=file.read_text(encoding="utf-8")))
    found.sort(key=lambda migration: migration.number)
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise RuntimeError(f"migrations must be numbered 1, 2, 3, …: {[migration.name for migration in found]}")
    return tuple(found)


async def migrate(connection: asyncpg.Connection, known: tuple[Migration, ...] | None = None) -> list[str]:
    """Apply what is missing; the names of what was applied, in order. `known` defaults to :func:`migrations`."""
    known = migrations() if known is None else known
    if int(await connection.fetchval("select current_setting('server_version_num')")) < OLDEST_SERVER:
        raise ServerTooOld(await connection.fetchval("select current_setting('server_version')"))
    applied: list[str] = []
    while True:
        async with connection.transaction():
            await connection.execute("select pg_advisory_xact_lock($1)", _LOCK)
            await connection.execute("set local client_min_messages = warning")
            await connection.execute(_REGISTER)
            missing = _missing(known, await _APPLIED.all(connection))
            if not missing:
                return applied
            await connection.execute(missing[0].sql)
            await _REMEMBER.run(connection, missing[0].number, missing[0].name, missing[0].sha256)
        applied.append(missing[0].name)


def _missing(known: tuple[Migration, ...], applied: list[Applied]) -> tuple[Migration, ...]:
    for row in applied:
        if row.number > len(known):
            raise DatabaseNewer(row.name)
        if known[row.number - 1].sha256 != row.sha256:
            raise MigrationAltered(row.name)
    return known[len(applied) :]
