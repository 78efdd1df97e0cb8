"""Checking a vacancy text, what to do with each hit, and the rules."""

from __future__ import annotations

import uuid
from typing import Final

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.vacancy_text import NewReaction, NewTextCheck, SecondAnswer, TextCheckView
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.text_checks import HitCard, TextCheckPage, TextChecksPage, TextRulesPage
from api.pages.forms import FormReader, read_form
from api.pages.listing import SIZE, Listing, page_number
from api.pages.marked_text import pieces_of
from api.pages.notices import Notice, notice_of
from api.services import text_checks, text_reactions
from api.services.pool import Pool
from api.services.vacancy_text.check import LONGEST_TEXT

_KINDS: Final = ("internship", "job")
_REACTIONS: Final = ("taken_over", "not_applicable", "kept")


@get("/text-checks")
async def text_checks_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The form, and the checks so far."""
    return show(request, await _overview(request, pool, actor))


@post("/text-checks")
async def check_a_text(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Check the text, or show the form again with what is wrong."""
    form = await read_form(request)
    typed = form.values.get("vacancy_text", "").replace("\r\n", "\n")
    kind = form.choice("text_for", _KINDS)
    asked = NewTextCheck(
        text=typed,
        text_for="job" if kind == "job" else "internship",
        tone=form.values.get("tone") == "yes",
    )
    try:
        if form.faults:
            raise Unusable(form.faults)
        made = await text_checks.add_check(pool, actor, asked)
    except Unusable as refused:
        page = await _overview(request, pool, actor, form.values, _named(faults_of(refused)), said(request, refused))
        return show(request, page, status=422)
    return go(f"/text-checks/{made.text_check_id}", "text_checked")


@get("/text-checks/{text_check_id:uuid}")
async def text_check_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], text_check_id: FromPath[uuid.UUID]
) -> Html:
    """One check."""
    found = await text_checks.get_check(pool, actor, text_check_id)
    return show(request, page_of(found, notice=notice_of(request.query_params.get("done"))))


@post("/text-checks/{text_check_id:uuid}")
async def answer_hit(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], text_check_id: FromPath[uuid.UUID]
) -> Html:
    """What somebody does with a hit, or answers as a second person."""
    form = await read_form(request)
    typed = form.values.get("hit", "")
    hit = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else -1
    try:
        notice = await _answer(pool, actor, text_check_id, hit, form)
    except (Unusable, Conflict) as refused:
        found = await text_checks.get_check(pool, actor, text_check_id)
        page = page_of(found, hit, form.values, faults_of(refused), said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/text-checks/{text_check_id}?done={notice}#hit-{hit + 1}")


@get("/text-rules")
async def text_rules_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """The rules."""
    return show(request, TextRulesPage(rules=await text_checks.list_rules(pool, actor)))


def _named(faults: dict[str, str]) -> dict[str, str]:
    """As the fields of the form are called."""
    return {"vacancy_text" if name == "text" else name: code for name, code in faults.items()}


async def _answer(pool: Pool, actor: Actor, text_check_id: uuid.UUID, hit: int, form: FormReader) -> Notice:
    version_typed = form.values.get("version", "0")
    version = (
        int(version_typed) if version_typed.isascii() and version_typed.isdigit() and len(version_typed) < 9 else 0
    )
    action = form.values.get("action")
    if action in ("agree", "disagree"):
        given = SecondAnswer(agrees=action == "agree", version=version)
        await text_reactions.answer_second(pool, actor, text_check_id, hit, given)
        return "text_agreed" if given.agrees else "text_disagreed"
    reaction = form.choice("reaction", _REACTIONS)
    if form.faults:
        raise Unusable(form.faults)
    chosen = NewReaction(
        reaction="taken_over" if reaction == "taken_over" else "kept" if reaction == "kept" else "not_applicable",
        reason=form.values.get("reason", ""),
        version=version,
    )
    await text_reactions.react(pool, actor, text_check_id, hit, chosen)
    return "text_answered"


async def _overview(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    values: dict[str, str] | None = None,
    faults: dict[str, str] | None = None,
    refusal: str = "",
) -> TextChecksPage:
    return TextChecksPage(
        checks=await text_checks.list_own(pool, actor, number=page_number(request.query_params), size=SIZE),
        listing=Listing(path="/text-checks"),
        waiting=await text_checks.list_waiting(pool, actor),
        longest=LONGEST_TEXT,
        values=values or {},
        faults=faults or {},
        refusal=refusal,
    )


def page_of(
    found: TextCheckView,
    hit: int = -1,
    values: dict[str, str] | None = None,
    faults: dict[str, str] | None = None,
    refusal: str = "",
    *,
    notice: Notice | None = None,
) -> TextCheckPage:
    """The page of a check. ``hit``: the one whose form came back, with what was typed and what is wrong."""
    told = dict(faults or {})
    cards = tuple(
        HitCard(
            hit=one,
            may_second=one.state == "waiting" and one.reaction is not None and not one.reaction.reacted_by_me,
            values=(values or {}) if one.hit == hit else {},
            faults=told if one.hit == hit else {},
        )
        for one in found.hits
    )
    return TextCheckPage(
        check=found,
        pieces=() if found.text is None else pieces_of(found.text, found.hits),
        cards=cards,
        faults=told,
        refusal=refusal,
        notice=notice,
    )


HANDLERS = (text_checks_page, check_a_text, text_check_page, answer_hit, text_rules_page)
