"""Checks of vacancy texts: /api/v1/text-checks and /api/v1/text-rules."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.messages.accounts import Actor
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.vacancy_text import NewReaction, NewTextCheck, RulesView, SecondAnswer, TextCheckLine, TextCheckView
from api.routes.pages import PageNumber, PageSize
from api.services import text_checks, text_reactions
from api.services.pool import Pool


@post("/text-checks", summary="Check a vacancy text", operation_id="check_text")
async def check_text(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[NewTextCheck]
) -> TextCheckView:
    """Possible faults with ground, level, why, source and suggestion. Advice: it never blocks anything."""
    return await text_checks.add_check(pool, actor, data)


@get("/text-checks", summary="List own text checks", operation_id="list_text_checks")
async def list_text_checks(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[TextCheckLine]:
    """Checks that the asker made, the newest first."""
    return await text_checks.list_own(pool, actor, number=page, size=size)


@get("/text-checks/waiting", summary="List checks that wait for a second person", operation_id="list_waiting_texts")
async def list_waiting_texts(pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> tuple[TextCheckLine, ...]:
    """Checks in which a colleague leaves the words of a direct hit as they are; the oldest first, at most twenty."""
    return await text_checks.list_waiting(pool, actor)


@get("/text-checks/{text_check_id:uuid}", summary="Read a text check", operation_id="get_text_check")
async def get_text_check(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], text_check_id: FromPath[uuid.UUID]
) -> TextCheckView:
    """The text while it is kept, the hits, and what people did with each."""
    return await text_checks.get_check(pool, actor, text_check_id)


@post(
    "/text-checks/{text_check_id:uuid}/hits/{hit:int}/reaction",
    summary="React to a hit",
    operation_id="react_to_hit",
    status_code=200,
)
async def react_to_hit(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    text_check_id: FromPath[uuid.UUID],
    hit: FromPath[int],
    data: JSONBody[NewReaction],
) -> TextCheckView:
    """Taken over, not applicable, or kept. Words of a direct hit that stay wait for a second person."""
    return await text_reactions.react(pool, actor, text_check_id, hit, data)


@post(
    "/text-checks/{text_check_id:uuid}/hits/{hit:int}/second-answer",
    summary="Answer as a second person",
    operation_id="answer_second_person",
    status_code=200,
)
async def answer_second_person(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    text_check_id: FromPath[uuid.UUID],
    hit: FromPath[int],
    data: JSONBody[SecondAnswer],
) -> TextCheckView:
    """Agree, or not, that the words of a direct hit stay as they are. Never of one's own reaction."""
    return await text_reactions.answer_second(pool, actor, text_check_id, hit, data)


@get("/text-rules", summary="List the rules of the text check", operation_id="list_text_rules")
async def list_text_rules(pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> RulesView:
    """All rules with their version, and how often people say of each that it does not apply."""
    return await text_checks.list_rules(pool, actor)


router = Router(
    path="/api/v1",
    tags=["text checks"],
    route_handlers=[
        check_text,
        list_text_checks,
        list_waiting_texts,
        get_text_check,
        react_to_hit,
        answer_second_person,
        list_text_rules,
    ],
)
