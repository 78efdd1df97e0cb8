"""Letters as coders see them, their codes, and what was locked. Nothing here says who applied where."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class LetterRow(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was sent, and what came back: counts and moments, without a bounce among the replies."""

    dispatch_id: str
    number: int
    token: str
    state: str
    sent_at: dt.datetime
    replies: int
    unreadable: int
    first_reply_at: dt.datetime | None
    bounced_at: dt.datetime | None
    withdrawn_at: dt.datetime | None


_LETTERS = Query(
    """
    select d.dispatch_id, d.number, d.token, d.state, d.sent_at,
        count(r.reply_id) filter (where r.kind <> 'bounce')::integer as replies,
        count(r.reply_id) filter (where r.kind <> 'bounce' and r.redacted is null)::integer as unreadable,
        min(r.received_at) filter (where r.kind <> 'bounce') as first_reply_at,
        max(r.received_at) filter (where r.kind = 'bounce') as bounced_at,
        w.sent_at as withdrawn_at
    from lab.dispatch d
    left join lab.reply r on r.study_id = d.study_id and r.dispatch_id = d.dispatch_id
    left join lab.withdrawal w on w.study_id = d.study_id and w.dispatch_id = d.dispatch_id
    where d.study_id = $1 and d.sent_at is not null
    group by d.study_id, d.dispatch_id, w.sent_at
    order by d.dispatch_id
    """,
    LetterRow,
)


async def letters(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[LetterRow]:
    """Every letter that was sent."""
    return await _LETTERS.all(connection, study_id)


class CodeRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a coder said of the replies to a letter, and how many of them he read."""

    dispatch_id: str
    account_id: uuid.UUID
    turn: str
    outcome: str
    replies_read: int
    coded_at: dt.datetime


_CODES = Query(
    """
    select dispatch_id, account_id, turn, outcome, replies_read, coded_at from lab.outcome_code
    where study_id = $1 and round = $2
    order by dispatch_id, turn
    """,
    CodeRow,
)


async def codes(connection: asyncpg.Connection, study_id: uuid.UUID, number: int) -> list[CodeRow]:
    """The codes of one round."""
    return await _CODES.all(connection, study_id, number)


_GIVE = Statement(
    """
    insert into lab.outcome_code (study_id, dispatch_id, round, turn, account_id, outcome, replies_read, coded_at)
    values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
    on conflict on constraint outcome_code_pkey do update set account_id = excluded.account_id,
        outcome = excluded.outcome, replies_read = excluded.replies_read, coded_at = excluded.coded_at
    """
)


async def give(
    connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, *, number: int, turn: str,
    account_id: uuid.UUID, outcome: str, replies_read: int,
) -> None:  # fmt: skip
    """Keep a code, in the place of one in the same turn that does not count any more or that its coder takes back."""
    await _GIVE.run(connection, study_id, dispatch_id, number, turn, account_id, outcome, replies_read)


_OUTCOMES = Query("select distinct outcome from lab.outcome_code where study_id = $1 order by outcome", str)


async def outcomes_given(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[str]:
    """Every outcome that a coder has given, in any round."""
    return await _OUTCOMES.all(connection, study_id)


_FIRST_CODE = Query(
    """
    select outcome from lab.outcome_code where study_id = $1 and dispatch_id = $2 and account_id = $3
    order by round limit 1
    """,
    str,
)


async def first_code(
    connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str, account_id: uuid.UUID
) -> str | None:
    """What this person said first of a dispatch."""
    return await _FIRST_CODE.first(connection, study_id, dispatch_id, account_id)


class ReadableRow(msgspec.Struct, frozen=True, kw_only=True):
    """A reply without whatever says who wrote to whom."""

    kind: str
    received_at: dt.datetime
    redacted: str


_READABLE = Query(
    """
    select kind, received_at, redacted from lab.reply
    where study_id = $1 and dispatch_id = $2 and kind <> 'bounce' and redacted is not null
    order by received_at, reply_id
    """,
    ReadableRow,
)


async def readable(connection: asyncpg.Connection, study_id: uuid.UUID, dispatch_id: str) -> list[ReadableRow]:
    """What coders read, in the order in which it came."""
    return await _READABLE.all(connection, study_id, dispatch_id)


class RoundRow(msgspec.Struct, frozen=True, kw_only=True):
    """All replies are coded again since then, and why. The first round has no row."""

    round: int
    reason: str
    at: dt.datetime


_ROUNDS = Query("select round, reason, at from lab.coding_round where study_id = $1 order by round", RoundRow)


async def rounds(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[RoundRow]:
    """The rounds after the first."""
    return await _ROUNDS.all(connection, study_id)


_ROUND = Query("select coalesce(max(round), 1) as round from lab.coding_round where study_id = $1", int)


async def current_round(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """The round that a study is in, from 1."""
    return await _ROUND.one(connection, study_id)


_BEGIN = Statement("insert into lab.coding_round (study_id, round, reason, account_id) values ($1, $2, $3, $4)")


async def begin_round(
    connection: asyncpg.Connection, study_id: uuid.UUID, number: int, *, reason: str, account_id: uuid.UUID
) -> None:
    """Code everything again."""
    await _BEGIN.run(connection, study_id, number, reason, account_id)


_HOMELESS = Query(
    """
    select count(*)::integer as replies from lab.reply
    where study_id = $1 and dispatch_id is null and kind in ('reply', 'call', 'letter') and not how ? 'set_aside'
    """,
    int,
)


async def homeless(connection: asyncpg.Connection, study_id: uuid.UUID) -> int:
    """Replies of which nobody has said yet which letter they answer."""
    return await _HOMELESS.one(connection, study_id)


class FinalRow(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a letter, as it was locked."""

    dispatch_id: str
    outcome: str | None
    said_by: str
    decided_at: dt.datetime


_LOCK = Statement(
    """
    insert into lab.final_outcome (study_id, dispatch_id, outcome, said_by, decided_at)
    select $1, one.dispatch_id, one.outcome, one.said_by, one.decided_at
    from jsonb_to_recordset($2::jsonb)
        as one (dispatch_id text, outcome text, said_by text, decided_at timestamptz)
    """
)


async def lock(connection: asyncpg.Connection, study_id: uuid.UUID, final: Sequence[FinalRow]) -> None:
    """Write down what came of every letter, once."""
    rows: list[dict[str, Any]] = [msgspec.to_builtins(one) for one in final]
    await _LOCK.run(connection, study_id, rows)


_LOCKED = Query(
    """
    select dispatch_id, outcome, said_by, decided_at from lab.final_outcome
    where study_id = $1 order by dispatch_id
    """,
    FinalRow,
)


async def locked(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[FinalRow]:
    """What was locked; empty before."""
    return await _LOCKED.all(connection, study_id)


class UnblindingRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided that the trait is revealed, and why then."""

    person: str
    reason: str
    at: dt.datetime


_UNBLIND = Statement("insert into lab.unblinding (study_id, person, reason, account_id) values ($1, $2, $3, $4)")


async def unblind(
    connection: asyncpg.Connection, study_id: uuid.UUID, *, person: str, reason: str, account_id: uuid.UUID
) -> None:
    """Keep the decision."""
    await _UNBLIND.run(connection, study_id, person, reason, account_id)


_UNBLINDING = Query("select person, reason, at from lab.unblinding where study_id = $1", UnblindingRow)


async def unblinding(connection: asyncpg.Connection, study_id: uuid.UUID) -> UnblindingRow | None:
    """The decision, once it was taken."""
    return await _UNBLINDING.first(connection, study_id)
