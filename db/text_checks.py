"""Checks of vacancy texts, and reactions to what was found. Nothing here counts hits by company or offer."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class TextCheckRow(msgspec.Struct, frozen=True, kw_only=True):
    """A check. ``body`` is None once its time has passed."""

    text_check_id: uuid.UUID
    text_sha256: bytes
    body: str | None
    keep_body_until: dt.date
    text_for: str
    tone: bool
    rules_version: str
    hits: list[dict[str, Any]]
    subject_kind: str | None
    subject_id: str | None
    checked_by: uuid.UUID
    checked_by_name: str
    checked_at: dt.datetime


class OwnCheckRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list of checks. ``begins``: of the text, empty once it is gone. ``total``: of the list."""

    text_check_id: uuid.UUID
    begins: str
    checked_at: dt.datetime
    hits: int
    answered: int
    waiting: int
    total: int


class ReactionRow(msgspec.Struct, frozen=True, kw_only=True):
    """What was done with a hit."""

    hit: int
    rule: str
    level: str
    reaction: str
    reason: str
    reacted_by: uuid.UUID
    reacted_by_name: str
    reacted_at: dt.datetime
    version: int
    second_by_name: str | None
    second_at: dt.datetime | None
    second_agrees: bool | None


class RuleCountRow(msgspec.Struct, frozen=True, kw_only=True):
    """Reactions to a rule, over all checks."""

    rule: str
    reactions: int
    not_applicable: int


_ADD = Query(
    """
    insert into placement.text_check (text_sha256, body, keep_body_until, text_for, tone, rules_version, hits,
                                      subject_kind, subject_id, checked_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning text_check_id
    """,
    uuid.UUID,
)


async def add(
    connection: asyncpg.Connection,
    *,
    text_sha256: bytes,
    body: str,
    keep_body_until: dt.date,
    text_for: str,
    tone: bool,
    rules_version: str,
    hits: list[dict[str, Any]],
    subject_kind: str | None,
    subject_id: str | None,
    checked_by: uuid.UUID,
) -> uuid.UUID:
    """Keep a check; its id."""
    return await _ADD.one(
        connection, text_sha256, body, keep_body_until, text_for, tone, rules_version, hits, subject_kind, subject_id,
        checked_by,
    )  # fmt: skip


_GET = Query(
    """
    select c.text_check_id, c.text_sha256, c.body, c.keep_body_until, c.text_for, c.tone, c.rules_version, c.hits,
           c.subject_kind, c.subject_id, c.checked_by, a.display_name as checked_by_name, c.checked_at
    from placement.text_check c join placement.account a on a.account_id = c.checked_by
    where c.text_check_id = $1
    """,
    TextCheckRow,
)


async def get(connection: asyncpg.Connection, text_check_id: uuid.UUID) -> TextCheckRow | None:
    """One check."""
    return await _GET.first(connection, text_check_id)


_NEWEST_OF = Query(
    """
    select text_check_id from placement.text_check
    where subject_kind = $1 and subject_id = $2 order by checked_at desc limit 1
    """,
    uuid.UUID,
)


async def newest_of(connection: asyncpg.Connection, subject_kind: str, subject_id: str) -> uuid.UUID | None:
    """The newest check of the text of one thing."""
    return await _NEWEST_OF.first(connection, subject_kind, subject_id)


_OWN = Query(
    """
    select c.text_check_id, coalesce(left(c.body, 120), '') as begins, c.checked_at,
           jsonb_array_length(c.hits) as hits,
           (select count(*)::int from placement.text_reaction r where r.text_check_id = c.text_check_id) as answered,
           (select count(*)::int from placement.text_reaction r
            where r.text_check_id = c.text_check_id and r.second_by is null and r.level = 'direct'
              and r.reaction <> 'taken_over') as waiting,
           (select count(*)::int from placement.text_check t where t.checked_by = $1) as total
    from placement.text_check c
    where c.checked_by = $1 order by c.checked_at desc, c.text_check_id offset $2 limit $3
    """,
    OwnCheckRow,
)


async def own(connection: asyncpg.Connection, account_id: uuid.UUID, offset: int, limit: int) -> list[OwnCheckRow]:
    """Checks that somebody made, the newest first."""
    return await _OWN.all(connection, account_id, offset, limit)


