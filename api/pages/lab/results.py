"""The result of a study: the one button, what came of it, its files, and what was not registered."""

from __future__ import annotations

import uuid
from typing import Final, get_args

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from api.messages.accounts import Actor, Language
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.results import NewExploration
from api.pages.answering import AnyRequest, Html, faults_of, go, hand_over, said, show
from api.pages.contexts.lab.results import ResultsPage, ToldExploration
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import results
from api.services.lab.result_files import ResultFile, exploration_lines, facts, result_file
from api.services.lab.result_tellers import teller_of
from api.services.pool import Pool
from api.web.session import session_of

FILES: Final[tuple[ResultFile, ...]] = get_args(ResultFile)
ACTIONS: Final = ("analyse", "explore")


@get("/studies/{study_id:uuid}/results")
async def results_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """The result, or the button that makes it."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/results")
async def act_on_results(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Carry out the registered analysis, or ask something outside it."""
    form = await read_form(request)
    action = form.choice("action", ACTIONS)
    try:
        if action == "analyse":
            await results.run_registered(pool, actor, study_id)
            return go(f"/studies/{study_id}/results", "analysis_stored")
        asked = NewExploration(
            title=form.words("title", most=results.LONGEST_TITLE),
            test=form.words("test", most=100),
            subgroup=form.words("subgroup", least=0, most=200),
        )
        if form.faults:
            return show(request, await _page(request, pool, actor, study_id, form=form), status=422)
        await results.run_exploratory(pool, actor, study_id, asked)
    except (Unusable, Conflict, StudyRefused) as refused:
        page = await _page(request, pool, actor, study_id, form=form, refused=refused)
        return show(request, page, status=422 if isinstance(refused, Unusable) else 409)
    return go(f"/studies/{study_id}/results", "exploration_stored")


@get("/studies/{study_id:uuid}/results/{kind:str}")
async def results_file(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    kind: FromPath[str],
) -> Response[bytes]:
    """A file of the result; ``?language=en`` for a report in English."""
    known = next((one for one in FILES if one == kind), None)
    if known is None:
        raise NotFoundException
    asked = request.query_params.get("language")
    language: Language = "en" if asked == "en" else "nl" if asked == "nl" else session_of(request).language
    return hand_over(await result_file(pool, actor, study_id, known, language))


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
) -> ResultsPage:
    view = await results.get_results(pool, actor, study_id)
    language = session_of(request).language
    teller = None if view.document is None else teller_of(view.document, language)
    return ResultsPage(
        study=view.study,
        tabs=study_tabs(view.study, "results"),
        view=view,
        headline=teller.headline() if teller else (),
        sections=teller.sections() if teller else (),
        origin=facts(teller) if teller else (),
        explored=tuple(
            ToldExploration(
                title=one.document.title, lines=exploration_lines(teller, one.document), at=one.at, by=one.by
            )
            for one in view.explorations
            if teller
        ),
        tests=tuple((one, teller.method(one)) for one in view.tests) if teller else (),
        values={} if form is None else form.values,
        faults=(form.faults if form else {}) | (faults_of(refused) if refused else {}),
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (results_page, act_on_results, results_file)
