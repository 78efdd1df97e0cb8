"""Letters that people sent themselves, written down many at once: a day of fieldwork is one form, not forty."""

from __future__ import annotations

import uuid
from typing import Final

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.lab.faults import StudyRefused
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.fieldwork import SentByHandPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import may_write_down, study_tabs
from api.pages.listing import Listing, page_number
from api.pages.notices import notice_of
from api.services.clock import CLOCK
from api.services.lab import sending, studies, work_list
from api.services.pool import Pool

#: More than a study sends in a day (the usual most is 40).
SIZE: Final = 100
_TICK: Final = "sent."


@get("/studies/{study_id:uuid}/fieldwork/sent-by-hand")
async def sent_by_hand_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Everything that is due, nothing ticked; ``?tick=all`` ticks all of it."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/fieldwork/sent-by-hand")
async def write_down(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Write down what was ticked. What is refused stays, with its reason and as it was typed."""
    form = await read_form(request)
    ticked = [name.removeprefix(_TICK) for name in form.values if name.startswith(_TICK)]
    moments = {one: form.moment(f"at.{one}") for one in ticked}
    if not ticked:
        form.faults["letters"] = "none_ticked"
    if form.faults:
        return show(request, await _page(request, pool, actor, study_id, form=form), status=422)
    refused = await sending.send_several_by_hand(pool, actor, study_id, moments)
    if not refused:
        return go(f"/studies/{study_id}/fieldwork/sent-by-hand", "dispatches_sent")
    wrong = {f"at.{one}": faults_of(why)["at"] for one, why in refused.items() if isinstance(why, Unusable)}
    kept_back = {one: said(request, why) for one, why in refused.items() if isinstance(why, StudyRefused)}
    form.faults |= wrong
    page = await _page(
        request, pool, actor, study_id, form=form, written=len(ticked) - len(refused), kept_back=kept_back
    )
    return show(request, page, status=409 if kept_back else 422)


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    written: int = 0,
    kept_back: dict[str, str] | None = None,
) -> SentByHandPage:
    study = await studies.get_study(pool, actor, study_id)
    work = await work_list.list_work(pool, actor, study_id, "now", number=page_number(request.query_params), size=SIZE)
    typed = {} if form is None else form.values
    everything = request.query_params.get("tick") == "all"
    return SentByHandPage(
        study=study,
        tabs=study_tabs(study, "fieldwork"),
        work=work,
        listing=Listing(path=f"/studies/{study_id}/fieldwork/sent-by-hand"),
        may_send=may_write_down(study),
        ticked=frozenset(
            one.dispatch_id
            for one in work.items
            if f"{_TICK}{one.dispatch_id}" in typed or (everything and not one.troubled)
        ),
        moments={
            one.dispatch_id: typed.get(f"at.{one.dispatch_id}", one.due_at.astimezone(CLOCK).strftime("%Y-%m-%dT%H:%M"))
            for one in work.items
        },
        written=written,
        kept_back=kept_back or {},
        faults=form.faults if form else {},
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (sent_by_hand_page, write_down)
