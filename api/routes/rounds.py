"""Rounds, students, offers and programmes: /api/v1/rounds."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.rounds import (
    NewRound,
    OfferFilter,
    OfferRow,
    OfferSort,
    ProgrammeView,
    RoundView,
    StudentFilter,
    StudentRow,
    StudentSort,
    StudentView,
)
from api.routes.pages import PageNumber, PageSize
from api.services import rounds
from api.services.pool import Pool


@get("/", summary="List rounds", operation_id="list_rounds")
async def list_rounds(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[RoundView]:
    """Rounds, the newest first."""
    return await rounds.list_rounds(pool, actor, number=page, size=size)


@post("/", summary="Make a round", operation_id="create_round")
async def create_round(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[NewRound]
) -> RoundView:
    """A round is a period of internships of some programmes."""
    return await rounds.create_round(pool, actor, data)


@get("/{round_id:uuid}", summary="Read a round", operation_id="get_round")
async def get_round(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> RoundView:
    """One round with its counts."""
    return await rounds.get_round(pool, actor, round_id)


@get("/{round_id:uuid}/programmes", summary="List programmes of a round", operation_id="list_programmes")
async def list_programmes(
    *, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> tuple[ProgrammeView, ...]:
    """Programmes that students of the round follow."""
    return await rounds.list_programmes(pool, actor, round_id)


@get("/{round_id:uuid}/students", summary="List students of a round", operation_id="list_students")
async def list_students(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    search: FromQuery[str] = "",
    crebo: FromQuery[str] = "",
    team: FromQuery[str] = "",
    placed: FromQuery[bool | None] = None,
    sort: FromQuery[StudentSort] = "student_number",
    descending: FromQuery[bool] = False,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[StudentRow]:
    """Students of the asker's programmes. ``search`` looks in number and name."""
    wanted = StudentFilter(search=search, crebo=crebo, team=team, placed=placed, sort=sort, descending=descending)
    return await rounds.list_students(pool, actor, round_id, wanted, number=page, size=size)


@get("/{round_id:uuid}/students/{student_number:str}", summary="Read a student", operation_id="get_student")
async def get_student(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> StudentView:
    """Everything that is stored about one student of a round."""
    return await rounds.get_student(pool, actor, round_id, student_number)


@get("/{round_id:uuid}/offers", summary="List offers of a round", operation_id="list_offers")
async def list_offers(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    search: FromQuery[str] = "",
    crebo: FromQuery[str] = "",
    status: FromQuery[str] = "",
    sort: FromQuery[OfferSort] = "offer_id",
    descending: FromQuery[bool] = False,
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[OfferRow]:
    """Offers. ``search`` looks in offer id, company and place."""
    wanted = OfferFilter(search=search, crebo=crebo, status=status, sort=sort, descending=descending)
    return await rounds.list_offers(pool, actor, round_id, wanted, number=page, size=size)


router = Router(
    path="/api/v1/rounds",
    tags=["rounds"],
    route_handlers=[
        list_rounds,
        create_round,
        get_round,
        list_programmes,
        list_students,
        get_student,
        list_offers,
    ],
)
