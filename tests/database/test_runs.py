from __future__ import annotations

import asyncio
import datetime as dt
import gzip
import hashlib

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.runs import NewRun, RunError
from api.services import running, runs
from api.services.attempt import Timing, attempt
from matching.instance import decode
from matching.policy import Policy, WorstOff
from tests.database.a_round import CARE, COOK, a_drawn_round, a_round, a_student, an_actor, an_offer
from tests.database.waiting import until

NOW = dt.timedelta(0)


async def test_a_run_is_frozen_hashed_and_queued_in_one_go(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 12, 8)
    run = await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(seed="zaad")))
    assert (run.number, run.state, run.students, run.offers, run.policy.seed) == (1, "queued", 12, 8, "zaad")
    content = gzip.decompress(await pool.fetchval("select instance from placement.match_run"))
    assert hashlib.sha256(content).hexdigest() == run.input_sha256
    assert decode(content).canonical() == content
    job = await pool.fetchrow("select entrypoint, payload from queue.pgqueuer")
    assert (job["entrypoint"], job["payload"].decode()) == ("match_run", str(run.run_id))
    assert await pool.fetchval("select kind from placement.event") == "run_asked_for"


async def test_the_same_round_freezes_to_the_same_bytes(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 30, 20)
    first = await runs.start_run(pool, actor, round_id, NewRun())
    await runs.cancel_run(pool, actor, first.run_id)
    second = await runs.start_run(pool, actor, round_id, NewRun())
    assert second.number == 2
    assert second.input_sha256 == first.input_sha256
    assert len(await pool.fetch("select distinct instance from placement.match_run")) == 1


async def test_one_unfinished_run_a_round(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 5, 5)
    answers = await asyncio.gather(
        *(runs.start_run(pool, actor, round_id, NewRun()) for _ in range(4)), return_exceptions=True
    )
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    assert [fault.what for fault in refused] == ["run_busy"] * 3
    assert await pool.fetchval("select count(*) from queue.pgqueuer") == 1


async def test_nothing_to_match_is_refused(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator", programmes=(COOK,))
    round_id = await a_round(pool)
    with pytest.raises(Unusable) as empty:
        await runs.start_run(pool, actor, round_id, NewRun())
    assert empty.value.fields == {"students": "no_students", "offers": "no_offers"}
    await a_student(pool, round_id, "v1", crebo=CARE)
    await an_offer(pool, round_id, "O1")
    with pytest.raises(Unusable) as of_others:
        await runs.start_run(pool, actor, round_id, NewRun())
    assert of_others.value.fields == {"students": "no_students"}
    assert await pool.fetchval("select count(*) from placement.match_run") == 0


async def test_who_may(pool: asyncpg.Pool) -> None:
    cook = await an_actor(pool, "coordinator", programmes=(COOK,))
    round_id = await a_drawn_round(pool, 3, 3)
    run = await runs.start_run(pool, cook, round_id, NewRun())
    carer = await an_actor(pool, "coordinator", programmes=(CARE,))
    with pytest.raises(NotFound):
        await runs.get_run(pool, carer, run.run_id)
    with pytest.raises(NotFound):
        await runs.cancel_run(pool, carer, run.run_id)
    assert await runs.list_runs(pool, carer, round_id) == ()
    lead = await an_actor(pool, "school_lead")
    assert [found.run_id for found in await runs.list_runs(pool, lead, round_id)] == [run.run_id]
    for actor in (lead, await an_actor(pool, "service_point"), await an_actor(pool, "admin")):
        with pytest.raises(NotAllowed):
            await runs.start_run(pool, actor, round_id, NewRun())
    with pytest.raises(NotAllowed):
        await runs.get_run(pool, await an_actor(pool, "service_point"), run.run_id)


async def test_cancelling_a_waiting_run_and_cancelling_twice(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 3, 3), NewRun())
    assert (await runs.cancel_run(pool, actor, run.run_id)).state == "cancelled"
    assert (await runs.cancel_run(pool, actor, run.run_id)).state == "cancelled"
    assert await running.claim(pool, run.run_id) is None
    assert await running.is_over(pool, run.run_id)


async def test_an_old_token_writes_nothing(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 3, 3), NewRun())
    old = await running.claim(pool, run.run_id)
    assert old is not None
    assert await running.claim(pool, run.run_id) is None, "the first worker is alive"
    new = await running.claim(pool, run.run_id, stale_after=NOW)
    assert new is not None
    assert new.tries == 2
    with pytest.raises(running.NoLongerOurs):
        await running.beat(pool, old, "placed", 0.5)
    with pytest.raises(running.NoLongerOurs):
        await running.fail(pool, old, RunError(code="internal"))
    assert not await running.give_back(pool, old)
    assert await running.beat(pool, new, "placed", 0.5) is False
    assert (await runs.get_run(pool, actor, run.run_id)).stage == "placed"


