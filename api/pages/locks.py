"""Fixing a place for a student, and taking one away with two people: on the page of the student or the outcome."""

from __future__ import annotations

import uuid

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.rounds import NewLock
from api.messages.runs import AnswerRemoval, AskRemoval
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.rounds import StudentPage
from api.pages.forms import FormReader, read_form
from api.pages.notices import Notice
from api.pages.rendering import url
from api.pages.tabs import tabs_of
from api.services import locks, removals, rounds
from api.services.decisions import LONGEST_REASON, SHORTEST_REASON
from api.services.pool import Pool

#: What a button of these forms says.
LOCK_ACTIONS = frozenset({"lock", "unlock"})
REMOVAL_ACTIONS = frozenset({"ask_removal", "confirm_removal", "refuse_removal"})


@post("/rounds/{round_id:uuid}/students/{student_number:path}")
async def lock_student(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> Html:
    """Fix a place for a student, or take that back."""
    number = student_number.removeprefix("/")
    form = await read_form(request)
    try:
        notice = await lock_or_unlock(pool, actor, round_id, number, form)
    except (Unusable, Conflict) as refused:
        page = StudentPage(
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "students"),
            student=await rounds.get_student(pool, actor, round_id, number),
            values=form.values,
            faults=faults_of(refused),
            refusal=said(request, refused),
        )
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(url("rounds", round_id, "students", number), notice)


async def lock_or_unlock(
    pool: Pool, actor: Actor, round_id: uuid.UUID, student_number: str, form: FormReader
) -> Notice:
    """What the form about a lock asks."""
    if form.values.get("action") == "unlock":
        await locks.unlock(pool, actor, round_id, student_number)
        return "unlocked"
    offer_id = form.words("lock_offer_id", most=80)
    reason = form.words("lock_reason", least=SHORTEST_REASON, most=LONGEST_REASON)
    if form.faults:
        raise Unusable(form.faults)
    try:
        await locks.lock(pool, actor, round_id, student_number, NewLock(offer_id=offer_id, reason=reason))
    except Unusable as refused:
        raise Unusable({f"lock_{name}": code for name, code in refused.fields.items()}) from refused
    return "locked"


async def about_removal(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str, form: FormReader) -> Notice:
    """What the forms about a removal ask."""
    action = form.values.get("action")
    if action == "ask_removal":
        reason = form.words("removal_reason", least=SHORTEST_REASON, most=LONGEST_REASON)
        if form.faults:
            raise Unusable(form.faults)
        await removals.ask(pool, actor, run_id, student_number, AskRemoval(reason=reason))
        return "removal_asked"
    given = AnswerRemoval(confirm=action == "confirm_removal")
    await removals.answer(pool, actor, run_id, student_number, given)
    return "removal_confirmed" if given.confirm else "removal_refused"


HANDLERS = (lock_student,)
