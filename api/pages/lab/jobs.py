"""Long work: a page that waits with its reader, and what came of it."""

from __future__ import annotations

import uuid
from typing import Final

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.lab.jobs import JobKind
from api.pages.answering import AnyRequest, Html, go, hand_over, said, show
from api.pages.contexts.lab.jobs import JobPage
from api.pages.lab.tabs import study_tabs
from api.services.lab import dispatch_files, jobs, studies
from api.services.lab.job_running import told_again
from api.services.pool import Pool

#: Where the result of each kind is, below the study.
_ONWARD: Final[dict[JobKind, str]] = {"letters": "fieldwork", "replies": "fieldwork/replies", "plan": "plan"}


@post("/studies/{study_id:uuid}/fieldwork/letters")
async def ask_letters(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """All letters of today: few at once, many as a job."""
    if await dispatch_files.due_today(pool, actor, study_id) <= dispatch_files.MOST_AT_ONCE:
        return go(f"/studies/{study_id}/fieldwork/today.zip")
    return go_to_job(study_id, await jobs.ask_letters(pool, actor, study_id))


def go_to_job(study_id: uuid.UUID, job_id: uuid.UUID) -> Html:
    """On to the page of a job that was just asked for."""
    return go(f"/studies/{study_id}/jobs/{job_id}")


@get("/studies/{study_id:uuid}/jobs/{job_id:uuid}")
async def job_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    job_id: FromPath[uuid.UUID],
) -> Html:
    """How it stands; the page asks again by itself while it waits."""
    job = await jobs.get_job(pool, actor, study_id, job_id)
    study = await studies.get_study(pool, actor, study_id)
    return show(
        request,
        JobPage(
            study=study,
            tabs=study_tabs(study, "plan" if job.kind == "plan" else "fieldwork"),
            job=job,
            onward=f"/studies/{study_id}/{_ONWARD[job.kind]}",
            found=job.refusal.findings if job.refusal else (),
            refusal="" if job.refusal is None else said(request, told_again(job.refusal)),
        ),
    )


@get("/studies/{study_id:uuid}/jobs/{job_id:uuid}/file")
async def job_file(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    job_id: FromPath[uuid.UUID],
) -> Response[bytes]:
    """What it made."""
    return hand_over(await jobs.job_file(pool, actor, study_id, job_id))


HANDLERS = (ask_letters, job_page, job_file)
