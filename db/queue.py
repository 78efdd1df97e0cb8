"""The job queue of pgqueuer, in the schema ``queue``. A job says which run to take up; the run itself is the truth."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final

from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver, AsyncpgPoolDriver
from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment, QueryQueueBuilder, QuerySchedulerBuilder
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.settings import DBSettings

from db.query import Query

if TYPE_CHECKING:
    import asyncpg

MATCH_RUN: Final = "match_run"
_SETTINGS: Final = DBSettings(db_schema="queue")


def _queries(driver: AsyncpgDriver | AsyncpgPoolDriver) -> Queries:
    return Queries(
        driver,
        qbe=QueryBuilderEnvironment(_SETTINGS),
        qbq=QueryQueueBuilder(_SETTINGS),
        qbs=QuerySchedulerBuilder(_SETTINGS),
    )


def of_pool(pool: asyncpg.Pool) -> Queries:
    """The queue as a worker reads it."""
    return _queries(AsyncpgPoolDriver(pool))


async def enqueue(connection: asyncpg.Connection, run_id: uuid.UUID) -> None:
    """Ask the workers to take up a run, in the caller's transaction; nothing happens where that was asked already."""
    await _queries(AsyncpgDriver(connection)).enqueue(
        MATCH_RUN, str(run_id).encode(), dedupe_key=f"{MATCH_RUN}:{run_id}", on_conflict="skip"
    )


_FORGOTTEN = Query(
    """
    select r.run_id
    from placement.match_run r
    where r.state = 'queued'
      and not exists (
          select from queue.pgqueuer q
          where q.dedupe_key = 'match_run:' || r.run_id and q.status in ('queued', 'picked'))
    order by r.created_at
    """,
    uuid.UUID,
)


async def forgotten_runs(connection: asyncpg.Connection) -> list[uuid.UUID]:
    """Runs that wait for a worker while no job asks for them."""
    return await _FORGOTTEN.all(connection)
