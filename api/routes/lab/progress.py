"""The course of the fieldwork: /api/v1/studies/{study_id}/progress."""

from __future__ import annotations

import uuid

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.lab.progress import ProgressView
from api.services.lab import progress
from api.services.pool import Pool


@get("/{study_id:uuid}/progress", summary="Read how the fieldwork goes", operation_id="get_progress")
async def get_progress(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> ProgressView:
    """Counts, balance, and what the registered stopping rule shows; no outcomes by applicant."""
    return await progress.get_progress(pool, actor, study_id)


router = Router(path="/api/v1/studies", tags=["progress"], route_handlers=[get_progress])
