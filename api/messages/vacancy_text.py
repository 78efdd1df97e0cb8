"""Checks of vacancy texts: what was found, why, and what somebody did with it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

Reaction = Literal["taken_over", "not_applicable", "kept"]
#: ``open``: nobody reacted. ``waiting``: a second person is asked. ``refused``: the second person does not agree.
HitState = Literal["open", "answered", "waiting", "refused"]
TextFor = Literal["internship", "job"]
Level = Literal["direct", "indirect", "advice"]


class NewTextCheck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text to be checked, 1 to 20,000 characters. ``text_for``: a stage or leerbaan, or a paid job.

    ``tone``: words of bravado too. ``subject_kind`` and ``subject_id``: what the text belongs to, both or neither.
    """

    text: str
    text_for: TextFor = "internship"
    tone: bool = False
    subject_kind: str | None = None
    subject_id: str | None = None


class NewReaction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an editor does with a hit. ``version``: that of the reaction that he saw, 0 where there was none.

    ``reason``: at least ten characters, but for ``taken_over`` and for advice that is ``kept``.
    """

    reaction: Reaction
    reason: str = ""
    version: int = 0


class SecondAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a second person says of words that somebody leaves as they are. ``version``: of the reaction he saw."""

    agrees: bool
    version: int


class ReactionView(msgspec.Struct, frozen=True, kw_only=True):
    """A reaction. ``second_agrees`` None: nobody was asked, or nobody has answered yet."""

    reaction: Reaction
    reason: str
    reacted_by: str
    reacted_by_me: bool
    reacted_at: dt.datetime
    version: int
    second_by: str | None
    second_at: dt.datetime | None
    second_agrees: bool | None


class HitView(msgspec.Struct, frozen=True, kw_only=True):
    """A possible fault. ``start`` and ``end`` count characters of the text; ``words`` are what stands there, empty
    once the text is gone. ``name``, ``why`` and ``suggestion`` are in the reader's language."""

    hit: int
    rule: str
    ground: str
    level: Level
    start: int
    end: int
    words: str
    name: str
    why: str
    suggestion: str
    source: str
    source_address: str
    state: HitState
    reaction: ReactionView | None


class TextCheckView(msgspec.Struct, frozen=True, kw_only=True):
    """A check. ``text`` None: its time has passed, and it was taken away."""

    text_check_id: uuid.UUID
    text_sha256: str
    text: str | None
    keep_text_until: dt.date
    text_for: TextFor
    tone: bool
    rules_version: str
    newer_rules: bool
    subject_kind: str | None
    subject_id: str | None
    checked_by: str
    checked_at: dt.datetime
    hits: tuple[HitView, ...]


class TextCheckLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list. ``begins``: the begin of the text, empty once it is gone."""

    text_check_id: uuid.UUID
    begins: str
    checked_at: dt.datetime
    hits: int
    answered: int
    waiting: int


class FalseAlarms(msgspec.Struct, frozen=True, kw_only=True):
    """How often people say that a rule does not apply. Too few reactions: everything None.

    ``bound``: the percentage is "this or less", or "this or more", under the rule for small numbers.
    """

    reactions: int | None = None
    percent: int | None = None
    bound: Literal["", "or_less", "or_more"] = ""


class RuleView(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in the reader's language. ``level_internship``: its level in a text for a stage or leerbaan."""

    rule: str
    ground: str
    level: Level
    level_internship: Level
    only_for: TextFor | None
    tone: bool
    name: str
    why: str
    suggestion: str
    source: str
    source_address: str
    false_alarms: FalseAlarms


class RulesView(msgspec.Struct, frozen=True, kw_only=True):
    """All rules. ``without_rule``: grounds of the law that no rule is about. ``least``: reactions that are told."""

    rules_version: str
    rules: tuple[RuleView, ...]
    without_rule: tuple[str, ...]
    least: int
    small_number_rule: str
