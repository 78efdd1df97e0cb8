"""The frame of a study: /api/v1/studies/{study_id}/frame."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, MultipartBody, QueryParameter

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.files import LARGEST_UPLOAD, FileFormat
from api.messages.lab.frame import BlockedView, EntryView, FrameOutcome, FrameView, NewBlocked, RefusalView
from api.messages.paging import DEFAULT_SIZE, LARGEST_SIZE, PageOf
from api.routes.files import attachment
from api.services import paging
from api.services.lab import blocked_companies, frame
from api.services.pool import Pool

PageNumber = Annotated[int, QueryParameter(ge=1, le=paging.LARGEST_PAGE, description="The page, from 1")]
PageSize = Annotated[int, QueryParameter(ge=1, le=LARGEST_SIZE, description="Rows on a page")]


@get("/", summary="Read a frame", operation_id="get_frame")
async def get_frame(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> FrameView:
    """How many entries, from which files, and how many rows were refused."""
    return await frame.get_frame(pool, actor, study_id)


@post("/", summary="Bring a file into a frame", operation_id="import_frame", request_max_body_size=LARGEST_UPLOAD)
async def import_frame(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: MultipartBody[UploadFile],
) -> FrameOutcome:
    """A CSV or XLSX file, sent as a form with one file. Good rows go in at once; the others are kept with reasons."""
    if not isinstance(data, UploadFile):
        raise Unusable({"file": "missing"})
    content = await data.read()
    return await frame.import_frame(pool, actor, study_id, data.filename or "", content, now=dt.datetime.now(dt.UTC))


@get("/entries", summary="List entries of a frame", operation_id="list_frame_entries")
async def list_entries(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    sector: FromQuery[str] = "",
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[EntryView]:
    """Entries by pseudonym; of one sector, or all."""
    return await frame.list_entries(pool, actor, study_id, sector=sector, number=page, size=size)


@get("/refused", summary="List refused rows of a frame", operation_id="list_frame_refusals")
async def list_refusals(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[RefusalView]:
    """Rows that are not in the frame, each with every reason."""
    return await frame.list_refusals(pool, actor, study_id, number=page, size=size)


@get("/refused/file", summary="Download refused rows of a frame", operation_id="frame_refusals_file")
async def refusals_file(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    file_format: FromQuery[FileFormat] = "csv",
) -> Response[bytes]:
    """The columns of a frame, and one with the reasons."""
    return attachment(await frame.refusals_file(pool, actor, study_id, file_format))


@get("/blocked", summary="List blocked companies", operation_id="list_blocked_companies")
async def list_blocked(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> tuple[BlockedView, ...]:
    """Companies that every study leaves alone."""
    return await blocked_companies.list_blocked(pool, actor, study_id)


@post("/blocked", summary="Block a company", operation_id="block_company")
async def block_company(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[NewBlocked],
) -> tuple[BlockedView, ...]:
    """Leave a company alone from now on, in every study."""
    await blocked_companies.block_company(pool, actor, study_id, data)
    return await blocked_companies.list_blocked(pool, actor, study_id)


@post("/blocked/{blocked_id:int}/remove", summary="Unblock a company", operation_id="unblock_company", status_code=200)
async def unblock_company(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    blocked_id: FromPath[int],
) -> tuple[BlockedView, ...]:
    """Take a company off the list; only who leads a study does so."""
    await blocked_companies.unblock_company(pool, actor, study_id, blocked_id)
    return await blocked_companies.list_blocked(pool, actor, study_id)


router = Router(
    path="/api/v1/studies/{study_id:uuid}/frame",
    tags=["frame"],
    route_handlers=[
        get_frame, import_frame, list_entries, list_refusals, refusals_file, list_blocked, block_company,
        unblock_company,
    ],
)  # fmt: skip
