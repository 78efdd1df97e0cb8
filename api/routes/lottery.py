"""The lottery of a round: /api/v1/rounds/{id}/lottery; and for anybody, without signing in, /api/v1/lottery/{id}."""

from __future__ import annotations

import uuid

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.messages.accounts import Actor
from api.messages.lottery import Commit, LotteryRecord, PublicRoundLottery, RoundLottery, Witness
from api.services import lottery, lottery_record
from api.services.pool import Pool


@get("/rounds/{round_id:uuid}/lottery", summary="Read the lottery", operation_id="get_lottery")
async def get_lottery(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> RoundLottery:
    """The committed lotteries of a round, newest first; salt, secret and seed once they are revealed."""
    return await lottery.get_lottery(pool, actor, round_id)


@post("/rounds/{round_id:uuid}/lottery", summary="Commit to a lottery", operation_id="commit_lottery")
async def commit_lottery(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID], data: JSONBody[Commit]
) -> RoundLottery:
    """Fix the seed and publish its hash. Every run of the round from now on uses it."""
    return await lottery.commit(pool, actor, round_id, data)


@post(
    "/rounds/{round_id:uuid}/lottery/witness",
    summary="Add public randomness",
    operation_id="witness_lottery",
    status_code=200,
)
async def witness_lottery(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID], data: JSONBody[Witness]
) -> RoundLottery:
    """What a witness brought from outside, after students and offers are in; before the first run."""
    return await lottery.witness(pool, actor, round_id, data)


@post(
    "/rounds/{round_id:uuid}/lottery/reveal", summary="Reveal the seed", operation_id="reveal_lottery", status_code=200
)
async def reveal_lottery(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> RoundLottery:
    """Make salt, secret and seed public, after a run has finished."""
    return await lottery.reveal(pool, actor, round_id)


@get("/rounds/{round_id:uuid}/lottery/record", summary="Read the record", operation_id="get_lottery_record")
async def get_lottery_record(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> LotteryRecord:
    """Who did what when, and the lot numbers of the students of the asker's programmes."""
    return await lottery_record.record(pool, actor, round_id)


@get("/lottery/{round_id:uuid}", summary="Read the public lottery", operation_id="get_public_lottery")
async def get_public_lottery(pool: NamedDependency[Pool], round_id: FromPath[uuid.UUID]) -> PublicRoundLottery:
    """Hash, public text and seed, for anybody who has the address. Nothing about a person."""
    return await lottery_record.public(pool, round_id)


router = Router(
    path="/api/v1",
    tags=["lottery"],
    route_handlers=[
        get_lottery,
        commit_lottery,
        witness_lottery,
        reveal_lottery,
        get_lottery_record,
        get_public_lottery,
    ],
)
