"""The whole web application on a fresh database, in this process: real sessions, real forms, no network."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Protocol

import asyncpg
import httpx
import pytest
import structlog

from api.app import create_app
from api.application import Application
from api.lab_app import create_lab_app
from api.messages.accounts import Actor, Language, NewAccount, Role, SignIn
from api.serve import LOG_PROCESSORS
from api.services import accounts, new_accounts
from api.settings import Settings

PASSWORD = "een lang wachtwoord"
ADDRESS = "http://stagekans.test"
_numbers = itertools.count(1)


@pytest.fixture(autouse=True, scope="session")
def plain_log() -> None:
    """The log as the server writes it."""
    structlog.configure(processors=LOG_PROCESSORS)


@asynccontextmanager
async def started(app: Application) -> AsyncIterator[Application]:
    """The application while it lives. Its lifespan must begin and end in one task: a fixture's two halves are not."""
    begun, ended = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        try:
            async with app.lifespan():
                begun.set()
                await ended.wait()
        finally:
            begun.set()

    life = asyncio.create_task(live())
    await begun.wait()
    if life.done():
        life.result()
    yield app
    ended.set()
    await life


@pytest.fixture(scope="session")
def placing_built() -> Application:
    """The application of the placing half, not started: it keeps nothing of a test but its settings and its pool."""
    return create_app(Settings(database_url="", public_url=ADDRESS))


@pytest.fixture(scope="session")
def lab_built() -> Application:
    """The application of the lab, not started."""
    return create_lab_app(Settings(database_url="", public_url=ADDRESS, half="lab"))


@pytest.fixture
async def application(database_url: str, placing_built: Application) -> AsyncIterator[Application]:
    """The application of the placing half, started on a fresh database."""
    placing_built.state.settings = Settings(database_url=database_url, public_url=ADDRESS, pool_size=5)
    async with started(placing_built) as app:
        yield app


@pytest.fixture
async def lab_application(lab_url: str, lab_built: Application) -> AsyncIterator[Application]:
    """The application of the lab, started on a fresh database."""
    lab_built.state.settings = Settings(database_url=lab_url, public_url=ADDRESS, pool_size=5, half="lab")
    async with started(lab_built) as app:
        yield app


@pytest.fixture
async def client(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    """A caller that is not signed in."""
    async with _caller(application) as caller:
        yield caller


def _caller(application: Application) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=application, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx types ASGI more loosely than Litestar
    return httpx.AsyncClient(transport=transport, base_url=ADDRESS)


class SignedInCaller(httpx.AsyncClient):
    """A caller with a session; the header for what changes something is set. ``actor`` is for calling services."""

    actor: Actor
    name: str


class SignInAs(Protocol):
    """Make an account with the roles and sign in; every programme unless ``programmes`` says which."""

    def __call__(
        self, *roles: Role, programmes: tuple[str, ...] | None = None, language: Language = "nl"
    ) -> Awaitable[SignedInCaller]: ...


async def make_actor(
    pool: asyncpg.Pool, *roles: Role, programmes: tuple[str, ...] | None = None, language: Language = "nl"
) -> tuple[Actor, str]:
    """An account with the roles; who it is, and its sign-in name."""
    name = f"{roles[0]}-{next(_numbers)}@school.test"
    await new_accounts.create_account(
        pool,
        NewAccount(
            sign_in_name=name,
            display_name=f"Test {roles[0]}",
            password=PASSWORD,
            roles=roles,
            language=language,
            all_programmes=programmes is None,
            programmes=programmes or (),
        ),
    )
    signed_in = await accounts.sign_in(pool, SignIn(sign_in_name=name, password=PASSWORD), address=name)
    return signed_in.actor, name


@pytest.fixture
async def signed_in(application: Application) -> AsyncIterator[SignInAs]:
    """``await signed_in("coordinator")`` gives a caller with a session."""
    async with AsyncExitStack() as stack:

        async def sign_in(
            *roles: Role, programmes: tuple[str, ...] | None = None, language: Language = "nl"
        ) -> SignedInCaller:
            actor, name = await make_actor(application.state.pool, *roles, programmes=programmes, language=language)
            transport = httpx.ASGITransport(app=application, raise_app_exceptions=False)  # type: ignore[arg-type]  # as above
            caller = await stack.enter_async_context(SignedInCaller(transport=transport, base_url=ADDRESS))
            answer = await caller.post("/api/v1/session", json={"sign_in_name": name, "password": PASSWORD})
            assert answer.status_code == 201, answer.text
            caller.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
            caller.actor, caller.name = actor, name
            return caller

        yield sign_in


@pytest.fixture
def actor_of(pool: asyncpg.Pool) -> Callable[..., Awaitable[Actor]]:
    """``await actor_of("coordinator")`` gives an actor for calling services, without the web in between."""

    async def make(*roles: Role, programmes: tuple[str, ...] | None = None) -> Actor:
        return (await make_actor(pool, *roles, programmes=programmes))[0]

    return make
