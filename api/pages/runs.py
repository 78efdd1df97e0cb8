"""Match runs: watch, see the result."""

from __future__ import annotations

import asyncio
import uuid
from typing import get_args

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict
from api.messages.runs import ProposalFilter, ProposalSort, RunView
from api.pages.answering import AnyRequest, Html, go, show
from api.pages.compare import comparison_address
from api.pages.contexts.runs import RunBusyPage, RunResultPage, RunsPage, RunStoppedPage
from api.pages.listing import Listing, kept, page_number, yes_no
from api.pages.notices import notice_of
from api.pages.profile import bars
from api.pages.shortages import shortage_lines
from api.pages.tabs import tabs_of
from api.services import decisions, removals, rounds, runs, shortages
from api.services.pool import Pool
from api.web.session import session_of

#: Proposals on a page: beneath them are the figures, also on a small screen.
PROPOSALS = 20


@get("/rounds/{round_id:uuid}/runs")
async def runs_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The runs of a round."""
    return show(
        request,
        RunsPage(
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "runs"),
            runs=await runs.list_runs(pool, actor, round_id),
        ),
    )


@get("/runs/{run_id:uuid}")
async def run_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """The run as it is now: busy, stopped or finished."""
    run = await runs.get_run(pool, actor, run_id)
    if run.state == "finished" and run.kind == "what_if":
        return go(comparison_address(run))
    if run.state == "finished":
        return show(request, await _result(request, pool, actor, run))
    found, tabs = await rounds.get_round(pool, actor, run.round_id), tabs_of(actor, run.round_id, "runs")
    if run.state in ("queued", "running"):
        return show(request, RunBusyPage(round=found, tabs=tabs, run=run))
    return show(request, RunStoppedPage(round=found, tabs=tabs, run=run))


@post("/runs/{run_id:uuid}/cancel")
async def cancel_run(pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]) -> Html:
    """Ask the run to stop; a run that is over already shows itself."""
    try:
        await runs.cancel_run(pool, actor, run_id)
    except Conflict:
        return go(f"/runs/{run_id}")
    return go(f"/runs/{run_id}", "run_cancelled")


async def _result(request: AnyRequest, pool: Pool, actor: Actor, run: RunView) -> RunResultPage:
    query = request.query_params
    wanted = ProposalFilter(
        search=query.get("search", "").strip()[:200],
        crebo=query.get("crebo", "").strip()[:5],
        placed=yes_no(query, "placed"),
        decided=yes_no(query, "decided"),
        flagged=yes_no(query, "flagged"),
        changed=yes_no(query, "changed"),
        sort=sort if (sort := query.get("sort", "")) in get_args(ProposalSort) else "name",  # type: ignore[arg-type]  # membership proves the Literal
        descending=query.get("order") == "desc",
    )
    found, proposals, sample, programmes, short, waiting = await asyncio.gather(
        rounds.get_round(pool, actor, run.round_id),
        decisions.list_proposals(pool, actor, run.run_id, wanted, number=page_number(query), size=PROPOSALS),
        decisions.sample(pool, actor, run.run_id),
        rounds.list_programmes(pool, actor, run.round_id),
        shortages.list_shortages(pool, actor, run.run_id),
        removals.waiting(pool, actor, run.run_id),
    )
    changes = await decisions.count_changes(pool, actor, run.run_id)
    return RunResultPage(
        round=found,
        tabs=tabs_of(actor, run.round_id, "runs"),
        run=run,
        profile=bars(run.report.profile) if run.report else (),
        shortages=shortage_lines(short, session_of(request).language),
        sample_size=len(sample.items),
        sample_reviewed=sum(row.student_number in sample.reviewed for row in sample.items),
        undecided=sample.undecided,
        flagged=sample.flagged,
        proposals=proposals,
        wanted=wanted,
        listing=Listing(
            path=f"/runs/{run.run_id}",
            wanted=kept(query, "search", "crebo", "placed", "decided", "flagged", "changed", "sort", "order"),
            sort=wanted.sort,
            descending=wanted.descending,
        ),
        programmes=programmes,
        removals=waiting,
        changes=changes,
        notice=notice_of(query.get("done")),
    )


HANDLERS = (runs_page, run_page, cancel_run)
