"""What is told about a lottery: the record with the lots for the school, and the public page without a person on it."""

from __future__ import annotations

import uuid

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.lottery import (
    Lot,
    LotteryRecord,
    LotteryView,
    PublicLottery,
    PublicRoundLottery,
    Ticket,
)
from api.services import events
from api.services.lottery import read
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import lottery, rounds
from db.pool import transaction
from matching.verify.lots import lots_of_numbers, ticket_of

#: The constraint student_number_length says the same.
LONGEST_NUMBER = 40


async def record(pool: Pool, actor: Actor, round_id: uuid.UUID, *, taken_along: bool = False) -> LotteryRecord:
    """Who did what when, and the lots of the last finished run, for the students of the actor's programmes.

    ``taken_along``: somebody takes the lots out of the program as a file, and that is recorded.

    Raises
    ------
    Conflict
        ``lottery_none``: nobody committed.
    """
    require(actor, *SEE_STUDENTS)
    async with transaction(pool) as connection:
        found = await rounds.by_id(connection, round_id, scope(actor))
        if found is None:
            raise NotFound(what="round")
        lotteries = await read(connection, round_id)
        current = lotteries.current
        if current is None:
            raise Conflict("lottery_none")
        run = current.finished_runs[-1] if current.finished_runs else None
        shown = [] if run is None else await lottery.lots(connection, run.run_id, scope(actor))
        all_lots = [] if run is None or current.seed is None else await lottery.lots(connection, run.run_id, None)
        if taken_along:
            await events.record(connection, actor, "lottery_exported", f"round:{round_id}", students=len(shown))
    fits = None
    if run is not None and current.seed is not None:
        drawn = lots_of_numbers([row.student_number for row in all_lots], current.seed)
        fits = drawn == [row.lot_number for row in all_lots] and len(all_lots) == run.students
    return LotteryRecord(
        round_name=found.name,
        lottery=current,
        replaced=lotteries.replaced,
        run=run,
        lots=tuple(Lot(student_number=row.student_number, lot_number=row.lot_number) for row in shown),
        fits=fits,
    )


async def public(pool: Pool, round_id: uuid.UUID) -> PublicRoundLottery:
    """The lotteries of a round for anybody who has the address. Where nobody committed, there is no such page."""
    async with pool.acquire() as connection:
        found = await rounds.by_id(connection, round_id, [])
        lotteries = await read(connection, round_id)
    if found is None or not lotteries.lotteries:
        raise NotFound(what="lottery")
    return PublicRoundLottery(round_name=found.name, lotteries=tuple(map(_public, lotteries.lotteries)))


def _public(view: LotteryView) -> PublicLottery:
    last = view.finished_runs[-1] if view.finished_runs else None
    facts = {field: getattr(view, field) for field in PublicLottery.__struct_fields__ if hasattr(view, field)}
    return PublicLottery(
        **facts
        | {
            "runs": len(view.runs),
            "students": None if last is None else last.students,
            "input_sha256": None if last is None else last.input_sha256,
        }
    )


def ticket(of: PublicLottery, student_number: str) -> Ticket:
    """The draw of a number by the revealed seed. Nobody is looked up: any text has a draw.

    Raises
    ------
    Unusable
        The number is empty or longer than student numbers are.
    Conflict
        ``lottery_sealed``: the seed is not revealed.
    """
    number = student_number.strip()
    if not 1 <= len(number) <= LONGEST_NUMBER:
        raise Unusable({"student_number": "too_long" if number else "missing"})
    if of.seed is None:
        raise Conflict("lottery_sealed")
    drawn = ticket_of(number, of.seed)
    before = int.from_bytes(drawn, "big") / 2**256
    return Ticket(
        student_number=number,
        hmac_sha256=drawn.hex(),
        before_percent=round(100 * before, 1),
        about=None if of.students is None else 1 + round(before * (of.students - 1)),
        students=of.students,
    )


def newest_revealed(found: PublicRoundLottery) -> PublicLottery | None:
    """The lottery that a number can be drawn with: the newest one, where it is revealed."""
    newest = found.lotteries[0]
    return newest if newest.seed is not None and newest.state == "revealed" else None
