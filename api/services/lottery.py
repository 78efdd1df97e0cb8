"""A lottery that can be watched: committed before the round, witnessed, used by runs, revealed after (docs/lottery.md).

The life of a lottery is the table of :mod:`api.services.lottery_states`; all steps of a round take turns (the lock of
the round). Who may see students of the round may take them; a round without students is everybody's who plans.
"""

from __future__ import annotations

import asyncio
import secrets
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.lottery import Commit, LotteryRunView, LotteryView, RoundLottery, Witness
from api.services import events, freezing
from api.services.constraints import translated
from api.services.lottery_states import Step, after
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import lottery, rounds, runs
from db.pool import transaction
from matching.commitment import LONGEST_PUBLIC_TEXT, Opening, is_secret, one_line

SHORTEST_REASON: Final = 10
LONGEST_REASON: Final = 500
LONGEST_NAME: Final = 200


async def get_lottery(pool: Pool, actor: Actor, round_id: uuid.UUID) -> RoundLottery:
    """The lotteries of a round, newest first; none where nobody committed."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        if not await rounds.exists(connection, round_id):
            raise NotFound(what="round")
        return await read(connection, round_id)


async def read(connection: asyncpg.Connection, round_id: uuid.UUID) -> RoundLottery:
    """The lotteries of a round with the runs that used them."""
    used = await lottery.runs(connection, round_id)
    found = []
    for row in await lottery.of_round(connection, round_id):
        runs_of_it = tuple(_run(run, row.frozen_sha256) for run in used if run.lottery_id == row.lottery_id)
        found.append(msgspec.convert({**msgspec.structs.asdict(row), "runs": runs_of_it}, LotteryView))
    return RoundLottery(lotteries=tuple(found))


def _run(row: lottery.LotteryRunRow, frozen_sha256: str | None) -> LotteryRunView:
    facts = msgspec.structs.asdict(row)
    return msgspec.convert(
        {**facts, "as_witnessed": None if frozen_sha256 is None else frozen_sha256 == row.input_sha256}, LotteryRunView
    )


async def commit(pool: Pool, actor: Actor, round_id: uuid.UUID, asked: Commit) -> RoundLottery:
    """Fix the seed. Where the round has a lottery already, that one is put aside and its secret made public.

    Raises
    ------
    Unusable
        The secret is no line of 8 to 100 characters; the reason is missing, too short or too long.
    Conflict
        ``run_busy``: a run works with the lottery that would be put aside.
    """
    require(actor, *SEE_STUDENTS)
    faults = {"secret": "not_secret"} if asked.secret and not is_secret(asked.secret) else {}
    reason = one_line(asked.reason)
    opening = Opening(salt=secrets.token_hex(32), secret=asked.secret if not faults and asked.secret else _drawn())
    with translated():
        async with transaction(pool) as connection:
            await _lock(connection, actor, round_id)
            before = (await read(connection, round_id)).current
            if before is not None and not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
                faults["reason"] = "too_long" if len(reason) > LONGEST_REASON else "too_short"
            if faults:
                raise Unusable(faults)
            if before is not None:
                await _put_aside(connection, actor, before, reason)
            await lottery.insert(
                connection,
                round_id,
                commitment_sha256=opening.commitment,
                salt=opening.salt,
                secret=opening.secret,
                drawn=not asked.secret,
                committed_by=actor.account_id,
            )
            await events.record(
                connection,
                actor,
                "lottery_committed",
                f"round:{round_id}",
                commitment_sha256=opening.commitment,
                drawn=not asked.secret,
            )
            return await read(connection, round_id)


def _drawn() -> str:
    """A secret that nobody made up: 256 bits."""
    return secrets.token_hex(32)


async def _put_aside(connection: asyncpg.Connection, actor: Actor, before: LotteryView, reason: str) -> None:
    if await runs.busy(connection, before.round_id):
        raise Conflict("run_busy")
    state = after(before.state, "replace")
    await lottery.open_up(connection, before.lottery_id, state=state, opened_by=actor.account_id, reason=reason)
    await events.record(
        connection,
        actor,
        "lottery_replaced",
        f"round:{before.round_id}",
        commitment_sha256=before.commitment_sha256,
        runs=len(before.runs),
        reason=reason,
    )


async def witness(pool: Pool, actor: Actor, round_id: uuid.UUID, asked: Witness) -> RoundLottery:
    """Write down public randomness, and the hash of the round as it is at this moment.

    Raises
    ------
    Unusable
        A field is empty or too long.
    Conflict
        There is no lottery, or it is past this step; ``lottery_nothing_to_freeze``: no students or no offers yet.
    """
    require(actor, *SEE_STUDENTS)
    said = Witness(
        public_text=one_line(asked.public_text), source=one_line(asked.source), witness=one_line(asked.witness)
    )
    longest = {"public_text": LONGEST_PUBLIC_TEXT, "source": LONGEST_NAME, "witness": LONGEST_NAME}
    faults = {
        field: "missing" if not text else "too_long"
        for field, most in longest.items()
        if not 1 <= len(text := getattr(said, field)) <= most
    }
    if faults:
        raise Unusable(faults)
    with translated():
        async with transaction(pool) as connection:
            await _lock(connection, actor, round_id)
            current, state = await _step(connection, round_id, "witness")
            copied = await freezing.copy(connection, round_id, scope(actor))
            if not copied.students or not copied.offers:
                raise Conflict("lottery_nothing_to_freeze")
            frozen = await asyncio.to_thread(freezing.freeze, copied)
            await lottery.witness(
                connection,
                current.lottery_id,
                state=state,
                public_text=said.public_text,
                source=said.source,
                witness=said.witness,
                frozen=(frozen.sha256, frozen.students, frozen.offers),
                witnessed_by=actor.account_id,
            )
            facts = {**msgspec.structs.asdict(said), "input_sha256": frozen.sha256}
            await events.record(connection, actor, "lottery_witnessed", f"round:{round_id}", **facts)
            return await read(connection, round_id)


async def reveal(pool: Pool, actor: Actor, round_id: uuid.UUID) -> RoundLottery:
    """Make salt, secret and seed public. Revealing twice is no fault.

    Raises
    ------
    Conflict
        There is no lottery, or no run used it yet; ``lottery_no_result``: none of its runs has finished;
        ``run_busy``: one is at work.
    """
    require(actor, *SEE_STUDENTS)
    async with transaction(pool) as connection:
        await _lock(connection, actor, round_id)
        found = await read(connection, round_id)
        if found.current is not None and found.current.state == "revealed":
            return found
        current, state = await _step(connection, round_id, "reveal")
        if await runs.busy(connection, round_id):
            raise Conflict("run_busy")
        if not current.finished_runs:
            raise Conflict("lottery_no_result")
        await lottery.open_up(connection, current.lottery_id, state=state, opened_by=actor.account_id, reason=None)
        revealed = await read(connection, round_id)
        seed = "" if revealed.current is None else revealed.current.seed
        facts = {"commitment_sha256": current.commitment_sha256, "seed": seed}
        await events.record(connection, actor, "lottery_revealed", f"round:{round_id}", **facts)
        return revealed


async def _step(connection: asyncpg.Connection, round_id: uuid.UUID, step: Step) -> tuple[LotteryView, str]:
    """The lottery of the round, and the state that the step leads to."""
    current = (await read(connection, round_id)).current
    if current is None:
        raise Conflict("lottery_none")
    return current, after(current.state, step)


async def _lock(connection: asyncpg.Connection, actor: Actor, round_id: uuid.UUID) -> None:
    """The lock of the round, for somebody who has students in it, or in a round that has none yet."""
    if not await runs.lock_round(connection, round_id):
        raise NotFound(what="round")
    own = await rounds.by_id(connection, round_id, scope(actor))
    everybody = await rounds.by_id(connection, round_id, None)
    if everybody is not None and everybody.students and (own is None or not own.students):
        raise NotAllowed
