"""What a run proposes: lists, and one student with the reasons and with what else is possible for him."""

from __future__ import annotations

import asyncio
import gzip
import uuid
from functools import lru_cache

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound
from api.messages.paging import PageOf
from api.messages.runs import ChoiceView, DecisionView, OutcomeView, ProposalFilter, ProposalRow
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import decisions, proposals, runs, shortages
from db.decisions import DecisionRow
from db.runs import RunRow
from matching.eligibility import build
from matching.instance import Instance, decode
from matching.policy import Policy
from matching.result import Explanation


class Possible(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of the frozen round that the hard rules leave for a student."""

    rank: int | None
    utility: int
    travel_minutes: int | None


def row_of(stored: proposals.ProposalRow) -> ProposalRow:
    """The stored proposal as people see it."""
    return msgspec.convert(msgspec.structs.asdict(stored), ProposalRow)


def decision_of(stored: DecisionRow) -> DecisionView:
    """The stored decision as people see it."""
    return msgspec.convert(msgspec.structs.asdict(stored), DecisionView)


async def finished_run(connection: asyncpg.Connection, actor: Actor, run_id: uuid.UUID) -> RunRow:
    """The run, where the actor may see a part of it and it has proposals.

    Raises
    ------
    NotFound
        There is no such run, or no student of the actor's programmes takes part in it.
    Conflict
        ``run_not_finished``
    """
    run = await runs.get(connection, run_id, scope(actor))
    if run is None:
        raise NotFound(what="run")
    if run.state != "finished":
        raise Conflict("run_not_finished", state=run.state)
    return run


async def list_proposals(
    pool: Pool, actor: Actor, run_id: uuid.UUID, chosen: ProposalFilter, *, number: int = 1, size: int = 50
) -> PageOf[ProposalRow]:
    """The proposals for students of the actor's programmes, one page of them."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await finished_run(connection, actor, run_id)
        total, found = await proposals.find(
            connection,
            run_id,
            scope(actor),
            search=chosen.search.strip(),
            crebo=chosen.crebo,
            placed=chosen.placed,
            decided=chosen.decided,
            flagged=chosen.flagged,
            sort=chosen.sort,
            descending=chosen.descending,
            limit=size,
            offset=(number - 1) * size,
        )
    return PageOf(items=tuple(map(row_of, found)), number=number, size=size, total=total)


async def get_outcome(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str) -> OutcomeView:
    """One student in one run. The choices are best first; ``free`` may be 0, and says what is free at this moment."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        run = await finished_run(connection, actor, run_id)
        row = await proposals.get(connection, run_id, scope(actor), student_number)
        if row is None:
            raise NotFound(what="student")
        explanation = msgspec.convert(await proposals.explanation(connection, run_id, student_number), Explanation)
        decision = await decisions.get(connection, run_id, student_number)
        sample = await proposals.sample(connection, run_id, scope(actor))
        reviewed = await decisions.reviewed(connection, run_id, actor.account_id)
        possible = await possible_offers(connection, run, student_number)
        mentioned = possible.keys() | {wish.offer_id for wish in explanation.wishes} | {row.offer_id or ""}
        mentioned |= {decision.offer_id or ""} if decision else set()
        short = explanation.bottleneck
        mentioned |= {offer_id for offer_id, _ in short.opens} if short else set()
        towns = await shortages.towns(connection, run.round_id, list(short.zones)) if short else []
        now = await decisions.choices(connection, run.round_id, sorted(mentioned))
    choices = [
        ChoiceView(
            offer_id=offer.offer_id,
            company=offer.company,
            place=offer.place,
            rank=possible[offer.offer_id].rank,
            utility=possible[offer.offer_id].utility,
            travel_minutes=possible[offer.offer_id].travel_minutes,
            free=max(0, offer.free),
        )
        for offer in now
        if offer.status == "open" and offer.offer_id in possible
    ]
    return OutcomeView(
        run_id=run_id,
        round_id=run.round_id,
        row=row_of(row),
        explanation=explanation,
        decision=None if decision is None else decision_of(decision),
        choices=tuple(sorted(choices, key=lambda choice: (-choice.utility, choice.offer_id))),
        in_sample=student_number in sample,
        reviewed=student_number in reviewed,
        companies={offer.offer_id: offer.company for offer in now},
        towns={row.zone: row.place for row in towns},
    )


async def possible_offers(connection: asyncpg.Connection, run: RunRow, student_number: str) -> dict[str, Possible]:
    """What the hard rules leave for one student of the frozen round, whatever he holds or asked to be limited to.

    A person may place him with an offer that he did not name: that is for them to talk about, so ``not_named`` does
    not count here. What somebody ruled out for him stays out.
    """
    content = await runs.frozen(connection, run.run_id)
    return await asyncio.to_thread(_possible, content, run.policy, student_number)


@lru_cache(maxsize=4)
def _instance(content: bytes) -> Instance:
    """The frozen round; the last few are kept, for a person reads one student after another."""
    return decode(gzip.decompress(content))


def _possible(content: bytes, policy: dict[str, object], student_number: str) -> dict[str, Possible]:
    instance = _instance(content)
    alone = tuple(
        msgspec.structs.replace(student, locked_offer=None, only_preferences=False)
        for student in instance.students
        if student.student_number == student_number
    )
    eligibility = build(msgspec.structs.replace(instance, students=alone), msgspec.convert(policy, Policy))
    problem = eligibility.problem
    return {
        problem.offer_keys[offer]: Possible(
            rank=rank if rank > 0 else None, utility=utility, travel_minutes=minutes if minutes >= 0 else None
        )
        for offer, rank, utility, minutes in zip(
            problem.offer.tolist(),
            eligibility.rank.tolist(),
            problem.utility.tolist(),
            eligibility.travel_minutes.tolist(),
            strict=True,
        )
    }
