"""The course of the fieldwork."""

from __future__ import annotations

import uuid

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.pages.answering import AnyRequest, Html, show
from api.pages.contexts.lab.progress import ProgressPage
from api.pages.lab.tabs import study_tabs
from api.services.lab import progress, studies
from api.services.pool import Pool


@get("/studies/{study_id:uuid}/progress")
async def progress_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """How far the fieldwork is, and what the registered rule shows."""
    study = await studies.get_study(pool, actor, study_id)
    page = ProgressPage(
        study=study,
        tabs=study_tabs(study, "progress"),
        progress=await progress.get_progress(pool, actor, study_id),
    )
    return show(request, page)


HANDLERS = (progress_page,)
