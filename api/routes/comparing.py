"""Two runs side by side and what-if: /api/v1/rounds/{id}/compare and /api/v1/runs/{id}/what-if."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor
from api.messages.comparing import ComparedSort, ComparisonFilter, ComparisonView, EffectFilter
from api.messages.paging import DEFAULT_SIZE
from api.messages.runs import NewWhatIf, RunView
from api.routes.pages import PageNumber, PageSize
from api.services import comparing, what_if
from api.services.pool import Pool


@get("/rounds/{round_id:uuid}/compare", summary="Compare two runs", operation_id="compare_runs")
async def compare_runs(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    left: FromQuery[uuid.UUID],
    right: FromQuery[uuid.UUID],
    search: FromQuery[str] = "",
    crebo: FromQuery[str] = "",
    effect: FromQuery[EffectFilter] = "",
    sort: FromQuery[ComparedSort] = "effect",
    descending: FromQuery[bool] = False,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> ComparisonView:
    """Who changed, who is better or worse off, and what was different in data, policy and lottery.

    Students are those of the asker's programmes; goals and profile are about the whole runs.
    """
    chosen = ComparisonFilter(search=search, crebo=crebo, effect=effect, sort=sort, descending=descending)
    return await comparing.compare_runs(pool, actor, round_id, left, right, chosen, number=page, size=size)


@post("/runs/{run_id:uuid}/what-if", summary="Ask what if", operation_id="start_what_if", status_code=202)
async def start_what_if(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID], data: JSONBody[NewWhatIf]
) -> RunView:
    """Match the frozen round of a finished run again, with changes. Nobody decides about the outcome.

    Read the run until it is finished, then compare it with its parent.
    """
    return await what_if.start_what_if(pool, actor, run_id, data)


@get("/runs/{run_id:uuid}/what-ifs", summary="List what-ifs of a run", operation_id="list_what_ifs")
async def list_what_ifs(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> tuple[RunView, ...]:
    """The what-ifs that were asked of a finished run, the oldest first."""
    return await what_if.list_what_ifs(pool, actor, run_id)


router = Router(path="/api/v1", tags=["runs"], route_handlers=[compare_runs, start_what_if, list_what_ifs])
