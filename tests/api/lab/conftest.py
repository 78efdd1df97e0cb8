"""Callers of the lab: accounts of its own, at an address of its own."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import httpx
import pytest

from api.application import Application
from api.messages.accounts import LabRole, Language, NewLabAccount, SignIn
from api.services.accounts import sign_in
from api.services.lab.accounts import create_account
from tests.api.conftest import ADDRESS, PASSWORD, SignedInCaller

_numbers = itertools.count(1)
InLab = Callable[..., Awaitable[SignedInCaller]]


@pytest.fixture
async def in_lab(lab_application: Application) -> AsyncIterator[InLab]:
    """``await in_lab("researcher")`` gives a caller with a session in the lab."""
    async with AsyncExitStack() as stack:

        async def begin(*roles: LabRole, language: Language = "nl") -> SignedInCaller:
            pool = lab_application.state.pool
            name = f"{roles[0]}-{next(_numbers)}@lab.test"
            account = NewLabAccount(
                sign_in_name=name, display_name=f"Test {roles[0]}", password=PASSWORD, roles=roles, language=language
            )
            await create_account(pool, account)
            actor = (await sign_in(pool, SignIn(sign_in_name=name, password=PASSWORD), address=name)).actor
            transport = httpx.ASGITransport(app=lab_application, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx types ASGI more loosely than Litestar
            caller = await stack.enter_async_context(SignedInCaller(transport=transport, base_url=ADDRESS))
            answer = await caller.post("/api/v1/session", json={"sign_in_name": name, "password": PASSWORD})
            assert answer.status_code == 201, answer.text
            caller.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
            caller.actor, caller.name = actor, name
            return caller

        yield begin
