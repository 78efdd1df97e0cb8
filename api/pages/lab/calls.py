"""One mystery call: whom to call, what to say, and what came of it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Awaitable, Callable
from typing import Final, get_args

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.lab.calls import Consent, Heard, HeardCall, NewCall
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.fieldwork import NewComplaint
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.fieldwork import CallPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import may_write_down, study_tabs
from api.pages.notices import Notice, notice_of
from api.services.clock import CLOCK
from api.services.lab import calls, complaints, studies
from api.services.pool import Pool

#: Where the steps of the script stand in the form: one box each.
_STEP: Final = "said."
CONSENTS: Final[tuple[Consent, ...]] = get_args(Consent)
HEARD: Final[tuple[Heard, ...]] = get_args(Heard)
_Where = tuple[Pool, Actor, uuid.UUID, str]
#: What a form does, and what the page says afterwards. None: the form has faults, nothing was done.
_Do = Callable[[_Where, FormReader], Awaitable[Notice | None]]


@get("/studies/{study_id:uuid}/fieldwork/calls/{dispatch_id:str}")
async def call_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> Html:
    """The call."""
    return show(request, await _page(request, (pool, actor, study_id, dispatch_id)))


@post("/studies/{study_id:uuid}/fieldwork/calls/{dispatch_id:str}")
async def change_call(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> Html:
    """Do what one of its forms asks."""
    where = (pool, actor, study_id, dispatch_id)
    form = await read_form(request)
    action = form.choice("action", tuple(_ACTIONS))
    refused: Refused | None = None
    if not form.faults:
        try:
            done = await _ACTIONS[action](where, form)
            if not form.faults:
                return go(f"/studies/{study_id}/fieldwork/calls/{dispatch_id}", done)
        except (Unusable, StudyRefused, Conflict, FindingsRefused) as fault:
            refused = fault
    page = await _page(request, where, form=form, refused=refused)
    return show(request, page, status=409 if isinstance(refused, StudyRefused | Conflict) else 422)


async def _make(where: _Where, form: FormReader) -> Notice | None:
    at = form.moment("at")
    consent = form.choice("consent", CONSENTS)
    recorded = form.values.get("recorded") == "yes"
    place = form.words("recording_place", most=500) if recorded else ""
    notes = form.words("notes", least=0, most=calls.LONGEST_NOTES)
    outcome = form.words("outcome", most=100)
    if form.faults:
        return None
    asked = NewCall(
        started_at=at, script_version=form.values.get("script_version", ""), said=_said(form), consent=consent,
        recording_place=place, notes=notes, outcome=outcome,
    )  # fmt: skip
    await calls.make_call(*where, asked)
    return "call_made"


async def _hear(where: _Where, form: FormReader) -> Notice | None:
    heard = form.choice("heard", HEARD)
    notes = form.words("notes", most=calls.LONGEST_NOTES)
    outcome = form.words("outcome", most=100)
    if form.faults:
        return None
    await calls.hear_call(*where, HeardCall(heard=heard, notes=notes, outcome=outcome))
    return "call_heard"


async def _gone(where: _Where, _: FormReader) -> Notice | None:
    await calls.recording_gone(*where)
    return "recording_gone"


async def _complain(where: _Where, form: FormReader) -> Notice | None:
    on = form.date("received_on")
    words = form.words("words", most=complaints.LONGEST_WORDS)
    if form.faults:
        return None
    await complaints.record_complaint(*where, NewComplaint(received_on=on, words=words))
    return "complaint_recorded"


_ACTIONS: Final[dict[str, _Do]] = {"make": _make, "hear": _hear, "gone": _gone, "complaint": _complain}


def _said(form: FormReader) -> tuple[str, ...]:
    """The steps that were ticked, in the order of the script: a form tells no other."""
    return tuple(name.removeprefix(_STEP) for name, value in form.values.items() if name.startswith(_STEP) and value)


async def _page(
    request: AnyRequest, where: _Where, *, form: FormReader | None = None, refused: Refused | None = None
) -> CallPage:
    pool, actor, study_id, dispatch_id = where
    call = await calls.get_call(pool, actor, study_id, dispatch_id)
    study = await studies.get_study(pool, actor, study_id)
    found = refused.findings if isinstance(refused, FindingsRefused) else ()
    return CallPage(
        study=study,
        tabs=study_tabs(study, "fieldwork"),
        call=call,
        may_call=call.stage == "to_make" and call.state == "due" and may_write_down(study),
        now=dt.datetime.now(CLOCK).strftime("%Y-%m-%dT%H:%M"),
        action="" if form is None else form.values.get("action", ""),
        said=() if form is None else _said(form),
        values={} if form is None else form.values,
        found=tuple(found),
        faults=(form.faults if form else {}) | (faults_of(refused) if refused and not found else {}),
        refusal=said(request, refused) if refused and not found else "",
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (call_page, change_call)
