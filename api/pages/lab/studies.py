"""The overview of studies, and a new one."""

from __future__ import annotations

from litestar import get, post
from litestar.di import NamedDependency

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lab.studies import NewStudy
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.studies import NewStudyPage, StudiesPage
from api.pages.forms import read_form
from api.pages.listing import SIZE, Listing, page_number
from api.pages.notices import notice_of
from api.services.lab import studies
from api.services.permissions import holds, require
from api.services.pool import Pool


@get("/studies")
async def studies_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The overview."""
    return show(
        request,
        StudiesPage(
            studies=await studies.list_studies(pool, actor, number=page_number(request.query_params), size=SIZE),
            listing=Listing(path="/studies"),
            may_create=holds(actor, "researcher"),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@get("/studies/new")
async def new_study_page(request: AnyRequest, actor: NamedDependency[Actor]) -> Html:
    """The empty form."""
    require(actor, "researcher")
    return show(request, NewStudyPage())


@post("/studies/new")
async def create_study(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Make the study, or show the form again with every mistake."""
    form = await read_form(request)
    asked = NewStudy(name=form.words("name", most=studies.LONGEST_NAME))
    if form.faults:
        return show(request, NewStudyPage(values=form.values, faults=form.faults), status=422)
    try:
        study_id = await studies.create_study(pool, actor, asked)
    except (Unusable, Conflict) as refused:
        page = NewStudyPage(values=form.values, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/studies/{study_id}", "study_made")


HANDLERS = (studies_page, new_study_page, create_study)
