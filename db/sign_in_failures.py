"""Failed sign-ins by name, and the lock-out that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg

# The attempt counts before the password is looked at: a hundred attempts at once are a hundred attempts.
_COUNT = Query(
    """
    insert into sign_in_failure as f (name_sha256, failures) values ($1, 1)
    on conflict (name_sha256) do update set
        failures = case when f.last_failed_at < now() - interval '24 hours' then 1 else f.failures + 1 end,
        last_failed_at = now(),
        locked_until = case
            when f.last_failed_at < now() - interval '24 hours' or f.failures + 1 < $2::integer then null
            else now() + $3::integer * interval '1 minute' * power(2, least(f.failures + 1 - $2::integer, 6)) end
    where f.locked_until is null or f.locked_until <= now()
    returning f.failures
    """,
    int,
)


async def count_attempt(
    connection: asyncpg.Connection, name_sha256: bytes, *, allowed: int, lock_minutes: int
) -> int | None:
    """Count an attempt as failed until :func:`forget` says otherwise; None while the name is locked.

    From the ``allowed``-th failure in a row on, each one locks the name: for ``lock_minutes``, then for twice as
    long, and so on up to 64 times as long.
    """
    return await _COUNT.first(connection, name_sha256, allowed, lock_minutes)


_MINUTES_LEFT = Query(
    """
    select greatest(1, ceil(extract(epoch from locked_until - now()) / 60))::integer as minutes
    from sign_in_failure where name_sha256 = $1 and locked_until is not null
    """,
    int,
)


async def minutes_left(connection: asyncpg.Connection, name_sha256: bytes) -> int:
    """Whole minutes until the lock ends, at least 1."""
    return await _MINUTES_LEFT.first(connection, name_sha256) or 1


_FORGET = Statement("delete from sign_in_failure where name_sha256 = $1")


async def forget(connection: asyncpg.Connection, name_sha256: bytes) -> None:
    """The person signed in: start counting afresh."""
    await _FORGET.run(connection, name_sha256)


_REMOVE_OLD = Statement(
    """
    delete from sign_in_failure
    where last_failed_at < now() - interval '24 hours' and (locked_until is null or locked_until < now())
    """
)


async def remove_old(connection: asyncpg.Connection) -> int:
    """Remove failures that no longer count."""
    return await _REMOVE_OLD.run(connection)
