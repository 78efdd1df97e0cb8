"""The pool of connections, with the JSON codecs that every query relies on, and the one way to open a transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import asyncpg
import msgspec
from asyncpg import exceptions

from db.halves import LAB, PLACING, Half

#: What a query raises when the server went away under it. A pool connects anew by itself: doing the whole
#: transaction again is right when it is safe to do twice.
CONNECTION_LOST: tuple[type[BaseException], ...] = (
    exceptions.PostgresConnectionError,
    exceptions.OperatorInterventionError,  # the server is told to stop, or is starting
    exceptions.InterfaceError,
    exceptions.InternalClientError,  # the server's last words came when asyncpg expected none
    OSError,
)

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder().decode


def _to_json(value: object) -> str:
    """A ``str`` is JSON text already (pgqueuer sends its own that way); any other value is encoded."""
    return value if isinstance(value, str) else _encode(value).decode()


class Connection(asyncpg.Connection):
    """A connection of the placing half that plans every query for the values that it is asked with.

    PostgreSQL by itself makes one plan for all values from the sixth time on. Our lists take filters that are empty
    most of the time (``$3 = '' or ...``): the one plan made a page of 20,000 proposals five times as slow.
    """

    half = PLACING

    def get_reset_query(self) -> str:
        """What gives a connection back to the pool as it came: ``reset all`` would undo our setting too."""
        whole: str = super().get_reset_query()  # type: ignore[no-untyped-call]  # asyncpg types its own part of it nowhere
        return f"{whole}\n{_SETTINGS[self.half]}"


class LabConnection(Connection):
    """The same, of the lab."""

    half = LAB


# At the start of a session pgbouncer would refuse these.
_SETTINGS = {
    PLACING: "set plan_cache_mode = force_custom_plan; set search_path = placement, public;",
    LAB: "set plan_cache_mode = force_custom_plan; set search_path = lab;",
}


async def _prepare(connection: asyncpg.Connection, half: Half) -> None:
    await connection.execute(_SETTINGS[half])
    for json_type in ("json", "jsonb"):
        await connection.set_type_codec(
            json_type, schema="pg_catalog", encoder=_to_json, decoder=_decode, format="text"
        )


async def connect(url: str, half: Half = PLACING) -> asyncpg.Connection:
    """One connection outside a pool, with the same codecs: for LISTEN, migrations and the queue."""
    connection: asyncpg.Connection = await asyncpg.connect(url, server_settings=_SESSION)
    await _prepare(connection, half)
    return connection


async def open_pool(url: str, half: Half = PLACING, *, size: int = 10) -> asyncpg.Pool:
    """A pool of at most `size` connections to one half.

    ``json`` and ``jsonb`` columns arrive as plain Python values, and any value that msgspec can encode
    (Structs included) may be sent to them; a ``str`` is sent as it is, as JSON text. The session's time zone is UTC.
    """
    pool: asyncpg.Pool = await asyncpg.create_pool(
        url,
        min_size=min(2, size),
        max_size=size,
        connection_class=LabConnection if half is LAB else Connection,
        init=partial(_prepare, half=half),
        server_settings=_SESSION,
    )
    return pool


@asynccontextmanager
async def transaction(pool: asyncpg.Pool) -> AsyncIterator[asyncpg.Connection]:
    """One transaction on one connection: commits on exit, rolls back when an exception leaves the block."""
    async with pool.acquire() as connection, connection.transaction():
        yield connection


_SESSION = {"application_name": "stagekans", "timezone": "UTC"}
