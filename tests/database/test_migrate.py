"""Migrations run once, in order, whole or not at all, and never change after they ran."""

import asyncio

import asyncpg
import msgspec
import pytest

from db import embedded, migrate
from db.migrate import Migration
from db.pool import connect
from tests.databases import url_of

FIRST = Migration(number=1, name="0001_first.sql", sql="create table public.first (number integer)")
SECOND = Migration(number=2, name="0002_second.sql", sql="alter table public.first add column name text")


@pytest.fixture
async def empty_url(database_server: embedded.Server, request: pytest.FixtureRequest) -> str:
    """A database that ran no migration."""
    owner = await connect(database_server.url)
    await owner.execute("drop database if exists empty with (force)")
    await owner.execute("create database empty")
    await owner.close()
    return url_of(database_server.url, "empty")


async def test_what_is_missing_is_applied_and_nothing_twice(empty_url: str) -> None:
    connection = await connect(empty_url)
    assert await migrate.migrate(connection, (FIRST,)) == ["0001_first.sql"]
    assert await migrate.migrate(connection, (FIRST, SECOND)) == ["0002_second.sql"]
    assert await migrate.migrate(connection, (FIRST, SECOND)) == []
    await connection.close()


async def test_a_migration_that_fails_leaves_nothing_of_itself(empty_url: str) -> None:
    broken = Migration(number=2, name="0002_broken.sql", sql="create table public.half (); select 1 / 0")
    connection = await connect(empty_url)
    with pytest.raises(asyncpg.DivisionByZeroError):
        await migrate.migrate(connection, (FIRST, broken))
    assert await connection.fetchval("select to_regclass('public.first') is not null")
    assert await connection.fetchval("select to_regclass('public.half') is null")
    assert await migrate.migrate(connection, (FIRST, SECOND)) == ["0002_second.sql"]
    await connection.close()


async def test_a_migration_that_changed_after_it_ran_is_refused(empty_url: str) -> None:
    connection = await connect(empty_url)
    await migrate.migrate(connection, (FIRST,))
    changed = msgspec.structs.replace(FIRST, sql=FIRST.sql + " -- altered")
    with pytest.raises(migrate.MigrationAltered, match="0001_first"):
        await migrate.migrate(connection, (changed, SECOND))
    await connection.close()


async def test_a_database_of_a_newer_program_is_refused(empty_url: str) -> None:
    connection = await connect(empty_url)
    await migrate.migrate(connection, (FIRST, SECOND))
    with pytest.raises(migrate.DatabaseNewer, match="0002_second"):
        await migrate.migrate(connection, (FIRST,))
    await connection.close()


async def test_many_processes_at_once_apply_each_migration_once(empty_url: str) -> None:
    connections = [await connect(empty_url) for _ in range(6)]
    applied = await asyncio.gather(*(migrate.migrate(connection) for connection in connections))
    assert sorted(name for names in applied for name in names) == [known.name for known in migrate.migrations()]
    for connection in connections:
        await connection.close()


async def test_an_old_server_is_refused(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "OLDEST_SERVER", 990000)
    connection = await connect(empty_url)
    with pytest.raises(migrate.ServerTooOld, match="PostgreSQL 18"):
        await migrate.migrate(connection)
    await connection.close()
