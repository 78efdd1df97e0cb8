"""The program as real processes on one machine: a database server, a web server, a worker. Each can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from api.messages.accounts import NewAccount
from api.services.new_accounts import create_account
from db import embedded
from db.embedded import postmaster
from db.migrate import migrate
from db.pool import connect, open_pool

NAME, PASSWORD = "coordinator", "een lang wachtwoord"
PATIENCE = 180.0


def wait_for(what: str, there: Callable[[], bool]) -> float:
    """Ask until it is so; the seconds that it took."""
    began = time.monotonic()
    while not there():
        if time.monotonic() - began > PATIENCE:
            raise TimeoutError(what)
        time.sleep(0.1)
    return time.monotonic() - began


class Machine:
    """Everything that runs, on data in ``home``."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._server = embedded.start(home)
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        asyncio.run(self._prepare())
        self.start("web")
        self.start("worker")
        self.caller = httpx.Client(base_url=f"http://127.0.0.1:{self._port}", timeout=PATIENCE)
        wait_for("web server", self.answers)
        signed_in = self.caller.post("/api/v1/session", json={"sign_in_name": NAME, "password": PASSWORD})
        self.caller.headers["X-CSRF-Token"] = signed_in.raise_for_status().json()["csrf_token"]

    async def _prepare(self) -> None:
        connection = await connect(self._server.url)
        await migrate(connection)
        await connection.close()
        async with await open_pool(self._server.url, size=1) as pool:
            account = NewAccount(
                sign_in_name=NAME, display_name=NAME, password=PASSWORD, roles=("coordinator",), all_programmes=True
            )
            await create_account(pool, account)

    def start(self, part: str) -> None:
        """Start the web server or the worker."""
        words = {"web": ["serve", "--port", str(self._port)], "worker": ["worker"]}[part]
        self._processes[part] = subprocess.Popen(
            [sys.executable, "-m", "api.cli", *words],
            env={**os.environ, "DATABASE_URL": self._server.url, "STAGEKANS_REQUESTS_PER_MINUTE": "0"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def answers(self) -> bool:
        """Whether the web server answers, and its database too."""
        try:
            return self.caller.get("/health", timeout=10).status_code == 200
        except httpx.TransportError:
            return False

    def solving(self) -> list[int]:
        """Process numbers of the solving processes on our database: those of our worker, and any that it left."""
        ours = f"DATABASE_URL={self._server.url}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and b"api.services.solving_process" in (entry / "cmdline").read_bytes():
                    found += [int(entry.name)] if ours in (entry / "environ").read_bytes().split(b"\0") else []
            except OSError:
                continue
        return found

    def kill(self, part: str) -> bool:
        """``kill -9``, and start it again; False where there was nothing to kill at this moment."""
        if part == "solving":
            victims = self.solving()
            for victim in victims:
                os.kill(victim, signal.SIGKILL)
            return bool(victims)
        if part == "database":
            url, pid, data = self._server.url, self._server.pid, self._server.data
            os.kill(pid, signal.SIGKILL)
            wait_for("death of the server", lambda: not postmaster.is_alive(pid, data))
            self._server = embedded.start(self._home)
            assert self._server.url == url
            return True
        process = self._processes[part]
        if part == "web":
            os.killpg(process.pid, signal.SIGKILL)  # with the processes that answer
        else:
            process.kill()
        process.wait()
        self.start(part)
        return True

    def ask(self, sql: str, *arguments: object) -> Any:
        """One value from the database."""

        async def fetch() -> Any:
            connection = await connect(self._server.url)
            try:
                return await connection.fetchval(sql, *arguments)
            finally:
                await connection.close()

        return asyncio.run(fetch())

    def url(self) -> str:
        """The address of the database."""
        return self._server.url

    def stop(self) -> None:
        """End everything."""
        self.caller.close()
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
        self._server.stop()
