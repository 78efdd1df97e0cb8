"""Start, find and stop the embedded server of a home folder."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO
from urllib.parse import quote

from db.embedded import places, postmaster
from db.embedded.faults import EmbeddedFault
from db.embedded.process import Keeper, ServerUser, run

DATABASE = "stagekans"
ROLE = "stagekans"
PORT = 5432

_LOG_LIMIT = 10_000_000
#: Longest wait for a server that is replaying its log after a crash, in seconds.
_START_PATIENCE = 300.0
_STOP_PATIENCE = 60.0
_CLAIM_PATIENCE = 20.0
_PAUSE = 0.02


class Server:
    """A running server. `owned` is True for the one process that started it, whose ``stop()`` stops it."""

    def __init__(self, home: Path, data: Path, *, sockets: Path, port: int, pid: int, keeper: Keeper | None) -> None:
        self.home = home
        self.data = data
        self.pid = pid
        self.url = f"postgresql://{ROLE}@/{DATABASE}?host={quote(str(sockets))}&port={port}"
        self._sockets = sockets
        self._keeper = keeper

    @property
    def owned(self) -> bool:
        """Did this process start the server?"""
        return self._keeper is not None

    def stop(self) -> None:
        """Shut the server down when it is ours; a server of another process is left alone. Twice does no harm."""
        if self._keeper is None or self._keeper.ended.is_set():
            return
        with _locked(self.home):
            self._keeper.stop(patience=_STOP_PATIENCE)
            with contextlib.suppress(OSError):  # not empty: somebody put something there
                self._sockets.rmdir()

    def __enter__(self) -> Server:
        """The server itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Stop it when it is ours."""
        self.stop()


def start(data_dir: Path, *, binaries: Path | None = None, settings: Mapping[str, str] | None = None) -> Server:
    """The server of `data_dir`: the living one, or a new one, whose data are made on first use.

    `binaries` is a folder with another PostgreSQL (15 or newer) than the one that comes along; `settings` are
    server settings for a start by us. Raises :class:`EmbeddedFault`.
    """
    user = ServerUser.current()
    home = data_dir.absolute()
    home.mkdir(mode=0o711 if user.switched else 0o700, parents=True, exist_ok=True)
    if home.stat().st_uid != os.geteuid():
        raise EmbeddedFault(
            "home_of_other_user", f"{home} belongs to another user. Start as that user, or choose another folder."
        )
    with _locked(home):
        found = _find(home)
        if found is not None:
            return found
        programs = binaries or places.binaries(user)
        data = _data(home, user, programs)
        return _launch(home, data, user, programs, settings or {})


@contextlib.contextmanager
def _locked(home: Path) -> Iterator[None]:
    with (home / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # released by the close, also when we are killed
        yield


def _find(home: Path) -> Server | None:
    """The living server of `home`, once it is ready; waits for one that is stopping to be gone."""
    data = (home / "data").resolve()
    deadline = time.monotonic() + _START_PATIENCE
    while time.monotonic() < deadline:
        holder = postmaster.read(data)
        if holder is None or not postmaster.is_alive(holder.pid, data):
            return None
        if holder.status == "ready":
            sockets = Path(holder.socket_folder)
            return Server(home, data, sockets=sockets, port=holder.port, pid=holder.pid, keeper=None)
        time.sleep(_PAUSE)
    raise EmbeddedFault("start_slow", f"The database server in {data} is neither ready nor gone. See {_log(home)}.")


def _data(home: Path, user: ServerUser, programs: Path) -> Path:
    """PGDATA, made by initdb in a folder beside it first."""
    link = home / "data"
    for left_over in home.glob("data.new*"):
        shutil.rmtree(left_over, ignore_errors=True)
    if not link.exists():
        link.unlink(missing_ok=True)  # a link to data that somebody removed
        target = places.data_target(home, user)
        new = Path(tempfile.mkdtemp(prefix="data.new", dir=target))
        user.own(new)
        _initialise(new, user, programs)
        new.rename(target / "data")
        if target != home:
            link.symlink_to(target / "data")
    data = link.resolve()
    made_by = (data / "PG_VERSION").read_text().strip()
    ours = run(user, [programs / "postgres", "--version"])[1].split()[2].split(".")[0]
    if made_by != ours:
        raise EmbeddedFault(
            "other_version",
            f"{data} was made by PostgreSQL {made_by}, this is {ours}. Export it with the older version first.",
        )
    return data


def _initialise(new: Path, user: ServerUser, programs: Path) -> None:
    version = int(run(user, [programs / "postgres", "--version"])[1].split()[2].split(".")[0])
    # The built-in locale is the same on every machine, whatever its C library; it came with PostgreSQL 17.
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if version >= 17 else ["--locale=C.UTF-8"]
    steps: list[tuple[list[str | Path], bytes]] = [
        ([programs / "initdb", "-D", new, "-U", ROLE, "-E", "UTF8", "--auth=trust", *locale], b""),
        ([programs / "postgres", "--single", "-D", new, "postgres"], f"create database {DATABASE}\n".encode()),
    ]
    for command, feed in steps:
        code, written = run(user, command, feed=feed)
        if code != 0:
            shutil.rmtree(new, ignore_errors=True)
            raise EmbeddedFault("initdb_failed", f"The database could not be made:\n{written[-2000:]}")


@contextlib.contextmanager
def _claimed(home: Path, data: Path) -> Iterator[IO[str]]:
    """The lock that every process of a server inherits, once the last process of an earlier server let it go."""
    deadline = time.monotonic() + _CLAIM_PATIENCE
    with (home / "in-use").open("a") as in_use:
        while True:
            try:
                fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    where = postmaster.processes_in(data) or "in another container"
                    raise EmbeddedFault(
                        "data_in_use", f"Processes of an earlier server still hold {data}: {where}. End them first."
                    ) from None
                time.sleep(_PAUSE)
        yield in_use


def _launch(home: Path, data: Path, user: ServerUser, programs: Path, settings: Mapping[str, str]) -> Server:
    sockets = places.socket_folder(data, user)
    chosen = {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "port": str(PORT),
        "timezone": "UTC",
        "log_timezone": "UTC",
        # Faults of statements reach whoever asked; in the file they would leave what was in the rows.
        "log_min_messages": "log",
        "random_page_cost": "1.1",  # 4, the default, is for turning disks
        **settings,
    }
    options = [part for name, value in chosen.items() for part in ("-c", f"{name}={value}")]
    log = _log(home)
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.replace(log.with_suffix(".log.1"))
    offset = log.stat().st_size if log.exists() else 0
    with _claimed(home, data) as in_use:
        # Nothing of an earlier server lives now: whatever process these files name, it is no server of these data.
        for left_over in [data / "postmaster.pid", *sockets.glob(".s.PGSQL.*")]:
            left_over.unlink(missing_ok=True)
        keeper = Keeper(user, [programs / "postgres", "-D", data, *options], log=log, in_use=in_use)
    deadline = time.monotonic() + _START_PATIENCE
    while time.monotonic() < deadline:
        holder = postmaster.read(data)
        if holder is not None and holder.pid == keeper.pid and holder.status == "ready":
            return Server(home, data, sockets=sockets, port=PORT, pid=keeper.pid, keeper=keeper)
        if keeper.ended.wait(_PAUSE):
            with log.open("rb") as written:
                written.seek(offset)
                said = written.read().decode(errors="replace")[-2000:]
            raise EmbeddedFault("start_failed", f"The database server stopped at once:\n{said}")
    keeper.stop(patience=_STOP_PATIENCE)
    raise EmbeddedFault("start_slow", f"The database server was not ready in {_START_PATIENCE:.0f} s. See {log}.")


def _log(home: Path) -> Path:
    return home / "postgresql.log"
