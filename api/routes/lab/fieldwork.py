"""The fieldwork of a study: /api/v1/studies/{study_id}/fieldwork."""

from __future__ import annotations

import uuid
from typing import Final

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor
from api.messages.lab.fieldwork import (
    AtMoment,
    Day,
    DispatchView,
    FieldworkView,
    NewComplaint,
    NewReply,
    Reason,
    Resolved,
    When,
    Withdrawals,
    WorkItem,
)
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.routes.files import attachment
from api.routes.pages import PageNumber, PageSize
from api.services.lab import complaints, dispatch_files, fieldwork, replies, sending, withdrawals, work_list
from api.services.lab.dispatch_files import Ending, Part
from api.services.pool import Pool
from api.web.errors import AnyRequest
from api.web.session import settings_of

#: Where one dispatch is.
ONE: Final = "/dispatches/{dispatch_id:str}"


@get("/", summary="Read the fieldwork", operation_id="get_fieldwork")
async def get_fieldwork(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> FieldworkView:
    """Where it stands: steps that may be taken, and dispatches by state."""
    return await fieldwork.get_fieldwork(pool, actor, study_id)


@post("/start", summary="Start the fieldwork", operation_id="start_fieldwork", status_code=200)
async def start(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> FieldworkView:
    """Begin to send. Refused without a plan."""
    await fieldwork.start(pool, actor, study_id)
    return await fieldwork.get_fieldwork(pool, actor, study_id)


@post("/stop", summary="Stop the study", operation_id="stop_study", status_code=200)
async def stop(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID], data: JSONBody[Reason]
) -> FieldworkView:
    """Nothing is sent any more, until the lead resumes the study."""
    await fieldwork.stop(pool, actor, study_id, data.reason)
    return await fieldwork.get_fieldwork(pool, actor, study_id)


@post("/resume", summary="Resume the study", operation_id="resume_study", status_code=200)
async def resume(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID], data: JSONBody[Reason]
) -> FieldworkView:
    """Go on after a stop."""
    await fieldwork.resume(pool, actor, study_id, data.reason)
    return await fieldwork.get_fieldwork(pool, actor, study_id)


@post("/close", summary="Close the fieldwork", operation_id="close_fieldwork", status_code=200)
async def close(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID], data: JSONBody[Reason]
) -> FieldworkView:
    """What was not answered counts as unanswered. Before the days are over it needs a reason."""
    await fieldwork.close(pool, actor, study_id, data.reason)
    return await fieldwork.get_fieldwork(pool, actor, study_id)


