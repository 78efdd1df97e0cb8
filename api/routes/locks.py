"""Locks of students, and places that a re-match takes away: /api/v1/rounds/{id}/students and /api/v1/runs."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.messages.accounts import Actor
from api.messages.rounds import LockView, NewLock
from api.messages.runs import AnswerRemoval, AskRemoval, RemovalView
from api.services import locks, removals
from api.services.pool import Pool


@post(
    "/rounds/{round_id:uuid}/students/{student_number:str}/lock",
    summary="Lock a student to an offer",
    operation_id="lock_student",
    status_code=200,
)
async def lock_student(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
    data: JSONBody[NewLock],
) -> LockView:
    """Fix an offer that the hard rules allow, with a reason of at least ten characters. Runs leave it as it is."""
    return await locks.lock(pool, actor, round_id, student_number, data)


@post(
    "/rounds/{round_id:uuid}/students/{student_number:str}/unlock",
    summary="Take a lock back",
    operation_id="unlock_student",
    status_code=204,
)
async def unlock_student(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> None:
    """Also one that came with a file. A place that the student holds stays his."""
    await locks.unlock(pool, actor, round_id, student_number)


@get("/runs/{run_id:uuid}/removals", summary="List removals that wait", operation_id="list_removals")
async def list_removals(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> tuple[RemovalView, ...]:
    """Places that a re-match would take away, and that wait for a second person."""
    return await removals.waiting(pool, actor, run_id)


@post(
    "/runs/{run_id:uuid}/proposals/{student_number:str}/removal",
    summary="Ask to take a place away",
    operation_id="ask_removal",
    status_code=200,
)
async def ask_removal(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
    data: JSONBody[AskRemoval],
) -> RemovalView:
    """A school lead answers; until then the student keeps his place."""
    return await removals.ask(pool, actor, run_id, student_number, data)


@post(
    "/runs/{run_id:uuid}/proposals/{student_number:str}/removal-answer",
    summary="Confirm or refuse a removal",
    operation_id="answer_removal",
    status_code=200,
)
async def answer_removal(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
    data: JSONBody[AnswerRemoval],
) -> RemovalView:
    """A school lead confirms, never whoever asked; whoever asked may take it back."""
    return await removals.answer(pool, actor, run_id, student_number, data)


router = Router(
    path="/api/v1",
    tags=["locks"],
    route_handlers=[lock_student, unlock_student, list_removals, ask_removal, answer_removal],
)
