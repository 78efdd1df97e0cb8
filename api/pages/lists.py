"""Students and offers of a round."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import get_args

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.rounds import OfferFilter, OfferSort, StudentFilter, StudentSort
from api.pages.answering import AnyRequest, Html, show
from api.pages.contexts.rounds import OffersPage, StudentPage, StudentsPage
from api.pages.listing import SIZE, Listing, kept, page_number, yes_no
from api.pages.notices import notice_of
from api.pages.tabs import tabs_of
from api.services import rounds
from api.services.pool import Pool


@get("/rounds/{round_id:uuid}/students")
async def students_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The students."""
    query = request.query_params
    wanted = StudentFilter(
        search=query.get("search", "").strip()[:200],
        crebo=query.get("crebo", "").strip()[:5],
        team=query.get("team", "").strip()[:200],
        placed=yes_no(query, "placed"),
        sort=sort if (sort := query.get("sort", "")) in get_args(StudentSort) else "name",  # type: ignore[arg-type]  # membership proves the Literal
        descending=query.get("order") == "desc",
    )
    return show(
        request,
        StudentsPage(
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "students"),
            students=await rounds.list_students(pool, actor, round_id, wanted, number=page_number(query), size=SIZE),
            wanted=wanted,
            listing=_listing(f"/rounds/{round_id}/students", query, ("search", "crebo", "team", "placed"), wanted),
            programmes=await rounds.list_programmes(pool, actor, round_id),
        ),
    )


@get("/rounds/{round_id:uuid}/students/{student_number:path}")
async def student_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> Html:
    """One student."""
    return show(
        request,
        StudentPage(
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "students"),
            student=await rounds.get_student(pool, actor, round_id, student_number.removeprefix("/")),
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@get("/rounds/{round_id:uuid}/offers")
async def offers_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The offers."""
    query = request.query_params
    wanted = OfferFilter(
        search=query.get("search", "").strip()[:200],
        crebo=query.get("crebo", "").strip()[:5],
        status=status if (status := query.get("status", "")) in ("open", "closed", "blocked") else "",
        sort=sort if (sort := query.get("sort", "")) in get_args(OfferSort) else "company",  # type: ignore[arg-type]  # membership proves the Literal
        descending=query.get("order") == "desc",
    )
    return show(
        request,
        OffersPage(
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "offers"),
            offers=await rounds.list_offers(pool, actor, round_id, wanted, number=page_number(query), size=SIZE),
            wanted=wanted,
            listing=_listing(f"/rounds/{round_id}/offers", query, ("search", "crebo", "status"), wanted),
            notice=notice_of(query.get("done")),
        ),
    )


def _listing(
    path: str, query: Mapping[str, str], names: tuple[str, ...], wanted: StudentFilter | OfferFilter
) -> Listing:
    return Listing(
        path=path, wanted=kept(query, *names, "sort", "order"), sort=wanted.sort, descending=wanted.descending
    )


HANDLERS = (students_page, student_page, offers_page)
