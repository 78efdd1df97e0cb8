"""Whatever changes something comes from our own pages, or from a program that holds the token."""

from __future__ import annotations

import re

import asyncpg
import httpx
import pytest
from litestar import Request, post

from api.app import create_app
from api.application import Application
from api.settings import Settings
from api.web.csrf import FIELD, HEADER
from tests.api.conftest import ADDRESS, PASSWORD, SignInAs, make_actor

NEW = {"name": "Mei", "starts_on": "2027-05-01", "ends_on": "2027-06-30"}


@post("/form", include_in_schema=False)
async def form(request: Request[object, object, object]) -> str:  # type: ignore[type-var]  # the state of a request plays no part here
    """A form of a page: answers what it read after the guard had read it."""
    fields = await request.form()
    return str(fields.get("name"))


@pytest.fixture
def placing_built() -> Application:
    """An application of the test's own: it gets handlers that the others must not meet."""
    return create_app(Settings(database_url="", public_url=ADDRESS))


@pytest.fixture
def with_form(application: Application) -> None:
    application.register(form)


@pytest.mark.parametrize("token", [None, "", "x" * 43])
async def test_a_call_without_the_token_is_refused(signed_in: SignInAs, pool: asyncpg.Pool, token: str | None) -> None:
    caller = await signed_in("coordinator")
    del caller.headers[HEADER]
    answer = await caller.post("/api/v1/rounds", json=NEW, headers={} if token is None else {HEADER: token})
    assert answer.status_code == 403
    assert answer.json()["code"] == "csrf_failed"
    assert await pool.fetchval("select count(*) from placement.placement_round") == 0


async def test_the_token_of_somebody_else_is_refused(signed_in: SignInAs) -> None:
    caller, other = await signed_in("coordinator"), await signed_in("coordinator")
    answer = await caller.post("/api/v1/rounds", json=NEW, headers={HEADER: other.headers[HEADER]})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.test"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_site_is_refused_even_with_the_token(signed_in: SignInAs, headers: dict[str, str]) -> None:
    caller = await signed_in("coordinator")
    assert (await caller.post("/api/v1/rounds", json=NEW, headers=headers)).json()["code"] == "csrf_failed"
    own = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
    assert (await caller.post("/api/v1/rounds", json=NEW, headers=own)).status_code == 201


@pytest.mark.parametrize("files", [None, {"file": ("a.csv", b"x", "text/csv")}])
@pytest.mark.usefixtures("with_form")
async def test_a_form_carries_the_token_in_a_field(
    signed_in: SignInAs, files: dict[str, tuple[str, bytes, str]] | None
) -> None:
    caller = await signed_in("coordinator")
    token = caller.headers.pop(HEADER)
    answer = await caller.post("/form", data={"name": "Anna", FIELD: token}, files=files)
    assert (answer.status_code, answer.text) == (201, "Anna")
    refused = await caller.post("/form", data={"name": "Anna", FIELD: "other"}, files=files)
    assert refused.status_code == 403
    assert refused.headers["content-type"].startswith("text/html")


@pytest.mark.usefixtures("with_form")
async def test_before_sign_in_the_form_belongs_to_its_cookie(client: httpx.AsyncClient) -> None:
    assert (await client.post("/form", data={"name": "Anna", FIELD: ""})).status_code == 401
    client.cookies.clear()
    page = await client.get("/nowhere", headers={"Accept": "text/html"})
    token = client.cookies["stagekans_form"]
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    assert "HttpOnly" in page.headers["set-cookie"]
    assert (await client.post("/form", data={"name": "Anna", FIELD: token})).status_code == 201
    assert (await client.post("/form", data={"name": "Anna", FIELD: token[::-1]})).status_code == 401
    client.cookies.clear()
    assert (await client.post("/form", data={"name": "Anna", FIELD: token})).status_code == 401


async def test_words_typed_in_a_form_that_came_too_late_come_back(
    client: httpx.AsyncClient, signed_in: SignInAs
) -> None:
    typed = {"name": "Voorjaar <2027>", "password": "geheim", FIELD: "x"}
    ended = await client.post("/rounds/new", data=typed)
    assert (ended.status_code, "Voorjaar &lt;2027&gt;" in ended.text, "geheim" in ended.text) == (401, True, False)
    assert 'href="/sign-in?next=/rounds/new"' in ended.text
    caller = await signed_in("coordinator")
    stale = await caller.post("/rounds/new", data=typed, headers={"X-CSRF-Token": "x"})
    assert (stale.status_code, "Voorjaar &lt;2027&gt;" in stale.text) == (403, True)
    elsewhere = await caller.post("/rounds/new", data=typed, headers={"Origin": "https://evil.example"})
    assert (elsewhere.status_code, "Voorjaar" in elsewhere.text) == (403, False)


async def test_sign_in_over_the_api_takes_json_alone(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    _, name = await make_actor(pool, "coordinator")
    body = f'{{"sign_in_name": "{name}", "password": "{PASSWORD}"}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = await client.post("/api/v1/session", content=body, headers={"Content-Type": kind})
        assert (kind, answer.json()["code"]) == (kind, "csrf_failed")
