"""A round in which people were told places, and a re-match of it that proposes what a test wants."""

from __future__ import annotations

import gzip
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.runs import NewRun
from api.services import running, runs
from matching.instance import decode
from matching.policy import Policy, Rematch
from matching.run import run
from tests.database.a_round import a_round, a_student, an_offer, place


async def told_round(
    pool: asyncpg.Pool, holds: dict[str, str], offers: tuple[str, ...] = ("O1", "O2", "O3")
) -> uuid.UUID:
    """A round in which these students hold these places, one a place, all recognitions checked."""
    round_id = await a_round(pool)
    uid = {name: await an_offer(pool, round_id, name) for name in offers}
    await pool.execute("update placement.offer set recognition_checked_on = '2026-09-01'")
    for number, offer_id in holds.items():
        await place(pool, await a_student(pool, round_id, number), uid[offer_id])
    return round_id


async def a_rematch(pool: asyncpg.Pool, actor: Actor, round_id: uuid.UUID, wanted: dict[str, str | None]) -> uuid.UUID:
    """A finished re-match that proposes exactly this; the engine that would find it is not there yet."""
    asked = await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(rematch=Rematch(max_changes=9))))
    claimed = await running.claim(pool, asked.run_id)
    assert claimed is not None
    instance = decode(gzip.decompress(claimed.instance))
    students = tuple(
        msgspec.structs.replace(
            student,
            locked_offer=wanted.get(student.student_number, student.locked_offer),
            only_preferences=wanted.get(student.student_number, "") is None,
        )
        for student in instance.students
    )
    result = run(msgspec.structs.replace(instance, students=students), Policy(), clock=lambda: 0.0)
    assert await running.finish(pool, claimed, result)
    return asked.run_id
