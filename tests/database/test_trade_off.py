"""What more changes of a re-match would buy: a what-if for each limit, on the round as it was frozen."""

from __future__ import annotations

import gzip

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, Unusable
from api.messages.runs import NewRun, RunView
from api.pages.curve import trade_off_of
from api.services import running, runs, sweep_runs, what_if
from matching.instance import decode
from matching.policy import Policy, Rematch
from matching.run import run
from tests.database.a_rematch import told_round
from tests.database.a_round import a_finished_run, an_actor

#: Each holds what the next one wants: all three change, or nobody.
HOLDS = {"s1": "O1", "s2": "O2", "s3": "O3"}
WANTS = {"s1": "O2", "s2": "O3", "s3": "O1"}


async def finish(pool: asyncpg.Pool, asked: RunView) -> RunView:
    """Match it in this process, as a worker would."""
    claimed = await running.claim(pool, asked.run_id)
    assert claimed is not None
    result = run(decode(gzip.decompress(claimed.instance)), claimed.policy, clock=lambda: 0.0)
    assert await running.finish(pool, claimed, result)
    return asked


async def test_each_limit_is_a_what_if_and_together_they_are_a_curve(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await told_round(pool, HOLDS)
    await pool.executemany(
        "insert into placement.preference (student_id, offer_uid, rank)"
        " select student_id, offer_uid, 1 from placement.student s join placement.offer o using (round_id)"
        " where s.round_id = $1 and student_number = $2 and offer_id = $3",
        [(round_id, student, offer) for student, offer in WANTS.items()],
    )
    asked = await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(rematch=Rematch(max_changes=1))))
    with pytest.raises(Conflict) as conflict:
        await sweep_runs.start_trade_off(pool, actor, asked.run_id)
    assert conflict.value.what == "run_not_finished"
    await finish(pool, asked)
    made = await sweep_runs.start_trade_off(pool, actor, asked.run_id, (3, 0, 1, 5))
    assert [one.policy.rematch for one in made] == [Rematch(max_changes=most) for most in (0, 3, 5)]
    parent = await runs.get_run(pool, actor, asked.run_id)
    assert {one.policy.seed for one in made} == {parent.report and parent.report.seed}
    for one in made:
        await finish(pool, one)
    curve = trade_off_of(parent, await what_if.list_what_ifs(pool, actor, asked.run_id))
    assert curve is not None
    assert [(point.most, point.chosen, point.placed) for point in curve.points] == [
        (0, 0, 3), (1, 0, 3), (3, 3, 3), (5, 3, 3),
    ]  # fmt: skip
    points = [point.points or 0 for point in curve.points]
    assert points[0] == points[1] < points[2] == points[3]


async def test_only_of_a_rematch_and_only_for_coordinators(pool: asyncpg.Pool) -> None:
    actor, lead = await an_actor(pool, "coordinator"), await an_actor(pool, "school_lead")
    round_id = await told_round(pool, HOLDS)
    run_id = await a_finished_run(pool, actor, round_id)
    with pytest.raises(NotAllowed):
        await sweep_runs.start_trade_off(pool, lead, run_id)
    with pytest.raises(Unusable) as unusable:
        await sweep_runs.start_trade_off(pool, actor, run_id)
    assert unusable.value.fields == {"limits": "not_a_rematch"}
    asked = await finish(
        pool, await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(rematch=Rematch(max_changes=5))))
    )
    with pytest.raises(Unusable) as unusable:
        await sweep_runs.start_trade_off(pool, actor, asked.run_id, (5,))
    assert unusable.value.fields == {"limits": "missing"}
