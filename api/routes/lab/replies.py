"""Replies of companies: /api/v1/studies/{study_id}/replies."""

from __future__ import annotations

import uuid

from litestar import Router, get, post, put
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, MultipartBody

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.files import LARGEST_UPLOAD
from api.messages.lab.fieldwork import Assigned, Imported, Judgement, ReplyView
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.routes.pages import PageNumber, PageSize
from api.services.lab import replies
from api.services.lab.imap_folder import MailboxClosed
from api.services.pool import Pool
from api.web.errors import AnyRequest
from api.web.session import settings_of


@post("/import", summary="Read in a mailbox", operation_id="import_replies", request_max_body_size=LARGEST_UPLOAD)
async def import_replies(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: MultipartBody[UploadFile],
) -> Imported:
    """An mbox file or one saved message, sent as a form with one file. What is there already is not taken twice."""
    if not isinstance(data, UploadFile):
        raise Unusable({"file": "missing"})
    return await replies.import_file(pool, actor, study_id, await data.read())


@post("/fetch", summary="Fetch new replies", operation_id="fetch_replies", status_code=200)
async def fetch_replies(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Imported:
    """What is new in the mailbox on the mail server."""
    done = await replies.fetch(pool, actor, study_id, settings_of(request).mailbox)
    if isinstance(done, MailboxClosed):
        raise Conflict("mailbox_closed", code=done.code)
    return done


@get("/loose", summary="List replies without a dispatch", operation_id="list_loose_replies")
async def list_loose(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    set_aside: FromQuery[bool] = False,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[ReplyView]:
    """What a person decides on, or set aside."""
    return await replies.list_loose(pool, actor, study_id, set_aside=set_aside, number=page, size=size)


@get("/unjudged", summary="List replies that nobody judged", operation_id="list_unjudged_replies")
async def list_unjudged(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> tuple[ReplyView, ...]:
    """The clock of their withdrawal may be running."""
    return await replies.list_not_judged(pool, actor, study_id)


@put("/{reply_id:uuid}/dispatch", summary="Say where a reply belongs", operation_id="assign_reply", status_code=204)
async def assign_reply(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    reply_id: FromPath[uuid.UUID],
    data: JSONBody[Assigned],
) -> None:
    """With a dispatch; or without one and with a reason: it is set aside."""
    await replies.assign(pool, actor, study_id, reply_id, data)


@put("/{reply_id:uuid}/judgement", summary="Judge a reply", operation_id="judge_reply", status_code=204)
async def judge_reply(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    reply_id: FromPath[uuid.UUID],
    data: JSONBody[Judgement],
) -> None:
    """Whether it is positive: for the withdrawal clock alone."""
    await replies.judge(pool, actor, study_id, reply_id, positive=data.positive)


router = Router(
    path="/api/v1/studies/{study_id:uuid}/replies",
    tags=["replies"],
    route_handlers=[import_replies, fetch_replies, list_loose, list_unjudged, assign_reply, judge_reply],
)
