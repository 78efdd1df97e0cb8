"""A post that is sent twice happens once."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest
from litestar import post

from api.app import create_app
from api.application import Application
from api.settings import Settings
from tests.api.conftest import ADDRESS, SignInAs

NEW = {"name": "Mei", "starts_on": "2027-05-01", "ends_on": "2027-06-30"}
KEY = {"Idempotency-Key": "7f0c"}
ROUNDS = "/api/v1/rounds"


@pytest.fixture
def placing_built() -> Application:
    """An application of the test's own: it gets handlers that the others must not meet."""
    return create_app(Settings(database_url="", public_url=ADDRESS))


async def _rounds(pool: asyncpg.Pool) -> int:
    return int(await pool.fetchval("select count(*) from placement.placement_round"))


async def test_a_repeat_gets_the_first_answer(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    first = await caller.post(ROUNDS, json=NEW, headers=KEY)
    again = await caller.post(ROUNDS, json=NEW, headers=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert await _rounds(pool) == 1


async def test_another_post_with_the_same_key_is_refused(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    await caller.post(ROUNDS, json=NEW, headers=KEY)
    answer = await caller.post(ROUNDS, json=NEW | {"name": "Juni"}, headers=KEY)
    assert answer.status_code == 422
    assert answer.json()["fields"] == {"Idempotency-Key": "idempotency_mismatch"}
    assert await _rounds(pool) == 1


async def test_keys_of_two_accounts_are_two_keys(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    for name in ("Mei", "Juni"):
        caller = await signed_in("coordinator")
        assert (await caller.post(ROUNDS, json=NEW | {"name": name}, headers=KEY)).status_code == 201
    assert await _rounds(pool) == 2


async def test_a_refused_post_gives_its_key_back(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    assert (await caller.post(ROUNDS, json=NEW | {"name": ""}, headers=KEY)).status_code == 422
    assert (await caller.post(ROUNDS, json=NEW, headers=KEY)).status_code == 201
    assert await _rounds(pool) == 1


async def test_posts_at_once_happen_once(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    answers = await asyncio.gather(*(caller.post(ROUNDS, json=NEW, headers=KEY) for _ in range(8)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert {answer.json()["facts"]["what"] for answer in answers if answer.status_code == 409} <= {"in_progress"}
    assert sum(answer.status_code == 201 and "idempotency-replayed" not in answer.headers for answer in answers) == 1
    assert await _rounds(pool) == 1


async def test_while_the_first_is_being_answered_the_second_waits_its_turn(
    application: Application, signed_in: SignInAs
) -> None:
    going_on, go_on = asyncio.Event(), asyncio.Event()

    @post("/api/v1/slow", include_in_schema=False)
    async def slow() -> str:
        going_on.set()
        await go_on.wait()
        return "done"

    application.register(slow)
    caller = await signed_in("coordinator")
    first = asyncio.create_task(caller.post("/api/v1/slow", headers=KEY))
    await going_on.wait()
    assert (await caller.post("/api/v1/slow", headers=KEY)).json()["facts"] == {"what": "in_progress"}
    go_on.set()
    assert (await first).status_code == 201
    assert (await caller.post("/api/v1/slow", headers=KEY)).headers["idempotency-replayed"] == "true"


async def test_a_key_whose_process_died_is_free_after_ten_minutes(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    await caller.post(ROUNDS, json=NEW, headers=KEY)
    await pool.execute("delete from placement.placement_round")
    await pool.execute("update placement.idempotency_key set status = null, created_at = now() - interval '9 minutes'")
    assert (await caller.post(ROUNDS, json=NEW, headers=KEY)).status_code == 409
    await pool.execute("update placement.idempotency_key set created_at = now() - interval '11 minutes'")
    assert (await caller.post(ROUNDS, json=NEW, headers=KEY)).status_code == 201


async def test_the_boundary_of_a_form_makes_no_other_post(application: Application, signed_in: SignInAs) -> None:
    times = 0

    @post("/api/v1/upload", include_in_schema=False)
    async def upload() -> int:
        nonlocal times
        times += 1
        return times

    application.register(upload)
    caller = await signed_in("coordinator")
    for boundary in ("one", "two"):
        kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        body = f'--{boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--{boundary}--\r\n'
        answer = await caller.post("/api/v1/upload", content=body, headers=KEY | kind)
        assert (answer.status_code, answer.text) == (201, "1")


@pytest.mark.parametrize("key", ["", "x" * 201])
async def test_a_key_of_no_use_is_refused(signed_in: SignInAs, key: str) -> None:
    caller = await signed_in("coordinator")
    answer = await caller.post(ROUNDS, json=NEW, headers={"Idempotency-Key": key})
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == ["Idempotency-Key"]
