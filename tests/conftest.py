"""One embedded PostgreSQL for the whole session; for each test that asks, a fresh database copied from a template."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import hypothesis
import pytest

from db import embedded
from db.halves import LAB
from db.migrate import migrate
from db.pool import connect, open_pool

TEMPLATE = "migrated_template"
LAB_TEMPLATE = "lab_template"
#: On a busy machine a case may take a second now and then: that is no finding.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
_numbers = itertools.count(1)

# A shell starts what it puts in the background with Ctrl-C ignored, and children would inherit that: the tests that
# stop a program with Ctrl-C would then wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def url_of(server_url: str, database: str) -> str:
    """The address of `database` on the server of `server_url`."""
    return server_url.replace("@/stagekans?", f"@/{database}?")


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """A temporary folder that the server's user may walk through; pytest's own are closed to all but us."""
    with tempfile.TemporaryDirectory(prefix="stagekans-test-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder


@pytest.fixture(scope="session")
def database_server() -> Iterator[embedded.Server]:
    """A server that may lose its data in a power cut: the tests of the starter use servers of their own."""
    fast = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "max_connections": "200"}
    with open_folder() as folder, embedded.start(folder / "home", settings=fast) as server:
        yield server


@pytest.fixture(scope="session")
async def migrated_template(database_server: embedded.Server) -> str:
    """Name of a database that ran every migration and holds nothing; nobody is connected to it."""
    owner = await connect(database_server.url)
    await owner.execute(f"create database {TEMPLATE}")
    await owner.close()
    connection = await connect(url_of(database_server.url, TEMPLATE))
    await migrate(connection)
    await connection.close()
    return TEMPLATE


@pytest.fixture(scope="session")
async def lab_template(database_server: embedded.Server) -> str:
    """The same for the lab, in a database of its own."""
    owner = await connect(database_server.url)
    await owner.execute(f"create database {LAB_TEMPLATE}")
    await owner.close()
    connection = await connect(url_of(database_server.url, LAB_TEMPLATE), LAB)
    await migrate(connection, half=LAB)
    await connection.close()
    return LAB_TEMPLATE


@pytest.fixture
async def lab_url(database_server: embedded.Server, lab_template: str) -> AsyncIterator[str]:
    """The address of a fresh, migrated database of the lab, dropped afterwards."""
    name = f"lab_{os.getpid()}_{next(_numbers)}"
    owner = await connect(database_server.url)
    try:
        await owner.execute(f"create database {name} template {lab_template} strategy file_copy")
        yield url_of(database_server.url, name)
        await owner.execute(f"drop database {name} with (force)")
    finally:
        await owner.close()


@pytest.fixture
async def lab_pool(lab_url: str) -> AsyncIterator[asyncpg.Pool]:
    """A pool on a fresh, migrated database of the lab."""
    opened = await open_pool(lab_url, LAB)
    yield opened
    opened.terminate()


@pytest.fixture
async def database_url(database_server: embedded.Server, migrated_template: str) -> AsyncIterator[str]:
    """The address of a fresh, migrated database, dropped afterwards."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    owner = await connect(database_server.url)
    try:
        await owner.execute(f"create database {name} template {migrated_template} strategy file_copy")
        yield url_of(database_server.url, name)
        await owner.execute(f"drop database {name} with (force)")
    finally:
        await owner.close()


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
