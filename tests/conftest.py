"""One embedded PostgreSQL for the whole session; for each test that asks, a fresh database copied from a template."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import hypothesis
import pytest
from argon2 import PasswordHasher

from api.services import passwords
from db import embedded
from db.halves import LAB
from db.migrate import migrate
from db.pool import connect, open_pool
from tests.databases import FAST, Databases, databases_of, open_folder

TEMPLATE = "migrated_template"
LAB_TEMPLATE = "lab_template"
#: On a busy machine a case may take a second now and then: that is no finding.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

# A shell starts what it puts in the background with Ctrl-C ignored, and children would inherit that: the tests that
# stop a program with Ctrl-C would then wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys first: of the tests that take longest, none may be the last and leave the other processes idle."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/journeys/"))


@pytest.fixture(autouse=True, scope="session")
def cheap_passwords() -> None:
    """The same algorithm at the lowest cost: a test signs in in a millisecond."""
    passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="session")
def database_server() -> Iterator[embedded.Server]:
    """A server that may lose its data in a power cut: the tests of the starter use servers of their own."""
    with open_folder(in_memory=True) as folder, embedded.start(folder / "home", settings=FAST) as server:
        yield server


@pytest.fixture(scope="session")
async def databases(database_server: embedded.Server) -> AsyncIterator[Databases]:
    """Makes a fresh database for each test that asks."""
    async with databases_of(database_server.url) as maker:
        yield maker


@pytest.fixture(scope="session")
async def migrated_template(databases: Databases) -> str:
    """Name of a database that ran every migration and holds nothing; nobody is connected to it."""
    connection = await connect(await databases.create(TEMPLATE))
    await migrate(connection)
    await connection.close()
    return TEMPLATE


@pytest.fixture(scope="session")
async def lab_template(databases: Databases) -> str:
    """The same for the lab, in a database of its own."""
    connection = await connect(await databases.create(LAB_TEMPLATE), LAB)
    await migrate(connection, half=LAB)
    await connection.close()
    return LAB_TEMPLATE


@pytest.fixture
async def lab_url(databases: Databases, lab_template: str) -> AsyncIterator[str]:
    """The address of a fresh, migrated database of the lab, dropped afterwards."""
    async with databases.copy_of(lab_template) as url:
        yield url


@pytest.fixture
async def lab_pool(lab_url: str) -> AsyncIterator[asyncpg.Pool]:
    """A pool on a fresh, migrated database of the lab."""
    opened = await open_pool(lab_url, LAB)
    yield opened
    opened.terminate()


@pytest.fixture
async def database_url(databases: Databases, migrated_template: str) -> AsyncIterator[str]:
    """The address of a fresh, migrated database, dropped afterwards."""
    async with databases.copy_of(migrated_template) as url:
        yield url


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[asyncpg.Pool]:
    """A pool on a fresh, migrated database."""
    opened = await open_pool(database_url)
    yield opened
    opened.terminate()


@pytest.fixture
async def connection(pool: asyncpg.Pool) -> AsyncIterator[asyncpg.Connection]:
    """A connection to a fresh, migrated database, outside a transaction."""
    async with pool.acquire() as acquired:
        yield acquired


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder for an embedded server of the test's own."""
    with open_folder() as folder:
        yield folder / "home"
