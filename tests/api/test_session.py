"""Signing in, staying in and going out over the JSON API."""

from __future__ import annotations

import asyncio

import asyncpg
import httpx
import pyotp

from api.application import Application
from tests.api.conftest import ADDRESS, PASSWORD, SignInAs, make_actor

SESSION = "/api/v1/session"


async def test_sign_in_gives_a_cookie_that_scripts_cannot_read(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    _, name = await make_actor(pool, "coordinator")
    answer = await client.post(SESSION, json={"sign_in_name": name.upper(), "password": PASSWORD})
    assert answer.status_code == 201
    cookie = next(value for value in answer.headers.get_list("set-cookie") if value.startswith("stagekans_session="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    who = (await client.get(SESSION)).json()
    assert who["actor"]["roles"] == ["coordinator"]
    assert who["csrf_token"] == answer.json()["csrf_token"]
    assert await pool.fetchval("select count(*) from placement.event where kind = 'signed_in'") >= 1


async def test_unknown_name_and_wrong_password_look_the_same(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    _, name = await make_actor(pool, "coordinator")
    wrong = await client.post(SESSION, json={"sign_in_name": name, "password": "iets heel anders"})
    unknown = await client.post(SESSION, json={"sign_in_name": "nobody@school.test", "password": PASSWORD})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.json()["code"] == "sign_in_failed"
    assert wrong.headers["content-type"] == "application/problem+json"


async def test_five_failures_lock_any_name(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    _, name = await make_actor(pool, "coordinator")
    for tried in (name, "nobody@school.test"):
        for _ in range(5):
            answer = await client.post(SESSION, json={"sign_in_name": tried, "password": "fout fout fout"})
            assert answer.json()["code"] == "sign_in_failed"
        locked = await client.post(SESSION, json={"sign_in_name": tried, "password": PASSWORD})
        assert locked.status_code == 429
        assert locked.json()["facts"] == {"minutes": 15}
        assert locked.headers["retry-after"] == "900"


async def test_each_next_failure_locks_twice_as_long(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    _, name = await make_actor(pool, "coordinator")
    attempt = {"sign_in_name": name, "password": "fout fout fout"}
    for _ in range(5):
        await client.post(SESSION, json=attempt)
    await pool.execute("update placement.sign_in_failure set locked_until = now() - interval '1 second'")
    assert (await client.post(SESSION, json=attempt)).json()["code"] == "sign_in_failed"
    assert (await client.post(SESSION, json=attempt)).json()["facts"] == {"minutes": 30}
    await pool.execute("update placement.sign_in_failure set locked_until = now() - interval '1 second'")
    assert (await client.post(SESSION, json=attempt | {"password": PASSWORD})).status_code == 201
    assert await pool.fetchval("select count(*) from placement.sign_in_failure") == 0


async def test_attempts_at_once_are_counted_one_by_one(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    _, name = await make_actor(pool, "coordinator")
    attempt = {"sign_in_name": name, "password": "fout fout fout"}
    answers = await asyncio.gather(*(client.post(SESSION, json=attempt) for _ in range(12)))
    codes = [answer.json()["code"] for answer in answers]
    assert codes.count("sign_in_failed") == 5
    assert codes.count("locked_out") == 7


async def test_address_is_limited_over_all_names(pool: asyncpg.Pool, client: httpx.AsyncClient) -> None:
    await pool.execute(
        "insert into placement.rate_limit values ('sign-in:127.0.0.1', "
        "date_bin(interval '300 seconds', now(), timestamptz 'epoch'), 60)"
    )
    answer = await client.post(SESSION, json={"sign_in_name": "x@school.test", "password": "y"})
    assert answer.json()["code"] == "too_many_requests"
    assert 1 <= int(answer.headers["retry-after"]) <= 300


async def test_sign_out_ends_the_session(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    token = caller.cookies["stagekans_session"]
    assert (await caller.delete(SESSION)).status_code == 204
    caller.cookies.set("stagekans_session", token, domain="stagekans.test")
    answer = await caller.get(SESSION)
    assert answer.status_code == 401
    assert answer.json()["code"] == "not_signed_in"


async def test_session_ends_after_eight_idle_hours(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    await pool.execute("update placement.session set last_seen_at = now() - interval '7 hours 59 minutes'")
    assert (await caller.get(SESSION)).status_code == 200
    assert await pool.fetchval("select max(last_seen_at) > now() - interval '1 minute' from placement.session")
    await pool.execute("update placement.session set last_seen_at = now() - interval '8 hours 1 minute'")
    assert (await caller.get(SESSION)).status_code == 401


async def test_session_ends_after_a_day_whatever_happens(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    lasts = await pool.fetchval("select max(expires_at - created_at) from placement.session")
    assert lasts.total_seconds() == 24 * 3600
    await pool.execute("update placement.session set expires_at = now()")
    assert (await caller.get(SESSION)).status_code == 401


async def test_second_step_is_asked_and_a_code_works_once(
    pool: asyncpg.Pool, signed_in: SignInAs, client: httpx.AsyncClient
) -> None:
    caller = await signed_in("coordinator")
    name = await pool.fetchval("select sign_in_name from placement.account")
    enrolment = (await caller.post(f"{SESSION}/second-step")).json()
    wrong = await caller.put(f"{SESSION}/second-step", json={"secret": enrolment["secret"], "code": "nope"})
    assert wrong.json()["fields"] == {"code": "code_wrong"}
    totp = pyotp.TOTP(enrolment["secret"])
    right = await caller.put(f"{SESSION}/second-step", json={"secret": enrolment["secret"], "code": totp.now()})
    assert right.status_code == 204
    attempt = {"sign_in_name": name, "password": PASSWORD}
    assert (await client.post(SESSION, json=attempt)).status_code == 401
    await pool.execute("update placement.account set totp_last_step = 0")
    code = totp.now()
    assert (await client.post(SESSION, json=attempt | {"code": code})).status_code == 201
    assert (await client.post(SESSION, json=attempt | {"code": code})).status_code == 401


async def test_a_new_sign_in_ends_the_session_before_it(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    name = await pool.fetchval("select sign_in_name from placement.account")
    first = caller.cookies["stagekans_session"]
    again = await caller.post(SESSION, json={"sign_in_name": name, "password": PASSWORD})
    assert again.status_code == 201
    caller.cookies.set("stagekans_session", first, domain="stagekans.test")
    assert (await caller.get(SESSION)).status_code == 401


async def test_language_is_kept(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    assert (await caller.get("/api/v1/nowhere")).json()["title"] == "Niet gevonden"
    assert (await caller.put(f"{SESSION}/language", json={"language": "en"})).status_code == 204
    assert (await caller.get("/api/v1/nowhere")).json()["title"] == "Not found"


async def test_token_and_password_are_stored_as_hashes(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    stored = await pool.fetch("select token_hash from placement.session")
    assert all(caller.cookies["stagekans_session"].encode() not in row["token_hash"] for row in stored)
    assert (await pool.fetchval("select password_hash from placement.account")).startswith("$argon2id$")


async def test_cookies_belong_to_this_host_over_https(application: Application, pool: asyncpg.Pool) -> None:
    _, name = await make_actor(pool, "coordinator")
    settings = type(application.state.settings)(
        database_url=application.state.settings.database_url, public_url=ADDRESS.replace("http:", "https:")
    )
    application.state.settings = settings
    transport = httpx.ASGITransport(app=application)  # type: ignore[arg-type]  # httpx types ASGI more loosely than Litestar
    async with httpx.AsyncClient(transport=transport, base_url=settings.public_url) as caller:
        answer = await caller.post(SESSION, json={"sign_in_name": name, "password": PASSWORD})
        cookies = answer.headers.get_list("set-cookie")
        assert any(c.startswith("__Host-stagekans_session=") and "Secure" in c and "Path=/" in c for c in cookies)
        assert "max-age" in answer.headers["strict-transport-security"]
