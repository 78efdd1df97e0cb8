"""Two things at the same moment: one of them is first, and what is stored tells one story."""

from __future__ import annotations

import asyncio
import gzip

import asyncpg
import msgspec
import pytest

from api.messages.faults import Conflict
from api.messages.importing import ApplyImport
from api.messages.runs import NewRun
from api.services import importing, running, runs
from matching.instance import decode
from matching.run import run
from tests.database.a_round import COOK, a_drawn_round, an_actor


@pytest.mark.parametrize("head_start", [0.0, 0.002, 0.005, 0.01, 0.02])
async def test_a_cancel_and_the_end_of_a_run(pool: asyncpg.Pool, head_start: float) -> None:
    actor = await an_actor(pool, "coordinator")
    asked = await runs.start_run(pool, actor, await a_drawn_round(pool, 40, 30), NewRun())
    claimed = await running.claim(pool, asked.run_id)
    assert claimed is not None
    result = run(decode(gzip.decompress(claimed.instance)), claimed.policy, clock=lambda: 0.0)

    async def cancel() -> bool:
        await asyncio.sleep(head_start)
        try:
            await runs.cancel_run(pool, actor, asked.run_id)
        except Conflict as refused:
            return refused.what != "run_over"
        return True

    finished, cancelled = await asyncio.gather(running.finish(pool, claimed, result), cancel())
    assert finished != cancelled
    if not finished:
        await running.cancelled(pool, claimed)
    now = await runs.get_run(pool, actor, asked.run_id)
    assert now.state == ("finished" if finished else "cancelled")
    stored = await pool.fetchval("select count(*) from placement.proposal where run_id = $1", asked.run_id)
    assert stored == (40 if finished else 0)


async def test_an_import_while_a_round_is_frozen(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 40, 30)
    rows = "".join(f"n{number};{COOK}\n" for number in range(500))
    view = await importing.preview(pool, actor, round_id, "students", "s.csv", f"student_number;crebo\n{rows}".encode())
    asked, applied = await asyncio.gather(
        runs.start_run(pool, actor, round_id, NewRun()), importing.apply(pool, actor, view.import_id, ApplyImport())
    )
    assert applied.report.added == 500
    assert asked.students in (40, 540), "a run sees a file whole or not at all"
    content = await pool.fetchval("select instance from placement.match_run where run_id = $1", asked.run_id)
    assert len(msgspec.json.decode(gzip.decompress(content))["students"]) == asked.students


async def test_two_people_start_a_run_at_once(pool: asyncpg.Pool) -> None:
    people = [await an_actor(pool, "coordinator") for _ in range(4)]
    round_id = await a_drawn_round(pool, 40, 30)
    answers = await asyncio.gather(
        *(runs.start_run(pool, who, round_id, NewRun()) for who in people), return_exceptions=True
    )
    refused = [answer for answer in answers if isinstance(answer, BaseException)]
    assert [type(answer) for answer in refused] == [Conflict] * 3
    assert await pool.fetchval("select count(*) from placement.match_run") == 1
