"""Real worker processes, killed and stopped. A run is slow enough for that: its process needs a second to begin."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
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

Start = Callable[..., "subprocess.Popen[bytes]"]
_PROGRAM = "import asyncio, sys; from api.worker import work; asyncio.run(work(sys.argv[1]))"


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a worker; all of them are gone when the test ends.

    ``stale``: seconds of silence after which its run is taken from it. Where nobody dies, a busy machine may never make
    a worker silent so long.
    """
    started: list[subprocess.Popen[bytes]] = []

    def start_worker(url: str, stale: str = "3") -> subprocess.Popen[bytes]:
        timing = {"STAGEKANS_WORKER_BEAT": "0.1", "STAGEKANS_WORKER_STALE": stale}
        started.append(subprocess.Popen([sys.executable, "-c", _PROGRAM, url], env={**os.environ, **timing}))
        return started[-1]

    yield start_worker
    for worker in started:
        worker.kill()
        worker.wait()


async def _a_run(pool: asyncpg.Pool) -> tuple[Callable[[], Awaitable[RunView]], RunView]:
    """A run that was asked for, and a way to look at it again."""
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 60, 50), NewRun())
    return lambda: runs.get_run(pool, actor, run.run_id), run


def _read(pid: int | str, what: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


async def _solving(worker: subprocess.Popen[bytes]) -> list[int]:
    """Solving processes that the worker started."""
    children = _read(worker.pid, f"task/{worker.pid}/children").decode().split()
    return [int(pid) for pid in children if b"solving_process" in _read(pid, "cmdline")]


async def _lives(pid: int) -> bool:
    """A zombie has no command line, and does not live."""
    return bool(_read(pid, "cmdline"))


async def test_two_workers_make_one_run_once(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    start(database_url, stale="15")
    start(database_url, stale="15")
    look, asked = await _a_run(pool)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert (run.state, run.tries) == ("finished", 1)
    assert run.report is not None
    assert [goal.price is not None for goal in run.report.goals] == [True, True]
    assert (
        await pool.fetchval("select fairness -> 'students' from placement.match_run where run_id = $1", run.run_id)
        == 60
    )
    assert await pool.fetchval("select count(*) from placement.proposal where run_id = $1", asked.run_id) == 60
    await until(lambda: pool.fetchval("select count(*) from queue.pgqueuer"), lambda jobs: jobs == 0)


async def test_kill_9_of_a_worker_and_another_takes_the_run(
    pool: asyncpg.Pool, database_url: str, start: Start
) -> None:
    look, _ = await _a_run(pool)
    first = start(database_url)
    await until(look, lambda run: run.state == "running")
    (solving,) = await until(lambda: _solving(first), bool)
    first.kill()
    await until(lambda: _lives(solving), lambda lives: not lives)
    start(database_url)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert (run.state, run.tries) == ("finished", 2)
    assert run.report is not None
    assert run.report.placed == 50


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
    (solving,) = await until(lambda: _solving(worker), bool)
    os.kill(solving, signal.SIGKILL)
    run = await until(look, lambda run: run.state not in ("queued", "running"))
    assert (run.state, run.tries) == ("finished", 2)
    assert worker.poll() is None


async def test_cancel_ends_the_solving_process(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    look, asked = await _a_run(pool)
    worker = start(database_url)
    await until(lambda: _solving(worker), bool)
    await pool.execute("update placement.match_run set cancel_requested = true where run_id = $1", asked.run_id)
    assert (await until(look, lambda run: run.state != "running")).state == "cancelled"
    await until(lambda: _solving(worker), lambda pids: not pids)


async def test_sigterm_gives_the_run_back(pool: asyncpg.Pool, database_url: str, start: Start) -> None:
    look, _ = await _a_run(pool)
    first = start(database_url)
    await until(lambda: _solving(first), bool)
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=120) == 0
    given_back = await look()
    assert (given_back.state, given_back.tries) == ("queued", 0)
    start(database_url)
    assert (await until(look, lambda run: run.state not in ("queued", "running"))).state == "finished"


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
        state = "select state from placement.match_run where run_id = $1"
        over = await until(lambda: pool.fetchval(state, asked.run_id), lambda now: now not in ("queued", "running"))
        assert over == "finished"
        # The worker is whole again: it hears of the next run.
        look, _ = await _a_run(pool)
        assert (await until(look, lambda run: run.state not in ("queued", "running"))).state == "finished"
        pool.terminate()


def test_timing_comes_from_the_environment() -> None:
    assert timing_of({}).stale == running.STALE_AFTER.total_seconds()
    assert timing_of({"STAGEKANS_WORKER_BEAT": "2", "STAGEKANS_WORKER_STALE": "5"}).beat == 2
    with pytest.raises(ValueError, match="at most half"):
        timing_of({"STAGEKANS_WORKER_BEAT": "4", "STAGEKANS_WORKER_STALE": "5"})
    with pytest.raises(ValueError, match=r"at most 7\.5"):
        timing_of({"STAGEKANS_WORKER_BEAT": "10", "STAGEKANS_WORKER_STALE": "60"})
