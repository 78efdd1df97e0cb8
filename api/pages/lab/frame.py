"""The frame of a study: a file with vacancies in, what could not be used, and companies that are left alone."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import FileRefused, Refused, Unusable
from api.messages.files import LARGEST_UPLOAD
from api.messages.importing import Fault
from api.messages.lab.faults import StudyRefused
from api.messages.lab.frame import NewBlocked
from api.pages.answering import AnyRequest, Html, faults_of, format_of, go, hand_over, said, show
from api.pages.contexts.lab.frame import BlockedPage, FramePage, RefusedRowsPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import study_tabs
from api.pages.listing import SIZE, Listing, kept, page_number
from api.pages.notices import notice_of
from api.services.lab import blocked_companies, frame, frame_file, studies
from api.services.pool import Pool
from testing_lab.frame.reading import COLUMNS, REQUIRED

_COLUMNS: Final = tuple((column, column in REQUIRED) for column in COLUMNS)


@get("/studies/{study_id:uuid}/frame")
async def frame_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """The frame."""
    return show(request, await _frame(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/frame", request_max_body_size=LARGEST_UPLOAD)
async def import_frame(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Bring a file in: good rows at once, the others with their reasons."""
    upload = (await request.form()).get("file")
    if not isinstance(upload, UploadFile) or not upload.filename:
        fault: Refused = Unusable({"file": "file_missing"})
        return show(request, await _frame(request, pool, actor, study_id, refused=fault), status=422)
    try:
        await frame.import_frame(
            pool, actor, study_id, upload.filename, await upload.read(), now=dt.datetime.now(dt.UTC)
        )
    except FileRefused as refused:
        page = await _frame(request, pool, actor, study_id, refused=refused, faults=refused.report.faults)
        return show(request, page, status=422)
    except (Unusable, StudyRefused) as refused:
        page = await _frame(request, pool, actor, study_id, refused=refused)
        return show(request, page, status=409 if isinstance(refused, StudyRefused) else 422)
    return go(f"/studies/{study_id}/frame", "frame_imported")


async def _frame(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    refused: Refused | None = None,
    faults: tuple[Fault, ...] = (),
) -> FramePage:
    study = await studies.get_study(pool, actor, study_id)
    wanted = kept(request.query_params, "sector")
    number = page_number(request.query_params)
    return FramePage(
        study=study,
        tabs=study_tabs(study, "frame"),
        frame=await frame.get_frame(pool, actor, study_id),
        entries=await frame.list_entries(
            pool, actor, study_id, sector=wanted.get("sector", ""), number=number, size=SIZE
        ),
        listing=Listing(path=f"/studies/{study_id}/frame", wanted=wanted),
        columns=_COLUMNS,
        file_faults=faults,
        faults=faults_of(refused) if refused else {},
        refusal=said(request, refused) if refused and not faults else "",
        notice=notice_of(request.query_params.get("done")),
    )


@get("/studies/{study_id:uuid}/frame/template")
async def frame_template(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """An empty file with all columns."""
    await studies.get_study(pool, actor, study_id)
    return hand_over(frame_file.template_file(format_of(request)))


@get("/studies/{study_id:uuid}/frame/refused")
async def refused_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """The rows that could not be used."""
    study = await studies.get_study(pool, actor, study_id)
    number = page_number(request.query_params)
    page = RefusedRowsPage(
        study=study,
        tabs=study_tabs(study, "frame"),
        refusals=await frame.list_refusals(pool, actor, study_id, number=number, size=SIZE),
        listing=Listing(path=f"/studies/{study_id}/frame/refused"),
    )
    return show(request, page)


@get("/studies/{study_id:uuid}/frame/refused/file")
async def refused_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """The same, as a file with a column of reasons."""
    return hand_over(await frame.refusals_file(pool, actor, study_id, format_of(request)))


@get("/studies/{study_id:uuid}/frame/blocked")
async def blocked_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Companies that are left alone."""
    return show(request, await _blocked(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/frame/blocked")
async def block_company(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Leave another company alone."""
    form = await read_form(request)
    asked = NewBlocked(
        company=form.words("company", most=blocked_companies.LONGEST_NAME),
        kvk=form.words("kvk", least=0, most=20),
        reason=form.words("reason", most=blocked_companies.LONGEST_REASON),
    )
    if form.faults:
        return show(request, await _blocked(request, pool, actor, study_id, form=form), status=422)
    try:
        await blocked_companies.block_company(pool, actor, study_id, asked)
    except Unusable as refused:
        page = await _blocked(request, pool, actor, study_id, form=form, refused=refused)
        return show(request, page, status=422)
    return go(f"/studies/{study_id}/frame/blocked", "company_blocked")


@post("/studies/{study_id:uuid}/frame/blocked/{blocked_id:int}/remove")
async def unblock_company(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    blocked_id: FromPath[int],
) -> Html:
    """Take a company off the list."""
    await blocked_companies.unblock_company(pool, actor, study_id, blocked_id)
    return go(f"/studies/{study_id}/frame/blocked", "company_unblocked")


async def _blocked(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
) -> BlockedPage:
    study = await studies.get_study(pool, actor, study_id)
    return BlockedPage(
        study=study,
        tabs=study_tabs(study, "frame"),
        blocked=await blocked_companies.list_blocked(pool, actor, study_id),
        values={} if form is None else form.values,
        faults=(form.faults if form else {}) | (faults_of(refused) if refused else {}),
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (
    frame_page, import_frame, frame_template, refused_page, refused_file, blocked_page, block_company, unblock_company,
)  # fmt: skip
