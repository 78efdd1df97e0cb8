"""Mystery calls: /api/v1/studies/{study_id}/fieldwork/calls."""

from __future__ import annotations

import uuid
from typing import Final

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.messages.accounts import Actor
from api.messages.lab.calls import CallView, HeardCall, NewCall
from api.messages.lab.fieldwork import NewComplaint
from api.services.lab import calls, complaints
from api.services.pool import Pool

#: Where one call is.
ONE: Final = "/{study_id:uuid}/fieldwork/calls/{dispatch_id:str}"


@get(ONE, summary="Read a call", operation_id="get_call")
async def get_call(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> CallView:
    """Whom to call, the script, and of a call that was made what this person may see: his own part of it."""
    return await calls.get_call(pool, actor, study_id, dispatch_id)


@post(ONE, summary="Write down a call", operation_id="make_call", status_code=200)
async def make_call(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[NewCall],
) -> CallView:
    """The caller writes down what was said, and gives his code."""
    await calls.make_call(pool, actor, study_id, dispatch_id, data)
    return await calls.get_call(pool, actor, study_id, dispatch_id)


@post(f"{ONE}/heard", summary="Write down what a second listener heard", operation_id="hear_call", status_code=200)
async def hear_call(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[HeardCall],
) -> CallView:
    """Another person than the caller gives the second code, without seeing the first."""
    await calls.hear_call(pool, actor, study_id, dispatch_id, data)
    return await calls.get_call(pool, actor, study_id, dispatch_id)


@post(f"{ONE}/recording-gone", summary="Write down that a recording was deleted", operation_id="recording_gone",
      status_code=200)  # fmt: skip
async def recording_gone(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
) -> CallView:
    """Recordings are kept elsewhere; here stands until when, and when they went."""
    await calls.recording_gone(pool, actor, study_id, dispatch_id)
    return await calls.get_call(pool, actor, study_id, dispatch_id)


@post(f"{ONE}/complaints", summary="Write down a complaint about a call", operation_id="record_complaint_of_call")
async def record_complaint(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    dispatch_id: FromPath[str],
    data: JSONBody[NewComplaint],
) -> CallView:
    """It ends the part of the company, and every study leaves it alone from then on."""
    await calls.get_call(pool, actor, study_id, dispatch_id)  # in a study with letters nothing is written down
    await complaints.record_complaint(pool, actor, study_id, dispatch_id, data)
    return await calls.get_call(pool, actor, study_id, dispatch_id)


router = Router(
    path="/api/v1/studies",
    tags=["fieldwork"],
    route_handlers=[get_call, make_call, hear_call, recording_gone, record_complaint],
)
