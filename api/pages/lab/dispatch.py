"""One application: what is sent, what came back, and what is owed."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Awaitable, Callable
from typing import Final, get_args

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Refused, Unusable
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.fieldwork import NewComplaint, NewReply
from api.pages.answering import AnyRequest, Html, faults_of, go, hand_over, said, show
from api.pages.contexts.lab.fieldwork import DispatchPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.tabs import may_write_down, study_tabs
from api.pages.notices import Notice, notice_of
from api.services.clock import CLOCK
from api.services.lab import complaints, dispatch_files, replies, sending, studies, withdrawals, work_list
from api.services.lab.dispatch_files import Ending, Part
from api.services.pool import Pool
from api.settings import MailServer
from api.web.session import settings_of

_KINDS: Final = ("call", "letter", "reply")
_POSITIVE: Final[dict[str, bool | None]] = {"yes": True, "no": False, "later": None}
#: What a form does, and what the page says afterwards. None: nothing was done, the page shows why.
_Do = Callable[["_Asked", FormReader], Awaitable[Notice | None]]


class _Asked:
    """Who asks what of which application."""

    def __init__(
        self, pool: Pool, actor: Actor, study_id: uuid.UUID, dispatch_id: str, mail: MailServer | None
    ) -> None:
        self.pool, self.actor, self.study_id, self.dispatch_id, self.mail = pool, actor, study_id, dispatch_id, mail

    @property
    def whose(self) -> tuple[Pool, Actor, uuid.UUID, str]:
        """The first arguments of every service."""
        return self.pool, self.actor, self.study_id, self.dispatch_id


@get("/studies/{study_id:uuid}/fieldwork/dispatches/{dispatch_id:str}")
async def dispatch_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> Html:
    """Everything about it; of a call on its own page."""
    if (await studies.get_study(pool, actor, study_id)).kind == "mystery_call":
        return go(f"/studies/{study_id}/fieldwork/calls/{dispatch_id}", None)
    return show(request, await _page(request, pool, actor, study_id, dispatch_id))


@post("/studies/{study_id:uuid}/fieldwork/dispatches/{dispatch_id:str}")
async def change_dispatch(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> Html:
    """Do what one of its forms asks."""
    form = await read_form(request)
    action = form.values.get("action", "")
    if action not in _ACTIONS:
        form.faults["action"] = "not_a_choice"
    refused: Refused | None = None
    asked = _Asked(pool, actor, study_id, dispatch_id, settings_of(request).mail)
    if not form.faults:
        try:
            done = await _ACTIONS[action](asked, form)
            if not form.faults:
                return go(f"/studies/{study_id}/fieldwork/dispatches/{dispatch_id}", done)
        except (Unusable, StudyRefused, Conflict, FindingsRefused) as fault:
            refused = fault
    page = await _page(request, pool, actor, study_id, dispatch_id, form=form, refused=refused)
    return show(request, page, status=409 if isinstance(refused, StudyRefused | Conflict) else 422)


async def _send_hand(asked: _Asked, form: FormReader) -> Notice | None:
    at = form.moment("at")
    if form.faults:
        return None
    await sending.send_by_hand(*asked.whose, at)
    return "dispatch_sent"


async def _send_now(asked: _Asked, _: FormReader) -> Notice | None:
    return None if await sending.send_now(*asked.whose, asked.mail) else "dispatch_sent"


async def _resolve(asked: _Asked, form: FormReader) -> Notice | None:
    arrived = form.choice("arrived", ("yes", "no"))
    if form.faults:
        return None
    await sending.resolve(*asked.whose, arrived=arrived == "yes")
    return "dispatch_resolved"


async def _record(asked: _Asked, form: FormReader) -> Notice | None:
    kind = form.choice("kind", _KINDS)
    positive = form.choice("positive", tuple(_POSITIVE))
    at = form.moment("at")
    text = form.words("text", most=replies.LONGEST_TEXT)
    if form.faults:
        return None
    reply = NewReply(kind=kind, at=at, text=text, positive=_POSITIVE[positive])  # type: ignore[arg-type]  # one of _KINDS
    await replies.record_by_hand(*asked.whose, reply)
    return "reply_recorded"


async def _judge(asked: _Asked, form: FormReader) -> Notice | None:
    positive = form.choice("positive", ("yes", "no"))
    try:
        reply_id = uuid.UUID(form.values.get("reply_id", ""))
    except ValueError as fault:
        raise NotFound(what="reply") from fault
    if form.faults:
        return None
    await replies.judge(asked.pool, asked.actor, asked.study_id, reply_id, positive=positive == "yes")
    return "reply_judged"


async def _withdraw_hand(asked: _Asked, form: FormReader) -> Notice | None:
    at = form.moment("at")
    if form.faults:
        return None
    await withdrawals.withdraw_by_hand(*asked.whose, at)
    return "withdrawal_sent"


async def _withdraw_now(asked: _Asked, _: FormReader) -> Notice | None:
    return None if await withdrawals.withdraw_now(*asked.whose, asked.mail) else "withdrawal_sent"


async def _complain(asked: _Asked, form: FormReader) -> Notice | None:
    on = form.date("received_on")
    words = form.words("words", most=complaints.LONGEST_WORDS)
    if form.faults:
        return None
    await complaints.record_complaint(*asked.whose, NewComplaint(received_on=on, words=words))
    return "complaint_recorded"


async def _detect(asked: _Asked, _: FormReader) -> Notice | None:
    await complaints.record_detection(*asked.whose)
    return "detection_recorded"


_ACTIONS: Final[dict[str, _Do]] = {
    "send_hand": _send_hand,
    "send_now": _send_now,
    "resolve": _resolve,
    "reply": _record,
    "judge": _judge,
    "withdraw_hand": _withdraw_hand,
    "withdraw_now": _withdraw_now,
    "complaint": _complain,
    "detected": _detect,
}


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    dispatch_id: str,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
) -> DispatchPage:
    dispatch = await work_list.get_dispatch(pool, actor, study_id, dispatch_id)
    study = await studies.get_study(pool, actor, study_id)
    unclear = dispatch.trouble is not None and dispatch.trouble.perhaps_sent
    return DispatchPage(
        study=study,
        tabs=study_tabs(study, "fieldwork"),
        dispatch=dispatch,
        withdrawal=await withdrawals.text_of(pool, actor, study_id),
        mail=settings_of(request).mail is not None and "send" in study.allowed,
        may_send=dispatch.state in ("planned", "due") and may_write_down(study) and not unclear,
        may_answer=dispatch.sent_at is not None and "record_reply" in study.allowed,
        now=dt.datetime.now(CLOCK).strftime("%Y-%m-%dT%H:%M"),
        action="" if form is None else form.values.get("action", ""),
        values={} if form is None else form.values,
        faults=(form.faults if form else {}) | (faults_of(refused) if refused else {}),
        refusal=said(request, refused) if refused else "",
        notice=notice_of(request.query_params.get("done")),
    )


@get("/studies/{study_id:uuid}/fieldwork/dispatches/{dispatch_id:str}/files/{part:str}/{ending:str}")
async def dispatch_file(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    part: FromPath[str],
    ending: FromPath[str],
) -> Response[bytes]:
    """The letter or the CV."""
    parts: tuple[Part, ...] = get_args(Part)
    endings: tuple[Ending, ...] = get_args(Ending)
    wanted = [(one, other) for one in parts for other in endings if (one, other) == (part, ending)]
    if not wanted:
        raise NotFound(what="page")
    return hand_over(await dispatch_files.one_file(pool, actor, study_id, dispatch_id, *wanted[0]))


HANDLERS = (dispatch_page, change_dispatch, dispatch_file)
