"""Checks of vacancy texts in every state that looks different; the hits come from the rules themselves."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import get_args

import msgspec

from api.messages.paging import PageOf
from api.messages.vacancy_text import (
    FalseAlarms,
    HitState,
    HitView,
    ReactionView,
    RulesView,
    RuleView,
    TextCheckLine,
    TextCheckView,
)
from api.pages.contexts.page import Page
from api.pages.contexts.text_checks import TextChecksPage, TextRulesPage
from api.pages.listing import Listing
from api.pages.text_checks import page_of
from api.services.text_words import rule_words
from api.services.vacancy_text.check import check_text
from api.services.vacancy_text.grounds.all_rules import RULES, RULES_VERSION

_ID = uuid.UUID("00000000-0000-4000-8000-000000000013")
_NOON = dt.datetime(2027, 2, 5, 11, 0, tzinfo=dt.UTC)
_LATER = dt.date(2027, 5, 6)
TEXT = (
    "Stagiair bediening <gezocht>\n\nWij zoeken een jonge, vlotte meid van 18 tot 25 jaar.\nJe spreekt vloeiend "
    "Nederlands en bent stressbestendig. Een rijbewijs is niet nodig."
)


def reaction(chosen: str, agrees: bool | None = None, *, mine: bool = True) -> ReactionView:
    """What somebody did."""
    return ReactionView(
        reaction=chosen,  # type: ignore[arg-type]  # a Reaction, spelled out below
        reason="" if chosen == "taken_over" else "Onze klanten <bellen> de hele dag.",
        reacted_by="Ineke Vermeulen",
        reacted_by_me=mine,
        reacted_at=_NOON,
        version=3,
        second_by=None if agrees is None else "Karim Bakker",
        second_at=None if agrees is None else _NOON,
        second_agrees=agrees,
    )


def view(text: str | None = TEXT, *states: tuple[HitState, ReactionView | None]) -> TextCheckView:
    """A check of the text, with a state for each of its first hits."""
    checked = check_text(TEXT if text is None else text)
    hits = []
    for place, hit in enumerate(checked.hits):
        state, given = states[place] if place < len(states) else ("open", None)
        words = "" if text is None else text[hit.start : hit.end]
        facts = msgspec.structs.asdict(hit) | msgspec.structs.asdict(rule_words("nl", hit.rule))
        hits.append(HitView(hit=place, words=words, state=state, reaction=given, **facts))
    return TextCheckView(
        text_check_id=_ID, text_sha256="ab" * 32, text=text, keep_text_until=_LATER, text_for="internship", tone=False,
        rules_version=RULES_VERSION, newer_rules=False, subject_kind=None, subject_id=None,
        checked_by="Ineke Vermeulen", checked_at=_NOON, hits=tuple(hits),
    )  # fmt: skip


def _line(number: int, begins: str, hits: int, answered: int, waiting: int = 0) -> TextCheckLine:
    return TextCheckLine(
        text_check_id=uuid.UUID(int=number), begins=begins, checked_at=_NOON, hits=hits, answered=answered,
        waiting=waiting,
    )  # fmt: skip


def _overview(*lines: TextCheckLine, waiting: tuple[TextCheckLine, ...] = (), total: int = 0) -> TextChecksPage:
    return TextChecksPage(
        checks=PageOf(items=lines, number=1, size=50, total=total or len(lines)),
        listing=Listing(path="/text-checks"),
        waiting=waiting,
        longest=20_000,
    )


_ALARMS = (
    FalseAlarms(),
    FalseAlarms(reactions=64, percent=12),
    FalseAlarms(reactions=11, percent=5, bound="or_less"),
    FalseAlarms(reactions=12, percent=95, bound="or_more"),
)
_RULES = RulesView(
    rules_version=RULES_VERSION,
    rules=tuple(
        RuleView(
            rule=rule.name, ground=rule.ground, level=rule.level, level_internship=rule.level_in("internship"),
            only_for=rule.only_for, tone=rule.tone, false_alarms=_ALARMS[place % len(_ALARMS)],
            **msgspec.structs.asdict(rule_words("nl", rule.name)),
        )
        for place, rule in enumerate(RULES)
    ),
    without_rule=("belief", "political_opinion", "contract_type"),
    least=10,
    small_number_rule="1",
)  # fmt: skip
STATES = get_args(HitState)
_ANSWERED = view(
    TEXT,
    ("waiting", reaction("kept")),
    ("waiting", reaction("not_applicable", mine=False)),
    ("refused", reaction("kept", agrees=False)),
    ("answered", reaction("taken_over")),
)
TEXT_CHECK_SAMPLES: dict[str, Page] = {
    "text-checks": _overview(
        _line(1, "Stagiair bediening <gezocht>", 5, 2, 1), _line(2, "", 0, 0),
        waiting=(_line(3, "Kok gezocht", 2, 0, 1),), total=120,
    ),
    "text-checks-empty": _overview(),
    "text-checks-refused": msgspec.structs.replace(
        _overview(), values={"text_for": "job", "tone": "yes"},
        faults={"vacancy_text": "missing", "text_for": "missing"},
    ),
    "text-check": page_of(view(), notice="text_checked"),
    "text-check-answered": page_of(_ANSWERED),
    "text-check-refused": page_of(
        view(), 0, {"reaction": "kept", "reason": "kort"}, {"reason": "too_short", "reaction": "missing"}
    ),
    "text-check-none": page_of(msgspec.structs.replace(view("Je helpt de koks."), newer_rules=True, tone=True)),
    "text-check-gone": page_of(view(None)),
    "text-rules": TextRulesPage(rules=_RULES),
}  # fmt: skip
