"""Long work of a study: /api/v1/studies/{study_id}/jobs."""

from __future__ import annotations

import uuid

from litestar import Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, MultipartBody

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.files import LARGEST_UPLOAD
from api.messages.lab.jobs import JobMade, JobView
from api.messages.lab.plans import DrawPlan
from api.routes.files import attachment
from api.services.lab import jobs
from api.services.pool import Pool


@post("/letters", summary="Ask for letters", operation_id="ask_letters", status_code=202)
async def ask_letters(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> JobMade:
    """Letters and CVs of everything that is to be sent before the day is over, however many."""
    return JobMade(job_id=await jobs.ask_letters(pool, actor, study_id))


@post(
    "/replies", summary="Ask to read in a mailbox", operation_id="ask_replies", status_code=202,
    request_max_body_size=LARGEST_UPLOAD,
)  # fmt: skip
async def ask_replies(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: MultipartBody[UploadFile],
) -> JobMade:
    """An mbox file with any number of messages, sent as a form with one file."""
    if not isinstance(data, UploadFile):
        raise Unusable({"file": "missing"})
    return JobMade(job_id=await jobs.ask_replies(pool, actor, study_id, await data.read()))


@post("/plan", summary="Ask to draw the plan", operation_id="ask_plan", status_code=202)
async def ask_plan(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID], data: JSONBody[DrawPlan]
) -> JobMade:
    """The plan of a study of any size."""
    return JobMade(job_id=await jobs.ask_plan(pool, actor, study_id, data))


@get("/{job_id:uuid}", summary="Read a job", operation_id="get_job")
async def get_job(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    job_id: FromPath[uuid.UUID],
) -> JobView:
    """Whether it waits, runs or ended, and what came of it. A day after its end it is gone."""
    return await jobs.get_job(pool, actor, study_id, job_id)


@get("/{job_id:uuid}/file", summary="Download what a job made", operation_id="get_job_file")
async def get_job_file(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    job_id: FromPath[uuid.UUID],
) -> Response[bytes]:
    """The letters."""
    return attachment(await jobs.job_file(pool, actor, study_id, job_id))


router = Router(
    path="/api/v1/studies/{study_id:uuid}/jobs",
    tags=["jobs"],
    route_handlers=[ask_letters, ask_replies, ask_plan, get_job, get_job_file],
)
