"""``stagekans demo``: a whole school on this machine, with one command."""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
import msgspec
from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from api.cli import children
from api.cli.database import bring_up_to_date, data_home, found_lab, unusable
from api.cli.exit_codes import DONE, UNUSABLE
from api.cli.lab.demo import studies_in_the_making
from api.cli.reader import report, said
from api.cli.taught import TaughtCommand, option
from api.services.demo.credentials import Credentials
from db import embedded
from db.halves import LAB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.services.demo.school import School

FOLDER = click.Path(file_okay=False, path_type=Path)
#: Says that a folder was made by the demo, and may be emptied by it.
_MARK = "made-by-stagekans-demo"
_HOST = "127.0.0.1"
_PORT = 8000
_PATIENCE = 60.0


@click.command("demo", cls=TaughtCommand, help="cli-demo-help")
@option("--port", type=click.IntRange(1024, 65535), help="cli-demo-option-port")
@option("--data", type=FOLDER, help="cli-option-data")
@option(
    "--files",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo-files"),
    help="cli-demo-option-files",
)
@option("--reset", is_flag=True, help="cli-demo-option-reset")
def command(port: int | None, data: Path | None, files: Path, reset: bool) -> int:  # noqa: FBT001  # click calls by keyword
    """Start a synthetic school, and keep it running until somebody stops it."""
    folder = _folder(data or data_home() / "demo")
    port = _free_port(port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with _only_demo_in(folder):
        with _status(said("cli-demo-starting")):
            try:
                server = embedded.start(folder / "database")
            except (embedded.EmbeddedFault, OSError) as error:
                raise unusable("cli-error-embedded", error) from error
        with server:
            if reset:
                asyncio.run(_empty(server.url))
            bring_up_to_date(server.url)
            given, files = _prepare(server.url, files)
            lab_url = found_lab(server.url)
            in_lab = asyncio.run(_seed_lab(lab_url))
            sites = (
                Site(name="web", address=f"http://{_HOST}:{port}", url=server.url, given=given),
                Site(name="lab", address=f"http://{_HOST}:{_free_port(port + 1)}", url=lab_url, given=in_lab),
            )
            return _run(sites, folder, files)


def _folder(folder: Path) -> Path:
    """The folder of the demo, marked as such; somebody else's folder is refused."""
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise click.ClickException(said("cli-demo-not-ours", folder=str(folder)))
    folder.mkdir(parents=True, exist_ok=True)
    # The database runs as another user when we are root, and must be able to walk in.
    folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
    (folder / _MARK).touch()
    return folder


@contextmanager
def _only_demo_in(folder: Path) -> Iterator[None]:
    """Refuse a folder in which a demo runs: a second one would change its passwords, or empty it under its feet."""
    with (folder / _MARK).open("a") as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go by the end of this process, however it ends
        except BlockingIOError as error:
            raise click.ClickException(said("cli-demo-runs-already", folder=str(folder))) from error
        yield


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError:
            return False
    return True


def _free_port(wanted: int | None) -> int:
    """The port that was asked for, or the first free one from 8000."""
    first = wanted or _PORT
    found = next((port for port in range(first, first + 50) if _is_free(port)), first + 50)
    if wanted is not None and found != wanted:
        raise click.ClickException(said("cli-error-port", port=str(wanted), other=str(found)))
    return found


async def _empty(url: str) -> None:
    """Throw everything in the database away; the folder itself, and whose it is, stay as they are."""
    from db.emptying import empty
    from db.pool import connect

    connection = await connect(url)
    try:
        await empty(connection)
    finally:
        await connection.close()


def _prepare(url: str, files: Path) -> tuple[tuple[Credentials, ...], Path]:
    """Draw the school, write its files, bring it into the database."""
    from api.services.demo.files import write_files
    from api.services.demo.school import draw

    with _status(said("cli-demo-drawing")):
        school = draw()
        files = files.absolute()
        write_files(school, files)
    with _status(said("cli-demo-importing")):
        return asyncio.run(_seed(url, school)), files


async def _seed(url: str, school: School) -> tuple[Credentials, ...]:
    from api.services.demo.seeding import seed
    from db.pool import open_pool

    async with await open_pool(url, size=4) as pool:
        return await seed(pool, school)


async def _seed_lab(url: str) -> tuple[Credentials, ...]:
    from api.services.lab.demo.accounts import give_accounts
    from db.pool import open_pool

    async with await open_pool(url, LAB, size=2) as pool:
        return await give_accounts(pool)


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A website of the demo: each half knows the database by its own role alone."""

    name: Literal["web", "lab"]
    address: str
    url: str
    given: tuple[Credentials, ...]

    @property
    def environment(self) -> dict[str, str]:
        """Where its database is, and its own address."""
        if self.name == "lab":
            return {"LAB_DATABASE_URL": self.url, "STAGEKANS_LAB_PUBLIC_URL": self.address}
        return {"DATABASE_URL": self.url, "STAGEKANS_PUBLIC_URL": self.address}

    @property
    def command(self) -> list[str]:
        """What starts it."""
        serve = ["serve", "--host", _HOST, "--port", self.address.rsplit(":", 1)[1]]
        return ["lab", *serve] if self.name == "lab" else serve


def _run(sites: tuple[Site, ...], folder: Path, files: Path) -> int:
    """Start the websites and the worker, show who can sign in, and wait for the end."""
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        with _status(said("cli-demo-web")):
            for site in sites:
                log = folder / f"{site.name}.log"
                running[site.name] = children.start(site.command, environment=site.environment, log=log)
            log = folder / "worker.log"
            running["worker"] = children.start(["worker"], environment=sites[0].environment, log=log)
            for site in sites:
                _wait_until_ready(site.address, running)
        _welcome(sites, files, folder)
        with studies_in_the_making(sites[1].url, folder / "studies.log"):
            return _watch(running, folder)
    except KeyboardInterrupt:
        return DONE
    finally:
        # A second Ctrl-C must not leave anything running.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        children.stop_all(list(running.values()))
        report(said("cli-demo-ended"))


def _wait_until_ready(address: str, running: dict[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and all(child.poll() is None for child in running.values()):
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310  # our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)


def _watch(running: dict[str, subprocess.Popen[bytes]], folder: Path) -> int:
    """Wait until somebody stops the demo (KeyboardInterrupt) or a part of it ends by itself."""
    while True:
        for name, child in running.items():
            if child.poll() is not None:
                report(said("cli-demo-child-ended", what=said(f"cli-demo-child-{name}")), style="red")
                report((folder / f"{name}.log").read_text("utf-8", "replace")[-2000:])
                return UNUSABLE
        time.sleep(0.2)


def _welcome(sites: tuple[Site, ...], files: Path, folder: Path) -> None:
    """The boxes that say where to go and how to sign in."""
    console = Console(highlight=False, markup=False, soft_wrap=False)
    for site in sites:
        table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
        for heading in ("role", "name", "password"):
            table.add_column(said(f"cli-demo-column-{heading}"), no_wrap=True)
        for one in site.given:
            table.add_row(said(f"cli-role-{one.role}".replace("_", "-")), one.sign_in_name, one.password)
        console.print(Panel.fit(table, title=said(f"cli-demo-ready-{site.name}"), padding=(1, 2)))
        console.print(said("cli-demo-open", url=site.address), soft_wrap=True)
    console.print(said("cli-demo-files-in", folder=str(files)), soft_wrap=True)
    console.print(said("cli-demo-stop", folder=str(folder)), soft_wrap=True)
    sys.stdout.flush()


@contextmanager
def _status(text: str) -> Iterator[None]:
    """A turning wheel on a terminal, one line elsewhere."""
    console = Console(stderr=True, highlight=False, markup=False)
    if console.is_terminal:
        with console.status(text):
            yield
    else:
        report(text)
        yield
