"""What people do with a hit of a text check: take the advice over, say that it does not apply, or keep the words.

Words of a *direct* hit that stay, for either reason, need a second person: a colleague who agrees or does not. Words
of an *indirect* hit that stay need the reason why the work asks for them. Somebody may change a reaction; that takes
the answer of the second person away. The event log keeps every one of them.
"""

from __future__ import annotations

import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.vacancy_text import NewReaction, SecondAnswer, TextCheckView
from api.services import events
from api.services.constraints import translated
from api.services.decisions import LONGEST_REASON, SHORTEST_REASON
from api.services.permissions import SEE_OFFERS, require
from api.services.pool import Pool
from api.services.text_checks import state_of, view_of
from api.services.vacancy_text.check import Hit
from db import text_checks as rows
from db.pool import transaction


async def react(pool: Pool, actor: Actor, text_check_id: uuid.UUID, hit: int, asked: NewReaction) -> TextCheckView:
    """Keep what the actor does with a hit; the check as it is then.

    Raises
    ------
    NotFound
        There is no such check, or it has no such hit.
    Unusable
        The reason is missing or shorter than ten characters, or too long (``reason``).
    Conflict
        ``changed_meanwhile``: somebody else reacted after ``version``.
    """
    require(actor, *SEE_OFFERS)
    reason = asked.reason.strip()
    with translated():
        async with transaction(pool) as connection:
            found = await _hit_of(connection, text_check_id, hit)
            needed = asked.reaction == "not_applicable" or (asked.reaction == "kept" and found.level != "advice")
            if len(reason) > LONGEST_REASON or (needed and len(reason) < SHORTEST_REASON):
                short = "too_short" if reason else "missing"
                raise Unusable({"reason": "too_long" if len(reason) > LONGEST_REASON else short})
            kept = await rows.react(
                connection,
                text_check_id,
                hit,
                rule=found.rule,
                level=found.level,
                reaction=asked.reaction,
                reason=reason,
                reacted_by=actor.account_id,
                seen_version=min(max(asked.version, 0), 1_000_000_000),
            )
            if kept is None:
                raise Conflict("changed_meanwhile")
            await events.record(
                connection,
                actor,
                "text_hit_answered",
                f"text_check:{text_check_id}",
                hit=hit,
                rule=found.rule,
                level=found.level,
                reaction=asked.reaction,
                reason=reason,
            )
            return await view_of(connection, actor, text_check_id)


async def answer_second(
    pool: Pool, actor: Actor, text_check_id: uuid.UUID, hit: int, asked: SecondAnswer
) -> TextCheckView:
    """Agree, or not, with a colleague who leaves the words of a direct hit as they are.

    Raises
    ------
    NotFound
        There is no such check, or it has no such hit.
    Conflict
        ``same_person``; ``no_second_asked``: nothing waits here; ``changed_meanwhile``: the reaction is another now.
    """
    require(actor, *SEE_OFFERS)
    with translated():
        async with transaction(pool) as connection:
            found = await _hit_of(connection, text_check_id, hit)
            given = {one.hit: one for one in await rows.reactions(connection, text_check_id)}.get(hit)
            if given is None or state_of(given) != "waiting":
                raise Conflict("no_second_asked")
            if given.reacted_by == actor.account_id:
                raise Conflict("same_person")
            kept = await rows.answer_second(
                connection,
                text_check_id,
                hit,
                seen_version=min(max(asked.version, 0), 1_000_000_000),
                second_by=actor.account_id,
                agrees=asked.agrees,
            )
            if kept is None:
                raise Conflict("changed_meanwhile")
            await events.record(
                connection,
                actor,
                "text_hit_second_answer",
                f"text_check:{text_check_id}",
                hit=hit,
                rule=found.rule,
                agrees=asked.agrees,
            )
            return await view_of(connection, actor, text_check_id)


async def _hit_of(connection: asyncpg.Connection, text_check_id: uuid.UUID, hit: int) -> Hit:
    row = await rows.get(connection, text_check_id)
    if row is None:
        raise NotFound(what="text_check")
    if not 0 <= hit < len(row.hits):
        raise NotFound(what="text_hit")
    return msgspec.convert(row.hits[hit], Hit)
