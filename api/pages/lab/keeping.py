"""What a study keeps until when, and putting it away."""

from __future__ import annotations

import datetime as dt
import uuid

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.lab.faults import StudyRefused
from api.pages.answering import AnyRequest, Html, go, said, show
from api.pages.contexts.lab.results import KeepingPage
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import retention
from api.services.pool import Pool


@get("/studies/{study_id:uuid}/keeping")
async def keeping_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """What goes when, and what went."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/keeping")
async def archive_study(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Put the study away."""
    try:
        await retention.archive(pool, actor, study_id)
    except StudyRefused as refused:
        return show(request, await _page(request, pool, actor, study_id, refusal=said(request, refused)), status=409)
    return go(f"/studies/{study_id}/keeping", "study_archived")


async def _page(
    request: AnyRequest, pool: Pool, actor: Actor, study_id: uuid.UUID, *, refusal: str = ""
) -> KeepingPage:
    keeping = await retention.get_keeping(pool, actor, study_id, dt.datetime.now(dt.UTC))
    return KeepingPage(
        study=keeping.study,
        tabs=study_tabs(keeping.study, "keeping"),
        keeping=keeping,
        refusal=refusal,
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (keeping_page, archive_study)
