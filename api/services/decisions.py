"""A person decides: accepts a proposal, chooses otherwise with a reason, or accepts the rest after a sample.

All decisions of a round take turns (the lock of the round), so a place is never given twice, and a decision that
comes twice gets the same answer. A place that somebody is locked to is not free for others. A change that a re-match
proposes ends the old placement and makes the new one (:mod:`api.services.rematch`); a place that it takes away needs a
second person (:mod:`api.services.removals`). Lists and outcomes are read through :mod:`api.services.outcomes`.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final

import asyncpg

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.runs import DecisionView, Override, SampleView
from api.services import events, rematch
from api.services.constraints import translated
from api.services.outcomes import (
    count_changes,
    decision_of,
    finished_run,
    get_outcome,
    list_proposals,
    possible_offers,
    row_of,
)
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.pool import Pool
from db import decisions, locks, placements, proposals, runs
from db.decisions import NewDecision, OfferPlacesRow, OpenProposalRow
from db.pool import transaction
from db.runs import RunRow

__all__ = [
    "accept",
    "accept_rest",
    "count_changes",
    "get_outcome",
    "list_proposals",
    "mark_reviewed",
    "override",
    "sample",
]

#: The constraint decision_override_reason says the same.
SHORTEST_REASON: Final = 10
LONGEST_REASON: Final = 2_000


async def accept(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str) -> DecisionView:
    """Decide as proposed: a place, or none. The same again gives the same answer.

    Raises
    ------
    Conflict
        ``already_decided`` otherwise; ``already_placed`` elsewhere; ``student_locked`` elsewhere; ``offer_full``;
        ``offer_full_rematch`` where a re-match needs another change first; ``offer_not_open``; ``needs_second_person``
        where the student would lose the place that he holds.
    """
    require(actor, "coordinator")
    with translated():
        async with transaction(pool) as connection:
            run = await _lock(connection, actor, run_id)
            open_row = await _open(connection, actor, run, student_number)
            if open_row is None:
                return await _as_before(connection, run, student_number, kind="accept")
            new = await _decision(connection, run, open_row, "accept", open_row.offer_id, "")
            await _write(connection, actor, run, open_row, new)
            return await _as_before(connection, run, student_number, kind="accept")


async def override(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str, asked: Override) -> DecisionView:
    """Decide otherwise than proposed. The same again gives the same answer.

    Raises
    ------
    Unusable
        The reason is shorter than ten characters, or too long.
    Conflict
        As with :func:`accept`; ``offer_not_eligible`` by the hard rules; ``same_as_proposal``.
    """
    require(actor, "coordinator")
    reason = asked.reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Unusable({"reason": "too_short" if len(reason) < SHORTEST_REASON else "too_long"})
    with translated():
        async with transaction(pool) as connection:
            run = await _lock(connection, actor, run_id)
            open_row = await _open(connection, actor, run, student_number)
            if open_row is None:
                made = await _as_before(connection, run, student_number, kind="override")
                if (made.offer_id, made.reason) != (asked.offer_id, reason):
                    raise Conflict("already_decided")
                return made
            if asked.offer_id == open_row.offer_id:
                raise Conflict("same_as_proposal")
            if asked.offer_id is not None and asked.offer_id not in await possible_offers(
                connection, run, student_number
            ):
                raise Conflict("offer_not_eligible", offer_id=asked.offer_id)
            new = await _decision(connection, run, open_row, "override", asked.offer_id, reason)
            await _write(connection, actor, run, open_row, new)
            return await _as_before(connection, run, student_number, kind="override")


async def sample(pool: Pool, actor: Actor, run_id: uuid.UUID) -> SampleView:
    """The proposals to look at before accepting the rest, and how many that would be."""
    require(actor, *SEE_STUDENTS)
    async with pool.acquire() as connection:
        await finished_run(connection, actor, run_id)
        drawn = await proposals.sample(connection, run_id, scope(actor))
        items = await proposals.some(connection, run_id, scope(actor), drawn)
        reviewed = await decisions.reviewed(connection, run_id, actor.account_id)
        waiting = await decisions.open_placed(connection, run_id, scope(actor), actor.account_id)
    flagged, checked = sum(row.flagged for row in waiting), sum(row.checked for row in waiting)
    return SampleView(
        items=tuple(map(row_of, items)),
        reviewed=frozenset(reviewed),
        undecided=len(waiting) - flagged,
        flagged=flagged,
        checked=checked,
    )


async def mark_reviewed(pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str) -> None:
    """Remember that this person looked at the proposal, in the sample or not."""
    require(actor, "coordinator")
    async with transaction(pool) as connection:
        if (await finished_run(connection, actor, run_id)).kind == "what_if":
            raise Conflict("run_is_what_if")
        if await proposals.get(connection, run_id, scope(actor), student_number) is None:
            raise NotFound(what="student")
        if await decisions.looked_at(connection, run_id, student_number, actor.account_id):
            await events.record(connection, actor, "proposal_looked_at", f"run:{run_id}", student_number=student_number)


async def accept_rest(pool: Pool, actor: Actor, run_id: uuid.UUID) -> int:
    """Accept every proposal of a place that nobody decided about; the number of decisions.

    Students without a proposed place wait for a decision of their own; so do proposals with a flag, and changes of a
    place that a student holds, that this person has not looked at ("a person looks at flagged proposals"). Where the
    place was given away or closed meanwhile, the proposal stays undecided.

    Raises
    ------
    Conflict
        ``sample_not_reviewed``, with the number of proposals that are ``left`` to look at: no batch without sampling
        (AI Act art. 14).
    """
    require(actor, "coordinator")
    with translated():
        async with transaction(pool) as connection:
            run = await _lock(connection, actor, run_id)
            drawn = set(await proposals.sample(connection, run_id, scope(actor)))
            left = drawn - set(await decisions.reviewed(connection, run_id, actor.account_id))
            if left:
                raise Conflict("sample_not_reviewed", left=len(left))
            waiting = await decisions.open_placed(connection, run_id, scope(actor), actor.account_id)
            chosen, moving = await _that_fit(connection, run, [row for row in waiting if not row.flagged])
            if chosen:
                await placements.end(connection, [row.student_id for row in moving], actor.account_id)
                await decisions.insert(connection, run_id, actor.account_id, chosen)
                await decisions.analyse(connection)
                await _tell_moves(connection, actor, run_id, moving)
                going = {new.student_number for new in chosen}
                checked = sum(row.checked for row in waiting if row.student_number in going)
                await events.record(
                    connection, actor, "rest_accepted", f"run:{run_id}", decisions=len(chosen), checked=checked
                )
    return len(chosen)


async def _tell_moves(
    connection: asyncpg.Connection, actor: Actor, run_id: uuid.UUID, moving: Sequence[OpenProposalRow]
) -> None:
    """Each change of a place that somebody was told is an event of its own."""
    for row in sorted(moving, key=lambda row: row.student_number):
        facts = {"student_number": row.student_number, "offer_id_before": row.live_offer_id, "offer_id": row.offer_id}
        await events.record(connection, actor, "place_moved", f"run:{run_id}", **facts)


async def _lock(connection: asyncpg.Connection, actor: Actor, run_id: uuid.UUID) -> RunRow:
    """The run, with the lock of its round. What is read after this stays true until the transaction ends."""
    run = await finished_run(connection, actor, run_id)
    if run.kind == "what_if":
        raise Conflict("run_is_what_if")
    await runs.lock_round(connection, run.round_id)
    return run


async def _open(
    connection: asyncpg.Connection, actor: Actor, run: RunRow, student_number: str
) -> OpenProposalRow | None:
    """The proposal, where nobody decided about it yet."""
    if await proposals.get(connection, run.run_id, scope(actor), student_number) is None:
        raise NotFound(what="student")
    return await decisions.open_one(connection, run.run_id, scope(actor), actor.account_id, student_number)


async def _as_before(connection: asyncpg.Connection, run: RunRow, student_number: str, *, kind: str) -> DecisionView:
    made = await decisions.get(connection, run.run_id, student_number)
    if made is None or made.kind != kind:
        raise Conflict("already_decided")
    return decision_of(made)


async def _decision(
    connection: asyncpg.Connection, run: RunRow, row: OpenProposalRow, kind: str, offer_id: str | None, reason: str
) -> NewDecision:
    """The decision, if it can stand beside the places that are taken."""
    if row.fixed_offer_id not in (None, offer_id):
        raise Conflict("student_locked", offer_id=row.fixed_offer_id or "")
    changes = row.live_offer_id is not None and row.live_offer_id != offer_id
    if changes and not rematch.moves(row, offer_id, await rematch.published_of(connection, run)):
        raise Conflict("already_placed", offer_id=row.live_offer_id or "")
    if changes and offer_id is None:
        raise Conflict("needs_second_person", offer_id=row.live_offer_id or "")
    if offer_id is None or (row.live_offer_id is not None and not changes):
        return _new(row, kind, offer_id, reason, None)
    found = await decisions.lock_offers(connection, run.round_id, [offer_id])
    if not found or found[0].status != "open":
        raise Conflict("offer_not_open", offer_id=offer_id)
    spoken_for = await locks.fixed(connection, run.round_id, [offer_id])
    if found[0].free < 1 + sum(one.student_number != row.student_number for one in spoken_for):
        proposed = changes or (kind == "accept" and bool(run.policy.get("rematch")))
        raise Conflict("offer_full_rematch" if proposed else "offer_full", offer_id=offer_id)
    return _new(row, kind, offer_id, reason, found[0])


def _new(
    row: OpenProposalRow, kind: str, offer_id: str | None, reason: str, offer: OfferPlacesRow | None
) -> NewDecision:
    return NewDecision(
        student_number=row.student_number,
        kind=kind,
        proposed_offer_id=row.offer_id,
        offer_id=offer_id,
        reason=reason,
        student_id=row.student_id,
        offer_uid=None if offer is None else offer.offer_uid,
    )


async def _that_fit(
    connection: asyncpg.Connection, run: RunRow, waiting: Sequence[OpenProposalRow]
) -> tuple[list[NewDecision], list[OpenProposalRow]]:
    """Proposals that can be accepted together, by lot number where places became scarce; and who moves by them."""
    published = await rematch.published_of(connection, run)
    staying = {row.student_number for row in waiting if row.live_offer_id == row.offer_id}
    asked = [
        row
        for row in waiting
        if row.fixed_offer_id in (None, row.offer_id)
        and (row.live_offer_id is None or rematch.moves(row, row.offer_id, published))
    ]
    wanted = sorted({row.offer_id for row in asked if row.offer_id is not None})
    offers = {row.offer_id: row for row in await decisions.lock_offers(connection, run.round_id, wanted)}
    fixed: dict[str, list[str]] = {}
    for one in await locks.fixed(connection, run.round_id, wanted):
        fixed.setdefault(one.offer_id, []).append(one.student_number)
    going = rematch.fitting(asked, offers, fixed)
    chosen = [
        _new(row, "accept", row.offer_id, "", offers.get(row.offer_id or "") if row.student_number in going else None)
        for row in waiting
        if row.student_number in going or row.student_number in staying
    ]
    moving = [row for row in asked if row.student_number in going and row.live_offer_id is not None]
    return chosen, moving


async def _write(
    connection: asyncpg.Connection, actor: Actor, run: RunRow, row: OpenProposalRow, new: NewDecision
) -> None:
    """Write one decision, its placement in the place of the one before, that this person looked, and the event."""
    moves = row.live_offer_id is not None and new.offer_uid is not None
    if moves:
        await placements.end(connection, [row.student_id], actor.account_id)
    await decisions.insert(connection, run.run_id, actor.account_id, [new])
    await decisions.looked_at(connection, run.run_id, new.student_number, actor.account_id)
    await events.record(
        connection,
        actor,
        "proposal_accepted" if new.kind == "accept" else "proposal_overridden",
        f"run:{run.run_id}",
        student_number=new.student_number,
        proposed_offer_id=new.proposed_offer_id,
        offer_id=new.offer_id,
        reason=new.reason,
        **({"offer_id_before": row.live_offer_id} if moves else {}),
    )