_WAITING = Query(
    """
    select c.text_check_id, coalesce(left(c.body, 120), '') as begins, c.checked_at,
           jsonb_array_length(c.hits) as hits, 0 as answered, w.waiting, (count(*) over ())::int as total
    from (select r.text_check_id, count(*)::int as waiting, min(r.reacted_at) as since
          from placement.text_reaction r
          where r.second_by is null and r.level = 'direct' and r.reaction <> 'taken_over' and r.reacted_by <> $1
          group by r.text_check_id) w
    join placement.text_check c using (text_check_id)
    order by w.since limit $2
    """,
    OwnCheckRow,
)


async def waiting_for_others(connection: asyncpg.Connection, account_id: uuid.UUID, limit: int) -> list[OwnCheckRow]:
    """Checks in which somebody else waits for a second person, the oldest first."""
    return await _WAITING.all(connection, account_id, limit)


_REACTIONS = Query(
    """
    select r.hit, r.rule, r.level, r.reaction, r.reason, r.reacted_by, a.display_name as reacted_by_name, r.reacted_at,
           r.version, s.display_name as second_by_name, r.second_at, r.second_agrees
    from placement.text_reaction r join placement.account a on a.account_id = r.reacted_by
    left join placement.account s on s.account_id = r.second_by
    where r.text_check_id = $1 order by r.hit
    """,
    ReactionRow,
)


async def reactions(connection: asyncpg.Connection, text_check_id: uuid.UUID) -> list[ReactionRow]:
    """What was done with the hits of a check, by hit."""
    return await _REACTIONS.all(connection, text_check_id)


_REACT = Query(
    """
    insert into placement.text_reaction as r (text_check_id, hit, rule, level, reaction, reason, reacted_by)
    select $1, $2, $3, $4, $5, $6, $7
    where $8 = 0 or exists (select 1 from placement.text_reaction where text_check_id = $1 and hit = $2)
    on conflict (text_check_id, hit) do update
    set reaction = excluded.reaction, reason = excluded.reason, reacted_by = excluded.reacted_by, reacted_at = now(),
        version = r.version + 1, second_by = null, second_at = null, second_agrees = null
    where r.version = $8
    returning r.version
    """,
    int,
)


async def react(
    connection: asyncpg.Connection,
    text_check_id: uuid.UUID,
    hit: int,
    *,
    rule: str,
    level: str,
    reaction: str,
    reason: str,
    reacted_by: uuid.UUID,
    seen_version: int,
) -> int | None:
    """Keep what was done with a hit; its version. None: somebody changed it after ``seen_version`` (0: nothing)."""
    return await _REACT.first(
        connection, text_check_id, hit, rule, level, reaction, reason, reacted_by, seen_version
    )  # fmt: skip


_SECOND = Query(
    """
    update placement.text_reaction set second_by = $4, second_at = now(), second_agrees = $5, version = version + 1
    where text_check_id = $1 and hit = $2 and version = $3 and second_by is null
    returning version
    """,
    int,
)


async def answer_second(
    connection: asyncpg.Connection,
    text_check_id: uuid.UUID,
    hit: int,
    *,
    seen_version: int,
    second_by: uuid.UUID,
    agrees: bool,
) -> int | None:
    """The answer of a second person; None where the reaction is another by now."""
    return await _SECOND.first(connection, text_check_id, hit, seen_version, second_by, agrees)


_COUNTS = Query(
    """
    select rule, count(*)::int as reactions,
           (count(*) filter (where reaction = 'not_applicable'))::int as not_applicable
    from placement.text_reaction group by rule
    """,
    RuleCountRow,
)


async def counts_by_rule(connection: asyncpg.Connection) -> list[RuleCountRow]:
    """Reactions to each rule that has any."""
    return await _COUNTS.all(connection)


_FORGET = Statement("update placement.text_check set body = null where keep_body_until < $1 and body is not null")


async def forget_bodies(connection: asyncpg.Connection, today: dt.date) -> int:
    """Take texts away whose time has passed; how many."""
    return await _FORGET.run(connection, today)
