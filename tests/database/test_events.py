"""The event log refuses change, and a change made around the refusal is found."""

import asyncio
import datetime as dt
import hashlib
import json
import uuid

import asyncpg
import pytest

from db import events
from db.pool import transaction

ACCOUNT = uuid.UUID("00000000-0000-4000-8000-000000000007")


async def _append(pool: asyncpg.Pool, subject: str, **facts: object) -> int:
    async with transaction(pool) as connection:
        return await events.append(connection, account_id=ACCOUNT, kind="import.applied", subject=subject, facts=facts)


async def _walk(pool: asyncpg.Pool) -> events.Chain:
    async with pool.acquire() as connection:
        return await events.verify_chain(connection)


async def _change(pool: asyncpg.Pool, sql: str) -> None:
    """What only the owner of the database can do: change the log behind its own guard."""
    async with transaction(pool) as connection:
        await connection.execute("alter table placement.event disable trigger event_append_only")
        await connection.execute(sql)
        await connection.execute("alter table placement.event enable trigger event_append_only")


async def test_events_are_numbered_and_chained(pool: asyncpg.Pool) -> None:
    assert [await _append(pool, "round/1", rows=number, share=2.0, small=1e-7, note="ë ") for number in range(3)] == [
        1,
        2,
        3,
    ]
    chain = await _walk(pool)
    assert (chain.events, chain.fault) == (3, None)
    assert chain.head == await pool.fetchval("select hash from placement.event where event_number = 3")


async def test_the_hash_can_be_computed_without_this_program(pool: asyncpg.Pool) -> None:
    await _append(pool, "round/1", students=12, files=["a", "b"], Z=None)
    row = await pool.fetchrow("select * from placement.event")
    when = row["at"].astimezone(dt.UTC).isoformat(timespec="microseconds")
    told = [1, when, str(ACCOUNT), "import.applied", "round/1", {"students": 12, "files": ["a", "b"], "Z": None}]
    text = json.dumps(told, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    assert row["hash"] == hashlib.sha256(bytes(32) + text.encode()).digest()


async def test_an_event_needs_a_transaction(connection: asyncpg.Connection) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        await events.append(connection, account_id=None, kind="a", subject="b", facts={})


async def test_an_event_of_a_transaction_that_fails_is_gone_and_leaves_no_gap(pool: asyncpg.Pool) -> None:
    async with pool.acquire() as connection:
        attempt = connection.transaction()
        await attempt.start()
        assert await events.append(connection, account_id=None, kind="a", subject="b", facts={}) == 1
        await attempt.rollback()
    assert await _append(pool, "round/1") == 1


async def test_many_at_once_make_one_chain(pool: asyncpg.Pool) -> None:
    numbers = await asyncio.gather(*(_append(pool, f"round/{number}") for number in range(40)))
    assert sorted(numbers) == list(range(1, 41))
    assert (await _walk(pool)).fault is None


@pytest.mark.parametrize(
    "sql",
    [
        "update placement.event set kind = 'other'",
        "delete from placement.event",
        "truncate placement.event",
    ],
)
async def test_change_is_refused(pool: asyncpg.Pool, sql: str) -> None:
    await _append(pool, "round/1")
    with pytest.raises(asyncpg.RestrictViolationError) as refusal:
        await pool.execute(sql)
    assert refusal.value.as_dict()["constraint_name"] == "event_append_only"


@pytest.mark.parametrize(
    ("sql", "fault", "at_event"),
    [
        ("update placement.event set facts = '{\"rows\": 99}' where event_number = 2", "altered", 2),
        ("update placement.event set account_id = null where event_number = 2", "altered", 2),
        ("update placement.event set at = at + interval '1 microsecond' where event_number = 3", "altered", 3),
        ("delete from placement.event where event_number = 2", "missing", 3),
        (
            "delete from placement.event where event_number = 2;"
            "update placement.event set event_number = event_number - 1 where event_number > 2",
            "unlinked",
            2,
        ),
    ],
)
async def test_change_behind_the_guard_is_found(pool: asyncpg.Pool, sql: str, fault: str, at_event: int) -> None:
    for number in range(4):
        await _append(pool, "round/1", rows=number)
    await _change(pool, sql)
    chain = await _walk(pool)
    assert (chain.fault, chain.at_event) == (fault, at_event)


async def test_an_empty_log_is_whole(pool: asyncpg.Pool) -> None:
    assert await _walk(pool) == events.Chain(events=0, head=events.FIRST_PREVIOUS_HASH, fault=None, at_event=None)
