"""Real worker processes, killed and stopped. A run is slow enough for that: its process needs a second to begin."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from api.messages.runs import NewRun, RunView
from api.services import running, runs
from api.worker import timing_of
from db import embedded
from db.migrate import migrate
from db.pool import connect, open_pool
from tests.database.a_round import a_drawn_round, an_actor
from tests.database.waiting import until

Start = Callable[[str], "subprocess.Popen[bytes]"]
_PROGRAM = "import asyncio, sys; from api.worker import work; asyncio.run(work(sys.argv[1]))"


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a worker; all of them are gone when the test ends."""
    started: list[subprocess.Popen[bytes]] = []
    timing = {"STAGEKANS_WORKER_BEAT": "0.1", "STAGEKANS_WORKER_STALE": "1"}

    def start_worker(url: str) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, "-c", _PROGRAM, url], env={**os.environ, **timing}))
        return started[-1]

    yield start_worker
    for worker in started:
        worker.kill()
        worker.wait()


async def _a_run(pool: asyncpg.Pool) -> tuple[Callable[[], RunView], RunView]:
    """A run that was asked for, and a way to look at it again."""
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 60, 50), NewRun())
    return lambda: runs.get_run(pool, actor, run.run_id), run  # type: ignore[return-value]  # awaited by `until`


def _children(worker: subprocess.Popen[bytes]) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()]


async def test_two_workers_make_one_run_once(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    start(database_url)
    start(database_url)
    look, asked = await _a_run(pool)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert (run.state, run.tries) == ("finished", 1)
    assert await pool.fetchval("select count(*) from placement.proposal where run_id = $1", asked.run_id) == 60
    await until(lambda: pool.fetchval("select count(*) from queue.pgqueuer"), lambda jobs: jobs == 0)


async def test_kill_9_of_a_worker_and_another_takes_the_run(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    look, _ = await _a_run(pool)
    first = start(database_url)
    await until(look, lambda run: run.state == "running")
    await until(_async(lambda: _children(first)), bool)
    (solving,) = _children(first)
    first.kill()
    await until(_async(lambda: Path(f"/proc/{solving}").exists()), lambda there: not there)
    start(database_url)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert (run.state, run.tries) == ("finished", 2)
    assert run.report is not None
    assert run.report.placed == 50


def _async(ask):  # type: ignore[no-untyped-def]  # test glue
    async def answer():  # type: ignore[no-untyped-def]  # test glue
        return ask()

    return answer


async def test_a_run_that_kills_every_worker_fails_with_the_reason(
    pool: asyncpg.Pool, database_url: str, start: Start
) -> None:
    look, _ = await _a_run(pool)
    for number in range(1, running.MOST_TRIES + 1):
        worker = start(database_url)
        await until(look, lambda run, number=number: run.state == "running" and run.tries == number)
        worker.kill()
    start(database_url)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert run.state == "failed"
    assert run.error is not None
    assert run.error.code == "worker_lost"


async def test_a_solving_process_that_dies_costs_a_try_and_not_the_worker(
    pool: asyncpg.Pool, database_url: str, start: Start
) -> None:
    look, _ = await _a_run(pool)
    worker = start(database_url)
    await until(_async(lambda: _children(worker)), bool)
    os.kill(_children(worker)[0], signal.SIGKILL)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert (run.state, run.tries) == ("finished", 2)
    assert worker.poll() is None


async def test_cancel_ends_the_solving_process(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    look, asked = await _a_run(pool)
    worker = start(database_url)
    await until(_async(lambda: _children(worker)), bool)
    await pool.execute("update placement.match_run set cancel_requested = true where run_id = $1", asked.run_id)
    assert (await until(look, lambda run: run.state != "running")).state == "cancelled"
    await until(_async(lambda: _children(worker)), lambda pids: not pids)


async def test_sigterm_gives_the_run_back(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    look, _ = await _a_run(pool)
    first = start(database_url)
    await until(_async(lambda: _children(first)), bool)
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=10) == 0
    given_back = await look()  # type: ignore[misc]  # awaitable, see _a_run
    assert (given_back.state, given_back.tries) == ("queued", 0)
    start(database_url)
    assert (await until(look, lambda run: run.state != "queued" and run.state != "running")).state == "finished"


async def test_a_database_that_restarts_during_a_run(home: Path, start: Start) -> None:
    with embedded.start(home) as server:
        connection = await connect(server.url)
        await migrate(connection)
        await connection.close()
        pool = await open_pool(server.url)
        start(server.url)
        look, asked = await _a_run(pool)
        await until(look, lambda run: run.state == "running")
        pool.terminate()
    with embedded.start(home) as again:
        pool = await open_pool(again.url)
        look = lambda: pool.fetchrow(  # noqa: E731  # the same question to the new pool
            "select state, tries from placement.match_run where run_id = $1", asked.run_id
        )
        assert (await until(look, lambda run: run["state"] not in ("queued", "running")))["state"] == "finished"
        # The worker is whole again: it hears of the next run.
        look, _ = await _a_run(pool)
        assert (await until(look, lambda run: run.state not in ("queued", "running"))).state == "finished"
        pool.terminate()


def test_timing_comes_from_the_environment() -> None:
    assert timing_of({}).stale == running.STALE_AFTER.total_seconds()
    assert timing_of({"STAGEKANS_WORKER_BEAT": "2", "STAGEKANS_WORKER_STALE": "5"}).beat == 2
    with pytest.raises(ValueError, match="at least twice"):
        timing_of({"STAGEKANS_WORKER_BEAT": "4", "STAGEKANS_WORKER_STALE": "5"})
