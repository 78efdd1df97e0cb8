"""Two runs side by side, and what-if."""

from __future__ import annotations

import uuid
from typing import Final, get_args
from urllib.parse import urlencode

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.comparing import ComparedSort, ComparisonFilter, ComparisonView, EffectFilter
from api.messages.faults import Conflict, Unusable
from api.messages.runs import NewWhatIf, RunView
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.compare import CompareChoicePage, ComparePage, WhatIfPage
from api.pages.curve import curves_of, is_of_a_sweep, trade_off_of
from api.pages.forms import read_form
from api.pages.listing import SIZE, Listing, kept, page_number
from api.pages.notices import notice_of
from api.pages.side_by_side import bars_of, tallies
from api.pages.tabs import tabs_of
from api.pages.what_if_form import ORDERS, field_of, read_changes
from api.services import comparing, rounds, runs, sweep_runs, what_if
from api.services.comparing_words import change_lines, row_line, why_lines
from api.services.permissions import require
from api.services.pool import Pool
from api.web.session import session_of

#: Rows of the input that differ are named up to this number of offers, and as many students.
_ROWS_TOLD: Final = 12


@get("/rounds/{round_id:uuid}/compare")
async def compare_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """Two runs side by side; without two of them, the choice."""
    query = request.query_params
    left, right = _run_id(query.get("left")), _run_id(query.get("right"))
    if left is None or right is None or left == right:
        finished = [run for run in await runs.list_runs(pool, actor, round_id) if run.state == "finished"]
        faults = {"right": "same_run"} if left is not None and left == right else {}
        page = CompareChoicePage(
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "runs"),
            runs=tuple(finished),
            left=left or (finished[1].run_id if len(finished) > 1 else None),
            right=right or (finished[0].run_id if finished else None),
            faults=faults,
        )
        return show(request, page, status=422 if faults else 200)
    wanted = ComparisonFilter(
        search=query.get("search", "").strip()[:200],
        crebo=query.get("crebo", "").strip()[:5],
        effect=effect if (effect := query.get("effect", "")) in get_args(EffectFilter) else "",  # type: ignore[arg-type]  # membership proves the Literal
        sort=sort if (sort := query.get("sort", "")) in get_args(ComparedSort) else "effect",  # type: ignore[arg-type]  # membership proves the Literal
        descending=query.get("order") == "desc",
    )
    found = await comparing.compare_runs(
        pool, actor, round_id, left, right, wanted, number=page_number(query), size=SIZE
    )
    return show(request, await _compared(request, pool, actor, round_id, found, wanted))


@get("/runs/{run_id:uuid}/what-if")
async def what_if_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """The form, and what earlier questions would do."""
    require(actor, "coordinator")
    return show(request, await _what_if(request, pool, actor, run_id))


@post("/runs/{run_id:uuid}/what-if")
async def start_what_if(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """Ask, and go to where the progress shows."""
    require(actor, "coordinator")
    form = await read_form(request)
    changes = read_changes(form)
    page = await _what_if(request, pool, actor, run_id)
    page = msgspec.structs.replace(page, values=form.values)
    if form.faults:
        return show(request, msgspec.structs.replace(page, faults=form.faults), status=422)
    try:
        run = await what_if.start_what_if(pool, actor, run_id, NewWhatIf(changes=changes))
    except (Unusable, Conflict) as refused:
        faults = {field_of(name): code for name, code in faults_of(refused).items()}
        again = msgspec.structs.replace(page, faults=faults, refusal=said(request, refused))
        return show(request, again, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/runs/{run.run_id}", "run_asked")


@post("/runs/{run_id:uuid}/sweep")
async def start_sweep(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """Ask what equal chances between groups would cost; the curve stands on the page of the form."""
    require(actor, "coordinator")
    form = await request.form()
    chosen = tuple(name for name in form.getall("groupings", []) if isinstance(name, str))
    try:
        await sweep_runs.start_sweep(pool, actor, run_id, chosen)
    except (Unusable, Conflict) as refused:
        codes = list(faults_of(refused).values())
        faults = {"groupings": codes[0]} if codes else {}
        page = await _what_if(request, pool, actor, run_id)
        again = msgspec.structs.replace(page, faults=faults, refusal=said(request, refused))
        return show(request, again, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/runs/{run_id}/what-if", "run_asked")


@post("/runs/{run_id:uuid}/trade-off")
async def start_trade_off(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """Ask what fewer or more changes would buy; the curve stands on the page of the form."""
    require(actor, "coordinator")
    try:
        await sweep_runs.start_trade_off(pool, actor, run_id)
    except (Unusable, Conflict) as refused:
        page = await _what_if(request, pool, actor, run_id)
        again = msgspec.structs.replace(page, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, again, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/runs/{run_id}/what-if", "run_asked")


def comparison_address(run: RunView) -> str:
    """Where a what-if is shown: beside its parent."""
    return f"/rounds/{run.round_id}/compare?{urlencode({'left': run.parent_run_id, 'right': run.run_id})}"


def _run_id(typed: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(typed or "")
    except ValueError:
        return None


async def _compared(
    request: AnyRequest, pool: Pool, actor: Actor, round_id: uuid.UUID, found: ComparisonView, wanted: ComparisonFilter
) -> ComparePage:
    language = session_of(request).language
    told = [
        row
        for kind in ("offers", "students")
        for row in [row for row in found.why.rows if row.kind == kind][:_ROWS_TOLD]
    ]
    changes = found.right.changes if found.right.kind == "what_if" else None
    return ComparePage(
        round=await rounds.get_round(pool, actor, round_id),
        tabs=tabs_of(actor, round_id, "runs"),
        comparison=found,
        tallies=tallies(found.counts, found.unchanged),
        why=why_lines(language, found.why),
        asked=() if changes is None else change_lines(language, changes),
        rows=tuple(row_line(language, row) for row in told),
        rows_left_off=len(found.why.rows) - len(told),
        wanted=wanted,
        listing=Listing(
            path=f"/rounds/{round_id}/compare",
            wanted={
                "left": str(found.left.run_id),
                "right": str(found.right.run_id),
                **kept(request.query_params, "search", "crebo", "effect", "sort", "order"),
            },
            sort=wanted.sort,
            descending=wanted.descending,
        ),
        programmes=await rounds.list_programmes(pool, actor, round_id),
    )


async def _what_if(request: AnyRequest, pool: Pool, actor: Actor, run_id: uuid.UUID) -> WhatIfPage:
    run = await runs.get_run(pool, actor, run_id)
    every = await what_if.list_what_ifs(pool, actor, run_id)
    finished = [one for one in every if one.state == "finished"]
    asked = [one for one in finished if not is_of_a_sweep(one)]
    language = session_of(request).language
    lines = ((), *(change_lines(language, one.changes) if one.changes else () for one in asked))
    return WhatIfPage(
        round=await rounds.get_round(pool, actor, run.round_id),
        tabs=tabs_of(actor, run.round_id, "runs"),
        run=run,
        programmes=await rounds.list_programmes(pool, actor, run.round_id),
        goals=ORDERS,
        bars=bars_of((run, *asked), lines),
        busy=sum(one.state in ("queued", "running") for one in every),
        groupings=await sweep_runs.groupings(pool, actor, run_id),
        curves=curves_of(finished),
        trade_off=trade_off_of(run, finished),
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (compare_page, what_if_page, start_what_if, start_sweep, start_trade_off)
