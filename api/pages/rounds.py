"""The overview of rounds, a new round, and one round."""

from __future__ import annotations

import uuid

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.rounds import NewRound, RoundView
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.rounds import NewRoundPage, NextStep, RoundPage, RoundsPage
from api.pages.forms import read_form
from api.pages.listing import SIZE, Listing, page_number
from api.pages.notices import notice_of
from api.pages.tabs import sees_students, tabs_of
from api.services import importing, rounds, runs
from api.services.permissions import SEE_STUDENTS, holds, require
from api.services.pool import Pool

#: Imports that the page of a round mentions.
LATELY = 3


@get("/rounds")
async def rounds_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The overview."""
    found = await rounds.list_rounds(pool, actor, number=page_number(request.query_params), size=SIZE)
    return show(
        request,
        RoundsPage(
            rounds=found,
            listing=Listing(path="/rounds"),
            may_create=holds(actor, *SEE_STUDENTS),
            sees_students=sees_students(actor),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@get("/rounds/new")
async def new_round_page(request: AnyRequest, actor: NamedDependency[Actor]) -> Html:
    """The empty form."""
    require(actor, *SEE_STUDENTS)
    return show(request, NewRoundPage())


@post("/rounds/new")
async def create_round(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Make the round, or show the form again with every mistake."""
    form = await read_form(request)
    asked = NewRound(name=form.words("name", most=200), starts_on=form.date("starts_on"), ends_on=form.date("ends_on"))
    if form.faults:
        return show(request, NewRoundPage(values=form.values, faults=form.faults), status=422)
    try:
        made = await rounds.create_round(pool, actor, asked)
    except (Unusable, Conflict) as refused:
        page = NewRoundPage(values=form.values, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/rounds/{made.round_id}", "round_made")


@get("/rounds/{round_id:uuid}")
async def round_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """Where a round stands and what comes next."""
    found = await rounds.get_round(pool, actor, round_id)
    students_too = sees_students(actor)
    return show(
        request,
        RoundPage(
            round=found,
            tabs=tabs_of(actor, round_id, "overview"),
            next_step=next_step(found, actor),
            programmes=await rounds.list_programmes(pool, actor, round_id) if students_too else (),
            last_run=await runs.get_run(pool, actor, found.last_run_id) if students_too and found.last_run_id else None,
            last_imports=(await importing.list_imports(pool, actor, round_id))[:LATELY] if imports(actor) else (),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


def imports(actor: Actor) -> bool:
    """Whether this account works with files."""
    return holds(actor, "coordinator", "service_point")


def next_step(found: RoundView, actor: Actor) -> NextStep:
    """What this person does next."""
    if found.offers == 0 and imports(actor):
        return "import_offers"
    if not holds(actor, "coordinator"):
        finished = found.last_run_state == "finished" and holds(actor, *SEE_STUDENTS)
        return "decide" if finished else "see_offers"
    if not found.students:
        return "import_students"
    if found.last_run_state in ("queued", "running"):
        return "wait_for_run"
    return "decide" if found.last_run_state == "finished" else "start_run"


HANDLERS = (rounds_page, new_round_page, create_round, round_page)
