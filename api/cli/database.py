"""The database that a command works on: the one of ``DATABASE_URL``, else a server of our own in a folder."""

from __future__ import annotations

import asyncio
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from asyncpg.exceptions import InterfaceError, PostgresError

from api.cli.reader import said
from db import embedded, migrate
from db.halves import LAB, PLACING, Half
from db.lab import island
from db.pool import connect

if TYPE_CHECKING:
    from collections.abc import Iterator


def data_home() -> Path:
    """Where data of ours live on this machine, by the XDG rules."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "stagekans"


@contextmanager
def database(data: Path | None) -> Iterator[str]:
    """The address of the database; a server of our own is migrated, and stopped afterwards if we started it.

    Raises
    ------
    click.ClickException
        The server cannot be reached or started, in the reader's words.
    """
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    with _own_server(data) as server:
        bring_up_to_date(server.url)
        yield server.url


def bring_up_to_date(url: str, half: Half = PLACING) -> list[str]:
    """Apply the migrations of a half that are missing; returns their names."""

    async def apply() -> list[str]:
        connection = await connect(url, half)
        try:
            return await migrate.migrate(connection, half=half)
        finally:
            await connection.close()

    try:
        return asyncio.run(apply())
    except migrate.MigrationFault as error:
        name = getattr(error, "name", None) or getattr(error, "version", "")
        raise click.ClickException(said(f"cli-{error.code}".replace("_", "-"), name=name)) from error
    except (OSError, PostgresError, InterfaceError, ValueError) as error:
        raise unusable("cli-error-database", error) from error


def unusable(message: str, error: Exception) -> click.ClickException:
    """The error in the reader's words; its own words go along as the detail."""
    detail = str(error).rstrip(".") + "." if str(error) else f"{type(error).__name__}."
    return click.ClickException(said(message, detail=detail))


def lab_address(url: str) -> str:
    """The address of the lab on our own server: the same database, with the role of the lab."""
    return url.replace("//stagekans@", f"//{island.ROLE}@", 1)


@contextmanager
def lab_database(data: Path | None) -> Iterator[str]:
    """The same for the lab: the database of ``LAB_DATABASE_URL``, else our own server with the role of the lab.

    Raises
    ------
    click.ClickException
        The server cannot be reached or started, in the reader's words.
    """
    if url := os.environ.get("LAB_DATABASE_URL"):
        yield url
        return
    with _own_server(data) as server:
        yield found_lab(server.url)


def _own_server(data: Path | None) -> embedded.Server:
    try:
        return embedded.start(data or data_home() / "database")
    except (embedded.EmbeddedFault, OSError) as error:
        raise unusable("cli-error-embedded", error) from error


def found_lab(url: str) -> str:
    """Make the role of the lab on our own server and bring its schema up to date; the address of the lab."""

    async def make_role() -> None:
        connection = await connect(url)
        try:
            await island.found(connection)
        finally:
            await connection.close()

    asyncio.run(make_role())
    bring_up_to_date(lab_address(url), LAB)
    return lab_address(url)
