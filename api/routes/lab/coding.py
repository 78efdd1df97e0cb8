"""Coding, the lock and the moment the trait is revealed: /api/v1/studies/{study_id}/coding and /codes."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor
from api.messages.lab.coding import CodesView, CodingView, NewCode, NewRoundOfCoding, NewUnblinding
from api.services.lab import codes, coding
from api.services.pool import Pool


@get("/{study_id:uuid}/coding", summary="Read what to code next", operation_id="get_coding")
async def get_coding(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    change: FromQuery[bool] = False,
) -> CodingView:
    """For coders: the replies to one letter, without whose letter it was. ``change``: the last one again."""
    return await coding.get_coding(pool, actor, study_id, change=change)


@post("/{study_id:uuid}/coding", summary="Give a code", operation_id="give_code", status_code=204)
async def give_code(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[NewCode],
) -> None:
    """For coders: what came on the letter. ``change`` takes back the code given last."""
    await coding.give_code(pool, actor, study_id, data)


@get("/{study_id:uuid}/codes", summary="Read how far the coding is", operation_id="get_codes")
async def get_codes(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> CodesView:
    """For who leads the study: counts and agreement, no outcomes."""
    return await codes.get_codes(pool, actor, study_id)


@post("/{study_id:uuid}/codes/rounds", summary="Code again", operation_id="begin_coding_again", status_code=204)
async def begin_again(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[NewRoundOfCoding],
) -> None:
    """All replies are coded again; earlier codes are kept."""
    await codes.begin_again(pool, actor, study_id, data)


@post("/{study_id:uuid}/codes/lock", summary="Lock the codes", operation_id="lock_codes", status_code=204)
async def lock_codes(pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]) -> None:
    """From now on no code changes."""
    await codes.lock_codes(pool, actor, study_id)


@post("/{study_id:uuid}/codes/unblind", summary="Reveal the trait", operation_id="unblind", status_code=204)
async def unblind(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[NewUnblinding],
) -> None:
    """A named person decides it, with a reason."""
    await codes.unblind(pool, actor, study_id, data)


router = Router(
    path="/api/v1/studies",
    tags=["coding"],
    route_handlers=[get_coding, give_code, get_codes, begin_again, lock_codes, unblind],
)