async def test_a_run_whose_worker_fell_silent_waits_again_and_fails_in_the_end(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 3, 3), NewRun())
    await pool.execute("delete from queue.pgqueuer")  # even the queue lost it
    for number in range(1, running.MOST_TRIES + 1):
        await running.rescue(pool)
        assert await pool.fetchval("select count(*) from queue.pgqueuer") == 1
        claimed = await running.claim(pool, run.run_id)
        assert claimed is not None
        assert claimed.tries == number
        assert await running.rescue(pool) == 0, "it is alive"
        assert await running.rescue(pool, stale_after=NOW) == 1
    lost = await runs.get_run(pool, actor, run.run_id)
    assert lost.state == "failed"
    assert lost.error == RunError(code="worker_lost", facts={"tries": running.MOST_TRIES})
    kinds = [row["kind"] for row in await pool.fetch("select kind from placement.event order by event_number")]
    assert kinds == ["run_asked_for", "run_waits_again", "run_waits_again", "run_failed"]


async def test_looking_at_a_run_without_a_worker_is_enough(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 3, 3), NewRun())
    await running.claim(pool, run.run_id)
    assert (await runs.get_run(pool, actor, run.run_id)).state == "running"
    await pool.execute("update placement.match_run set heartbeat_at = now() - interval '1 minute'")
    assert (await runs.get_run(pool, actor, run.run_id)).state == "queued"


async def test_a_lost_run_that_was_to_be_cancelled_is_cancelled(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await a_drawn_round(pool, 3, 3), NewRun())
    await running.claim(pool, run.run_id)
    assert (await runs.cancel_run(pool, actor, run.run_id)).state == "running"
    await running.rescue(pool, stale_after=NOW)
    assert (await runs.get_run(pool, actor, run.run_id)).state == "cancelled"


async def test_values_by_class_are_stored_and_read_back(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 40, 30)
    policy = Policy(goals=("placed", "worst_off"), worst_off=WorstOff(classes="utility"))
    asked = await runs.start_run(pool, actor, round_id, NewRun(policy=policy))
    assert await attempt(pool, asked.run_id, Timing(beat=0.2), asyncio.Event()) == "over"
    run = await runs.get_run(pool, actor, asked.run_id)
    assert run.report is not None, run.error
    assert run.policy == policy
    _, worst_off = run.report.goals
    assert isinstance(worst_off.value, tuple)
    assert (worst_off.value[0], sum(worst_off.value), len(worst_off.value)) == (10, 40, 11)
    assert worst_off.bound == worst_off.value


async def test_a_whole_run(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 40, 30)
    asked = await runs.start_run(pool, actor, round_id, NewRun())
    assert await attempt(pool, asked.run_id, Timing(beat=0.2), asyncio.Event()) == "over"
    run = await runs.get_run(pool, actor, asked.run_id)
    assert run.state == "finished", run.error
    assert run.report is not None
    assert (run.report.students, run.report.placed, run.progress) == (40, 30, 1.0)
    assert run.report.input_sha256 == run.input_sha256
    assert all(goal.proven for goal in run.report.goals)
    assert set(run.report.versions) == {"stagekans", "ortools", "numpy"}
    written = await pool.fetchrow(
        "select count(*) as students, count(offer_id) as placed, count(reason_code) as unplaced from placement.proposal"
    )
    assert tuple(written) == (40, 30, 10)
    assert await attempt(pool, asked.run_id, Timing(), asyncio.Event()) == "over", "a job that comes twice does nothing"


async def test_a_lock_that_breaks_a_rule_fails_the_run_and_names_the_row(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", status="closed")
    await a_student(pool, round_id, "s1", locked_offer="O1")
    asked = await runs.start_run(pool, actor, round_id, NewRun())
    await attempt(pool, asked.run_id, Timing(beat=0.2), asyncio.Event())
    run = await runs.get_run(pool, actor, asked.run_id)
    assert run.state == "failed"
    assert run.error is not None
    assert run.error.code == "instance_unusable"
    (row,) = run.error.rows
    assert (row.code, row.row_key, row.facts["rule"]) == ("lock_breaks_rule", "s1", "offer_status")


async def test_a_cancelled_run_stops_and_stores_nothing(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    asked = await runs.start_run(pool, actor, await a_drawn_round(pool, 20, 20), NewRun())
    trying = asyncio.create_task(attempt(pool, asked.run_id, Timing(beat=0.05), asyncio.Event()))
    await until(lambda: runs.get_run(pool, actor, asked.run_id), lambda run: run.state == "running")
    asked_to_stop = await runs.cancel_run(pool, actor, asked.run_id)
    assert (asked_to_stop.state, asked_to_stop.cancel_requested) == ("running", True)
    assert await trying == "over"
    assert (await runs.get_run(pool, actor, asked.run_id)).state == "cancelled"
    assert await pool.fetchval("select count(*) from placement.proposal") == 0


async def test_a_worker_that_stops_gives_the_run_back(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    asked = await runs.start_run(pool, actor, await a_drawn_round(pool, 20, 20), NewRun())
    stopping = asyncio.Event()
    trying = asyncio.create_task(attempt(pool, asked.run_id, Timing(beat=0.05), stopping))
    await until(lambda: runs.get_run(pool, actor, asked.run_id), lambda run: run.state == "running")
    stopping.set()
    assert await trying == "again"
    run = await runs.get_run(pool, actor, asked.run_id)
    assert (run.state, run.tries) == ("queued", 0)
