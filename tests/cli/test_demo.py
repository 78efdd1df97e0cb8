"""``stagekans demo`` as a newcomer meets it: start, sign in, stop, start again."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Stagekans
from tests.databases import open_folder


class Demo:
    """A demo that runs: where it is, who can sign in, and what it said."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process, self.log = process, log

    def wait(self, what: str = "Ctrl-C") -> None:
        deadline = time.monotonic() + 300
        while what not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")

    @property
    def addresses(self) -> list[str]:
        """Of the placing half, and of the lab."""
        return re.findall(r"http://\S+", self.said)

    def password(self, name: str) -> str:
        found = re.search(rf"{name}\s+((?:[a-z0-9]{{4}}-){{3}}[a-z0-9]{{4}})", self.said)
        assert found is not None, self.said
        return found[1]

    def sign_in(self, name: str, *, lab: bool = False) -> httpx.Client:
        address = self.addresses[lab]
        client = httpx.Client(base_url=address, headers={"Origin": address}, timeout=300)
        answer = client.post("/api/v1/session", json={"sign_in_name": name, "password": self.password(name)})
        assert answer.status_code == 201, answer.text
        return client


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Demo]:
    log = folder / "said.txt"
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "LANG": "nl_NL.UTF-8"
    }
    command = [
        sys.executable,
        "-m",
        "api.cli",
        "demo",
        "--data",
        folder / "data",
        "--files",
        folder / "files",
    ]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, text=True, env=environment)
    try:
        demo = Demo(process, log)
        demo.wait()
        yield demo
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def finished_studies(client: httpx.Client) -> dict[str, str]:
    """The two studies of the lab by id, with their state, once the demo has made both."""
    deadline = time.monotonic() + 180
    while True:
        found = {one["study_id"]: one["state"] for one in client.get("/api/v1/studies").json()["items"]}
        if sorted(found.values()) == ["analysed", "running"]:
            return found
        assert time.monotonic() < deadline, found
        time.sleep(0.5)


def named_in_frame(client: httpx.Client, studies: dict[str, str]) -> set[str]:
    """The words that only names of companies have."""
    entries = [one for study in studies for one in client.get(f"/api/v1/studies/{study}/frame/entries").json()["items"]]
    return {one["company"].split()[-1].lower() for one in entries}


def living(folder: Path) -> list[str]:
    """Processes that still have to do with the folder."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit():
                words = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
                state = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0]
                if str(folder).encode() in words and state != "Z":
                    found.append(entry.name)
    return found


def test_a_newcomer_starts_it_stops_it_and_starts_it_again() -> None:
    with open_folder() as folder:
        with started(folder) as demo:
            first_password = demo.password("coordinator")
            with contextlib.closing(demo.sign_in("coordinator")) as client:
                rounds = {view["name"]: view for view in client.get("/api/v1/rounds").json()["items"]}
                assert len(rounds) == 2
                full = rounds["Stage voorjaar 2027"]
                assert (full["students"], full["offers"]) == (1200, 506)
            demo.sign_in("servicepunt").close()
            with contextlib.closing(demo.sign_in("onderzoeker", lab=True)) as client:
                studies = finished_studies(client)
                assert sorted(studies.values()) == ["analysed", "running"]
                (done,) = [one for one, state in studies.items() if state == "analysed"]
                table = client.get(f"/api/v1/studies/{done}/results").json()["document"]["result"]["table"]
                assert table == {"both": 33, "only_majority": 34, "only_minority": 13, "neither": 80}  # docs/lab.md
                companies = named_in_frame(client, studies)
                assert client.get(f"/studies/{done}/frame?page={10**9}").status_code < 500
            for name in ("codeur-1", "codeur-2", "codeur-3"):
                demo.sign_in(name, lab=True).close()
            demo.wait("halverwege)’ staat klaar")
            assert {path.name for path in (folder / "files").iterdir()} >= {
                "offers.csv",
                "students.csv",
                "students.xlsx",
            }
            demo.process.send_signal(signal.SIGINT)
            assert demo.process.wait(120) == 0
            assert "De demo is gestopt." in demo.said
        assert living(folder) == []
        logs = [*(folder / "data").rglob("*.log"), folder / "said.txt"]
        assert {one.name for one in logs} >= {"lab.log", "web.log", "worker.log", "postgresql.log", "said.txt"}
        said = "".join(one.read_text("utf-8", "replace") for one in logs).lower()
        assert [one for one in companies if one in said] == []
        with started(folder) as demo:
            with contextlib.closing(demo.sign_in("onderzoeker", lab=True)) as client:
                assert finished_studies(client) == studies
            assert demo.password("coordinator") != first_password
            with contextlib.closing(demo.sign_in("coordinator")) as client:
                kept = {view["name"]: view["round_id"] for view in client.get("/api/v1/rounds").json()["items"]}
                assert kept == {name: view["round_id"] for name, view in rounds.items()}
            demo.process.kill()  # nothing may stay behind, not even then
            demo.process.wait()
        deadline = time.monotonic() + 120
        while living(folder) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert living(folder) == []


def test_a_folder_of_somebody_else_is_refused(stagekans: Stagekans, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    done = stagekans("demo", "--data", tmp_path, "--reset")
    assert done.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_port_in_use_is_named(stagekans: Stagekans, tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = stagekans("demo", "--data", tmp_path / "data", "--port", str(port))
    assert done.code == 2
    assert str(port) in done.err
    assert "--port" in done.err


@pytest.mark.parametrize("wanted", [8000, 8010])
def test_the_first_free_port_is_found(wanted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from api.cli import demo

    monkeypatch.setattr(demo, "_is_free", lambda port: port >= wanted)
    assert demo._free_port(None) == wanted


def test_a_second_demo_on_the_same_data_is_refused(stagekans: Stagekans, tmp_path: Path) -> None:
    """It would give the three accounts new passwords, and with --reset empty the first one's database."""
    mark = tmp_path / "made-by-stagekans-demo"
    with mark.open("w") as running:
        fcntl.flock(running, fcntl.LOCK_EX)
        done = stagekans("demo", "--data", tmp_path, "--reset")
    assert done.code == 2
    assert "draait al een demo" in done.err
    assert list(tmp_path.iterdir()) == [mark]