@get("/calendar", summary="Read the calendar", operation_id="get_calendar")
async def get_calendar(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> tuple[Day, ...]:
    """How many dispatches are due on each day."""
    return await work_list.calendar(pool, actor, study_id)


@get("/calendar.ics", summary="Download the calendar", operation_id="download_calendar")
async def download_calendar(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """What is still to be sent, for a calendar program; pseudonyms only."""
    return attachment(await work_list.calendar_file(pool, actor, study_id))


@get("/today.zip", summary="Download the documents of today", operation_id="download_documents_of_today")
async def download_today(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """Letters and CVs of everything that is to be sent before the day is over."""
    return attachment(await dispatch_files.files_of_today(pool, actor, study_id))


@get("/withdrawals", summary="List withdrawals", operation_id="list_withdrawals")
async def list_withdrawals(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Withdrawals:
    """What companies are owed, the most urgent first."""
    return await withdrawals.list_withdrawals(pool, actor, study_id)


@get("/dispatches", summary="List dispatches", operation_id="list_dispatches")
async def list_dispatches(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    when: FromQuery[When] = "now",
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[WorkItem]:
    """A stretch of the work list, in order of due time."""
    return await work_list.list_work(pool, actor, study_id, when, number=page, size=size)


@get(ONE, summary="Read a dispatch", operation_id="get_dispatch")
async def get_dispatch(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> DispatchView:
    """The company, the applicant, the letter, and what came back."""
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@get(
    "/dispatches/{dispatch_id:str}/files/{part:str}/{ending:str}",
    summary="Download a document",
    operation_id="download_document",
)
async def download_document(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    part: FromPath[Part],
    ending: FromPath[Ending],
) -> Response[bytes]:
    """The letter or the CV, as PDF or DOCX."""
    return attachment(await dispatch_files.one_file(pool, actor, study_id, dispatch_id, part, ending))


@post(ONE + "/sent", summary="Sent by hand", operation_id="sent_by_hand", status_code=200)
async def sent_by_hand(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[AtMoment],
) -> DispatchView:
    """Write down that somebody sent it, and when."""
    await sending.send_by_hand(pool, actor, study_id, dispatch_id, data.at)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(ONE + "/send", summary="Send by mail", operation_id="send_by_mail", status_code=200)
async def send_by_mail(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> DispatchView:
    """Send it by the mail server. ``trouble`` says why it was not sent."""
    await sending.send_now(pool, actor, study_id, dispatch_id, settings_of(request).mail)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(
    "/dispatches/{dispatch_id:str}/resolve",
    summary="Say whether it was sent",
    operation_id="resolve_dispatch",
    status_code=200,
)
async def resolve(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[Resolved],
) -> DispatchView:
    """After a try of which nobody knew how it ended."""
    await sending.resolve(pool, actor, study_id, dispatch_id, arrived=data.arrived)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(ONE + "/replies", summary="Write down a reply", operation_id="record_reply")
async def record_reply(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[NewReply],
) -> DispatchView:
    """A call or a letter of a company."""
    await replies.record_by_hand(pool, actor, study_id, dispatch_id, data)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(
    "/dispatches/{dispatch_id:str}/withdrawn",
    summary="Withdrawn by hand",
    operation_id="withdrawn_by_hand",
    status_code=200,
)
async def withdrawn_by_hand(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[AtMoment],
) -> DispatchView:
    """Write down that the company heard of the withdrawal, and when."""
    await withdrawals.withdraw_by_hand(pool, actor, study_id, dispatch_id, data.at)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(
    "/dispatches/{dispatch_id:str}/withdraw",
    summary="Withdraw by mail",
    operation_id="withdraw_by_mail",
    status_code=200,
)
async def withdraw_by_mail(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> DispatchView:
    """Send the withdrawal in the thread. ``trouble`` says why it was not sent."""
    await withdrawals.withdraw_now(pool, actor, study_id, dispatch_id, settings_of(request).mail)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(ONE + "/complaints", summary="Write down a complaint", operation_id="record_complaint")
async def record_complaint(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[NewComplaint],
) -> DispatchView:
    """It ends the part of the company, and every study leaves it alone from then on."""
    await work_list.get_dispatch(pool, actor, study_id, dispatch_id)  # of a call nothing is written down here
    await complaints.record_complaint(pool, actor, study_id, dispatch_id, data)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


@post(
    "/dispatches/{dispatch_id:str}/detected",
    summary="Detected as a test",
    operation_id="record_detection",
    status_code=200,
)
async def record_detection(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> DispatchView:
    """The company knows that it was a test."""
    await complaints.record_detection(pool, actor, study_id, dispatch_id)
    return await work_list.get_dispatch(pool, actor, study_id, dispatch_id)


router = Router(
    path="/api/v1/studies/{study_id:uuid}/fieldwork",
    tags=["fieldwork"],
    route_handlers=[
        get_fieldwork, start, stop, resume, close, get_calendar, download_calendar, download_today, list_withdrawals,
        list_dispatches, get_dispatch, download_document, sent_by_hand, send_by_mail, resolve, record_reply,
        withdrawn_by_hand, withdraw_by_mail, record_complaint, record_detection,
    ],
)  # fmt: skip
