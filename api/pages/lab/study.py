"""The overview of one study, and its people."""

from __future__ import annotations

import uuid
from typing import Final, get_args

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.lab.studies import NewMember, StudyView, Task
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.study import NextStep, StudyPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import members, studies
from api.services.pool import Pool
from testing_lab.fieldwork.study_states import StudyState

TASKS: Final[tuple[Task, ...]] = get_args(Task)


@get("/studies/{study_id:uuid}")
async def study_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """The overview."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/members")
async def add_member(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Give somebody a task."""
    form = await read_form(request)
    name = form.words("sign_in_name", most=200)
    task = form.choice("task", TASKS)
    if form.faults:
        return show(request, await _page(request, pool, actor, study_id, form=form), status=422)
    try:
        await members.add_member(pool, actor, study_id, NewMember(sign_in_name=name, task=task))
    except (Unusable, Conflict) as refused:
        page = await _page(request, pool, actor, study_id, form=form, refused=refused)
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/studies/{study_id}", "member_added")


@post("/studies/{study_id:uuid}/members/{account_id:uuid}/remove")
async def remove_member(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    account_id: FromPath[uuid.UUID],
) -> Html:
    """Take somebody's task away."""
    try:
        await members.remove_member(pool, actor, study_id, account_id)
    except Conflict as refused:
        return show(request, await _page(request, pool, actor, study_id, refused=refused), status=409)
    return go("/studies" if account_id == actor.account_id else f"/studies/{study_id}", "member_removed")


#: What a lead and a fieldworker do in each state: the name of the step, and the part where it is done.
_LEAD: Final[dict[StudyState, tuple[str, str]]] = {
    "draft": ("write", "protocol"),
    "registered": ("prepare", "frame"),
    "running": ("send", "fieldwork"),
    "stopped": ("resume", "fieldwork"),
    "closed": ("lock", "codes"),
    "coded": ("reveal", "codes"),
    "unblinded": ("analyse", "results"),
    "analysed": ("report", "results"),
    "archived": ("report", "results"),
}


#: Steps that have words of their own where people call: there are no letters and no replies.
_OF_CALLS: Final = frozenset({"prepare", "send", "resume", "lock", "code"})


def next_step(study: StudyView) -> NextStep:
    """What this person does next."""
    name, part = _LEAD[study.state]
    if study.task == "coder":
        name, part = ("code", "coding") if "code_reply" in study.allowed else ("wait", "")
    elif study.task == "field" and part not in ("fieldwork", "frame"):
        name, part = "wait", ""
    if study.kind == "mystery_call" and name in _OF_CALLS:
        return NextStep(name=f"{name}_calls", href=f"/studies/{study.study_id}/{part}")
    return NextStep(name=name, href=f"/studies/{study.study_id}/{part}" if part else "")


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
) -> StudyPage:
    study = await studies.get_study(pool, actor, study_id)
    return StudyPage(
        study=study,
        tabs=study_tabs(study, "overview"),
        next_step=next_step(study),
        members=await members.list_members(pool, actor, study_id),
        values={} if form is None else form.values,
        faults=(form.faults if form else {}) | (faults_of(refused) if refused else {}),
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (study_page, add_member, remove_member)
