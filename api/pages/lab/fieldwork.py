"""The fieldwork: its steps, the work list, the calendar, and what companies are owed."""

from __future__ import annotations

import uuid
from typing import Final, get_args

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Refused, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import When
from api.pages.answering import AnyRequest, Html, faults_of, go, hand_over, said, show
from api.pages.contexts.lab.fieldwork import AskedStep, FieldworkPage, FieldworkStepPage, WithdrawalsPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import study_tabs
from api.pages.listing import SIZE, Listing, page_number
from api.pages.notices import Notice, notice_of
from api.services.lab import dispatch_files, fieldwork, studies, withdrawals, work_list
from api.services.lab.log_words import LONGEST_REASON
from api.services.pool import Pool

WHENS: Final[tuple[When, ...]] = get_args(When)
STEPS: Final[tuple[AskedStep, ...]] = get_args(AskedStep)
_DONE: Final[dict[AskedStep, Notice]] = {"stop": "study_stopped", "resume": "study_resumed", "close": "study_closed"}


@get("/studies/{study_id:uuid}/fieldwork")
async def fieldwork_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Where it stands."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/fieldwork")
async def start_fieldwork(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Begin."""
    try:
        await fieldwork.start(pool, actor, study_id)
    except StudyRefused as refused:
        return show(request, await _page(request, pool, actor, study_id, refused), status=409)
    return go(f"/studies/{study_id}/fieldwork", "study_started")


async def _page(
    request: AnyRequest, pool: Pool, actor: Actor, study_id: uuid.UUID, refused: Refused | None = None
) -> FieldworkPage:
    asked = request.query_params.get("when", "")
    when: When = next((one for one in WHENS if one == asked), "now")
    path = f"/studies/{study_id}/fieldwork"
    study = await studies.get_study(pool, actor, study_id)
    return FieldworkPage(
        study=study,
        tabs=study_tabs(study, "fieldwork"),
        fieldwork=await fieldwork.get_fieldwork(pool, actor, study_id),
        when=when,
        work=await work_list.list_work(
            pool, actor, study_id, when, number=page_number(request.query_params), size=SIZE
        ),
        listing=Listing(path=path, wanted={} if when == "now" else {"when": when}),
        days=await work_list.calendar(pool, actor, study_id),
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


@get("/studies/{study_id:uuid}/fieldwork/steps/{step:str}")
async def step_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    step: FromPath[str],
) -> Html:
    """Ask once more."""
    return show(request, await _step(request, pool, actor, study_id, _known(step)))


@post("/studies/{study_id:uuid}/fieldwork/steps/{step:str}")
async def take_step(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    step: FromPath[str],
) -> Html:
    """Take the step, with its reason."""
    asked = _known(step)
    form = await read_form(request)
    reason = form.words("reason", least=0, most=LONGEST_REASON)
    steps = {"stop": fieldwork.stop, "resume": fieldwork.resume, "close": fieldwork.close}
    try:
        await steps[asked](pool, actor, study_id, reason)
    except (Unusable, StudyRefused, Conflict) as refused:
        page = await _step(request, pool, actor, study_id, asked, form=form, refused=refused)
        return show(request, page, status=422 if isinstance(refused, Unusable) else 409)
    return go(f"/studies/{study_id}/fieldwork", _DONE[asked])


def _known(step: str) -> AskedStep:
    found = next((one for one in STEPS if one == step), None)
    if found is None:
        raise NotFound(what="page")
    return found


async def _step(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    step: AskedStep,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
) -> FieldworkStepPage:
    await fieldwork.get_fieldwork(pool, actor, study_id)  # coders are refused
    study = await studies.get_study(pool, actor, study_id)
    return FieldworkStepPage(
        study=study,
        tabs=study_tabs(study, "fieldwork"),
        step=step,
        values={} if form is None else form.values,
        faults=faults_of(refused) if refused else {},
        refusal=said(request, refused) if refused else "",
    )


@get("/studies/{study_id:uuid}/fieldwork/veldwerk.ics")
async def calendar_file(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """For a calendar program."""
    return hand_over(await work_list.calendar_file(pool, actor, study_id))


@get("/studies/{study_id:uuid}/fieldwork/today.zip")
async def files_of_today(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """Every letter and CV of today."""
    return hand_over(await dispatch_files.files_of_today(pool, actor, study_id))


@get("/studies/{study_id:uuid}/fieldwork/withdrawals")
async def withdrawals_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """What companies are owed."""
    owed = await withdrawals.list_withdrawals(pool, actor, study_id)
    study = await studies.get_study(pool, actor, study_id)
    return show(request, WithdrawalsPage(study=study, tabs=study_tabs(study, "fieldwork"), owed=owed))


HANDLERS = (
    fieldwork_page, start_fieldwork, step_page, take_step, calendar_file, files_of_today, withdrawals_page,
)  # fmt: skip
