"""The real worker with a committed lottery: it matches with the seed, and stores and prints the hash."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest
import structlog

from api.messages.lottery import Commit
from api.messages.runs import NewRun
from api.services import attempt, lottery, lottery_record, runs
from matching.commitment import sealed
from tests.database.a_round import a_drawn_round, an_actor


async def test_a_worker_uses_the_seed_and_keeps_it(pool: asyncpg.Pool, capfd: pytest.CaptureFixture[str]) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 12, 8)
    await lottery.commit(pool, actor, round_id, Commit())
    asked = await runs.start_run(pool, actor, round_id, NewRun())
    with structlog.testing.capture_logs() as logged:
        assert await attempt.attempt(pool, asked.run_id, attempt.Timing(), asyncio.Event()) == "over"
    run = await runs.get_run(pool, actor, asked.run_id)
    assert run.state == "finished"
    assert run.report is not None
    assert run.lottery_sha256 is not None
    assert run.report.seed == sealed(run.lottery_sha256)
    revealed = (await lottery.reveal(pool, actor, round_id)).current
    assert revealed is not None
    assert (await lottery_record.record(pool, actor, round_id)).fits is True, "the lots come from the hidden seed"
    printed = capfd.readouterr()
    told = f"{logged}{printed.out}{printed.err}"
    assert [part for part in (revealed.seed, revealed.salt, revealed.secret) if part is None or part in told] == []
