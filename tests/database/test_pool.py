"""The codecs and the transaction of db.pool."""

import contextlib

import asyncpg
import msgspec
import pytest

from db.pool import transaction


class Size(msgspec.Struct, frozen=True):
    height: int
    width: int


async def test_a_struct_goes_in_and_plain_values_come_out(pool: asyncpg.Pool) -> None:
    async with pool.acquire() as connection:
        assert await connection.fetchval("select $1::jsonb", Size(height=2, width=3)) == {"height": 2, "width": 3}
        assert await connection.fetchval("select $1::jsonb[]", [{"a": 1}, None]) == [{"a": 1}, None]


async def test_text_is_json_already_as_pgqueuer_sends_it(pool: asyncpg.Pool) -> None:
    assert await pool.fetchval("select $1::jsonb", '{"a": [1]}') == {"a": [1]}
    with pytest.raises(asyncpg.InvalidTextRepresentationError):
        await pool.fetchval("select $1::jsonb", "not json")


async def test_a_transaction_commits_at_the_end_and_rolls_back_on_a_fault(pool: asyncpg.Pool) -> None:
    await pool.execute("create table public.kept (number integer)")
    async with transaction(pool) as connection:
        await connection.execute("insert into public.kept values (1)")
    with contextlib.suppress(ZeroDivisionError):
        async with transaction(pool) as connection:
            await connection.execute("insert into public.kept values (2)")
            _ = 1 // 0
    assert [row[0] for row in await pool.fetch("select number from public.kept")] == [1]


async def test_times_are_in_utc(pool: asyncpg.Pool) -> None:
    assert await pool.fetchval("show timezone") == "UTC"


async def test_every_query_is_planned_for_its_values_also_after_a_connection_was_given_back(pool: asyncpg.Pool) -> None:
    for _ in range(2):
        async with pool.acquire() as connection:
            assert await connection.fetchval("show plan_cache_mode") == "force_custom_plan"
            await connection.execute("set plan_cache_mode = auto")
