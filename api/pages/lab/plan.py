"""The plan of a study: drawn once, looked at, drawn again to prove it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import NotFound, Refused
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.plans import BeforePlan, DrawPlan, Replay
from api.pages.answering import AnyRequest, Html, format_of, go, hand_over, said, show
from api.pages.contexts.lab.plan import PlanPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.jobs import go_to_job
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import jobs, plans, studies
from api.services.pool import Pool

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORKING: Final = WEEKDAYS[:5]


@get("/studies/{study_id:uuid}/plan")
async def plan_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """The plan, or the form that draws it."""
    again = None
    if request.query_params.get("replay") == "yes":
        again = await plans.replay(pool, actor, study_id)
    return show(request, await _page(request, pool, actor, study_id, replay=again))


@post("/studies/{study_id:uuid}/plan")
async def draw_plan(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Draw the plan."""
    form = await read_form(request)
    start = form.date("start")
    opens, closes = _clock(form, "opens"), _clock(form, "closes")
    most = _whole(form, "most_per_day")
    days = tuple(place for place, day in enumerate(WEEKDAYS) if form.values.get(f"day.{day}") == "yes")
    seed = form.words("seed", least=0, most=plans.LONGEST_SEED)
    if form.faults:
        return show(request, await _page(request, pool, actor, study_id, form=form), status=422)
    asked = DrawPlan(
        start=start, seed=seed, opens=opens, closes=closes, weekdays=days, most_per_day=most,
        accept_shortage=form.values.get("accept_shortage") == "yes",
    )  # fmt: skip
    try:
        if (await plans.before_plan(pool, actor, study_id, now=dt.datetime.now(dt.UTC))).asked > jobs.MOST_VACANCIES:
            return go_to_job(study_id, await jobs.ask_plan(pool, actor, study_id, asked))
        await plans.draw(pool, actor, study_id, asked, now=dt.datetime.now(dt.UTC))
    except (FindingsRefused, StudyRefused) as refused:
        page = await _page(request, pool, actor, study_id, form=form, refused=refused)
        return show(request, page, status=409 if isinstance(refused, StudyRefused) else 422)
    return go(f"/studies/{study_id}/plan", "plan_drawn")


@get("/studies/{study_id:uuid}/plan/file")
async def plan_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """Every application by pseudonym."""
    return hand_over(await plans.plan_file(pool, actor, study_id, format_of(request)))


def _clock(form: FormReader, name: str) -> dt.time:
    try:
        return dt.time.fromisoformat(form.values.get(name, "")).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        form.faults[name] = "not_clock" if form.values.get(name) else "missing"
        return dt.time(0)


def _whole(form: FormReader, name: str) -> int:
    value = form.values.get(name, "")
    if value.isascii() and value.isdigit() and 1 <= len(value) <= 5 and int(value) > 0:
        return int(value)
    form.faults[name] = "not_whole_number" if value else "missing"
    return 0


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
    replay: Replay | None = None,
) -> PlanPage:
    study = await studies.get_study(pool, actor, study_id)
    before = await plans.before_plan(pool, actor, study_id, now=dt.datetime.now(dt.UTC))
    try:
        plan = await plans.get_plan(pool, actor, study_id)
    except NotFound:
        plan = None
    findings = refused.findings if isinstance(refused, FindingsRefused) else ()
    return PlanPage(
        study=study,
        tabs=study_tabs(study, "plan"),
        plan=plan,
        before=before,
        values=form.values if form else _first_values(before),
        weekdays=WEEKDAYS,
        found=findings,
        replay=replay,
        faults=form.faults if form else {},
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


def _first_values(before: BeforePlan) -> dict[str, str]:
    start = {} if before.earliest is None else {"start": before.earliest.isoformat()}
    days = {f"day.{day}": "yes" for day in _WORKING}
    return start | days | {"opens": "09:00", "closes": "16:30", "most_per_day": "40", "seed": ""}


HANDLERS = (plan_page, draw_plan, plan_file)
