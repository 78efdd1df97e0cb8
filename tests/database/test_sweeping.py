"""What has passed is removed by workers, whether or not anybody signs in."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import asyncpg

from api.services.attempt import Timing
from api.services.sweeping import sweep
from api.worker import _watch
from tests.database.a_round import an_actor
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
