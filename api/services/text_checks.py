"""Vacancy texts: checked, kept with what was found, and what people did with each hit.

Advice only. Nothing here blocks an offer, and nothing counts the hits of a company: the one way from an offer to a
check is its own newest one. The text goes after :data:`KEEP_DAYS`; places, rules and reactions stay, for the false
alarms of each rule. The event log has who did what and when, never the text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import uuid
from typing import Any, Final, cast, get_args

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound, Unusable
from api.messages.paging import PageOf
from api.messages.vacancy_text import (
    FalseAlarms,
    HitState,
    HitView,
    NewTextCheck,
    Reaction,
    ReactionView,
    RulesView,
    RuleView,
    TextCheckLine,
    TextCheckView,
    TextFor,
)
from api.services import events
from api.services.clock import CLOCK
from api.services.constraints import translated
from api.services.paging import offset_of
from api.services.permissions import SEE_OFFERS, require
from api.services.pool import Pool
from api.services.text_words import rule_words
from api.services.vacancy_text.check import LONGEST_TEXT, Hit, check_text
from api.services.vacancy_text.grounds.all_rules import RULES, RULES_VERSION
from api.services.vacancy_text.rules import Ground
from db import text_checks as rows
from db.pool import transaction
from matching.fairness.small_numbers import RULE as SMALL_NUMBERS
from matching.fairness.small_numbers import capped

#: Days that a text is kept, so that colleagues can look at it; after that only what was found is.
KEEP_DAYS: Final = 90
#: Checks of others that a page mentions.
MOST_WAITING: Final = 20
_KIND: Final = re.compile(r"[a-z_]{1,40}")


async def add_check(pool: Pool, actor: Actor, asked: NewTextCheck) -> TextCheckView:
    """Check a text and keep the result.

    Raises
    ------
    Unusable
        The text is empty or longer than 20,000 characters (``text``), or half a reference is given.
    """
    require(actor, *SEE_OFFERS)
    _refuse_unusable(asked)
    checked = check_text(asked.text, asked.text_for, tone=asked.tone)
    sha256 = hashlib.sha256(asked.text.encode(errors="replace")).digest()
    today = dt.datetime.now(CLOCK).date()
    with translated():
        async with transaction(pool) as connection:
            made = await rows.add(
                connection,
                text_sha256=sha256,
                body=asked.text,
                keep_body_until=today + dt.timedelta(days=KEEP_DAYS),
                text_for=asked.text_for,
                tone=asked.tone,
                rules_version=checked.rules_version,
                hits=msgspec.to_builtins(checked.hits),
                subject_kind=asked.subject_kind,
                subject_id=asked.subject_id,
                checked_by=actor.account_id,
            )
            await events.record(
                connection,
                actor,
                "text_checked",
                f"text_check:{made}",
                text_sha256=sha256.hex(),
                rules_version=checked.rules_version,
                hits=len(checked.hits),
                about=f"{asked.subject_kind}:{asked.subject_id}" if asked.subject_kind else None,
            )
            return await view_of(connection, actor, made)


async def get_check(pool: Pool, actor: Actor, text_check_id: uuid.UUID) -> TextCheckView:
    """One check, one's own or that of a colleague.

    Raises
    ------
    NotFound
        There is no such check.
    """
    require(actor, *SEE_OFFERS)
    async with pool.acquire() as connection:
        return await view_of(connection, actor, text_check_id)


async def newest_check(pool: Pool, actor: Actor, subject_kind: str, subject_id: str) -> TextCheckView | None:
    """The newest check of the text of one thing, such as an offer; None where nobody checked it."""
    require(actor, *SEE_OFFERS)
    async with pool.acquire() as connection:
        found = await rows.newest_of(connection, subject_kind, subject_id)
        return None if found is None else await view_of(connection, actor, found)


async def list_own(pool: Pool, actor: Actor, *, number: int = 1, size: int = 50) -> PageOf[TextCheckLine]:
    """The checks that the actor made, the newest first."""
    require(actor, *SEE_OFFERS)
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        found = await rows.own(connection, actor.account_id, offset, size)
    return PageOf(items=_lines(found), number=number, size=size, total=found[0].total if found else 0)


async def list_waiting(pool: Pool, actor: Actor) -> tuple[TextCheckLine, ...]:
    """Checks in which somebody else waits for a second person, the oldest first, at most twenty."""
    require(actor, *SEE_OFFERS)
    async with pool.acquire() as connection:
        return _lines(await rows.waiting_for_others(connection, actor.account_id, MOST_WAITING))


async def list_rules(pool: Pool, actor: Actor) -> RulesView:
    """All rules, and how often people say of each that it does not apply."""
    require(actor, *SEE_OFFERS)
    async with pool.acquire() as connection:
        counts = {row.rule: row for row in await rows.counts_by_rule(connection)}
    shown = tuple(
        RuleView(
            rule=rule.name,
            ground=rule.ground,
            level=rule.level,
            level_internship=rule.level_in("internship"),
            only_for=rule.only_for,
            tone=rule.tone,
            false_alarms=false_alarms(counts.get(rule.name)),
            **msgspec.structs.asdict(rule_words(actor.language, rule.name)),
        )
        for rule in RULES
    )
    with_rule = {rule.ground for rule in RULES}
    return RulesView(
        rules_version=RULES_VERSION,
        rules=shown,
        without_rule=tuple(ground for ground in get_args(Ground) if ground not in with_rule),
        least=SMALL_NUMBERS.least,
        small_number_rule=SMALL_NUMBERS.version,
    )


def false_alarms(counted: rows.RuleCountRow | None) -> FalseAlarms:
    """The share of reactions "does not apply", under the rule for small numbers (DESIGN.md §5.5)."""
    if counted is None or counted.reactions < SMALL_NUMBERS.least:
        return FalseAlarms()
    percent = round(100 * counted.not_applicable / counted.reactions)
    if not capped(counted.not_applicable, counted.reactions):
        return FalseAlarms(reactions=counted.reactions, percent=percent)
    low = percent < 50
    return FalseAlarms(
        reactions=counted.reactions,
        percent=SMALL_NUMBERS.lowest if low else SMALL_NUMBERS.highest,
        bound="or_less" if low else "or_more",
    )


async def view_of(connection: asyncpg.Connection, actor: Actor, text_check_id: uuid.UUID) -> TextCheckView:
    """A check as the actor sees it.

    Raises
    ------
    NotFound
        There is no such check.
    """
    row = await rows.get(connection, text_check_id)
    if row is None:
        raise NotFound(what="text_check")
    given = {one.hit: one for one in await rows.reactions(connection, text_check_id)}
    body = row.body if row.keep_body_until >= dt.datetime.now(CLOCK).date() else None
    return TextCheckView(
        text_check_id=row.text_check_id,
        text_sha256=row.text_sha256.hex(),
        text=body,
        keep_text_until=row.keep_body_until,
        text_for=cast("TextFor", row.text_for),
        tone=row.tone,
        rules_version=row.rules_version,
        newer_rules=row.rules_version != RULES_VERSION,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        checked_by=row.checked_by_name,
        checked_at=row.checked_at,
        hits=tuple(
            _hit(actor, place, msgspec.convert(one, Hit), body, given.get(place)) for place, one in enumerate(row.hits)
        ),
    )


def state_of(row: rows.ReactionRow | None) -> HitState:
    """Where a hit stands: words of a direct hit that stay need a second person."""
    if row is None:
        return "open"
    if row.level != "direct" or row.reaction == "taken_over" or row.second_agrees:
        return "answered"
    return "waiting" if row.second_agrees is None else "refused"


def _hit(actor: Actor, place: int, hit: Hit, body: str | None, row: rows.ReactionRow | None) -> HitView:
    facts: dict[str, Any] = msgspec.structs.asdict(hit) | msgspec.structs.asdict(rule_words(actor.language, hit.rule))
    return HitView(
        hit=place,
        words="" if body is None else body[hit.start : hit.end],
        state=state_of(row),
        reaction=None if row is None else _reaction(actor, row),
        **facts,
    )


def _reaction(actor: Actor, row: rows.ReactionRow) -> ReactionView:
    return ReactionView(
        reaction=cast("Reaction", row.reaction),
        reason=row.reason,
        reacted_by=row.reacted_by_name,
        reacted_by_me=row.reacted_by == actor.account_id,
        reacted_at=row.reacted_at,
        version=row.version,
        second_by=row.second_by_name,
        second_at=row.second_at,
        second_agrees=row.second_agrees,
    )


def _lines(found: list[rows.OwnCheckRow]) -> tuple[TextCheckLine, ...]:
    return tuple(
        TextCheckLine(
            text_check_id=row.text_check_id,
            begins=row.begins,
            checked_at=row.checked_at,
            hits=row.hits,
            answered=row.answered,
            waiting=row.waiting,
        )
        for row in found
    )


def _refuse_unusable(asked: NewTextCheck) -> None:
    fields: dict[str, str] = {}
    if not asked.text.strip():
        fields["text"] = "missing"
    elif len(asked.text) > LONGEST_TEXT:
        fields["text"] = "too_long"
    if (asked.subject_kind is None) != (asked.subject_id is None):
        fields["subject_id" if asked.subject_id is None else "subject_kind"] = "missing"
    elif asked.subject_kind is not None and not _KIND.fullmatch(asked.subject_kind):
        fields["subject_kind"] = "wrong_kind"
    elif asked.subject_id is not None and not 1 <= len(asked.subject_id) <= 100:
        fields["subject_id"] = "length"
    if fields:
        raise Unusable(fields)
