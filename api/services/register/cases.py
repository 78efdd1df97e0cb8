"""Wishes of a company that the law forbids: one button during a call, and what comes of it.

"A discriminatory wish of a company opens a case and blocks the offer; it can never reach the matcher through a filter,
score or note" (DESIGN.md §5.3). Opening takes a ground and a few words. From that moment the offers that it is about
are blocked, in the register and in every round: the SQL that reads an offer says so, whatever its own status is.

Who closes: a school lead, with the outcome. *Withdrawn*: the company takes everybody; the offers are free again.
*Kept*: it stands by its wish; the offers stay blocked. Whoever opened a case by mistake takes it back himself within a
day. A school lead may do that too.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.register_companies import CaseFigures, CaseFull, CaseLine, CloseCase, NewCase, NewStep
from api.services import events
from api.services.clock import CLOCK
from api.services.paging import offset_of
from api.services.permissions import holds, require
from api.services.pool import Pool
from api.services.register.figures import figures
from api.services.register.offers import KEEP_REGISTER, SEE_REGISTER, today
from api.services.register.wording import case_fault
from db.pool import transaction
from db.register import cases, companies, offer

SHORTEST_WORDS: Final = 10
#: How long whoever opened a case by mistake may take it back.
UNDO: Final = dt.timedelta(days=1)
_TYPES: Final = (uuid.UUID, dt.date, dt.datetime)


async def list_cases(
    pool: Pool, actor: Actor, *, is_open: bool | None = True, number: int = 1, size: int = DEFAULT_SIZE
) -> PageOf[CaseLine]:
    """Cases, the newest first; without the words."""
    require(actor, *SEE_REGISTER)
    offset = offset_of(number, size)
    async with pool.acquire() as connection:
        found = await cases.listed(connection, is_open=is_open, company_id=None, limit=size, offset=offset)
        total = await cases.count(connection, is_open=is_open)
    return PageOf(items=tuple(line_of(row) for row in found), number=number, size=size, total=total)


def line_of(row: cases.CaseRow) -> CaseLine:
    """A row of the list."""
    facts = {name: getattr(row, name) for name in CaseLine.__struct_fields__}
    return msgspec.convert(facts, CaseLine, builtin_types=_TYPES)


async def get_case(pool: Pool, actor: Actor, request_id: uuid.UUID) -> CaseFull:
    """One case with its words and steps."""
    require(actor, *SEE_REGISTER)
    async with pool.acquire() as connection:
        return await _full(connection, actor, request_id)


async def get_figures(pool: Pool, actor: Actor, year: int | None = None) -> CaseFigures:
    """Cases of a year by ground, under the small-number rule."""
    require(actor, *SEE_REGISTER)
    year = today().year if year is None else year
    if not 2000 <= year <= 2100:
        raise Unusable({"year": "out_of_range"})
    since, before = (dt.datetime(one, 1, 1, tzinfo=CLOCK) for one in (year, year + 1))
    async with pool.acquire() as connection:
        found = await cases.grounds(connection, since, before)
    return figures(year, {row.ground: row.cases for row in found})


async def _row(connection: asyncpg.Connection, request_id: uuid.UUID) -> cases.CaseRow:
    row = await cases.by_id(connection, request_id)
    if row is None:
        raise NotFound(what="case")
    return row


async def _full(connection: asyncpg.Connection, actor: Actor, request_id: uuid.UUID) -> CaseFull:
    row = await _row(connection, request_id)
    facts = {name: getattr(row, name) for name in CaseFull.__struct_fields__ if name in row.__struct_fields__}
    steps = await cases.steps(connection, request_id)
    blocks = row.outcome in (None, "kept")
    return msgspec.convert(
        facts
        | {
            "case": line_of(row),
            "steps": [msgspec.structs.asdict(step) for step in steps],
            "blocked_registered": row.blocked_registered if blocks else 0,
            "blocked_in_rounds": row.blocked_in_rounds if blocks else 0,
            "may_close": row.closed_at is None and holds(actor, "school_lead"),
            "may_undo": row.closed_at is None and _may_undo(row, actor),
        },
        CaseFull,
        builtin_types=_TYPES,
    )


def _may_undo(row: cases.CaseRow, actor: Actor) -> bool:
    own = row.opened_by_id == actor.account_id and dt.datetime.now(dt.UTC) - row.opened_at <= UNDO
    return own or holds(actor, "school_lead")


async def open_case(pool: Pool, actor: Actor, asked: NewCase) -> CaseFull:
    """Open a case: what it is about is blocked from this moment on.

    Raises
    ------
    NotFound
        There is no such company, or it has no such offer.
    Unusable
        The words carry somebody's diagnosis or BSN, or are too long.
    """
    require(actor, *KEEP_REGISTER, "school_lead")
    words = asked.words.strip()
    if (fault := case_fault(words)) is not None:
        raise Unusable({"words": fault})
    async with transaction(pool) as connection:
        company = await companies.by_id(connection, asked.company_id)
        if company is None or company.merged_into is not None:
            raise NotFound(what="company")
        if asked.registered_offer_id is not None:
            about = await offer.by_id(connection, asked.registered_offer_id, today())
            if about is None or about.company_id != asked.company_id:
                raise NotFound(what="offer")
        made = await cases.insert(
            connection,
            asked.company_id,
            registered_offer_id=asked.registered_offer_id,
            ground=asked.ground,
            channel=asked.channel,
            words=words,
            by=actor.account_id,
        )
        row = await _row(connection, made)
        # The words stay in the case: the log is kept for ever, and whoever reads it has no business with them.
        facts = {"number": row.number, "registered": row.blocked_registered, "in_rounds": row.blocked_in_rounds}
        await events.record(connection, actor, "case_opened", f"case:{made}", **facts)
        if asked.registered_offer_id is not None:
            subject = f"registered_offer:{asked.registered_offer_id}"
            await events.record(connection, actor, "offer_blocked", subject, case=row.number)
        return await _full(connection, actor, made)


async def add_step(pool: Pool, actor: Actor, request_id: uuid.UUID, asked: NewStep) -> CaseFull:
    """Write down what was done in an open case.

    Raises
    ------
    Conflict
        ``case_closed``.
    """
    require(actor, *KEEP_REGISTER, "school_lead")
    words = asked.words.strip()
    if (fault := case_fault(words, least=SHORTEST_WORDS if asked.step == "other" else 0)) is not None:
        raise Unusable({"step_words": fault})
    async with transaction(pool) as connection:
        await _lock_open(connection, request_id)
        await cases.insert_step(connection, request_id, step=asked.step, words=words, by=actor.account_id)
        await events.record(connection, actor, "case_step", f"case:{request_id}", step=asked.step)
        return await _full(connection, actor, request_id)


async def _lock_open(connection: asyncpg.Connection, request_id: uuid.UUID) -> cases.CaseRow:
    await cases.lock(connection, request_id)
    row = await _row(connection, request_id)
    if row.closed_at is not None:
        raise Conflict("case_closed", number=row.number)
    return row


async def close_case(pool: Pool, actor: Actor, request_id: uuid.UUID, asked: CloseCase) -> CaseFull:
    """Close a case with its outcome.

    Raises
    ------
    NotAllowed
        Only a school lead closes; a mistake also whoever opened the case, within a day.
    Conflict
        ``case_closed``.
    Unusable
        The words are shorter than ten characters.
    """
    require(actor, *KEEP_REGISTER, "school_lead")
    words = asked.words.strip()
    async with transaction(pool) as connection:
        row = await _lock_open(connection, request_id)
        allowed = _may_undo(row, actor) if asked.outcome == "mistake" else holds(actor, "school_lead")
        if not allowed:
            raise NotAllowed
        if (fault := case_fault(words, least=SHORTEST_WORDS)) is not None:
            raise Unusable({"closing_words": fault})
        await cases.close(connection, request_id, outcome=asked.outcome, words=words, by=actor.account_id)
        await events.record(connection, actor, "case_closed", f"case:{request_id}", outcome=asked.outcome)
        if row.registered_offer_id is not None:
            subject = f"registered_offer:{row.registered_offer_id}"
            await events.record(connection, actor, "offer_case_closed", subject, case=row.number, outcome=asked.outcome)
        return await _full(connection, actor, request_id)
