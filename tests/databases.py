"""Fresh databases for the tests: copies of a template, on a server that may lose its data in a power cut."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg

from db.pool import connect

#: Memory is many times quicker than a disk for the thousand small files of a copy. Containers often have 64 MB there.
MEMORY = Path("/dev/shm")  # noqa: S108  # a folder with a random name is made in it
ENOUGH_MEMORY = 3 * 2**30
#: Fewer shared buffers: each end of a database walks through all of them.
FAST = {
    "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "max_connections": "200",
    "shared_buffers": "32MB", "max_wal_size": "256MB",
}  # fmt: skip
#: How many databases of tests that have ended wait until they are dropped: by then their connections are gone.
WAITING = 3
_numbers = itertools.count(1)


@contextlib.contextmanager
def open_folder(*, in_memory: bool = False) -> Iterator[Path]:
    """A temporary folder that the server's user may walk through; pytest's own are closed to all but us."""
    with tempfile.TemporaryDirectory(prefix="stagekans-test-", dir=_memory() if in_memory else None) as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder


def _memory() -> Path | None:
    try:
        return MEMORY if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY else None
    except OSError:
        return None


def url_of(server_url: str, database: str) -> str:
    """The address of `database` on the server of `server_url`."""
    return server_url.replace("@/stagekans?", f"@/{database}?")


class Databases:
    """Makes databases from templates and drops them, over one connection for the whole session.

    A drop waits a tenth of a second for a connection that is still closing, so it comes a few tests later.
    """

    def __init__(self, server_url: str, owner: asyncpg.Connection) -> None:
        self.server_url, self._owner = server_url, owner
        self._over: deque[str] = deque()

    async def create(self, name: str) -> str:
        """The address of a new, empty database."""
        await self._owner.execute(f"create database {name} strategy file_copy")
        return url_of(self.server_url, name)

    @contextlib.asynccontextmanager
    async def copy_of(self, template: str) -> AsyncIterator[str]:
        """The address of a fresh copy of `template`, to which nobody may be connected."""
        while len(self._over) >= WAITING:
            await self._owner.execute(f"drop database if exists {self._over.popleft()} with (force)")
        name = f"copy_{next(_numbers)}"
        await self._owner.execute(f"create database {name} template {template} strategy file_copy")
        try:
            yield url_of(self.server_url, name)
        finally:
            self._over.append(name)


@contextlib.asynccontextmanager
async def databases_of(server_url: str) -> AsyncIterator[Databases]:
    """The maker of databases on one server."""
    owner = await connect(server_url)
    try:
        yield Databases(server_url, owner)
    finally:
        await owner.close()
