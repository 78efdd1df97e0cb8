"""What has passed is removed by the workers of placing and the website of the lab, whether or not anybody signs in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import asyncpg
import pytest
from structlog.testing import capture_logs

from api.cli.lab.sweep import _sweep
from api.lab_app import create_lab_app
from api.services.attempt import Timing
from api.services.passed import keep_removing
from api.services.sweeping import sweep
from api.settings import Settings
from api.worker import _watch
from tests.database.a_round import an_actor
from tests.database.lab.a_study import a_person
from tests.database.waiting import until

PASSED = """
insert into placement.session (token_hash, account_id, csrf_token, expires_at, last_seen_at)
    select sha256(n::text::bytea), account_id, '', now() + ends, now() - seen
    from placement.account, (values (1, interval '1 hour', interval '0'), (2, interval '-1 second', interval '0'),
        (3, interval '1 hour', interval '9 hours')) v (n, ends, seen);
insert into placement.idempotency_key (account_id, key, request_sha256, created_at)
    select account_id, n::text, '', now() - n * interval '20 hours' from placement.account, generate_series(1, 2) n;
insert into placement.rate_limit (bucket, window_start, hits) values ('a', now(), 1), ('a', now() - interval '2 h', 1);
insert into placement.sign_in_failure (name_sha256, failures, last_failed_at)
    values ('a', 1, now()), ('b', 1, now() - interval '25 hours');
"""
LEFT = """
select (select count(*) from placement.session), (select count(*) from placement.idempotency_key),
       (select count(*) from placement.rate_limit), (select count(*) from placement.sign_in_failure)
"""


async def test_what_has_passed_goes_and_the_rest_stays(pool: asyncpg.Pool) -> None:
    await an_actor(pool, "coordinator")
    await pool.execute(PASSED)
    await sweep(pool)
    assert tuple(await pool.fetchrow(LEFT)) == (1, 1, 1, 1)


@pytest.fixture
async def passed_in_lab(lab_pool: asyncpg.Pool) -> Callable[[], Awaitable[tuple[int, ...]]]:
    """What has passed in the lab; asks what is left of it."""
    await a_person(lab_pool, "lead", "researcher")
    await lab_pool.execute("delete from lab.session; delete from lab.rate_limit")
    await lab_pool.execute(PASSED.replace("placement.", "lab."))

    async def left() -> tuple[int, ...]:
        return tuple(await lab_pool.fetchrow(LEFT.replace("placement.", "lab.")))

    assert await left() == (3, 2, 2, 2)
    return left


async def test_the_command_of_the_lab_removes_what_has_passed(
    passed_in_lab: Callable[[], Awaitable[tuple[int, ...]]], lab_url: str
) -> None:
    assert await _sweep(lab_url) == 0  # of studies there is nothing to delete
    assert await passed_in_lab() == (1, 1, 1, 1)


async def test_the_website_of_the_lab_does_so_by_itself(
    passed_in_lab: Callable[[], Awaitable[tuple[int, ...]]], lab_url: str
) -> None:
    settings = Settings(database_url=lab_url, public_url="http://lab.test", pool_size=2, half="lab")
    async with create_lab_app(settings).lifespan():
        await until(passed_in_lab, lambda rows: rows == (1, 1, 1, 1))


async def test_a_database_that_was_away_is_swept_when_it_is_back(
    passed_in_lab: Callable[[], Awaitable[tuple[int, ...]]], lab_pool: asyncpg.Pool
) -> None:
    await lab_pool.execute("alter table lab.rate_limit rename to away")

    async def told() -> int:
        return len(written)

    with capture_logs() as written:
        removing = asyncio.create_task(keep_removing(lab_pool, every=0.05))
        await until(told, lambda failures: failures > 0)
    try:
        await lab_pool.execute("alter table lab.away rename to rate_limit")
        await until(passed_in_lab, lambda rows: rows == (1, 1, 1, 1))
    finally:
        removing.cancel()
        await asyncio.gather(removing, return_exceptions=True)


async def test_a_worker_sweeps(pool: asyncpg.Pool) -> None:
    await an_actor(pool, "coordinator")
    await pool.execute(PASSED)
    watching = asyncio.create_task(_watch(pool, Timing()))

    async def left() -> tuple[int, ...]:
        return tuple(await pool.fetchrow(LEFT))

    try:
        await until(left, lambda rows: rows == (1, 1, 1, 1))
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
