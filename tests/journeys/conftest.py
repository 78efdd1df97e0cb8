"""A browser, and the product as people meet it: a real server and a real worker, each its own process."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO

import httpx
import pytest
from playwright.async_api import Browser, BrowserContext, async_playwright, expect

from api.messages.accounts import LabRole, NewAccount, NewLabAccount
from api.services import new_accounts
from api.services.lab.accounts import create_account as create_lab_account
from api.services.pool import Pool
from tests.journeys import chromium
from tests.journeys.people import DESKTOP

PASSWORD = "een lang wachtwoord"
#: Starting a server or a worker imports the solver: two seconds here, more on a busy machine.
LONGEST_START_SECONDS = 300
#: Only safety nets: what is waited for comes in a second, or in half a minute where everything else runs too.
PATIENCE = 120_000


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window. Without one the journeys fail: only an explicit flag skips them."""
    if os.environ.get("STAGEKANS_WITHOUT_BROWSER"):
        pytest.skip("STAGEKANS_WITHOUT_BROWSER is set")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    expect.set_options(timeout=PATIENCE)  # 5 seconds otherwise
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium.find(), args=arguments)
        yield opened
        await opened.close()


@pytest.fixture
async def address(pool: Pool, database_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a running server with a worker, and accounts ``coordinator`` and ``servicepunt``."""
    for name, role in (("coordinator", "coordinator"), ("servicepunt", "service_point")):
        await new_accounts.create_account(
            pool,
            NewAccount(
                sign_in_name=name, display_name=name.title(), password=PASSWORD, roles=(role,), all_programmes=True
            ),  # type: ignore[arg-type]  # a Role, spelled out above
        )
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": database_url, "STAGEKANS_PUBLIC_URL": url, "STAGEKANS_REQUESTS_PER_MINUTE": "0",
    }  # fmt: skip
    commands = (["serve", "--host", "127.0.0.1", "--port", str(port)], ["worker"])
    async with _running(commands, url, environment, tmp_path / "log"):
        yield url


@pytest.fixture
async def lab_address(lab_pool: Pool, lab_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a running lab; accounts ``lead`` (a researcher) and ``coder-1`` to ``coder-3``."""
    await create_lab_account(lab_pool, _of_the_lab("lead", "researcher"))
    for number in (1, 2, 3):
        await create_lab_account(lab_pool, _of_the_lab(f"coder-{number}", "coder"))
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "LAB_DATABASE_URL": lab_url, "STAGEKANS_LAB_PUBLIC_URL": url, "STAGEKANS_LAB_REQUESTS_PER_MINUTE": "0",
    }  # fmt: skip
    command = ["lab", "serve", "--host", "127.0.0.1", "--port", str(port)]
    async with _running([command], url, environment, tmp_path / "lab-log"):
        yield url


def _of_the_lab(name: str, role: LabRole) -> NewLabAccount:
    return NewLabAccount(sign_in_name=name, display_name=name.title(), password=PASSWORD, roles=(role,))


@pytest.fixture
async def visitor(browser: Browser, address: str) -> AsyncIterator[BrowserContext]:
    """A person with a fresh Dutch browser."""
    context = await browser.new_context(base_url=address, locale="nl-NL", viewport=DESKTOP)  # type: ignore[arg-type]  # a plain dict is what playwright takes
    context.set_default_timeout(PATIENCE)
    yield context
    await context.close()


@asynccontextmanager
async def _running(
    commands: Sequence[list[str]], url: str, environment: dict[str, str], told: Path
) -> AsyncIterator[None]:
    """The commands as processes; the first is a website that answers at ``url``."""
    with told.open("wb") as log:
        children = [_start(command, environment, log) for command in commands]
        try:
            await _answers(url, children[0], told)
            yield
        finally:
            for child in children:
                child.terminate()
            for child in children:
                await asyncio.to_thread(child.wait, 120)


def _start(command: list[str], environment: dict[str, str], log: BinaryIO) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "api.cli", *command], env=environment, stdout=log, stderr=log)


def _told(log: Path) -> str:
    return log.read_text("utf-8", "replace")


async def _answers(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    async with httpx.AsyncClient() as client:
        for _ in range(LONGEST_START_SECONDS * 10):
            try:
                if (await client.get(f"{url}/health")).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            assert server.poll() is None, _told(log)
            await asyncio.sleep(0.1)
    raise TimeoutError(_told(log))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
