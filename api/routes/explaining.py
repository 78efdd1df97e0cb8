"""Where a run has too few places, and letters to students: /api/v1/runs."""

from __future__ import annotations

import uuid

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.letters import LetterView
from api.messages.shortages import ShortagesView
from api.services import letters, shortages
from api.services.pool import Pool


@get("/runs/{run_id:uuid}/bottlenecks", summary="List bottlenecks", operation_id="list_bottlenecks")
async def list_bottlenecks(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> ShortagesView:
    """Smallest sets of students with too few places, in which students of the asker's programmes have no place."""
    return await shortages.list_shortages(pool, actor, run_id)


@get("/runs/{run_id:uuid}/proposals/{student_number:str}/letter", summary="Read a letter", operation_id="get_letter")
async def get_letter(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> LetterView:
    """Why this place, or why none yet, in words for the student, in the language of the asker."""
    return await letters.get_letter(pool, actor, run_id, student_number, actor.language)


router = Router(path="/api/v1", tags=["runs"], route_handlers=[list_bottlenecks, get_letter])
