"""Match runs, proposals and decisions: /api/v1/rounds/{id}/runs and /api/v1/runs."""

from __future__ import annotations

import uuid
from typing import Annotated

import msgspec
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.messages.accounts import Actor
from api.messages.fairness import FairnessView
from api.messages.files import FileFormat
from api.messages.paging import DEFAULT_SIZE, LARGEST_SIZE, PageOf
from api.messages.runs import (
    DecisionView,
    NewRun,
    OutcomeView,
    Override,
    ProposalFilter,
    ProposalRow,
    ProposalSort,
    RunView,
    SampleView,
)
from api.routes.attachments import attachment
from api.services import decisions, exporting, fairness, paging, runs
from api.services.pool import Pool

PageNumber = Annotated[int, QueryParameter(ge=1, le=paging.LARGEST_PAGE, description="The page, from 1")]
PageSize = Annotated[int, QueryParameter(ge=1, le=LARGEST_SIZE, description="Rows on a page")]


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """How many proposals were accepted at once."""

    decisions: int


@get("/rounds/{round_id:uuid}/runs", summary="List runs of a round", operation_id="list_runs")
async def list_runs(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> tuple[RunView, ...]:
    """Runs in which students of the asker's programmes take part, newest first."""
    return await runs.list_runs(pool, actor, round_id)


@post("/rounds/{round_id:uuid}/runs", summary="Start a run", operation_id="start_run", status_code=202)
async def start_run(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID], data: JSONBody[NewRun]
) -> RunView:
    """Freeze the round and ask a worker to match it. Read the run until its state is finished, failed or cancelled."""
    return await runs.start_run(pool, actor, round_id, data)


@get("/runs/{run_id:uuid}", summary="Read a run", operation_id="get_run")
async def get_run(pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]) -> RunView:
    """How far the run is, its report when it is finished, its error when it failed."""
    return await runs.get_run(pool, actor, run_id)


@post("/runs/{run_id:uuid}/cancel", summary="Cancel a run", operation_id="cancel_run", status_code=200)
async def cancel_run(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> RunView:
    """At once where it waits, within a second or two where it runs."""
    return await runs.cancel_run(pool, actor, run_id)


@get("/runs/{run_id:uuid}/proposals", summary="List proposals", operation_id="list_proposals")
async def list_proposals(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    search: FromQuery[str] = "",
    crebo: FromQuery[str] = "",
    placed: FromQuery[bool | None] = None,
    decided: FromQuery[bool | None] = None,
    flagged: FromQuery[bool | None] = None,
    changed: FromQuery[bool | None] = None,
    sort: FromQuery[ProposalSort] = "student_number",
    descending: FromQuery[bool] = False,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[ProposalRow]:
    """A proposal a student. ``search`` looks in number, name, offer and company; ``flagged``: something to check.

    ``changed``: of a re-match, another place than the student was told, or none.
    """
    wanted = ProposalFilter(
        search=search,
        crebo=crebo,
        placed=placed,
        decided=decided,
        flagged=flagged,
        changed=changed,
        sort=sort,
        descending=descending,
    )
    return await decisions.list_proposals(pool, actor, run_id, wanted, number=page, size=size)


@get("/runs/{run_id:uuid}/proposals/{student_number:str}", summary="Read an outcome", operation_id="get_outcome")
async def get_outcome(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> OutcomeView:
    """One student: the proposal, why, the decision, and what else is possible."""
    return await decisions.get_outcome(pool, actor, run_id, student_number)


@post(
    "/runs/{run_id:uuid}/proposals/{student_number:str}/accept",
    summary="Accept a proposal",
    operation_id="accept",
    status_code=200,
)
async def accept(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> DecisionView:
    """Decide as proposed; the student gets the place. The same again gives the same answer."""
    return await decisions.accept(pool, actor, run_id, student_number)


@post(
    "/runs/{run_id:uuid}/proposals/{student_number:str}/override",
    summary="Decide otherwise",
    operation_id="override",
    status_code=200,
)
async def override(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
    data: JSONBody[Override],
) -> DecisionView:
    """Another offer that the hard rules allow, or none, with a reason of at least ten characters."""
    return await decisions.override(pool, actor, run_id, student_number, data)


@post(
    "/runs/{run_id:uuid}/proposals/{student_number:str}/review",
    summary="Say that you looked",
    operation_id="mark_reviewed",
    status_code=204,
)
async def mark_reviewed(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> None:
    """This person looked at the proposal, in the sample or not."""
    await decisions.mark_reviewed(pool, actor, run_id, student_number)


@get("/runs/{run_id:uuid}/sample", summary="Read the sample", operation_id="read_sample")
async def read_sample(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> SampleView:
    """The proposals to look at before accepting the rest, and how many that would be."""
    return await decisions.sample(pool, actor, run_id)


@post("/runs/{run_id:uuid}/accept-rest", summary="Accept the rest", operation_id="accept_rest", status_code=200)
async def accept_rest(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Accepted:
    """Accept every undecided proposal of a place, after this person looked at the whole sample."""
    return Accepted(decisions=await decisions.accept_rest(pool, actor, run_id))


@get("/runs/{run_id:uuid}/fairness", summary="Read the fairness report", operation_id="read_fairness")
async def read_fairness(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> FairnessView:
    """Figures about groups and about the whole run, under the small-number rule; nothing about one student."""
    return await fairness.get_fairness(pool, actor, run_id)


@get(
    "/runs/{run_id:uuid}/export",
    summary="Download the outcome",
    operation_id="export_run",
    responses={200: ResponseSpec(bytes, description="The file", generate_examples=False, media_type="text/csv")},
)
async def export_run(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    file_format: FromQuery[FileFormat] = "csv",
) -> Response[bytes]:
    """Who got what and why, in the language of the asker; CSV or XLSX."""
    return attachment(await exporting.export_run(pool, actor, run_id, file_format))


router = Router(
    path="/api/v1",
    tags=["runs"],
    route_handlers=[
        list_runs,
        start_run,
        get_run,
        cancel_run,
        list_proposals,
        get_outcome,
        accept,
        override,
        mark_reviewed,
        read_sample,
        accept_rest,
        export_run,
        read_fairness,
    ],
)
