"""One student in one run: read why, decide; and the sample before the rest."""

from __future__ import annotations

import uuid

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.runs import OutcomeView, Override, ProposalFilter, SampleView
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.compare import comparison_address
from api.pages.contexts.runs import OutcomePage, SamplePage
from api.pages.forms import FormReader, read_form
from api.pages.locks import LOCK_ACTIONS, REMOVAL_ACTIONS, about_removal, lock_or_unlock
from api.pages.notices import Notice, notice_of
from api.pages.rendering import url
from api.pages.shortages import shortage_said
from api.pages.tabs import tabs_of
from api.pages.telling import removed_first, tell
from api.services import decisions, rounds, runs
from api.services.otherwise_texts import otherwise_texts
from api.services.pool import Pool
from api.web.session import session_of

#: The law of the product (AI Act art. 14): who decides otherwise says why, in words.
SHORTEST_REASON = 10


@get("/runs/{run_id:uuid}/students/{student_number:path}")
async def outcome_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> Html:
    """The proposal, why, and what can be decided."""
    return show(request, await _outcome(request, pool, actor, run_id, student_number.removeprefix("/")))


@post("/runs/{run_id:uuid}/students/{student_number:path}")
async def decide(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> Html:
    """Accept, or choose otherwise with a reason; fix the place, or ask and answer about a place that goes."""
    number = student_number.removeprefix("/")
    form = await read_form(request)
    try:
        notice = await _act(pool, actor, run_id, number, form)
    except (Unusable, Conflict) as refused:
        page = await _outcome(request, pool, actor, run_id, number)
        again = msgspec.structs.replace(
            page, values=form.values, faults=faults_of(refused), refusal=said(request, refused)
        )
        return show(request, again, status=409 if isinstance(refused, Conflict) else 422)
    return go(url("runs", run_id, "students", number), notice)


async def _act(pool: Pool, actor: Actor, run_id: uuid.UUID, number: str, form: FormReader) -> Notice:
    """What the button says."""
    action = form.values.get("action", "")
    if action == "accept":
        await decisions.accept(pool, actor, run_id, number)
        return "accepted"
    if action in LOCK_ACTIONS:
        run = await runs.get_run(pool, actor, run_id)
        return await lock_or_unlock(pool, actor, run.round_id, number, form)
    if action in REMOVAL_ACTIONS:
        return await about_removal(pool, actor, run_id, number, form)
    await decisions.override(pool, actor, run_id, number, _override(form))
    return "overridden"


@get("/runs/{run_id:uuid}/sample")
async def sample_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """The sample: which proposals have been looked at, and which comes next."""
    run = await runs.get_run(pool, actor, run_id)
    if run.state == "finished" and run.kind == "what_if":
        return go(comparison_address(run))
    sample = await decisions.sample(pool, actor, run_id)
    return show(
        request,
        SamplePage(
            round=await rounds.get_round(pool, actor, run.round_id),
            tabs=tabs_of(actor, run.round_id, "runs"),
            run=run,
            sample=sample,
            next_student=next_of(sample),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@post("/runs/{run_id:uuid}/reviewed")
async def mark_reviewed(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Html:
    """Remember that this person looked, and lead to the next proposal of the sample."""
    form = await read_form(request)
    await decisions.mark_reviewed(pool, actor, run_id, form.values.get("student_number", ""))
    following = next_of(await decisions.sample(pool, actor, run_id))
    if following is None:
        return go(f"/runs/{run_id}/sample", "reviewed")
    return go(url("runs", run_id, "students", following))


@post("/runs/{run_id:uuid}/accept-rest")
async def accept_rest(pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]) -> Html:
    """Accept what is left, after the whole sample; the page tells where a place is still taken."""
    await decisions.accept_rest(pool, actor, run_id)
    waiting = (await decisions.sample(pool, actor, run_id)).undecided
    return go(f"/runs/{run_id}", "rest_partly" if waiting else "rest_accepted")


def next_of(sample: SampleView) -> str | None:
    """The first proposal of the sample that nobody looked at yet."""
    return next((row.student_number for row in sample.items if row.student_number not in sample.reviewed), None)


def _override(form: FormReader) -> Override:
    """The choice as typed. The list says ``offer:<id>`` or ``none``, so that an offer may be called anything."""
    chosen = form.values.get("offer_id", "")
    if chosen != "none" and not chosen.startswith("offer:"):
        form.faults["offer_id"] = "missing"
    reason = form.words("reason", least=SHORTEST_REASON, most=2000)
    if form.faults:
        raise Unusable(form.faults)
    return Override(offer_id=None if chosen == "none" else chosen.removeprefix("offer:"), reason=reason)


async def _outcome(
    request: AnyRequest, pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str
) -> OutcomePage:
    outcome = await decisions.get_outcome(pool, actor, run_id, student_number)
    following = await _next_like(pool, actor, run_id, outcome) if outcome.decision else None
    return OutcomePage(
        round=await rounds.get_round(pool, actor, outcome.round_id),
        tabs=tabs_of(actor, outcome.round_id, "runs"),
        run=await runs.get_run(pool, actor, run_id),
        outcome=outcome,
        lines=tell(outcome.explanation, session_of(request).language, outcome.companies),
        removed=removed_first(outcome.explanation),
        otherwise=otherwise_texts(outcome.explanation, session_of(request).language),
        shortage=shortage_said(outcome, session_of(request).language),
        next_student=following,
        notice=notice_of(request.query_params.get("done")),
    )


async def _next_like(pool: Pool, actor: Actor, run_id: uuid.UUID, outcome: OutcomeView) -> str | None:
    """The next student whose proposal nobody decides about along with the rest: no place, or something to check."""
    if outcome.row.offer_id is not None and not outcome.row.check:
        return None
    alike = ProposalFilter(decided=False, sort="name")
    alike = msgspec.structs.replace(alike, **({"flagged": True} if outcome.row.check else {"placed": False}))
    found = await decisions.list_proposals(pool, actor, run_id, alike, size=1)
    return found.items[0].student_number if found.items else None


HANDLERS = (outcome_page, decide, sample_page, mark_reviewed, accept_rest)
