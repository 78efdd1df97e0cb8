"""Coding: the desk of a coder, and the overview of who leads the study."""

from __future__ import annotations

import uuid
from typing import Final, Literal, get_args

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.lab.coding import LONGEST_PERSON, NewCode, NewRoundOfCoding, NewUnblinding
from api.messages.lab.faults import StudyRefused
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.coding import CodesPage, CodingPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import study_tabs
from api.pages.notices import Notice, notice_of
from api.services.lab import codes, coding, studies
from api.services.lab.log_words import LONGEST_REASON
from api.services.pool import Pool

Action = Literal["again", "lock", "unblind"]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
_DONE: Final[dict[Action, Notice]] = {"again": "coding_again", "lock": "codes_locked", "unblind": "unblinded"}


@get("/studies/{study_id:uuid}/coding")
async def coding_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """What this coder reads next; ``?change=yes`` shows his last letter again."""
    return show(request, await _desk(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/coding")
async def give_code(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Keep a code, and lead on to the next letter."""
    form = await read_form(request)
    read = form.values.get("replies_read", "")
    change = form.values.get("change") == "yes"
    asked = NewCode(
        number=form.values.get("number", ""),
        outcome=form.values.get("outcome", ""),
        replies_read=int(read) if read.isascii() and read.isdigit() and len(read) < 7 else 0,
        change=change,
    )
    try:
        await coding.give_code(pool, actor, study_id, asked)
    except (Unusable, Conflict, StudyRefused) as refused:
        page = await _desk(request, pool, actor, study_id, form=form, refused=refused)
        return show(request, page, status=422 if isinstance(refused, Unusable) else 409)
    return go(f"/studies/{study_id}/coding", "code_changed" if change else "code_given")


@get("/studies/{study_id:uuid}/codes")
async def codes_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """How far the coding is."""
    return show(request, await _codes(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/codes")
async def change_codes(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Code again, lock the codes, or reveal the trait."""
    form = await read_form(request)
    action = form.choice("action", ACTIONS)
    try:
        if form.faults:
            raise Unusable(form.faults)
        if action == "again":
            asked = NewRoundOfCoding(reason=form.words("again_reason", least=0, most=LONGEST_REASON))
            await codes.begin_again(pool, actor, study_id, asked)
        elif action == "lock":
            await codes.lock_codes(pool, actor, study_id)
        else:
            person = form.words("decided_by", least=0, most=LONGEST_PERSON)
            reason = form.words("unblind_reason", least=0, most=LONGEST_REASON)
            await codes.unblind(pool, actor, study_id, NewUnblinding(person=person, reason=reason))
    except (Unusable, Conflict, StudyRefused) as refused:
        page = await _codes(request, pool, actor, study_id, form=form, refused=refused, action=action)
        return show(request, page, status=422 if isinstance(refused, Unusable) else 409)
    return go(f"/studies/{study_id}/codes", _DONE[action])


async def _desk(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
) -> CodingPage:
    study = await studies.get_study(pool, actor, study_id)
    values = {} if form is None else form.values
    faults = {} if refused is None else faults_of(refused)
    change = (values if faults else request.query_params).get("change") == "yes"
    return CodingPage(
        study=study,
        tabs=study_tabs(study, "coding"),
        coding=await coding.get_coding(pool, actor, study_id, change=change),
        values=values,
        faults=faults,
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


#: The names of the form, where those of the service stand twice on the page.
_FIELDS: Final[dict[tuple[Action, str], str]] = {
    ("again", "reason"): "again_reason",
    ("unblind", "reason"): "unblind_reason",
    ("unblind", "person"): "decided_by",
}


async def _codes(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
    action: Action = "again",
) -> CodesPage:
    study = await studies.get_study(pool, actor, study_id)
    faults = {} if refused is None else faults_of(refused)
    return CodesPage(
        study=study,
        tabs=study_tabs(study, "codes"),
        codes=await codes.get_codes(pool, actor, study_id),
        values={} if form is None else form.values,
        faults={_FIELDS.get((action, name), name): code for name, code in faults.items()},
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (coding_page, give_code, codes_page, change_codes)
