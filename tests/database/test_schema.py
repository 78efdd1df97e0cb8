"""schema.sql is what the migrations give, on PostgreSQL 15 as on 18; everything in it has a name and says what for."""

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from db import embedded, schema_dump
from db.halves import LAB, PLACING, Half
from db.migrate import migrate
from db.pool import connect
from db.schema_dump import Part, describe
from tests.databases import open_folder, url_of


@pytest.fixture(params=[PLACING, LAB], ids=["placing", "lab"])
def half(request: pytest.FixtureRequest) -> Half:
    found: Half = request.param
    return found


@pytest.fixture
def url(half: Half, database_url: str, lab_url: str) -> str:
    return database_url if half is PLACING else lab_url


@pytest.fixture
async def parts(url: str, half: Half) -> AsyncIterator[tuple[Part, ...]]:
    connection = await connect(url, half)
    yield await describe(connection)
    await connection.close()


def test_schema_sql_is_what_the_migrations_give(url: str, half: Half) -> None:
    written = schema_dump.SCHEMA_FILES[half].read_text(encoding="utf-8")
    assert written == schema_dump.dump(url), "run `python -m db.schema_dump`, and look at what changed"


async def test_loading_schema_sql_gives_the_same_structure(
    database_server: embedded.Server, parts: tuple[Part, ...], half: Half
) -> None:
    owner = await connect(database_server.url)
    await owner.execute("create database loaded")
    connection = await connect(url_of(database_server.url, "loaded"))
    try:
        await connection.execute(schema_dump.SCHEMA_FILES[half].read_text(encoding="utf-8"))
        assert await describe(connection) == parts
    finally:
        await connection.close()
        await owner.execute("drop database loaded with (force)")
        await owner.close()


def _named(parts: tuple[Part, ...], kind: str) -> list[Part]:
    return [part for part in parts if part.kind == kind and not part.name.startswith("queue.")]


def test_every_constraint_carries_the_name_of_its_table(parts: tuple[Part, ...]) -> None:
    endings = {"PRIMARY KEY": r"_pkey", "FOREIGN KEY": r"_fkey", "UNIQUE": r"_unique", "CHECK": r""}
    wrong = []
    for part in _named(parts, "constraint"):
        _, table, name = part.name.split(".")
        ending = next(ending for start, ending in endings.items() if part.definition.startswith(start))
        # What PostgreSQL names by itself ends in _check, _key or in a number.
        if not re.fullmatch(rf"{table}(_[a-z0-9_]+)?{ending}", name) or re.search(r"(_check|_key|\d)$", name):
            wrong.append(part.name)
    assert len(_named(parts, "constraint")) > 10
    assert wrong == []


def test_every_table_constraint_index_and_trigger_says_what_it_is_for(parts: tuple[Part, ...]) -> None:
    constraints = {part.name.split(".")[-1] for part in _named(parts, "constraint")}
    silent = [
        part.name
        for kind in ("schema", "table", "constraint", "index", "trigger", "function")
        for part in _named(parts, kind)
        if not part.comment and not (kind == "index" and part.name.split(".")[-1] in constraints)
    ]
    assert silent == []


def test_every_foreign_key_but_those_to_accounts_can_be_followed_back_by_an_index(parts: tuple[Part, ...]) -> None:
    """Else removing one round reads whole tables again for each of its rows."""
    indexes = [part.definition for part in _named(parts, "index")]
    slow = []
    for part in _named(parts, "constraint"):
        found = re.match(r"FOREIGN KEY \((\w+)\) REFERENCES (?:placement|lab)\.(\w+)", part.definition)
        if found and found[2] != "account":
            table = ".".join(part.name.split(".")[:2])
            if not any(re.search(rf" ON {re.escape(table)} USING btree \({found[1]}\b", index) for index in indexes):
                slow.append(part.name)
    assert slow == []


def test_the_queue_is_as_its_own_installer_makes_it() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "pgqueuer", "sql", "install"],
        env={**os.environ, "PGQUEUER_SCHEMA": "queue"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    ours = Path(schema_dump.__file__).with_name("migrations").joinpath("0003_queue.sql").read_text(encoding="utf-8")
    assert told.strip() in ours


def _older_binaries() -> Iterator[Path]:
    """Folders that hold a PostgreSQL from 15 up other than our own."""
    if given := os.environ.get("STAGEKANS_TEST_POSTGRES_BIN"):
        yield Path(given)
    yield from sorted(Path("/usr/lib/postgresql").glob("1[5-7]/bin"))


@pytest.fixture
def older_server() -> Iterator[embedded.Server]:
    folder = next((found for found in _older_binaries() if (found / "initdb").exists()), None)
    if folder is None:
        pytest.skip("no PostgreSQL 15, 16 or 17 here; STAGEKANS_TEST_POSTGRES_BIN names the bin folder of one")
    with open_folder() as home, embedded.start(home / "home", binaries=folder) as server:
        yield server


async def test_an_older_server_gets_the_same_structure(
    older_server: embedded.Server, parts: tuple[Part, ...], half: Half
) -> None:
    connection = await connect(older_server.url, half)
    assert 150000 <= int(await connection.fetchval("show server_version_num")) < 180000
    await migrate(connection, half=half)
    assert await describe(connection) == parts
    await connection.close()
