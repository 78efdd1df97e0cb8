"""What somebody sends who means harm, or whose program is broken: a refusal, never a fault of ours."""

from __future__ import annotations

from typing import Any

import asyncpg
import httpx
import pytest
from litestar import Request

from api.application import LARGEST_BODY, Application
from api.services import operators
from api.settings import Settings
from api.web.session import client_address
from tests.api.conftest import ADDRESS, PASSWORD, SignInAs, make_actor

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("body", ["[" * 100_000, '{"name":' + "[" * 100_000])
async def test_json_nested_thousands_of_levels_deep(signed_in: SignInAs, body: str) -> None:
    caller = await signed_in("coordinator")
    answer = await caller.post("/api/v1/rounds", content=body, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (422, "unusable")


@pytest.mark.parametrize("page", ["9" * 5_000, "-1", "0", "x", "²"])
async def test_a_page_that_is_no_number_to_python(signed_in: SignInAs, page: str) -> None:
    caller = await signed_in("coordinator")
    assert (await caller.get("/rounds", params={"page": page})).status_code == 200


@pytest.mark.parametrize("path", ["/static/%00", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd"])
async def test_no_file_outside_the_folder(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def _sign_in_form(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    page = await client.get("/sign-in")
    token = page.text.split('name="_csrf_token" value="')[1].split('"')[0]
    return await client.post("/sign-in", data={"_csrf_token": token, **fields})


@pytest.mark.parametrize(
    ("wanted", "location"),
    [
        ("/runs?search=\u4e2d", "/runs?search=%E4%B8%AD"),
        ("/rounds?page=2&search=a%20b", "/rounds?page=2&search=a%20b"),
        ("//evil.example", "/rounds"),
        ("/\\evil.example", "/rounds"),
        ("/\t/evil.example", "/rounds"),
        ("https://evil.example", "/rounds"),
    ],
)
async def test_after_sign_in_the_way_leads_within_this_site(
    pool: asyncpg.Pool, client: httpx.AsyncClient, wanted: str, location: str
) -> None:
    _, name = await make_actor(pool, "coordinator")
    answer = await _sign_in_form(client, sign_in_name=name, password=PASSWORD, next=wanted)
    assert (answer.status_code, answer.headers["location"]) == (303, location)


async def test_signing_in_on_the_page_ends_the_session_before_it(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    name = await pool.fetchval("select sign_in_name from placement.account")
    fields = {"_csrf_token": caller.headers["X-CSRF-Token"], "sign_in_name": name, "password": PASSWORD}
    assert (await caller.post("/sign-in", data=fields)).status_code == 303
    assert await pool.fetchval("select count(*) from placement.session") == 1 + 1, "that of make_actor, and the new one"


async def test_what_is_no_file_is_small(signed_in: SignInAs, client: httpx.AsyncClient) -> None:
    caller = await signed_in("coordinator")
    body = '{"name":"' + "x" * LARGEST_BODY + '"}'
    assert (await caller.post("/api/v1/rounds", content=body, headers=JSON)).status_code == 413
    assert (await client.post("/api/v1/session", content=body, headers=JSON)).status_code == 413
    assert (await _sign_in_form(client, sign_in_name="x" * LARGEST_BODY)).status_code == 413


async def test_nobody_sends_a_file_before_signing_in(client: httpx.AsyncClient) -> None:
    page = await client.get("/sign-in")
    token = page.text.split('name="_csrf_token" value="')[1].split('"')[0]
    path = "/rounds/00000000-0000-0000-0000-000000000001/imports"
    answer = await client.post(path, data={"_csrf_token": token}, files={"file": ("a.csv", b"x" * 1_000)})
    assert answer.status_code in (303, 401)


async def test_a_seed_is_short(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    path = "/api/v1/rounds/00000000-0000-0000-0000-000000000001/runs"
    answer = await caller.post(path, json={"policy": {"seed": "x" * 101}})
    assert (answer.status_code, answer.json()["fields"]) == (422, {"policy.seed": "seed_long"})


async def test_another_password_ends_every_session(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    name = await pool.fetchval("select sign_in_name from placement.account")
    await operators.replace_password(pool, name, "een ander lang wachtwoord")
    assert (await caller.get("/api/v1/session")).status_code == 401


@pytest.mark.parametrize(
    ("trusted", "lines", "address"),
    [
        (False, ["10.0.0.1"], "192.0.2.1"),
        (True, ["10.0.0.1, 198.51.100.7"], "198.51.100.7"),
        (True, ["10.0.0.1", "198.51.100.7"], "198.51.100.7"),
        (True, [], "192.0.2.1"),
        (True, ["2001:db8:1:2:3:4:5:6"], "2001:db8:1:2::/64"),
        (True, ["2001:db8:1:2:ffff::1"], "2001:db8:1:2::/64"),
    ],
)
def test_the_address_is_what_our_own_proxy_wrote(
    application: Application, *, trusted: bool, lines: list[str], address: str
) -> None:
    application.state.settings = Settings(database_url="x", public_url=ADDRESS, trust_forwarded_for=trusted)
    scope: dict[str, Any] = {
        "type": "http",
        "litestar_app": application,
        "client": ("192.0.2.1", 1),
        "headers": [(b"x-forwarded-for", line.encode()) for line in lines],
    }
    assert client_address(Request(scope)) == address  # type: ignore[arg-type]  # as much of a scope as it reads
