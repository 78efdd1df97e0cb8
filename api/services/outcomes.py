"""What a run proposes: lists, and one student with the reasons and with what else is possible for him."""

from __future__ import annotations

import asyncio
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound
from api.messages.paging import PageOf
from api.messages.runs import (
    ChangeCounts,
    ChoiceView,
    DecisionView,
    OutcomeView,
    ProposalFilter,
    ProposalRow,
    RemovalView,
)
from api.services import rematch
from api.services.frozen import frozen_instance
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from api.services.rounds import student_view
from db import decisions, placements, proposals, runs, shortages, students
from db.decisions import DecisionRow
from db.runs import RunRow
from matching.eligibility import build
from matching.policy import Policy
from matching.result import Explanation


class Possible(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of the frozen round that the hard rules leave for a student."""

    rank: int | None
    utility: int
    travel_minutes: int | None


def row_of(stored: proposals.ProposalRow, told: str | None = None) -> ProposalRow:
    """The stored proposal as people see it; ``told``: the place of before a re-match."""
    return msgspec.convert({**msgspec.structs.asdict(stored), "told": told}, ProposalRow)


def decision_of(stored: DecisionRow) -> DecisionView:
    """The stored decision as people see it."""
    return msgspec.convert(msgspec.structs.asdict(stored), DecisionView)


def removal_of(row: placements.RemovalRow) -> RemovalView:
    """The stored removal as people see it."""
    return RemovalView(
        student_number=row.student_number,
        name=row.name,
        offer_id=row.offer_id,
        reason=row.reason,
        asked_by=row.asked_by_name,
        asked_by_id=row.asked_by,
        asked_at=row.asked_at,
        answer=row.answer,  # type: ignore[arg-type]  # removal_answer_known
        answered_by=row.answered_by_name,
        answered_at=row.answered_at,
    )


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
        published = await rematch.published_of(connection, await finished_run(connection, actor, run_id))
        total, found = await proposals.find(
            connection,
            run_id,
            scope(actor),
            search=chosen.search.strip(),
            crebo=chosen.crebo,
            placed=chosen.placed,
            decided=chosen.decided,
            flagged=chosen.flagged,
            changed=chosen.changed,
            told=published,
            sort=chosen.sort,
            descending=chosen.descending,
            limit=size,
            offset=(number - 1) * size,
        )
    items = tuple([row_of(row, published.get(row.student_number)) for row in found])
    return PageOf(items=items, number=number, size=size, total=total)


async def count_changes(pool: Pool, actor: Actor, run_id: uuid.UUID) -> ChangeCounts | None:
    """How many proposals for students of the actor's programmes change what they were told; None of no re-match."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        if not (await finished_run(connection, actor, run_id)).policy.get("rematch"):
            return None
    changed = await list_proposals(pool, actor, run_id, ProposalFilter(changed=True), size=1)
    others = await list_proposals(pool, actor, run_id, ProposalFilter(changed=False), size=1)
    return ChangeCounts(changed=changed.total, others=others.total)


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
        student = await students.by_number(connection, run.round_id, student_number, scope(actor))
        holds = None if student is None else student.placed_offer_id
        published = await rematch.published_of(connection, run)
        removal = await placements.removal(connection, run_id, scope(actor), student_number)
        mentioned = possible.keys() | {wish.offer_id for wish in explanation.wishes} | {row.offer_id or ""}
        mentioned |= {decision.offer_id or ""} if decision else set()
        short = explanation.bottleneck
        mentioned |= {offer_id for offer_id, _ in short.opens} if short else set()
        towns = await shortages.towns(connection, run.round_id, list(short.zones)) if short else []
        mentioned |= {holds or "", "" if student is None else student.lock_offer_id or ""}
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
        holds=holds,
        lock=None if student is None else student_view(student).lock,
        locked_offer=None if student is None else student.locked_offer,
        changes=holds is not None and holds != row.offer_id and published.get(student_number) == holds,
        removal=None if removal is None else removal_of(removal),
    )


async def possible_offers(connection: asyncpg.Connection, run: RunRow, student_number: str) -> dict[str, Possible]:
    """What the hard rules leave for one student of the frozen round, whatever he holds or asked to be limited to.

    A person may place him with an offer that he did not name: that is for them to talk about, so ``not_named`` does
    not count here. What somebody ruled out for him stays out.
    """
    content = await runs.frozen(connection, run.run_id)
    return await asyncio.to_thread(_possible, content, run.policy, student_number)


def _possible(content: bytes, policy: dict[str, object], student_number: str) -> dict[str, Possible]:
    instance = frozen_instance(content)
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
